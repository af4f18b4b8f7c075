//! The page itself: keeps the state, judges, and lays the parts out.

use std::rc::Rc;

use yew::prelude::*;

use super::{
    ask::ask, compare::compare, element::el, focus, form::RequirementsForm, head::head, notices::notices,
    outcome_bar::outcome_bar, page::Page, results::results, store::Store, tray::tray,
};
use crate::{
    catalogue::{Catalogue, date::Date},
    comparison::MIN,
    requirement::{evaluate::Context, outcome::Outcome},
    state::{State, View, reduce::Action},
};

/// What the surroundings give to the page.
#[derive(Properties, Clone)]
pub struct Props {
    pub catalogue: Rc<Catalogue>,
    pub today: Date,
    /// The state to begin with; a new one is taken over when the surroundings put another one here.
    pub given: Rc<State>,
    /// Told of every state.
    pub on_change: Callback<Rc<State>>,
}

impl PartialEq for Props {
    /// The parts are replaced, never changed, so identity tells.
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.catalogue, &other.catalogue)
            && Rc::ptr_eq(&self.given, &other.given)
            && self.today == other.today
            && self.on_change == other.on_change
    }
}

#[component]
pub fn App(Props { catalogue, today, given, on_change }: &Props) -> Html {
    let store = use_reducer(|| Store { catalogue: catalogue.clone(), state: given.clone() });
    let (root, heading) = (use_node_ref(), use_node_ref());
    let state = store.state.clone();

    let dispatch = use_callback(store.dispatcher(), |action: Action, dispatcher| dispatcher.dispatch(action));
    {
        let (dispatch, first) = (dispatch.clone(), use_mut_ref(|| true));
        use_effect_with(given.clone(), move |given| {
            if !std::mem::replace(&mut *first.borrow_mut(), false) {
                dispatch.emit(Action::Restore(Box::new((**given).clone())));
            }
        });
    }
    {
        let on_change = on_change.clone();
        use_effect_with(state.clone(), move |state| on_change.emit(state.clone()));
    }
    use_focus_after(&root, &state);

    let as_of = state.as_of.unwrap_or(*today);
    let outcome = use_memo((state.requirements.clone(), as_of), |(requirements, as_of)| {
        Outcome::of(requirements, Context { catalogue, as_of: *as_of })
    });
    let page =
        Page { catalogue: catalogue.clone(), state: state.clone(), outcome, as_of, today: *today, dispatch };
    let comparing = state.view == View::Compare && state.compared.len() >= MIN;
    let body = if comparing {
        vec![compare(&page)]
    } else {
        let form = html! { <RequirementsForm page={page.clone()}/> };
        let work = el("div", "work").child(form).child(results(&page));
        vec![ask(&heading, &page), outcome_bar(&page), work.into(), tray(&page)]
    };
    let app = el("div", "app").child(head(&page)).child(notices(&page)).all(body);
    el("div", "vc").node(&root).with(app).into()
}

/// Where the keyboard goes when a part of the page opens or closes: to its heading, and back to the mark.
#[hook]
fn use_focus_after(root: &NodeRef, state: &Rc<State>) {
    let before = use_mut_ref(|| (state.evidence.clone(), state.view));
    let root = root.clone();
    use_effect_with((state.evidence.clone(), state.view), move |now| {
        let before = before.replace(now.clone());
        let (evidence, view) = now;
        if *view != before.1 {
            focus::by_id(&root, "view-heading");
        } else if evidence.is_some() && *evidence != before.0 {
            focus::by_id(&root, "evidence-heading");
        } else if let (None, Some(cell)) = (evidence, &before.0) {
            focus::by_id(&root, &Page::mark_id(cell));
        }
    });
}
