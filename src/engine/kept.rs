//! Answers that later questions need again.

use std::{cell::RefCell, hash::Hash, rc::Rc};

use rustc_hash::{FxHashMap, FxHashSet};

use super::{
    Judged,
    bits::Bits,
    options::Options,
    order::{Order, Ranking},
};
use crate::catalogue::id::RowId;

#[derive(Default)]
pub struct Kept {
    judged: RefCell<Generations>,
    options: RefCell<FxHashMap<RowId, Rc<Options>>>,
    rankings: RefCell<FxHashMap<Order, Rc<Ranking>>>,
}

impl Kept {
    /// The verdicts of a requirement, which are kept as long as they are asked for from time to time.
    pub fn judged(&self, requirement: String, make: impl FnOnce() -> Judged) -> Rc<Judged> {
        if let Some(known) = self.judged.borrow_mut().get(&requirement) {
            return known;
        }
        let made = make();
        self.judged.borrow_mut().insert(requirement, made)
    }

    pub fn options(&self, row: &RowId, make: impl FnOnce() -> Options) -> Rc<Options> {
        keep(&self.options, row, make)
    }

    pub fn ranking(&self, order: &Order, make: impl FnOnce() -> Ranking) -> Rc<Ranking> {
        keep(&self.rankings, order, make)
    }

    /// Forgets all that depends on the day.
    pub fn forget_verdicts(&self) {
        self.judged.take();
        self.options.take();
    }

    /// What the orders of all vendors and the options of rows take of memory, in bytes.
    pub fn index_bytes(&self) -> usize {
        let options = self.options.borrow().values().map(|options| options.bytes()).sum::<usize>();
        options + self.rankings.borrow().values().map(|ranking| ranking.bytes()).sum::<usize>()
    }

    /// What kept verdicts take of memory, in bytes; at most about [`GENERATION`] twice.
    pub fn verdict_bytes(&self) -> usize {
        let generations = self.judged.borrow();
        generations.new.bytes + generations.old.bytes
    }
}

/// What is kept under a key, or else is made now.
fn keep<K: Hash + Eq + Clone, V>(
    kept: &RefCell<FxHashMap<K, Rc<V>>>,
    key: &K,
    make: impl FnOnce() -> V,
) -> Rc<V> {
    if let Some(known) = kept.borrow().get(key) {
        return known.clone();
    }
    let made = Rc::new(make());
    kept.borrow_mut().insert(key.clone(), made.clone());
    made
}

/// How much of memory the newer verdicts may take, in bytes, before those that nobody has asked for since are given up.
const GENERATION: usize = 3 << 20;

/// The newer verdicts, and those before them. What is asked for again becomes new.
#[derive(Default)]
struct Generations {
    new: Generation,
    old: Generation,
}

#[derive(Default)]
struct Generation {
    judged: FxHashMap<String, Rc<Judged>>,
    /// Many requirements leave the same vendors open, so sets are kept once.
    sets: FxHashSet<Rc<Bits>>,
    bytes: usize,
}

impl Generations {
    fn get(&mut self, requirement: &str) -> Option<Rc<Judged>> {
        if let Some(known) = self.new.judged.get(requirement) {
            return Some(known.clone());
        }
        let (requirement, known) = self.old.judged.remove_entry(requirement)?;
        Some(self.insert(requirement, (*known).clone()))
    }

    fn insert(&mut self, requirement: String, judged: Judged) -> Rc<Judged> {
        if self.new.bytes > GENERATION {
            self.old = std::mem::take(&mut self.new);
        }
        let mut one = |set: Rc<Bits>| match self.new.sets.get(&set) {
            Some(known) => known.clone(),
            None => {
                self.new.bytes += set.bytes();
                self.new.sets.insert(set.clone());
                set
            }
        };
        let judged = Rc::new(Judged { yes: one(judged.yes), open: judged.open.map(one) });
        self.new.judged.insert(requirement, judged.clone());
        judged
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judged(number: usize) -> Judged {
        let mut yes = Bits::new(1 << 20);
        yes.insert(number);
        Judged { yes: Rc::new(yes), open: Some(Rc::new(Bits::full(1 << 20))) }
    }

    #[test]
    fn what_is_asked_for_again_stays_and_the_rest_goes() {
        let kept = Kept::default();
        // A set takes 128 KiB here, so that 24 fill a generation.
        for number in 0..200 {
            kept.judged(format!("{number}"), || judged(number));
            kept.judged("often".to_owned(), || judged(1_000));
        }
        let again = kept.judged("often".to_owned(), || unreachable!("it was asked for all the time"));
        assert!(again.yes.contains(1_000));
        let mut is_made = false;
        kept.judged("0".to_owned(), || {
            is_made = true;
            judged(0)
        });
        assert!(is_made);
        assert!(kept.verdict_bytes() < GENERATION * 5 / 2, "{}", kept.verdict_bytes());
    }
}
