//! From texts to the checked [`Catalogue`]: every id, date, duration and shape is looked at, and every problem is
//! reported with its place, so that one run shows all of them.

mod checker;
mod claims;
mod parser;
mod registry;
mod values;

use serde::de::DeserializeOwned;

use super::{Catalogue, problem::Problem, source::CatalogueSource};
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
/// The first thing that is not JSON or not of that shape.
pub fn parse<T: DeserializeOwned>(name: &str, text: &str) -> Result<T, Problem> {
    if text.starts_with('\u{feff}') {
        let mark = "the text begins with a byte-order mark, which JSON does not allow";
        return Err(Problem {
            file: name.to_owned(),
            line: 1,
            column: 1,
            path: String::new(),
            message: mark.to_owned(),
            help: Some("save it as UTF-8 without the mark".to_owned()),
        });
    }
    serde_json::from_str(text).map_err(|error| parser::problem(name, text, &error))
}

/// Checks the parts of a catalogue and joins them.
///
/// # Errors
/// Every problem found.
pub fn catalogue(source: &CatalogueSource, origin: &dyn Origin) -> Result<Catalogue, Vec<Problem>> {
    let mut checker = Checker::new(origin);
    let mut catalogue = Catalogue::default();
    registry::places(source, &mut catalogue, &mut checker);
    registry::groups(source, &mut catalogue, &mut checker);
    registry::certifications(source, &mut catalogue, &mut checker);
    registry::sections(source, &mut catalogue, &mut checker);
    registry::providers(source, &mut catalogue, &mut checker);
    registry::documents(source, &mut catalogue, &mut checker);
    for (index, provider) in source.providers.iter().enumerate() {
        let claims = claims::claims(provider, &format!("providers[{index}]"), &catalogue, &mut checker);
        catalogue.providers[index].claims = claims;
    }
    catalogue.providers.sort_by_cached_key(|p| (p.name.to_ascii_lowercase(), p.id.clone()));
    if checker.problems.is_empty() { Ok(catalogue) } else { Err(checker.problems) }
}
