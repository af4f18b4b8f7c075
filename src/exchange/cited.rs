//! Documents that come with profiles: those that are cited and that nobody knows.

use std::collections::BTreeMap;

use super::{base::Base, draft::Draft};
use crate::catalogue::{
    id::is_id,
    source::{DocumentSource, EvidenceSource},
};

/// Makes documents of the names under which drafts cite what `base` does not have, and lets the drafts cite them by their
/// ids. Such a document has no date, because nobody says one. `brought` are documents that come along by themselves.
pub fn taken(drafts: &mut [Draft], brought: Vec<DocumentSource>, base: &Base) -> Vec<DocumentSource> {
    if !base.takes_documents() {
        return brought;
    }
    let mut taken = Taken { documents: brought, ids: BTreeMap::new(), base };
    for draft in drafts {
        let provider = draft.profile.id.clone();
        for claim in &mut draft.profile.claims {
            let readings = claim.readings.iter_mut().flat_map(|reading| &mut reading.evidence);
            claim.evidence.iter_mut().chain(readings).for_each(|evidence| taken.cite(evidence, &provider));
        }
    }
    taken.documents
}

struct Taken<'a> {
    documents: Vec<DocumentSource>,
    /// The ids of documents by who cites them under which name.
    ids: BTreeMap<(String, String), String>,
    base: &'a Base,
}

impl Taken<'_> {
    fn cite(&mut self, evidence: &mut EvidenceSource, provider: &str) {
        let name = evidence.document.trim();
        if name.is_empty() || self.is_known(name) {
            return;
        }
        let known = &self.base.catalogue.documents;
        if let Some(same) = known.iter().find(|known| known.title == name && known.publisher == *provider) {
            evidence.document = same.id.to_string();
            return;
        }
        let key = (provider.to_owned(), name.to_owned());
        let id = match self.ids.get(&key) {
            Some(id) => id.clone(),
            None => self.add(key),
        };
        evidence.document = id;
    }

    /// Adds a document, under the first free id.
    fn add(&mut self, (provider, name): (String, String)) -> String {
        let first = if is_id(&name) { name.clone() } else { id_of(&format!("{provider} {name}")) };
        let others = (2..).map(|number| format!("{first}-{number}"));
        let free = [first.clone()].into_iter().chain(others).find(|id| !self.is_known(id));
        let id = free.unwrap_or(first);
        self.documents.push(DocumentSource {
            id: id.clone(),
            title: name.clone(),
            publisher: provider.clone(),
            ..DocumentSource::default()
        });
        self.ids.insert((provider, name), id.clone());
        id
    }

    fn is_known(&self, id: &str) -> bool {
        self.documents.iter().any(|known| known.id == id)
            || self.base.catalogue.documents.iter().any(|known| known.id == *id)
    }
}

/// Letters and digits of a name in lower case, its words joined by hyphens.
fn id_of(name: &str) -> String {
    let plain = name.to_ascii_lowercase();
    let words = plain.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-")
}
