//! The documents of a catalogue: as many as there are vendors, and looked at when they are cited.

use super::{entries::Entries, scan::Cursor};
use crate::catalogue::{
    build::{self, Known, OneText},
    date::Date,
    id::is_id,
    problem::{Problem, told},
    source::{ClaimSource, DocumentSource, ProviderSource},
};

/// The documents in a text.
pub struct Documents {
    name: String,
    entries: Entries,
}

impl Documents {
    pub fn new(name: &str, entries: Entries) -> Self {
        Self { name: name.to_owned(), entries }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    pub fn entries(&self) -> &Entries {
        &self.entries
    }

    /// Whether there is such a document, by a publisher who is known, and without a ledger of its sections.
    pub fn is_plain(&self, id: &str, is_known: &dyn Fn(&str) -> bool) -> bool {
        let entry = self.entries.find(id).filter(|_| self.entries.find_again(id).is_none());
        entry.is_some_and(|entry| plain(self.entries.get(entry), is_known).is_some())
    }

    /// Whether an entry that nobody may have cited is right, but for its ledger, and by a publisher who is known.
    pub fn is_right(&self, entry: usize, is_known: &dyn Fn(&str) -> bool) -> bool {
        let read = build::parse::<DocumentSource>(&self.name, self.entries.get(entry));
        !self.entries.is_again(entry)
            && read.is_ok_and(|DocumentSource { id, title, publisher, date, .. }| {
                let has_day = date.is_none_or(|day| day.parse::<Date>().is_ok());
                is_id(&id) && !title.trim().is_empty() && is_known(&publisher) && has_day
            })
    }

    /// Makes known those of these documents that there are.
    ///
    /// # Errors
    /// The entry of one with something wrong, and what that is.
    pub fn cite<'i>(
        &self,
        ids: impl Iterator<Item = &'i str>,
        known: &mut Known,
    ) -> Result<(), (usize, Vec<Problem>)> {
        let mut entries: Vec<usize> = Vec::new();
        for entry in ids.filter_map(|id| self.entries.find(id)) {
            if !entries.contains(&entry) {
                entries.push(entry);
            }
        }
        let mut cited = Vec::new();
        for entry in entries {
            let wrong = |problems| (entry, problems);
            let origin = OneText { name: &self.name, text: self.entries.get(entry) };
            let source = build::parse::<DocumentSource>(origin.name, origin.text).map_err(wrong)?;
            let (document, problems) = build::parts::document(&source, known, &origin);
            if !problems.is_empty() {
                return Err(wrong(problems));
            }
            if let Some(again) = self.entries.find_again(&source.id) {
                return Err((again, vec![is_there(&self.name, "document", &source.id)]));
            }
            cited.push((source, document));
        }
        known.citing(cited);
        Ok(())
    }

    /// What finding them takes of memory, in bytes.
    pub fn bytes(&self) -> usize {
        self.entries.bytes()
    }
}

/// What is wrong with the second of two with one id.
pub fn is_there(name: &str, what: &str, id: &str) -> Problem {
    Problem {
        file: name.to_owned(),
        line: 1,
        column: 1,
        path: "id".to_owned(),
        message: told!("the {what} \"{id}\" is already there"),
        help: Some(told!("give one of the two another id")),
    }
}

/// Looks at a document in passing: there is nothing wrong with it, and it has no ledger. `None` where it needs a closer
/// look.
fn plain(text: &str, is_known: &dyn Fn(&str) -> bool) -> Option<()> {
    let mut seen = 0;
    let mut cursor = Cursor::new(text);
    cursor.members(|key, cursor| {
        let bit = ["id", "title", "publisher", "date"].iter().position(|known| *known == key)?;
        if seen >> bit & 1 == 1 {
            return None;
        }
        seen |= 1 << bit;
        let value = cursor.plain()?;
        let is_right = match key {
            "id" => is_id(value),
            "title" => !value.trim().is_empty(),
            "publisher" => is_known(value),
            _ => value.parse::<Date>().is_ok(),
        };
        is_right.then_some(())
    })?;
    (cursor.peek().is_none() && seen & 0b111 == 0b111).then_some(())
}

/// The documents that a provider's claims cite.
pub fn cited(source: &ProviderSource) -> impl Iterator<Item = &str> {
    source.claims.iter().flat_map(ClaimSource::all_evidence).map(|evidence| &*evidence.document)
}
