//! What options would leave: many sets counted against the same few.

use std::rc::Rc;

use vendor_compare_kernel as kernel;

use super::{Judged, bits::Bits, options::Options};
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

    /// What each option of a row would leave.
    pub fn count_all(&mut self, options: &Options) -> Vec<Counts> {
        if self.meets.size == self.meets.set.universe() {
            return options.of_all.clone();
        }
        let lists = options.lists.as_ref().filter(|lists| {
            let sets = [Some(&self.meets), self.open.as_ref()];
            let sets = || sets.iter().flatten();
            let vendors = sets().map(|against| against.size).sum();
            // Measured: counting a word in two sets takes about three quarters of a step.
            let words = sets().map(|against| against.set.words().len()).sum::<usize>();
            lists.steps(vendors) < options.judged.len() * words / 4 * 3
        });
        let Some((lists, named)) = lists.map(|lists| (lists, lists.tokens())) else {
            return options.judged.iter().map(|option| self.count(option)).collect();
        };
        let of = |against: Option<&Against>| {
            let mut counts = vec![0; usize::from(u8::MAX) + 1];
            against.iter().for_each(|against| lists.count(&against.set, &mut counts));
            counts
        };
        let (meets, open) = (of(Some(&self.meets)), of(self.open.as_ref()));
        let counts = options.judged.iter().enumerate().map(|(place, option)| {
            if place >= named {
                return self.count(option);
            }
            let open_by_option = option.open.as_ref().map_or(0, |open| self.open_by(open));
            Counts { meets: meets[place] as usize, cannot_tell: open[place] as usize + open_by_option }
        });
        counts.collect()
    }

    /// What an option would leave.
    pub fn count(&mut self, option: &Judged) -> Counts {
        let meets = self.meets.count(&option.yes);
        let open_by_others = self.open.as_ref().map_or(0, |open| open.count(&option.yes));
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
struct Against {
    set: Rc<Bits>,
    /// How many there are in it.
    size: usize,
    /// Where most words are empty, the others, with their places.
    filled: Option<Vec<(u32, u64)>>,
}

impl Against {
    /// A set with fewer vendors than one in so many words is better looked at word by word.
    const SPARSE: usize = 6;

    fn new(set: &Rc<Bits>) -> Self {
        let size = set.count();
        let filled = || set.words().iter().enumerate().filter(|(_, word)| **word != 0);
        let is_sparse = size * Self::SPARSE < set.words().len();
        let filled = is_sparse.then(|| filled().map(|(index, word)| (index as u32, *word)).collect());
        Self { set: set.clone(), size, filled }
    }

    fn count(&self, other: &Bits) -> usize {
        let Some(filled) = &self.filled else { return self.set.count_common(other) };
        kernel::count_filled(filled, other.words())
    }
}
