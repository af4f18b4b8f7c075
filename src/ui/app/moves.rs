//! Where the keyboard goes when a part of the page opens, comes or closes.

use super::App;
use crate::{
    requirement::Subject,
    state::{CellId, State, View, adding::Adding},
    ui::{
        ask, focus,
        later::{self, Later},
        page::Page,
    },
};

/// What the page shows, as far as the focus depends on it.
#[derive(Clone, PartialEq)]
pub struct Drawn {
    view: View,
    /// The cell whose evidence is open.
    evidence: Option<CellId>,
    panel: Panel,
    /// Whether all that is to be shown is here.
    is_here: bool,
}

/// What the panel of a new requirement shows.
#[derive(Clone, PartialEq)]
enum Panel {
    Closed,
    Finding,
    Writing(Subject, Option<usize>),
}

impl Drawn {
    /// At the beginning nothing is open, and the focus is left where it is.
    pub fn at_first(state: &State) -> Self {
        Self { view: state.view.clone(), evidence: None, panel: Panel::Closed, is_here: true }
    }

    fn of(state: &State, later: &Later) -> Self {
        let panel = match &state.adding {
            Adding::Closed => Panel::Closed,
            Adding::Finding { .. } => Panel::Finding,
            Adding::Writing(writing) => Panel::Writing(writing.subject.clone(), writing.replaces),
        };
        let is_here = !later::is_needed(state) || *later == Later::Here;
        Self { view: state.view.clone(), evidence: state.evidence.clone(), panel, is_here }
    }
}

impl Panel {
    /// Where the focus goes after another panel: from one that has closed back to what had opened it.
    fn focused_after(&self, before: &Self) -> String {
        match (self, before) {
            (Self::Closed, Self::Writing(_, Some(index))) => ask::part_id(*index),
            (Self::Closed, _) => "adding-open".to_owned(),
            (Self::Finding, _) => "adding-words".to_owned(),
            (Self::Writing(..), _) => "adding-heading".to_owned(),
        }
    }
}

impl App {
    /// To the heading of what has opened, and back to the mark of what has closed; if the focus is ours to move.
    pub(super) fn move_focus(&mut self) {
        let now = Drawn::of(&self.state, &self.later);
        let before = std::mem::replace(&mut self.drawn, now.clone());
        if !self.leads_focus {
            return;
        }
        let has_come = now.is_here && !before.is_here;
        let is_opened = now.evidence != before.evidence || has_come;
        if let (true, Some(cell)) = (is_opened && now.is_here, &now.evidence) {
            focus::by_id(&self.root, "evidence-heading");
            focus::reveal(&self.root, &Page::mark_id(cell));
        } else if now.panel != before.panel || has_come && now.panel != Panel::Closed {
            focus::by_id(&self.root, &now.panel.focused_after(&before.panel));
        } else if now.view != before.view || has_come {
            focus::by_id(&self.root, "view-heading");
        } else if let (None, Some(cell)) = (&now.evidence, &before.evidence) {
            focus::by_id(&self.root, &Page::mark_id(cell));
            // The mark may be in a closed section, or in a row that is left out.
            focus::restore(&self.root, "view-heading");
        } else {
            focus::restore(&self.root, &self.focused);
        }
    }
}
