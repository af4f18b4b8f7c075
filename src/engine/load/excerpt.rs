//! A part of a large catalogue as a catalogue of its own: some vendors, and everything that they refer to.

use std::ops::Range;

use super::{
    Loaded,
    entries::{Entries, part},
    named::Named,
    scan::Cursor,
};
use crate::{engine::Bits, export::text::quoted};

/// What a page, which goes by names and ids, has no use for. It is left out of the embedded catalogue, too.
const FOR_CURATORS: [&str; 4] = ["aliases", "editions", "issuer", "address"];
const LEDGER: [&str; 1] = ["sections"];

impl Loaded {
    /// The text of a catalogue with these vendors, all providers behind vendors, and the documents that they cite.
    ///
    /// Whoever else is named in it gets a profile without claims, so that it has a name.
    pub fn excerpt(&self, vendors: &[&str]) -> String {
        let (all, documents) = (&*self.providers, self.documents.entries());
        let mut named = Named::new(all, documents);
        let mut there = Bits::new(all.len());
        let mut profiles: Vec<&str> = self.behind.iter().map(|entry| all.get(*entry)).collect();
        self.behind.iter().for_each(|entry| there.insert(*entry));
        for id in vendors {
            let entry = all.find(id);
            if entry.is_none_or(|entry| !there.contains(entry)) {
                profiles.extend(self.profile(id));
            }
            entry.into_iter().for_each(|entry| there.insert(entry));
        }
        profiles.iter().for_each(|text| named.by(text));
        named.by_documents();
        named.providers.remove_all(&there);
        let mut text = Text::of(&self.text, &self.parts);
        text.list("documents", named.documents.iter().map(|entry| Text::document(documents.get(entry))));
        let stubs = named.providers.iter().map(|entry| self.stub(all, entry));
        text.list("providers", profiles.into_iter().map(str::to_owned).chain(stubs));
        text.end()
    }

    /// A provider of whom nothing is shown but the name.
    pub(super) fn stub(&self, all: &Entries, entry: usize) -> String {
        let id = all.id(entry).unwrap_or_default();
        let name = self.engine.position(id).and_then(|vendor| self.engine.name(vendor)).unwrap_or(id);
        ["{\"id\":", &quoted(id), ",\"name\":", &quoted(name), ",\"kind\":\"provider\"}"].concat()
    }
}

/// The text of a catalogue that is being put together.
pub struct Text(String);

impl Text {
    /// With the parts that all providers share, without what only curators need.
    pub fn of(whole: &str, parts: &[(String, Range<u32>)]) -> Self {
        let mut text = Self("{".to_owned());
        for (key, place) in parts {
            let written = part(whole, place);
            match &**key {
                "certifications" => {
                    let mut plain = Vec::new();
                    let read = Cursor::new(written).items(|cursor| {
                        plain.push(without(cursor.skip()?, &FOR_CURATORS));
                        Some(())
                    });
                    match read {
                        Some(()) => text.list(key, plain.into_iter()),
                        None => text.member(key, written),
                    }
                }
                "documents" | "providers" => {}
                _ => text.member(key, written),
            }
        }
        text
    }

    /// With all that the parts say.
    pub fn whole(whole: &str, parts: &[(String, Range<u32>)]) -> Self {
        let mut text = Self("{".to_owned());
        let shared = parts.iter().filter(|(key, _)| !matches!(&**key, "documents" | "providers"));
        shared.for_each(|(key, place)| text.member(key, part(whole, place)));
        text
    }

    /// A document, without what only curators need.
    pub fn document(written: &str) -> String {
        without(written, &LEDGER)
    }

    fn member(&mut self, key: &str, value: &str) {
        for piece in ["\"", key, "\":", value, ","] {
            self.0.push_str(piece);
        }
    }

    /// Adds a list.
    pub fn list(&mut self, key: &str, items: impl Iterator<Item = String>) {
        self.member(key, &["[", &items.collect::<Vec<_>>().join(","), "]"].concat());
    }

    pub fn end(mut self) -> String {
        self.0.pop();
        self.0 + "}"
    }
}

/// An object without some of its members; as it is where it cannot be read in passing.
fn without(object: &str, keys: &[&str]) -> String {
    let mut kept = String::new();
    let read = Cursor::new(object).members(|key, cursor| {
        cursor.peek()?;
        let value = cursor.skip()?;
        if !keys.contains(&key) {
            let comma = if kept.is_empty() { "" } else { "," };
            kept += &[comma, "\"", key, "\":", value].concat();
        }
        Some(())
    });
    read.map_or_else(|| object.to_owned(), |()| ["{", &kept, "}"].concat())
}
