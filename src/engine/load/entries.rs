//! The entries of a long list in a text, found by their ids without being read.

use std::{hash::Hasher, ops::Range, rc::Rc};

use rustc_hash::FxHasher;

use super::outline;
use crate::engine::sort;

/// The entries of a list of objects.
pub struct Entries {
    text: Rc<String>,
    places: Vec<Range<u32>>,
    /// In the upper half a hash of the id, in the lower half which entry it is; ascending.
    by_hash: Vec<u64>,
    /// Where the hashes with the same first bits begin.
    starts: Vec<u32>,
    /// The entries that have the id of one before them, ascending.
    again: Vec<u64>,
}

/// About so many hashes have the same first bits.
const TOGETHER: usize = 4;

impl Entries {
    pub fn new(text: Rc<String>, places: Vec<Range<u32>>) -> Self {
        let mut entries = Self { text, places, by_hash: Vec::new(), starts: Vec::new(), again: Vec::new() };
        let hashes = (0..entries.len()).filter_map(|entry| Some(hash(entries.id(entry)?) | entry as u64));
        let mut by_hash: Vec<u64> = hashes.collect();
        sort::ascending(&mut by_hash);
        let mut starts = vec![0; (by_hash.len() / TOGETHER).next_power_of_two() + 1];
        let buckets = starts.len() - 1;
        by_hash.iter().for_each(|hash| starts[bucket(*hash, buckets) + 1] += 1);
        (1..starts.len()).for_each(|bucket| starts[bucket] += starts[bucket - 1]);
        (entries.by_hash, entries.starts) = (by_hash, starts);
        let same_hash = entries.by_hash.windows(2).filter(|pair| pair[0] >> 32 == pair[1] >> 32);
        let later = same_hash.map(|pair| pair[1] & u64::from(u32::MAX));
        let is_again = |entry: &u64| {
            let first = entries.id(*entry as usize).and_then(|id| entries.find(id));
            first.is_some_and(|first| first < *entry as usize)
        };
        let mut again: Vec<u64> = later.filter(is_again).collect();
        sort::ascending(&mut again);
        entries.again = again;
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

    /// The id of an entry, if it can be seen at once.
    pub fn id(&self, entry: usize) -> Option<&str> {
        outline::id(self.get(entry))
    }

    /// The first entry with an id.
    pub fn find(&self, id: &str) -> Option<usize> {
        let hash = hash(id);
        let bucket = bucket(hash, self.starts.len() - 1);
        let near = &self.by_hash[self.starts[bucket] as usize..self.starts[bucket + 1] as usize];
        let same = near.iter().filter(|known| **known >> 32 == hash >> 32);
        same.map(|known| *known as u32 as usize).find(|entry| self.id(*entry) == Some(id))
    }

    /// The second entry with an id.
    pub fn find_again(&self, id: &str) -> Option<usize> {
        self.again.iter().map(|entry| *entry as usize).find(|entry| self.id(*entry) == Some(id))
    }

    /// The entries that have the id of one before them.
    pub fn again(&self) -> impl Iterator<Item = usize> {
        self.again.iter().map(|entry| *entry as usize)
    }

    /// What the entries take of memory beside their text, in bytes.
    pub fn bytes(&self) -> usize {
        self.places.capacity() * size_of::<Range<u32>>()
            + self.by_hash.capacity() * size_of::<u64>()
            + self.starts.capacity() * size_of::<u32>()
            + self.again.capacity() * size_of::<u64>()
    }

    /// Whether an entry has the id of one before it.
    pub fn is_again(&self, entry: usize) -> bool {
        self.again.binary_search(&(entry as u64)).is_ok()
    }
}

/// Which of so many buckets a hash belongs to; they are a power of two.
fn bucket(hash: u64, buckets: usize) -> usize {
    (((hash >> 32) * buckets as u64) >> 32) as usize
}

/// A part of a text.
pub fn part<'t>(text: &'t str, place: &Range<u32>) -> &'t str {
    &text[place.start as usize..place.end as usize]
}

/// In the upper half.
fn hash(id: &str) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(id.as_bytes());
    // On a machine of 32 bits only the lower half is filled. The factor spreads over all bits what differs in a few.
    let hash = hasher.finish();
    u64::from(((hash >> 32) as u32 ^ hash as u32).wrapping_mul(0x9e37_79b1)) << 32
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::{collection::vec, prelude::*};

    fn entries(ids: &[String]) -> Entries {
        let mut text = String::new();
        let mut places = Vec::new();
        for id in ids {
            let start = text.len() as u32;
            text += &format!("{{\"id\":\"{id}\"}}");
            places.push(start..text.len() as u32);
        }
        Entries::new(Rc::new(text), places)
    }

    proptest! {
        #[test]
        fn they_are_found_as_by_a_walk(ids in vec("[a-c]{1,3}", 0..40), wanted in "[a-c]{1,3}") {
            let entries = entries(&ids);
            prop_assert_eq!(entries.find(&wanted), ids.iter().position(|id| *id == wanted));
            for (entry, id) in ids.iter().enumerate() {
                prop_assert_eq!(entries.is_again(entry), ids[..entry].contains(id));
            }
        }
    }

    #[test]
    fn ids_that_differ_in_a_number_spread_evenly() {
        let ids: Vec<String> = (0..10_000).map(|number| format!("v{number:07}")).collect();
        let entries = entries(&ids);
        let most = entries.starts.windows(2).map(|pair| pair[1] - pair[0]).max();
        assert!(most < Some(40), "{most:?} in one bucket");
    }
}
