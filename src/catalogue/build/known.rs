//! What claims may refer to, found by id. Documents and providers may be many thousands, so they are found by halving;
//! the other parts have the same size however large the catalogue is.

use super::Checker;
#[cfg(any(feature = "others", not(target_arch = "wasm32")))]
use super::ledger::Ledger;
#[cfg(any(feature = "others", not(target_arch = "wasm32")))]
use crate::catalogue::source::DocumentSource;
use crate::catalogue::{Catalogue, document::Document, id::ProviderId, order, provider::Provider};

/// Tells whether there is a provider with an id.
#[cfg(any(feature = "others", not(target_arch = "wasm32")))]
type LookUp = dyn Fn(&str) -> bool;

/// The shared parts of a catalogue, checked, and the ids of its providers.
#[derive(Default)]
pub struct Known {
    /// Without providers.
    pub catalogue: Catalogue,
    /// Sorted.
    providers: Vec<ProviderId>,
    /// Tells whether there is a provider that is not listed.
    #[cfg(any(feature = "others", not(target_arch = "wasm32")))]
    looked_up: Option<Box<LookUp>>,
    /// Positions, by id.
    documents: Vec<usize>,
    /// What is embedded for the browser has none.
    #[cfg(any(feature = "others", not(target_arch = "wasm32")))]
    pub(super) ledger: Ledger,
}

impl Known {
    /// Without documents: these are checked when the providers are known.
    pub(super) fn new(catalogue: Catalogue, mut providers: Vec<ProviderId>) -> Self {
        order::sort_by(&mut providers, ProviderId::cmp);
        Self { catalogue, providers, ..Self::default() }
    }

    /// For a catalogue whose providers are not listed, but can be looked up.
    #[cfg(any(feature = "others", not(target_arch = "wasm32")))]
    pub fn looking_up(self, providers: impl Fn(&str) -> bool + 'static) -> Self {
        Self { looked_up: Some(Box::new(providers)), ..self }
    }

    /// Takes other documents in the place of those that are there.
    #[cfg(any(feature = "others", not(target_arch = "wasm32")))]
    pub fn citing(&mut self, documents: Vec<(DocumentSource, Document)>) {
        let (sources, documents): (Vec<_>, Vec<_>) = documents.into_iter().unzip();
        self.ledger = Ledger::of(&sources);
        self.set_documents(documents);
    }

    pub(super) fn set_documents(&mut self, documents: Vec<Document>) {
        self.documents = order::positions(documents.len(), &|a, b| documents[a].id.cmp(&documents[b].id));
        self.catalogue.documents = documents;
    }

    /// The whole catalogue, with its providers, which are sorted by name.
    pub fn with(self, mut providers: Vec<Provider>) -> Catalogue {
        order::sort_by(&mut providers, |a, b| {
            let by_name = a.name.to_ascii_lowercase().cmp(&b.name.to_ascii_lowercase());
            by_name.then_with(|| a.id.cmp(&b.id))
        });
        Catalogue { providers, ..self.catalogue }
    }

    /// The id of a provider; reports an unknown one.
    pub(super) fn provider(&self, id: &str, path: &str, checker: &mut Checker) -> Option<ProviderId> {
        #[cfg(any(feature = "others", not(target_arch = "wasm32")))]
        if self.looked_up.as_ref().is_some_and(|is_known| is_known(id)) {
            return Some(ProviderId::new(id));
        }
        let found = self.providers.binary_search_by(|known| known.as_str().cmp(id));
        if found.is_err() {
            checker.unknown(path, "a provider", id, self.providers.iter().map(ProviderId::as_str));
        }
        found.ok().map(|index| self.providers[index].clone())
    }

    /// A document; reports an unknown one.
    pub(super) fn document(&self, id: &str, path: &str, checker: &mut Checker) -> Option<&Document> {
        let documents = &self.catalogue.documents;
        let found = self.documents.binary_search_by(|known| documents[*known].id.as_str().cmp(id));
        if found.is_err() {
            checker.unknown(path, "a document", id, documents.iter().map(|d| d.id.as_str()));
        }
        found.ok().map(|index| &documents[self.documents[index]])
    }
}
