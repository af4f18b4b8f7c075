//! Sets of places: one bit for every code that can be written.

use std::fmt;

use super::place::PlaceCode;

const WORDS: usize = PlaceCode::COUNT.div_ceil(64);

/// A set of places.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct PlaceSet([u64; WORDS]);

impl PlaceSet {
    pub const fn new() -> Self {
        Self([0; WORDS])
    }

    /// Adds a place; tells whether it was not there before.
    pub fn insert(&mut self, place: PlaceCode) -> bool {
        let added = !self.contains(&place);
        self.0[place.index() / 64] |= 1 << (place.index() % 64);
        added
    }

    pub fn contains(&self, place: &PlaceCode) -> bool {
        self.0[place.index() / 64] >> (place.index() % 64) & 1 == 1
    }

    pub fn len(&self) -> usize {
        self.0.iter().map(|word| word.count_ones() as usize).sum()
    }

    pub fn is_empty(&self) -> bool {
        *self == Self::new()
    }

    /// Both sets together.
    pub fn union(mut self, other: &Self) -> Self {
        self.0.iter_mut().zip(&other.0).for_each(|(a, b)| *a |= b);
        self
    }

    /// What is in both sets.
    pub fn intersection(mut self, other: &Self) -> Self {
        self.0.iter_mut().zip(&other.0).for_each(|(a, b)| *a &= b);
        self
    }

    /// What is here and not in the other set.
    pub fn difference(mut self, other: &Self) -> Self {
        self.0.iter_mut().zip(&other.0).for_each(|(a, b)| *a &= !b);
        self
    }

    pub fn is_subset(&self, other: &Self) -> bool {
        self.difference(other).is_empty()
    }

    pub fn is_disjoint(&self, other: &Self) -> bool {
        self.intersection(other).is_empty()
    }

    /// In the order of the codes.
    pub fn iter(&self) -> impl Iterator<Item = PlaceCode> + '_ {
        (0..PlaceCode::COUNT).map(PlaceCode::at).filter(|place| self.contains(place))
    }
}

impl FromIterator<PlaceCode> for PlaceSet {
    fn from_iter<I: IntoIterator<Item = PlaceCode>>(places: I) -> Self {
        let mut set = Self::new();
        for place in places {
            set.insert(place);
        }
        set
    }
}

impl fmt::Debug for PlaceSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(codes: &str) -> PlaceSet {
        codes.split_whitespace().map(|code| code.parse::<PlaceCode>().unwrap()).collect()
    }

    #[test]
    fn is_a_set() {
        let (a, b) = (set("NL IE AA ZZ"), set("IE ZZ"));
        assert_eq!(format!("{a:?}"), "{AA, IE, NL, ZZ}");
        assert_eq!((a.len(), b.is_subset(&a), a.is_subset(&b)), (4, true, false));
        assert_eq!(a.difference(&b), set("AA NL"));
        assert_eq!(a.intersection(&b), b);
        assert_eq!(a.union(&set("DE")).len(), 5);
        assert!(set("AA").is_disjoint(&b) && PlaceSet::new().is_empty());
    }
}
