//! The entries of a long list in a text, found by their ids without being read.

use std::{hash::Hasher, ops::Range, rc::Rc};

use rustc_hash::FxHasher;

use super::outline;

/// The entries of a list of objects.
pub struct Entries {
    text: Rc<String>,
    places: Vec<Range<u32>>,
    /// In the upper half a hash of the id, in the lower half which entry it is; ascending.
    by_hash: Vec<u64>,
}

impl Entries {
    pub fn new(text: Rc<String>, places: Vec<Range<u32>>) -> Self {
        let mut entries = Self { text, places, by_hash: Vec::new() };
        let hashes = (0..entries.len()).filter_map(|entry| Some(hash(entries.id(entry)?) | entry as u64));
        let mut by_hash: Vec<u64> = hashes.collect();
        by_hash.sort_unstable();
        entries.by_hash = by_hash;
        entries
    }

    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// Where an entry stands.
    pub fn place(&self, entry: usize) -> Range<u32> {
        self.places.get(entry).cloned().unwrap_or_default()
    }

    /// An entry as it is written.
    pub fn get(&self, entry: usize) -> &str {
        part(&self.text, &self.place(entry))
    }

    fn id(&self, entry: usize) -> Option<&str> {
        outline::id(self.get(entry))
    }

    /// The first entry with an id.
    pub fn find(&self, id: &str) -> Option<usize> {
        let hash = hash(id);
        let start = self.by_hash.partition_point(|known| *known < hash);
        let same = self.by_hash[start..].iter().take_while(|known| **known >> 32 == hash >> 32);
        same.map(|known| *known as u32 as usize).find(|entry| self.id(*entry) == Some(id))
    }

    /// Whether an entry has the id of one before it.
    pub fn is_again(&self, entry: usize, id: &str) -> bool {
        self.find(id).is_some_and(|first| first < entry)
    }
}

/// A part of a text.
pub fn part<'t>(text: &'t str, place: &Range<u32>) -> &'t str {
    &text[place.start as usize..place.end as usize]
}

/// In the upper half.
fn hash(id: &str) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(id.as_bytes());
    hasher.finish() & !u64::from(u32::MAX)
}
