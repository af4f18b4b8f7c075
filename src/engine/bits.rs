//! Sets of vendors, one bit for each.

use std::hash::Hasher;

use rustc_hash::FxHasher;

use vendor_compare_kernel as kernel;

/// Bits in a word.
pub const WORD: usize = u64::BITS as usize;

/// A set of the numbers below a fixed length.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bits {
    words: Vec<u64>,
    len: usize,
}

impl Bits {
    /// The empty set.
    pub fn new(len: usize) -> Self {
        Self { words: vec![0; len.div_ceil(WORD)], len }
    }

    /// All numbers below `len`.
    pub fn full(len: usize) -> Self {
        let mut words = vec![u64::MAX; len.div_ceil(WORD)];
        if let (Some(last), rest @ 1..) = (words.last_mut(), len % WORD) {
            *last = (1 << rest) - 1;
        }
        Self { words, len }
    }

    /// Inserts a number for which there may be no room yet.
    pub fn put(&mut self, index: usize) {
        if index >= self.len {
            self.len = index + 1;
            self.words.resize(self.len.div_ceil(WORD), 0);
        }
        self.insert(index);
    }

    /// Takes no more memory than a set of numbers below `len` needs, which is at least its length.
    pub fn settle(&mut self, len: usize) {
        self.len = len;
        self.words.resize(len.div_ceil(WORD), 0);
        self.words.shrink_to_fit();
    }

    /// One more than the greatest number that can be in the set.
    pub fn universe(&self) -> usize {
        self.len
    }

    /// What the set takes of memory, in bytes.
    pub fn bytes(&self) -> usize {
        self.words.capacity() * size_of::<u64>()
    }

    pub fn words(&self) -> &[u64] {
        &self.words
    }

    /// Sets a whole word; bits beyond the greatest number must be zero.
    pub fn set_word(&mut self, index: usize, word: u64) {
        self.words[index] = word;
    }

    pub fn insert(&mut self, index: usize) {
        self.words[index / WORD] |= 1 << (index % WORD);
    }

    /// The same for equal sets, and hardly ever for others.
    pub fn hash(&self) -> u64 {
        let mut hasher = FxHasher::default();
        self.words.iter().for_each(|word| hasher.write_u64(*word));
        hasher.finish()
    }

    pub fn is_empty(&self) -> bool {
        self.words.iter().all(|word| *word == 0)
    }

    pub fn contains(&self, index: usize) -> bool {
        self.words.get(index / WORD).is_some_and(|word| word >> (index % WORD) & 1 == 1)
    }

    pub fn count(&self) -> usize {
        kernel::count(&self.words)
    }

    /// How many numbers are in both sets.
    pub fn count_common(&self, other: &Self) -> usize {
        kernel::count_common(&self.words, &other.words)
    }

    /// Keeps what is in the other set too.
    pub fn keep(&mut self, other: &Self) {
        kernel::keep(&mut self.words, &other.words);
    }

    /// Keeps what is in one of the two other sets too.
    pub fn keep_either(&mut self, one: &Self, other: &Self) {
        kernel::keep_either(&mut self.words, &one.words, &other.words);
    }

    /// Adds what is in the other set.
    pub fn join(&mut self, other: &Self) {
        kernel::join(&mut self.words, &other.words);
    }

    /// Takes out what is in the other set.
    pub fn remove_all(&mut self, other: &Self) {
        kernel::remove_all(&mut self.words, &other.words);
    }

    /// The numbers, in ascending order.
    pub fn iter(&self) -> impl Iterator<Item = usize> + '_ {
        self.words.iter().enumerate().flat_map(|(index, word)| {
            let mut rest = *word;
            std::iter::from_fn(move || {
                let bit = rest.trailing_zeros() as usize;
                (rest != 0).then(|| {
                    rest &= rest - 1;
                    index * WORD + bit
                })
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::{collection::btree_set, prelude::*};

    fn bits(items: &std::collections::BTreeSet<usize>) -> Bits {
        let mut bits = Bits::new(200);
        items.iter().for_each(|item| bits.insert(*item));
        bits
    }

    proptest! {
        #[test]
        fn they_behave_as_sets(a in btree_set(0..200usize, 0..60), b in btree_set(0..200usize, 0..60)) {
            let (x, y) = (bits(&a), bits(&b));
            prop_assert!(x.iter().eq(a.iter().copied()));
            prop_assert_eq!(x.count(), a.len());
            prop_assert_eq!(x.count_common(&y), a.intersection(&b).count());
            let combined = |change: fn(&mut Bits, &Bits)| {
                let mut x = x.clone();
                change(&mut x, &y);
                x.iter().collect::<std::collections::BTreeSet<_>>()
            };
            prop_assert_eq!(combined(Bits::keep), &a & &b);
            prop_assert_eq!(combined(Bits::join), &a | &b);
            prop_assert_eq!(combined(Bits::remove_all), &a - &b);
            let mut either = Bits::full(200);
            either.keep_either(&x, &y);
            prop_assert!(either.iter().eq((&a | &b).iter().copied()));
        }

        #[test]
        fn full_holds_all(len in 0..300usize) {
            prop_assert_eq!(Bits::full(len).count(), len);
            prop_assert!(Bits::full(len).iter().eq(0..len));
        }
    }
}
