//! The values of a row vendor by vendor: where few vendors are left, it is quicker to look at what each of them names
//! than at who names each value.

use std::rc::Rc;

use vendor_compare_kernel as kernel;

use super::{
    bits::{Bits, WORD},
    class::Token,
};

/// Fewer values than this are counted fast enough by their sets.
const WORTHWHILE: usize = 16;

/// What each vendor names, as places among the tokens of a column.
pub struct Lists {
    /// How many tokens there are.
    known: usize,
    tokens: Vec<u8>,
    /// Where the vendors of each word of a set begin; one more at the end.
    words: Vec<u32>,
    /// Where each vendor begins, counted from the beginning of its word.
    vendors: Vec<u16>,
}

impl Lists {
    /// The lists of a column; `None` where there are few tokens, or too many for one byte.
    pub fn new(tokens: &[(Token, Rc<Bits>)], vendors: usize) -> Option<Self> {
        if tokens.len() < WORTHWHILE || tokens.len() > usize::from(u8::MAX) + 1 {
            return None;
        }
        let mut next = vec![0u32; vendors + 1];
        let naming =
            || tokens.iter().enumerate().flat_map(|(token, (_, set))| set.iter().map(move |v| (token, v)));
        naming().for_each(|(_, vendor)| next[vendor + 1] += 1);
        (0..vendors).for_each(|vendor| next[vendor + 1] += next[vendor]);
        let mut words: Vec<u32> = next.iter().copied().step_by(WORD).collect();
        words.push(next[vendors]);
        let offset = |vendor: usize| u16::try_from(next[vendor] - words[vendor / WORD]).ok();
        let offsets = (0..vendors).map(offset).collect::<Option<_>>()?;
        let mut lists = vec![0; next[vendors] as usize];
        for (token, vendor) in naming() {
            lists[next[vendor] as usize] = token as u8;
            next[vendor] += 1;
        }
        Some(Self { known: tokens.len(), tokens: lists, words, vendors: offsets })
    }

    /// How many tokens there are.
    pub fn tokens(&self) -> usize {
        self.known
    }

    /// About how many steps it takes to count so many vendors.
    pub fn steps(&self, vendors: usize) -> usize {
        // In 64 bits, because the product is more than a program of 32 bits can hold in a size.
        let named = vendors as u64 * self.tokens.len() as u64 / self.vendors.len().max(1) as u64;
        vendors * 2 + named as usize
    }

    /// How many vendors of the set name each token.
    pub fn count(&self, set: &Bits, counts: &mut [u32]) {
        let lists = kernel::Lists { values: &self.tokens, words: &self.words, vendors: &self.vendors };
        kernel::count_values(set.words(), lists, counts);
    }

    /// What the lists take of memory, in bytes.
    pub fn bytes(&self) -> usize {
        self.tokens.capacity() + self.words.capacity() * 4 + self.vendors.capacity() * 2
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{catalogue::id::TermId, requirement::ground::Item};
    use proptest::{collection::vec, prelude::*};

    proptest! {
        #[test]
        fn they_count_as_the_sets_do(
            named in vec(vec(prop::bool::weighted(0.2), 150), WORTHWHILE..24), among in vec(prop::bool::ANY, 150),
        ) {
            let set = |members: &[bool]| {
                let mut set = Bits::new(members.len());
                members.iter().enumerate().filter(|(_, is_in)| **is_in).for_each(|(v, _)| set.insert(v));
                set
            };
            let token = Token::Item(Item::Term(TermId::new("x")));
            let tokens: Vec<_> = named.iter().map(|named| (token.clone(), Rc::new(set(named)))).collect();
            let lists = Lists::new(&tokens, 150).unwrap();
            let among = set(&among);
            let mut counts = vec![0; tokens.len()];
            lists.count(&among, &mut counts);
            for (count, (_, naming)) in counts.iter().zip(&tokens) {
                prop_assert_eq!(*count as usize, among.count_common(naming));
            }
        }
    }
}
