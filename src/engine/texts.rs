//! Many short texts in one piece of memory.

use crate::catalogue::order;

/// The texts, in the order in which they were added. Together they have less than 4 GiB.
#[derive(Default)]
pub struct Texts {
    all: String,
    /// Where each ends.
    ends: Vec<u32>,
}

impl Texts {
    pub fn push(&mut self, text: &str) {
        self.all.push_str(text);
        self.ends.push(self.all.len() as u32);
    }

    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// The text at a place; nothing beyond the end.
    pub fn get(&self, index: usize) -> Option<&str> {
        let end = *self.ends.get(index)? as usize;
        let start = index.checked_sub(1).map_or(0, |before| self.ends[before] as usize);
        self.all.get(start..end)
    }

    /// The text at a place that is known to be there.
    pub fn at(&self, index: usize) -> &str {
        self.get(index).unwrap_or_default()
    }

    /// The first place at which this is no longer true, among texts of which it is true at first and then no more.
    pub fn partition_point(&self, mut is_before: impl FnMut(&str) -> bool) -> usize {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = (low + high) / 2;
            if is_before(self.at(middle)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }

    /// The places, in the order of their texts.
    pub fn sorted(&self) -> Vec<u32> {
        // The first eight bytes decide most of it, and need no look at the text.
        let beginnings: Vec<u64> = (0..self.len()).map(|index| beginning(self.at(index))).collect();
        let compare =
            |a: usize, b: usize| beginnings[a].cmp(&beginnings[b]).then_with(|| self.at(a).cmp(self.at(b)));
        order::positions(self.len(), &compare).into_iter().map(|index| index as u32).collect()
    }

    /// Gives back what is kept for growth.
    pub fn settle(&mut self) {
        self.all.shrink_to_fit();
        self.ends.shrink_to_fit();
    }

    /// What the texts take of memory, in bytes.
    pub fn bytes(&self) -> usize {
        self.all.capacity() + self.ends.capacity() * size_of::<u32>()
    }
}

/// The first eight bytes of a text as a number that sorts as they do.
fn beginning(text: &str) -> u64 {
    let mut eight = [0; 8];
    let length = text.len().min(8);
    eight[..length].copy_from_slice(&text.as_bytes()[..length]);
    u64::from_be_bytes(eight)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::{collection::vec, prelude::*};

    proptest! {
        #[test]
        fn they_are_kept_sorted_and_found(texts in vec("[a-c\u{0}é]{0,12}", 0..30)) {
            let mut kept = Texts::default();
            texts.iter().for_each(|text| kept.push(text));
            prop_assert!(texts.iter().enumerate().all(|(index, text)| kept.get(index) == Some(text)));
            prop_assert_eq!(kept.get(texts.len()), None);
            let mut sorted: Vec<usize> = (0..texts.len()).collect();
            sorted.sort_by_key(|index| &texts[*index]);
            prop_assert!(kept.sorted().iter().map(|index| *index as usize).eq(sorted));
        }

        #[test]
        fn places_are_found_by_halving(texts in vec("[a-c]{0,3}", 0..20), wanted in "[a-c]{0,3}") {
            let mut sorted = texts;
            sorted.sort();
            let mut kept = Texts::default();
            sorted.iter().for_each(|text| kept.push(text));
            let place = kept.partition_point(|text| text < &*wanted);
            prop_assert_eq!(place, sorted.partition_point(|text| text < &wanted));
        }
    }
}
