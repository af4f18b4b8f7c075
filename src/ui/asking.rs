//! What the page asks about a catalogue of which it holds a part only.

use std::{cell::RefCell, rc::Rc};

use super::{app::Props, effect::Effect, later::door};
use crate::{
    catalogue::id::ProviderId,
    requirement::{
        outcome::{Assessment, Outcome},
        verdict::Verdict,
    },
    state::{
        State,
        window::{Totals, Window, needed},
    },
};

/// A question that has been asked.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Asked {
    pub question: String,
    /// The options that it counts.
    pub count: Vec<String>,
}

/// The last question, and what the next one depends on.
pub struct Asking {
    last: Asked,
    /// The state that was asked about.
    pub about: Rc<State>,
    /// The options whose counts were looked for in the last drawing.
    pub wanted: Rc<RefCell<Vec<String>>>,
}

impl Asking {
    /// Nothing has been asked, and what is there belongs to this state.
    pub fn new(about: Rc<State>) -> Self {
        Self { last: Asked::default(), about, wanted: Rc::default() }
    }

    /// Asks for what the last drawing lacked of a catalogue that the page does not hold: other results, counts, vendors that are not here.
    pub fn ask(&mut self, state: &Rc<State>, props: &Props) {
        let mut count = self.wanted.take();
        if count.is_empty() {
            // The form was not drawn.
            count.clone_from(&self.last.count);
        }
        let is_same = count == self.last.count && !differ(state, &self.about, props);
        let needed = needed(state);
        // Who is only named by others is here without claims.
        let is_here = |id| props.catalogue.provider(id).is_some_and(|provider| !provider.claims.is_empty());
        if is_same && needed.iter().all(|id| is_here(id)) {
            return;
        }
        let question = door::question(state, props.today, &count, &needed);
        if question != self.last.question {
            self.last = Asked { question, count };
            self.about = state.clone();
            props.effect.emit(Effect::Ask(self.last.clone()));
        }
    }
}

/// Whether two states have different results.
pub fn differ(one: &State, other: &State, props: &Props) -> bool {
    let results = |state| door::question(state, props.today, &[], &[]);
    results(one) != results(other)
}

/// How many there are: in the whole catalogue, of which the outcome may be a part, or among those found.
pub fn totals(outcome: &Outcome, window: Option<&Window>, found: Option<&Vec<ProviderId>>) -> Totals {
    let is_found = |a: &&Assessment| found.is_none_or(|found| found.contains(&a.vendor));
    let count = |verdict| outcome.group(verdict).filter(is_found).count();
    let counted = || Totals {
        all: outcome.assessments.len(),
        meets: count(Verdict::Yes),
        cannot_tell: count(Verdict::Unknown),
        does_not_meet: count(Verdict::No),
    };
    window.map_or_else(counted, |window| window.totals)
}
