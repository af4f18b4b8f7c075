//! From texts to the checked [`Catalogue`]: every id, date, duration and shape is looked at, and every problem is
//! reported with its place, so that one run shows all of them.

mod certifications;
mod checker;
mod claims;
mod groups;
mod registry;
mod syntax;
mod values;

use super::{
    Catalogue, order,
    problem::{Problem, TELLS, told},
    record::{Fault, FromJson},
    source::CatalogueSource,
};
use checker::Checker;

/// Tells in which file a path of the whole catalogue stands.
pub trait Origin {
    /// For a path from the root of [`CatalogueSource`]: the name of the file, its text, and the path in it.
    fn resolve<'a>(&'a self, path: &'a str) -> (&'a str, &'a str, &'a str);
}

/// A catalogue that is one text.
pub struct OneText<'a> {
    pub name: &'a str,
    pub text: &'a str,
}

impl Origin for OneText<'_> {
    fn resolve<'a>(&'a self, path: &'a str) -> (&'a str, &'a str, &'a str) {
        (self.name, self.text, path)
    }
}

/// Reads one JSON text into a structure of [`super::source`].
///
/// # Errors
/// The first thing that is not JSON; or everything that is not of that shape.
pub fn parse<T: FromJson>(name: &str, text: &str) -> Result<T, Vec<Problem>> {
    let json = syntax::json(name, text).map_err(|problem| vec![problem])?;
    let mut faults = Vec::new();
    let value = T::from_json(&json, "", &mut faults);
    if !TELLS {
        return if faults.is_empty() { Ok(value) } else { Err(vec![Problem::untold()]) };
    }
    let problem = |fault: Fault| {
        let Fault { path, message, help } = fault;
        let (line, column) = checker::place_of(text, &path);
        Problem { file: name.to_owned(), line, column, path, message, help }
    };
    if faults.is_empty() { Ok(value) } else { Err(faults.into_iter().map(problem).collect()) }
}

/// Checks the parts of a catalogue and joins them.
///
/// # Errors
/// Every problem found.
pub fn catalogue(source: &CatalogueSource, origin: &dyn Origin) -> Result<Catalogue, Vec<Problem>> {
    let mut checker = Checker::new(origin);
    let mut catalogue = Catalogue::default();
    registry::places(source, &mut catalogue, &mut checker);
    groups::groups(source, &mut catalogue, &mut checker);
    certifications::certifications(source, &mut catalogue, &mut checker);
    registry::sections(source, &mut catalogue, &mut checker);
    registry::providers(source, &mut catalogue, &mut checker);
    registry::documents(source, &mut catalogue, &mut checker);
    for (index, provider) in source.providers.iter().enumerate() {
        let claims = claims::claims(provider, &told!("providers[{index}]"), &catalogue, &mut checker);
        catalogue.providers[index].claims = claims;
    }
    order::sort_by(&mut catalogue.providers, |a, b| {
        let by_name = a.name.to_ascii_lowercase().cmp(&b.name.to_ascii_lowercase());
        by_name.then_with(|| a.id.cmp(&b.id))
    });
    if checker.problems.is_empty() { Ok(catalogue) } else { Err(checker.problems) }
}
