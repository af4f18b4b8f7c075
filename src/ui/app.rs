//! The page itself: keeps the state, judges, and lays the parts out. It is the only component; everything below it is
//! a function of a [`Page`].

use std::rc::Rc;

use yew::prelude::*;

use super::{
    ask::ask, compare::compare, element::el, focus, form::requirements_form, head::head, notices::notices,
    outcome_bar::outcome_bar, page::Page, profile::profile, results::results, tray::tray,
};
use crate::{
    catalogue::{Catalogue, date::Date},
    comparison::MIN,
    requirement::{evaluate::Context, outcome::Outcome},
    state::{
        CellId, State, View,
        reduce::{Action, reduce},
    },
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
        Rc::ptr_eq(&self.catalogue, &other.catalogue) && Rc::ptr_eq(&self.given, &other.given)
    }
}

pub struct App {
    state: Rc<State>,
    outcome: Rc<Outcome>,
    /// What had been drawn last, to tell what has opened or closed since.
    drawn: (View, Option<CellId>),
    root: NodeRef,
}

impl App {
    /// Takes over a state, judges anew and tells the surroundings.
    fn take(&mut self, state: Rc<State>, props: &Props) {
        self.outcome = judge(&state, props);
        self.state = state;
        props.on_change.emit(self.state.clone());
    }
}

fn judge(state: &State, props: &Props) -> Rc<Outcome> {
    let as_of = state.as_of.unwrap_or(props.today);
    Rc::new(Outcome::of(&state.requirements, Context { catalogue: &props.catalogue, as_of }))
}

impl Component for App {
    type Message = Action;
    type Properties = Props;

    fn create(ctx: &yew::Context<Self>) -> Self {
        let state = ctx.props().given.clone();
        ctx.props().on_change.emit(state.clone());
        Self {
            outcome: judge(&state, ctx.props()),
            drawn: (state.view.clone(), None),
            state,
            root: NodeRef::default(),
        }
    }

    fn update(&mut self, ctx: &yew::Context<Self>, action: Action) -> bool {
        let state = reduce(&self.state, action, &ctx.props().catalogue);
        self.take(Rc::new(state), ctx.props());
        true
    }

    fn changed(&mut self, ctx: &yew::Context<Self>, before: &Props) -> bool {
        if !Rc::ptr_eq(&ctx.props().given, &before.given) {
            self.take(ctx.props().given.clone(), ctx.props());
        }
        true
    }

    fn view(&self, ctx: &yew::Context<Self>) -> Html {
        let Props { catalogue, today, .. } = ctx.props();
        let page = Page {
            catalogue: catalogue.clone(),
            state: self.state.clone(),
            outcome: self.outcome.clone(),
            as_of: self.state.as_of.unwrap_or(*today),
            today: *today,
            dispatch: ctx.link().callback(|action| action),
        };
        let body = match &self.state.view {
            View::Compare if self.state.compared.len() >= MIN => vec![compare(&page)],
            View::Profile(id) => vec![profile(id, &page), tray(&page)],
            View::Compare | View::Results => {
                let work = el("div", "work").child(requirements_form(&page)).child(results(&page));
                vec![ask(&page), outcome_bar(&page), work.into(), tray(&page)]
            }
        };
        let app = el("div", "app").child(head(&page)).child(notices(&page)).all(body);
        el("div", "vc").node(&self.root).with(app).into()
    }

    /// Where the keyboard goes when a part of the page opens or closes: to its heading, and back to the mark.
    fn rendered(&mut self, _: &yew::Context<Self>, _: bool) {
        let now = (self.state.view.clone(), self.state.evidence.clone());
        let before = std::mem::replace(&mut self.drawn, now.clone());
        let opened = now.1.is_some() && now.1 != before.1;
        if opened {
            focus::by_id(&self.root, "evidence-heading");
        } else if now.0 != before.0 {
            focus::by_id(&self.root, "view-heading");
        } else if let (None, Some(cell)) = (&now.1, &before.1) {
            focus::by_id(&self.root, &Page::mark_id(cell));
        }
    }
}
