//! Answers that later questions need again.

use std::{cell::RefCell, rc::Rc};

use super::{
    Judged,
    bits::Bits,
    index::{Index, bytes_of},
    options::Options,
    order::{Order, Ranking},
};
use crate::catalogue::id::RowId;

#[derive(Default)]
pub struct Kept {
    judged: RefCell<Generations>,
    options: RefCell<ByKey<Options>>,
    rankings: RefCell<ByKey<Ranking>>,
}

/// What has been made, by keys.
struct ByKey<T> {
    keys: Index,
    made: Vec<Rc<T>>,
}

impl<T> Default for ByKey<T> {
    fn default() -> Self {
        Self { keys: Index::default(), made: Vec::new() }
    }
}

impl<T> ByKey<T> {
    fn get(&self, key: &[u8]) -> Option<Rc<T>> {
        self.keys.find(key).map(|number| self.made[number].clone())
    }

    /// Puts in what is not there yet.
    fn put(&mut self, key: &[u8], made: Rc<T>) {
        if self.keys.add(key) == self.made.len() {
            self.made.push(made);
        }
    }
}

/// Sets, each once, however often it comes.
#[derive(Default)]
pub struct Sets(ByKey<Bits>);

impl Sets {
    /// The set that is there and has the same members, or else this one, which is now there. Also tells whether it is
    /// new.
    pub fn one(&mut self, set: Rc<Bits>) -> (Rc<Bits>, bool) {
        let key = set.hash().to_le_bytes();
        match self.0.get(&key) {
            Some(known) if known == set => (known, false),
            // Where two share a hash, which hardly happens, the second is not kept.
            Some(_) => (set, true),
            None => {
                self.0.put(&key, set.clone());
                (set, true)
            }
        }
    }
}

impl Kept {
    /// The verdicts of a requirement, which are kept as long as they are asked for from time to time.
    pub fn judged(&self, requirement: String, make: impl FnOnce() -> Judged) -> Rc<Judged> {
        if let Some(known) = self.judged.borrow_mut().get(&requirement) {
            return known;
        }
        let made = make();
        self.judged.borrow_mut().insert(&requirement, made)
    }

    pub fn options(&self, row: &RowId, make: impl FnOnce() -> Options) -> Rc<Options> {
        keep(&self.options, row.as_str().as_bytes(), make)
    }

    pub fn ranking(&self, order: &Order, make: impl FnOnce() -> Ranking) -> Rc<Ranking> {
        keep(&self.rankings, &bytes_of(order), make)
    }

    /// Forgets all that depends on the day.
    pub fn forget_verdicts(&self) {
        self.judged.take();
        self.options.take();
    }

    /// What the orders of all vendors and the options of rows take of memory, in bytes.
    pub fn index_bytes(&self) -> usize {
        let options = self.options.borrow().made.iter().map(|options| options.bytes()).sum::<usize>();
        options + self.rankings.borrow().made.iter().map(|ranking| ranking.bytes()).sum::<usize>()
    }

    /// What kept verdicts take of memory, in bytes; at most about [`GENERATION`] twice.
    pub fn verdict_bytes(&self) -> usize {
        let generations = self.judged.borrow();
        generations.new.bytes + generations.old.bytes
    }
}

/// What is kept under a key, or else is made now.
fn keep<T>(kept: &RefCell<ByKey<T>>, key: &[u8], make: impl FnOnce() -> T) -> Rc<T> {
    if let Some(known) = kept.borrow().get(key) {
        return known;
    }
    let made = Rc::new(make());
    kept.borrow_mut().put(key, made.clone());
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
    judged: ByKey<Judged>,
    /// Many requirements leave the same vendors open, so sets are kept once.
    sets: Sets,
    bytes: usize,
}

impl Generations {
    fn get(&mut self, requirement: &str) -> Option<Rc<Judged>> {
        if let Some(known) = self.new.judged.get(requirement.as_bytes()) {
            return Some(known);
        }
        let known = self.old.judged.get(requirement.as_bytes())?;
        Some(self.insert(requirement, (*known).clone()))
    }

    fn insert(&mut self, requirement: &str, judged: Judged) -> Rc<Judged> {
        if self.new.bytes > GENERATION {
            self.old = std::mem::take(&mut self.new);
        }
        let mut one = |set: Rc<Bits>| {
            let (set, is_new) = self.new.sets.one(set);
            self.new.bytes += if is_new { set.bytes() } else { 0 };
            set
        };
        let judged = Rc::new(Judged { yes: one(judged.yes), open: judged.open.map(one) });
        self.new.judged.put(requirement.as_bytes(), judged.clone());
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
