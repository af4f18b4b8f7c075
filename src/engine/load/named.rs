//! Which providers and documents some texts name. Every text between quotes that is the id of one counts: that is more
//! than what a claim can refer to, and never less.

use serde_json::Value as Json;

use super::entries::Entries;
use crate::{catalogue::json, engine::Bits};

/// The entries that are named.
pub struct Named<'a> {
    lists: [&'a Entries; 2],
    pub providers: Bits,
    pub documents: Bits,
}

impl<'a> Named<'a> {
    pub fn new(providers: &'a Entries, documents: &'a Entries) -> Self {
        let (all_providers, all_documents) = (Bits::new(providers.len()), Bits::new(documents.len()));
        Self { lists: [providers, documents], providers: all_providers, documents: all_documents }
    }

    /// Adds what a text names.
    pub fn by(&mut self, text: &str) {
        for piece in text.split('"') {
            if piece.contains('\\') {
                if let Some(Json::String(said)) = json::parse(&["\"", piece, "\""].concat()) {
                    self.add(&said);
                }
            } else {
                self.add(piece);
            }
        }
    }

    fn add(&mut self, id: &str) {
        let [providers, documents] = self.lists;
        if let Some(entry) = providers.find(id) {
            self.providers.insert(entry);
        }
        if let Some(entry) = documents.find(id) {
            self.documents.insert(entry);
        }
    }

    /// Adds the providers that the documents name.
    pub fn by_documents(&mut self) {
        for entry in self.documents.clone().iter() {
            self.by(self.lists[1].get(entry));
        }
    }
}
