//! Several requirements together: who meets them, who cannot be told, and what each option would leave.

use std::rc::Rc;

use super::{
    Engine, Judged,
    bits::Bits,
    options::Options,
    order::{By, Order},
    tally::Tally,
    text::{self, Field},
};
use crate::{
    catalogue::id::RowId,
    requirement::{Requirement, Subject, counts::Counts},
};

/// What is asked.
#[derive(Debug, Clone, PartialEq)]
pub struct Query {
    pub asked: Vec<Requirement>,
    /// Words that a vendor must have, each at least as the beginning of one; empty for all vendors.
    pub text: String,
    /// The vendors among whom is asked; `None` for all.
    pub only: Option<Vec<usize>>,
    /// Where to look for the words.
    pub fields: Vec<Field>,
    pub order: Order,
}

impl Default for Query {
    /// All vendors, by name.
    fn default() -> Self {
        let order = Order { by: By::Name, descending: false };
        Self { asked: Vec::new(), text: String::new(), only: None, fields: Field::ALL.to_vec(), order }
    }
}

/// The three groups.
#[derive(Debug, Clone, PartialEq)]
pub struct Groups {
    pub meets: Rc<Bits>,
    pub cannot_tell: Rc<Bits>,
    pub does_not_meet: Rc<Bits>,
}

/// The answer to a query; its parts are worked out when they are asked for.
pub struct Answer<'a> {
    engine: &'a Engine,
    /// Those who have the words.
    among: Rc<Bits>,
    judged: Vec<(Subject, Rc<Judged>)>,
    order: Order,
}

impl Engine {
    /// Judges all vendors by all requirements.
    pub fn query(&self, query: &Query) -> Answer<'_> {
        let judge = |asked: &Requirement| (asked.subject.clone(), self.judge_for_groups(asked));
        let mut among = match query.text.is_empty() {
            true => self.everybody.clone(),
            false => Rc::new(text::matching(self, &query.text, &query.fields)),
        };
        if let Some(only) = &query.only {
            let mut shown = Bits::new(self.len());
            only.iter().for_each(|vendor| shown.insert(*vendor));
            Rc::make_mut(&mut among).keep(&shown);
        }
        Answer {
            engine: self,
            among,
            judged: query.asked.iter().map(judge).collect(),
            order: query.order.clone(),
        }
    }
}

impl Answer<'_> {
    /// The three groups; without requirements every vendor meets them. Who does not have the words is in none.
    pub fn groups(&self) -> Groups {
        let judged = self.together(None);
        let mut does_not_meet = (*self.among).clone();
        judged.parts().for_each(|set| does_not_meet.remove_all(set));
        let nobody = || Rc::new(Bits::new(self.engine.len()));
        Groups {
            meets: judged.yes,
            cannot_tell: judged.open.unwrap_or_else(nobody),
            does_not_meet: Rc::new(does_not_meet),
        }
    }

    /// A page of a set of vendors, in the order of the query.
    pub fn page(&self, within: &Bits, offset: usize, limit: usize) -> Vec<usize> {
        self.engine.ranking(&self.order).page(within, offset, limit)
    }

    /// What each option of each of these rows would leave, together with the requirements on the other rows.
    pub fn counts_on(&self, rows: &[RowId]) -> Vec<(Rc<Options>, Vec<Counts>)> {
        // Rows on which nothing is required all stand against the same.
        let mut of_all: Option<Tally> = None;
        let counts = rows.iter().map(|row| {
            let options = self.engine.options(row);
            let subject = Subject::Row(row.clone());
            let is_asked = self.judged.iter().any(|(asked, _)| *asked == subject);
            let mut alone;
            let tally = match is_asked {
                true => {
                    alone = Tally::new(&self.together(Some(&subject)));
                    &mut alone
                }
                false => of_all.get_or_insert_with(|| Tally::new(&self.together(None))),
            };
            let counts = tally.count_all(&options);
            (options, counts)
        });
        counts.collect()
    }

    /// What one option would leave, together with the requirements on the other rows.
    pub fn count(&self, option: &Requirement) -> Counts {
        Tally::new(&self.together(Some(&option.subject))).count(&self.engine.judge_for_groups(option))
    }

    /// Who meets all requirements, but those on one subject.
    fn together(&self, without: Option<&Subject>) -> Judged {
        let asked = self.judged.iter().filter(|(subject, _)| Some(subject) != without);
        let mut together = Together { yes: self.among.clone(), possible: None };
        asked.for_each(|(_, judged)| together.and(judged));
        together.judged()
    }
}

/// What several requirements leave, while they are joined.
struct Together {
    yes: Rc<Bits>,
    /// With those of whom it cannot be told; `None` while there are none.
    possible: Option<Bits>,
}

impl Together {
    fn and(&mut self, judged: &Judged) {
        if judged.open.is_some() && self.possible.is_none() {
            self.possible = Some((*self.yes).clone());
        }
        match (&mut self.possible, &judged.open) {
            (Some(possible), Some(open)) => possible.keep_either(&judged.yes, open),
            (Some(possible), None) => possible.keep(&judged.yes),
            (None, _) => {}
        }
        Rc::make_mut(&mut self.yes).keep(&judged.yes);
    }

    fn judged(self) -> Judged {
        let open = self.possible.and_then(|mut possible| {
            possible.remove_all(&self.yes);
            (!possible.is_empty()).then(|| Rc::new(possible))
        });
        Judged { yes: self.yes, open }
    }
}
