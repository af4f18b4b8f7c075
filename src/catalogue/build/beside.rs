//! Checks what somebody adds to a catalogue that stands already: documents and profiles.

use super::{Checker, Known, Origin, providers, registry};
use crate::catalogue::{
    Catalogue,
    document::Document,
    id::ProviderId,
    problem::Problem,
    provider::Provider,
    source::{DocumentSource, ProviderSource},
};

/// A catalogue, with the ids of providers that are to stand beside its own.
pub struct Beside<'o> {
    known: Known,
    checker: Checker<'o>,
}

impl<'o> Beside<'o> {
    pub fn new<'i>(base: &Catalogue, ids: impl Iterator<Item = &'i str>, origin: &'o dyn Origin) -> Self {
        let shared = Catalogue {
            sections: base.sections.clone(),
            certifications: base.certifications.clone(),
            places: base.places.clone(),
            groups: base.groups.clone(),
            ..Catalogue::default()
        };
        let ids = base.providers.iter().map(|provider| provider.id.clone()).chain(ids.map(ProviderId::new));
        let mut known = Known::new(shared, ids.collect());
        known.set_documents(base.documents.clone());
        Self { known, checker: Checker::new(origin) }
    }

    /// Checks a document; what is wrong is kept, and there is none then. `prefix` stands before each path.
    pub fn document(&mut self, source: &DocumentSource, prefix: &str) -> Option<Document> {
        let before = self.checker.count();
        let document = registry::document(source, prefix, &self.known, &mut self.checker);
        (self.checker.count() == before).then_some(document)
    }

    /// Lets what is checked from now on cite these documents too.
    pub fn cite(&mut self, documents: &[Document]) {
        let all = self.known.catalogue.documents.iter().chain(documents).cloned().collect();
        self.known.set_documents(all);
    }

    /// Checks a profile; what is wrong is kept, and there is none then. `prefix` stands before each path.
    pub fn profile(&mut self, source: &ProviderSource, prefix: &str) -> Option<Provider> {
        let before = self.checker.count();
        let provider = providers::provider(source, prefix, &self.known, &mut self.checker);
        (self.checker.count() == before).then_some(provider)
    }

    /// Everything that was wrong.
    pub fn finish(self) -> Vec<Problem> {
        self.checker.finish()
    }
}
