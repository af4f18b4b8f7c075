//! What claims may refer to, found by id. Documents and providers may be many thousands, so they are found by halving;
//! the other parts have the same size however large the catalogue is.

use super::Checker;
#[cfg(any(feature = "engine", not(target_arch = "wasm32")))]
use super::ledger::Ledger;
#[cfg(any(feature = "engine", not(target_arch = "wasm32")))]
use crate::catalogue::source::DocumentSource;
use crate::catalogue::{Catalogue, document::Document, id::ProviderId, order, provider::Provider};

/// The ids of providers.
enum Ids {
    /// Sorted.
    Listed(Vec<ProviderId>),
    /// Told by whoever can look them up.
    #[cfg(any(feature = "engine", not(target_arch = "wasm32")))]
    Looked(Box<dyn Fn(&str) -> bool>),
}

impl Default for Ids {
    fn default() -> Self {
        Self::Listed(Vec::new())
    }
}

/// The shared parts of a catalogue, checked, and the ids of its providers.
#[derive(Default)]
pub struct Known {
    /// Without providers.
    pub catalogue: Catalogue,
    providers: Ids,
    /// Positions, by id.
    documents: Vec<usize>,
    /// What is embedded for the browser has none.
    #[cfg(any(feature = "engine", not(target_arch = "wasm32")))]
    pub(super) ledger: Ledger,
}

impl Known {
    /// Without documents: these are checked when the providers are known.
    pub(super) fn new(catalogue: Catalogue, mut providers: Vec<ProviderId>) -> Self {
        order::sort_by(&mut providers, ProviderId::cmp);
        Self { catalogue, providers: Ids::Listed(providers), ..Self::default() }
    }

    /// For a catalogue whose providers are not listed, but can be looked up.
    #[cfg(any(feature = "engine", not(target_arch = "wasm32")))]
    pub fn looking_up(self, providers: impl Fn(&str) -> bool + 'static) -> Self {
        Self { providers: Ids::Looked(Box::new(providers)), ..self }
    }

    /// Takes other documents in the place of those that are there.
    #[cfg(any(feature = "engine", not(target_arch = "wasm32")))]
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
        let known: &[ProviderId] = match &self.providers {
            Ids::Listed(known) => known,
            #[cfg(any(feature = "engine", not(target_arch = "wasm32")))]
            Ids::Looked(is_known) if is_known(id) => return Some(ProviderId::new(id)),
            #[cfg(any(feature = "engine", not(target_arch = "wasm32")))]
            Ids::Looked(_) => &[],
        };
        let found = known.binary_search_by(|known| known.as_str().cmp(id));
        if found.is_err() {
            checker.unknown(path, "a provider", id, known.iter().map(ProviderId::as_str));
        }
        found.ok().map(|index| known[index].clone())
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
