//! What every part of the page can see: the catalogue, the state, what follows from both, and how to act.

use std::rc::Rc;

use yew::prelude::*;

use super::element::value_of;
use crate::{
    catalogue::{
        Catalogue,
        date::Date,
        id::{ProviderId, RowId},
    },
    requirement::{evaluate::Context, outcome::Outcome},
    state::{CellId, State, reduce::Action},
};

/// What every part of the page is drawn from. Cheap to clone.
#[derive(Clone)]
pub struct Page {
    pub catalogue: Rc<Catalogue>,
    pub state: Rc<State>,
    pub outcome: Rc<Outcome>,
    /// The day as of which everything is judged.
    pub as_of: Date,
    pub today: Date,
    pub dispatch: Callback<Action>,
}

impl Page {
    /// For what judges.
    pub fn context(&self) -> Context<'_> {
        Context { catalogue: &self.catalogue, as_of: self.as_of }
    }

    pub fn act(&self, action: Action) {
        self.dispatch.emit(action);
    }

    /// A callback that acts, whatever the event says.
    pub fn on<E: 'static>(&self, action: Action) -> Callback<E> {
        let dispatch = self.dispatch.clone();
        Callback::from(move |_: E| dispatch.emit(action.clone()))
    }

    /// A callback that acts by the value of the field that the event came from. A plain function, because every
    /// closure would be written out once more in the program.
    pub fn on_value<E: AsRef<web_sys::Event> + 'static>(
        &self,
        action: fn(&Page, &str) -> Option<Action>,
    ) -> Callback<E> {
        let page = self.clone();
        Callback::from(move |event: E| page.act_by_value(event.as_ref(), action))
    }

    fn act_by_value(&self, event: &web_sys::Event, action: fn(&Page, &str) -> Option<Action>) {
        if let Some(action) = value_of(event).and_then(|value| action(self, &value)) {
            self.act(action);
        }
    }

    pub fn shows_evidence_of(&self, provider: &ProviderId, row: &RowId) -> bool {
        self.state.evidence.as_ref().is_some_and(|cell| cell.provider == *provider && cell.row == *row)
    }

    /// The mark that opens the evidence of a cell, as an element id.
    pub fn mark_id(cell: &CellId) -> String {
        format!("evidence-of-{}-{}", cell.provider, cell.row)
    }
}
