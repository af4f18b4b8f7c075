//! From texts to the checked [`Catalogue`]: every id, date, duration and shape is looked at, and every problem is
//! reported with its place, so that one run shows all of them.

mod checker;
mod claims;
mod registry;
mod values;

use serde::de::DeserializeOwned;

use super::{Catalogue, json_map, problem::Problem, source::CatalogueSource, suggest};
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
    serde_json::from_str(text).map_err(|error| {
        let full = error.to_string();
        let message = full.split(" at line ").next().unwrap_or(&full);
        let path = json_map::path_at(text, error.line(), error.column());
        Problem {
            file: name.to_owned(),
            line: error.line(),
            column: error.column(),
            path: if error.is_data() { path } else { String::new() },
            message: message.to_owned(),
            help: help_for(message),
        }
    })
}

/// The parser names the unknown word and then the known ones, each between backquotes.
fn help_for(message: &str) -> Option<String> {
    let mut quoted = message.split('`').skip(1).step_by(2);
    let wrong = quoted.next().filter(|_| message.starts_with("unknown"))?;
    suggest::nearest(wrong, quoted).map(|near| format!("did you mean \"{near}\"?"))
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
