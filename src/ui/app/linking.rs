//! States that are read from a link, which may name what the visitor has entered.

use std::rc::Rc;

use super::{App, Change, Props};
use crate::state::{State, link};

/// A link that a state was read from.
pub struct Linked {
    pub text: Rc<str>,
    /// The step that this state is.
    pub number: usize,
}

impl App {
    /// What the link names may be the visitor's own, which was not there when it was read. A step that has been taken since
    /// stands.
    pub(super) fn read_link_again(&mut self, props: &Props) {
        let linked = self.linked.as_ref().filter(|linked| linked.number == self.history.number());
        let Some(text) = linked.map(|linked| linked.text.clone()) else { return };
        self.join_now(props);
        let told = link::read(&text, &self.mine.base).notices.len();
        let mut state = self.linked_state(&text);
        // What else was told stays.
        state.notices.extend(self.state.notices.iter().skip(told).cloned());
        let mut state = Rc::new(state);
        self.hold(&mut state, props);
        self.history.put(state.clone());
        self.arrive(state, props);
    }

    /// Goes where the browser has gone already.
    pub(super) fn follow(&mut self, text: &str, props: &Props) {
        let mut state = Rc::new(self.linked_state(text));
        self.hold(&mut state, props);
        self.history.take(state.clone());
        self.linked = Some(Linked { text: Rc::from(text), number: self.history.number() });
        self.arrive(state, props);
    }

    /// No link holds what was entered.
    fn linked_state(&self, text: &str) -> State {
        State { project: self.state.project.clone(), ..link::read(text, &self.mine.catalogue) }
    }

    /// Shows a state that the address stands at: it takes no step.
    fn arrive(&mut self, state: Rc<State>, props: &Props) {
        self.show(state.clone(), props);
        props.on_change.emit(Change { state, number: self.history.number(), is_step: false });
    }
}
