//! From texts to the checked [`Catalogue`]: every id, date, duration and shape is looked at, and every problem is
//! reported with its place, so that one run shows all of them.

mod beside;
mod certifications;
mod checker;
mod claims;
mod groups;
mod known;
#[cfg(any(feature = "others", not(target_arch = "wasm32")))]
mod ledger;
#[cfg(any(feature = "others", not(target_arch = "wasm32")))]
pub mod parts;
mod providers;
mod registry;
mod syntax;
mod values;

use super::{
    Catalogue,
    json_map::JsonMap,
    problem::{Problem, TELLS, told},
    record::{Fault, FromJson},
    source::{CatalogueSource, ProviderSource},
};
#[allow(unused_imports, reason = "the build script adds nothing")]
pub use beside::Beside;
use checker::Checker;
pub use known::Known;
#[cfg(any(feature = "others", not(target_arch = "wasm32")))]
pub use ledger::Cited;
pub use syntax::repeated_keys;

/// Tells in which file a path of the whole catalogue stands.
pub trait Origin {
    /// For a path from the root of [`CatalogueSource`]: the name of the file, its text, and the path in it.
    fn resolve<'s, 'p>(&'s self, path: &'p str) -> (&'s str, &'s str, &'p str);
}

/// A catalogue that is one text.
pub struct OneText<'a> {
    pub name: &'a str,
    pub text: &'a str,
}

impl Origin for OneText<'_> {
    fn resolve<'s, 'p>(&'s self, path: &'p str) -> (&'s str, &'s str, &'p str) {
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
    if faults.is_empty() {
        return Ok(value);
    }
    let map = JsonMap::of(text);
    let problem = |Fault { path, message, help }: Fault| {
        let (line, column) = map.nearest(&path);
        Problem { file: name.to_owned(), line, column, path, message, help }
    };
    Err(faults.into_iter().map(problem).collect())
}

/// Checks a whole catalogue.
///
/// # Errors
/// Every problem found.
pub fn catalogue(source: &CatalogueSource, origin: &dyn Origin) -> Result<Catalogue, Vec<Problem>> {
    let mut checker = Checker::new(origin);
    let known = registry::shared(source, source.providers.iter().map(|p| &*p.id), &mut checker);
    let ids = source.providers.iter().enumerate().map(|(i, p)| (told!("providers[{i}].id"), &*p.id));
    checker.unique("provider", ids);
    let provider = |(index, provider): (usize, &ProviderSource)| {
        providers::provider(provider, &told!("providers[{index}]."), &known, &mut checker)
    };
    let providers = source.providers.iter().enumerate().map(provider).collect();
    #[cfg(any(feature = "others", not(target_arch = "wasm32")))]
    ledger::documents(&source.documents, &Cited::by(&source.providers, &known), &mut checker);
    let problems = checker.finish();
    if problems.is_empty() { Ok(known.with(providers)) } else { Err(problems) }
}
