//! What the page around the element allows, is asked and is told.

use std::rc::Rc;

use super::{App, Intent, Props, Settled};
use crate::{
    comparison::MIN,
    requirement::verdict::Verdict,
    state::{State, View, reduce::Action},
    ui::asking::{differ, totals},
};

impl App {
    /// Brings a state within the bounds; whether its requirements were.
    pub(super) fn hold(&self, state: &mut Rc<State>, props: &Props) -> bool {
        props.bounds.hold(Rc::make_mut(state), &self.mine.catalogue)
    }

    /// Whether the page itself is to do what the visitor wants.
    pub(super) fn may(&self, action: &Action, props: &Props) -> bool {
        let intent = match action {
            Action::Show(View::Profile(id)) => {
                Intent::Select(id.clone(), self.mine.catalogue.provider_name(id))
            }
            Action::Show(View::Compare) if self.state.compared.len() >= MIN => {
                Intent::Compare(self.state.compared.clone())
            }
            _ => return true,
        };
        props.may.emit(intent)
    }

    /// Tells what is shown, unless an answer is still to come.
    pub(super) fn settle(&self, props: &Props) {
        let window = props.window.as_deref();
        if window.is_some() && differ(&self.state, &self.judged, props) {
            return;
        }
        let found = self.found(props);
        let shown = [Verdict::Yes, Verdict::Unknown, Verdict::No].map(|verdict| match (window, &found) {
            (Some(window), _) => window.shown(verdict).to_vec(),
            (None, found) => {
                let group = self.outcome.group(verdict).map(|assessment| assessment.vendor.clone());
                group.filter(|id| found.as_ref().is_none_or(|found| found.contains(id))).collect()
            }
        });
        let totals = totals(&self.outcome, window, found.as_deref());
        props.on_settled.emit(Settled { state: self.state.clone(), totals, shown });
    }
}
