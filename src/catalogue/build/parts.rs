//! The checks of [`super::catalogue`] one by one, for a folder that is read file by file; and what the command line asks
//! about values. A page that reads nothing but what is embedded does without.

use super::{Checker, Known, Origin, providers, registry};
use crate::catalogue::{
    document::Document,
    problem::Problem,
    provider::Provider,
    source::{CatalogueSource, DocumentSource, ProviderSource},
};

/// Checks what all providers share. The providers are only named.
pub fn shared<'s>(
    source: &'s CatalogueSource,
    providers: impl Iterator<Item = &'s str>,
    origin: &dyn Origin,
) -> (Known, Vec<Problem>) {
    let mut checker = Checker::new(origin);
    let known = registry::shared(source, providers, &mut checker);
    (known, checker.finish())
}

/// Checks one provider, which is a text of its own.
pub fn provider(source: &ProviderSource, known: &Known, origin: &dyn Origin) -> (Provider, Vec<Problem>) {
    let mut checker = Checker::new(origin);
    let provider = providers::provider(source, "", known, &mut checker);
    (provider, checker.finish())
}

/// Checks one document, which is a text of its own.
pub fn document(source: &DocumentSource, known: &Known, origin: &dyn Origin) -> (Document, Vec<Problem>) {
    let mut checker = Checker::new(origin);
    let document = registry::document(source, "", known, &mut checker);
    (document, checker.finish())
}

#[cfg(not(target_arch = "wasm32"))]
#[allow(unused_imports, reason = "the build script has no use for some")]
pub use for_curators::{ledgers, value_form, value_help};

#[cfg(not(target_arch = "wasm32"))]
mod for_curators {
    use super::super::{Checker, Cited, Origin, ledger, values};
    use crate::catalogue::{problem::Problem, record::Form, row::Kind, source::CatalogueSource};

    /// Checks that every section of every document that has a ledger is cited or silent; this needs all providers.
    pub fn ledgers(source: &CatalogueSource, cited: &Cited, origin: &dyn Origin) -> Vec<Problem> {
        let mut checker = Checker::new(origin);
        ledger::documents(&source.documents, cited, &mut checker);
        checker.finish()
    }

    /// The record that the values of a type of row are, or may be.
    pub fn value_form(kind: Kind) -> Option<Form> {
        values::form(kind)
    }

    /// How the values of a type of row are written, with an example.
    pub fn value_help(kind: Kind) -> &'static str {
        values::shape(kind)
    }
}
