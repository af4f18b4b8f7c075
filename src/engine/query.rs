//! Several requirements together: who meets them, who cannot be told, and what each option would leave.

use std::rc::Rc;

use super::{
    Engine, Judged,
    bits::Bits,
    options::Options,
    order::{By, Order},
    text::{self, Field},
};
use crate::{
    catalogue::id::RowId,
    requirement::{Requirement, Subject, counts::Counts},
};

/// What is asked.
#[derive(Debug, Clone, PartialEq)]
pub struct Query {
    pub asked: Vec<Asked>,
    /// Words that a vendor must have, each at least as the beginning of one; empty for all vendors.
    pub text: String,
    /// Where to look for the words.
    pub fields: Vec<Field>,
    pub order: Order,
}

/// A requirement as a query asks it.
#[derive(Debug, Clone, PartialEq)]
pub struct Asked {
    pub requirement: Requirement,
    /// Whoever cannot be told stays in the running as if they met it.
    pub or_cannot_tell: bool,
}

impl Default for Query {
    /// All vendors, by name.
    fn default() -> Self {
        let order = Order { by: By::Name, descending: false };
        Self { asked: Vec::new(), text: String::new(), fields: Field::ALL.to_vec(), order }
    }
}

/// The three groups.
#[derive(Debug, Clone, PartialEq)]
pub struct Groups {
    pub meets: Bits,
    pub cannot_tell: Bits,
    pub does_not_meet: Bits,
}

/// The answer to a query; its parts are worked out when they are asked for.
pub struct Answer<'a> {
    engine: &'a Engine,
    /// Those who have the words.
    among: Rc<Bits>,
    judged: Vec<(Subject, Judged)>,
    order: Order,
}

impl Engine {
    /// Judges all vendors by all requirements.
    pub fn query(&self, query: &Query) -> Answer<'_> {
        let judge = |asked: &Asked| {
            let judged = self.judge(&asked.requirement);
            let yes = if asked.or_cannot_tell { &judged.possible } else { &judged.yes };
            let judged = Judged { yes: yes.clone(), possible: judged.possible.clone() };
            (asked.requirement.subject.clone(), judged)
        };
        Answer {
            engine: self,
            among: Rc::new(text::matching(self, &query.text, &query.fields)),
            judged: query.asked.iter().map(judge).collect(),
            order: query.order.clone(),
        }
    }
}

impl Answer<'_> {
    /// The three groups; without requirements every vendor meets them. Who does not have the words is in none.
    pub fn groups(&self) -> Groups {
        let Judged { yes, possible } = self.together(None);
        let mut does_not_meet = (*self.among).clone();
        does_not_meet.remove_all(&possible);
        let mut cannot_tell = (*possible).clone();
        cannot_tell.remove_all(&yes);
        Groups { meets: (*yes).clone(), cannot_tell, does_not_meet }
    }

    /// A page of a set of vendors, in the order of the query.
    pub fn page(&self, within: &Bits, offset: usize, limit: usize) -> Vec<usize> {
        self.engine.ranking(&self.order).page(within, offset, limit)
    }

    /// What each option of a row would leave, together with the requirements on the other rows.
    pub fn counts_on(&self, row: &RowId) -> (Rc<Options>, Vec<Counts>) {
        let options = self.engine.options(row);
        let others = self.together(Some(&Subject::Row(row.clone())));
        let counts = options.judged.iter().map(|option| count(&others, option)).collect();
        (options, counts)
    }

    /// What one option would leave, together with the requirements on the other rows.
    pub fn count(&self, option: &Requirement) -> Counts {
        count(&self.together(Some(&option.subject)), &self.engine.judge(option))
    }

    /// Who meets all requirements, but those on one subject.
    fn together(&self, without: Option<&Subject>) -> Judged {
        let (mut yes, mut possible) = (self.among.clone(), self.among.clone());
        for (_, judged) in self.judged.iter().filter(|(subject, _)| Some(subject) != without) {
            let is_open = !Rc::ptr_eq(&judged.yes, &judged.possible) || !Rc::ptr_eq(&yes, &possible);
            if is_open {
                Rc::make_mut(&mut possible).keep(&judged.possible);
                Rc::make_mut(&mut yes).keep(&judged.yes);
            } else {
                drop(possible);
                Rc::make_mut(&mut yes).keep(&judged.yes);
                possible = yes.clone();
            }
        }
        Judged { yes, possible }
    }
}

fn count(others: &Judged, option: &Judged) -> Counts {
    let meets = others.yes.count_common(&option.yes);
    let nothing_open = Rc::ptr_eq(&others.yes, &others.possible) && Rc::ptr_eq(&option.yes, &option.possible);
    let possible = if nothing_open { meets } else { others.possible.count_common(&option.possible) };
    Counts { meets, cannot_tell: possible - meets }
}
