//! Three-valued answers over all vendors.

use std::rc::Rc;

use super::bits::Bits;
use crate::requirement::verdict::Verdict;

/// Who meets a requirement, and of whom it cannot be told.
#[derive(Debug, Clone, PartialEq)]
pub struct Judged {
    pub yes: Rc<Bits>,
    /// Those of whom it cannot be told; `None` where there are none.
    pub open: Option<Rc<Bits>>,
}

impl Judged {
    /// From two sets without a common vendor.
    pub fn new(yes: Bits, open: Bits) -> Self {
        Self { yes: Rc::new(yes), open: (!open.is_empty()).then(|| Rc::new(open)) }
    }

    /// The verdict on one vendor.
    pub fn of(&self, vendor: usize) -> Verdict {
        if self.yes.contains(vendor) {
            Verdict::Yes
        } else if self.open.as_ref().is_some_and(|open| open.contains(vendor)) {
            Verdict::Unknown
        } else {
            Verdict::No
        }
    }

    /// All but those for whom it is a no; the same set as `yes` where nothing is open.
    pub fn possible(&self) -> Rc<Bits> {
        let Some(open) = &self.open else { return self.yes.clone() };
        let mut possible = (*self.yes).clone();
        possible.join(open);
        Rc::new(possible)
    }

    /// With everybody among the yes of whom it cannot be told.
    pub fn leniently(&self) -> Self {
        Self { yes: self.possible(), open: None }
    }

    /// The verdicts on the negation.
    pub fn denied(&self) -> Self {
        let mut yes = Bits::full(self.yes.universe());
        yes.remove_all(&self.possible());
        Self { yes: Rc::new(yes), open: self.open.clone() }
    }

    /// Kleene's *and*.
    pub fn and(&self, other: &Self) -> Self {
        let mut yes = (*self.yes).clone();
        yes.keep(&other.yes);
        if self.open.is_none() && other.open.is_none() {
            return Self { yes: Rc::new(yes), open: None };
        }
        let mut open = (*self.possible()).clone();
        match &other.open {
            Some(maybe) => open.keep_either(&other.yes, maybe),
            None => open.keep(&other.yes),
        }
        open.remove_all(&yes);
        Self::new_shared(Rc::new(yes), open)
    }

    /// Kleene's *or*.
    pub fn or(&self, other: &Self) -> Self {
        let mut yes = (*self.yes).clone();
        yes.join(&other.yes);
        let mut open = Bits::new(yes.universe());
        [self, other].iter().filter_map(|judged| judged.open.as_ref()).for_each(|maybe| open.join(maybe));
        open.remove_all(&yes);
        Self::new_shared(Rc::new(yes), open)
    }

    fn new_shared(yes: Rc<Bits>, open: Bits) -> Self {
        Self { yes, open: (!open.is_empty()).then(|| Rc::new(open)) }
    }

    /// The sets that it consists of.
    pub fn parts(&self) -> impl Iterator<Item = &Rc<Bits>> {
        [&self.yes].into_iter().chain(&self.open)
    }

    /// What the answer takes of memory, in bytes.
    pub fn bytes(&self) -> usize {
        self.parts().map(|set| set.bytes()).sum()
    }
}
