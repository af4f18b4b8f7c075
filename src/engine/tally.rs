//! What options would leave: many sets counted against the same few.

use std::rc::Rc;

use super::{Judged, bits::Bits};
use crate::requirement::counts::Counts;

/// The answers to everything else that is asked, against which options are counted.
pub struct Tally {
    meets: Against,
    /// Of whom it cannot be told; `None` where there are none.
    open: Option<Against>,
    /// Both together.
    possible: Against,
    /// Those who are left open by the last option that left any, and how many of them are possible: most options of a
    /// row leave the same vendors open.
    last: Option<(Rc<Bits>, usize)>,
}

impl Tally {
    pub fn new(others: &Judged) -> Self {
        Self {
            meets: Against::new(&others.yes),
            open: others.open.as_ref().map(Against::new),
            possible: Against::new(&others.possible()),
            last: None,
        }
    }

    /// What an option would leave.
    pub fn count(&mut self, option: &Judged) -> Counts {
        let (meets, open_by_others) = match (&self.meets, &self.open) {
            (Against::Many(meets), Some(Against::Many(open))) => option.yes.count_both(meets, open),
            (meets, open) => {
                (meets.count(&option.yes), open.as_ref().map_or(0, |open| open.count(&option.yes)))
            }
        };
        let open_by_option = option.open.as_ref().map_or(0, |open| self.open_by(open));
        Counts { meets, cannot_tell: open_by_others + open_by_option }
    }

    fn open_by(&mut self, open: &Rc<Bits>) -> usize {
        match &self.last {
            Some((known, count)) if Rc::ptr_eq(known, open) => *count,
            _ => {
                let count = self.possible.count(open);
                self.last = Some((open.clone(), count));
                count
            }
        }
    }
}

/// A set against which others are counted.
enum Against {
    Many(Rc<Bits>),
    /// Where most words are empty, only the others are looked at.
    Few(Vec<(u32, u64)>),
}

impl Against {
    /// A set with fewer words than one in so many is better looked at word by word.
    const FEW: usize = 6;

    fn new(set: &Rc<Bits>) -> Self {
        let filled = || set.words().iter().enumerate().filter(|(_, word)| **word != 0);
        if filled().count() * Self::FEW < set.words().len() {
            Self::Few(filled().map(|(index, word)| (index as u32, *word)).collect())
        } else {
            Self::Many(set.clone())
        }
    }

    fn count(&self, other: &Bits) -> usize {
        match self {
            Self::Many(set) => set.count_common(other),
            Self::Few(filled) => {
                let words = other.words();
                let common =
                    filled.iter().map(|(index, word)| (word & words[*index as usize]).count_ones() as usize);
                common.sum()
            }
        }
    }
}
