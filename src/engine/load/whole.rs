//! A catalogue that is small enough for the page, as one text.

use super::{Loaded, excerpt::Text, named::Named};
use crate::engine::Bits;

/// So many vendors the page judges, counts and draws by itself within a fifth of a second after a click, up to where
/// pages count as responsive (Interaction to Next Paint). Most of it is the drawing of cards.
pub const MOST_VENDORS: usize = 100;
/// So long may its text be, in bytes, for the page to read it within a second: a hundred full profiles.
const MOST_BYTES: usize = 6 << 20;

impl Loaded {
    /// The text of all that is right in a catalogue, without what only curators need; nothing where there is too much of it.
    pub fn whole(&self) -> Option<String> {
        let is_small = self.engine.len() <= MOST_VENDORS && self.text.len() <= MOST_BYTES;
        is_small.then(|| self.all_that_is_right())
    }

    /// Providers and documents stand in their order. Who is left out and named has a profile without claims, as in an
    /// excerpt. Documents that are cited have been looked at; the others are now.
    fn all_that_is_right(&self) -> String {
        let (all, documents) = (&*self.providers, self.documents.entries());
        let mut right = Bits::new(all.len());
        let vendors = self.vendors.iter().map(|entry| *entry as usize);
        vendors.chain(self.behind.iter().copied()).for_each(|entry| right.insert(entry));
        let mut named = Named::new(all, documents);
        right.iter().for_each(|entry| named.by(all.get(entry)));
        let is_known = |id: &str| all.find(id).is_some();
        let cited = named.documents.clone();
        let others = (0..documents.len()).filter(|entry| !cited.contains(*entry));
        for entry in others.filter(|entry| self.documents.is_right(*entry, &is_known)) {
            named.documents.insert(entry);
        }
        named.by_documents();
        let profile = |entry: usize| match right.contains(entry) {
            true => Some(all.get(entry).to_owned()),
            false => named.providers.contains(entry).then(|| self.stub(all, entry)),
        };
        let mut text = Text::of(&self.text, &self.parts);
        text.list("documents", named.documents.iter().map(|entry| Text::document(documents.get(entry))));
        text.list("providers", (0..all.len()).filter_map(profile));
        text.end()
    }
}
