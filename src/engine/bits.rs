//! Sets of vendors, one bit for each.

const WORD: usize = u64::BITS as usize;

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
        self.len = self.len.max(index + 1);
        if self.words.len() < self.len.div_ceil(WORD) {
            self.words.resize(self.len.div_ceil(WORD), 0);
        }
        self.insert(index);
    }

    /// One more than the greatest number that can be in the set.
    pub fn universe(&self) -> usize {
        self.len
    }

    pub fn insert(&mut self, index: usize) {
        self.words[index / WORD] |= 1 << (index % WORD);
    }

    pub fn remove(&mut self, index: usize) {
        self.words[index / WORD] &= !(1 << (index % WORD));
    }

    pub fn is_empty(&self) -> bool {
        self.words.iter().all(|word| *word == 0)
    }

    pub fn contains(&self, index: usize) -> bool {
        self.words.get(index / WORD).is_some_and(|word| word >> (index % WORD) & 1 == 1)
    }

    pub fn count(&self) -> usize {
        self.words.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// How many numbers are in both sets.
    pub fn count_common(&self, other: &Self) -> usize {
        self.words.iter().zip(&other.words).map(|(a, b)| (a & b).count_ones() as usize).sum()
    }

    /// Keeps what is in the other set too.
    pub fn keep(&mut self, other: &Self) {
        let common = other.words.len().min(self.words.len());
        self.words.iter_mut().zip(&other.words).for_each(|(a, b)| *a &= b);
        self.words[common..].fill(0);
    }

    /// Adds what is in the other set.
    pub fn join(&mut self, other: &Self) {
        self.words.iter_mut().zip(&other.words).for_each(|(a, b)| *a |= b);
    }

    /// Adds what is in a set that may hold greater numbers.
    pub fn join_wider(&mut self, other: &Self) {
        self.len = self.len.max(other.len);
        self.words.resize(self.len.div_ceil(WORD), 0);
        self.join(other);
    }

    /// Takes out what is in the other set.
    pub fn remove_all(&mut self, other: &Self) {
        self.words.iter_mut().zip(&other.words).for_each(|(a, b)| *a &= !b);
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
        }

        #[test]
        fn full_holds_all(len in 0..300usize) {
            prop_assert_eq!(Bits::full(len).count(), len);
            prop_assert!(Bits::full(len).iter().eq(0..len));
        }
    }
}
