//! The page itself: keeps the state, judges, and lays the parts out. It is the only component; everything below it is
//! a function of a [`Page`].

use std::rc::Rc;

use yew::prelude::*;

use super::{
    ask::ask,
    asking::{Asked, Asking, differ, totals},
    compare::compare,
    element::el,
    focus,
    form::requirements_form,
    head::head,
    notices::notices,
    outcome_bar::outcome_bar,
    page::Page,
    profile::profile,
    results::results,
    tray::tray,
};
use crate::{
    catalogue::{Catalogue, date::Date},
    comparison::MIN,
    requirement::{Subject, evaluate::Context, outcome::Outcome},
    state::{
        CellId, State, View,
        adding::Adding,
        reduce::{Action, reduce},
        window::Window,
    },
};

/// What the surroundings give to the page.
#[derive(Properties, Clone)]
pub struct Props {
    pub catalogue: Rc<Catalogue>,
    /// What is known of a catalogue of which `catalogue` is a part.
    pub window: Option<Rc<Window>>,
    /// Asks for another window: the question, and the options that it counts.
    pub ask: Callback<Asked>,
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
    /// The state that the results show. In a large catalogue they stay until the answer is there.
    judged: Rc<State>,
    outcome: Rc<Outcome>,
    asking: Asking,
    /// What had been drawn last, to tell what has opened or closed since.
    drawn: (View, Option<CellId>, Panel),
    root: NodeRef,
}

impl App {
    /// Takes over a state and tells the surroundings.
    fn take(&mut self, state: Rc<State>, props: &Props) {
        self.state = state;
        if props.window.is_none() {
            self.judge(self.state.clone(), props);
        }
        props.on_change.emit(self.state.clone());
    }

    fn judge(&mut self, state: Rc<State>, props: &Props) {
        self.outcome = judge(&state, props);
        self.judged = state;
    }

    /// The page with the requirements that its results answer.
    fn as_judged(&self, page: &Page) -> Page {
        if !page.is_waiting {
            return page.clone();
        }
        let mut state = (*self.state).clone();
        state.requirements.clone_from(&self.judged.requirements);
        let as_of = self.judged.as_of.unwrap_or(page.today);
        Page { state: Rc::new(state), as_of, ..page.clone() }
    }

    /// Where the keyboard goes when a part of the page opens or closes: to its heading, and back to the mark.
    fn move_focus(&mut self) {
        let now = (self.state.view.clone(), self.state.evidence.clone(), Panel::of(&self.state.adding));
        let before = std::mem::replace(&mut self.drawn, now.clone());
        let opened = now.1.is_some() && now.1 != before.1;
        if opened {
            focus::by_id(&self.root, "evidence-heading");
        } else if now.0 != before.0 {
            focus::by_id(&self.root, "view-heading");
        } else if now.2 != before.2 {
            focus::by_id(&self.root, now.2.focused());
        } else if let (None, Some(cell)) = (&now.1, &before.1) {
            focus::by_id(&self.root, &Page::mark_id(cell));
        }
    }
}

/// What the panel of a new requirement shows, and where the keyboard goes when that changes.
#[derive(Clone, PartialEq)]
enum Panel {
    Closed,
    Finding,
    Writing(Subject, Option<usize>),
}

impl Panel {
    fn of(adding: &Adding) -> Self {
        match adding {
            Adding::Closed => Self::Closed,
            Adding::Finding { .. } => Self::Finding,
            Adding::Writing(writing) => Self::Writing(writing.subject.clone(), writing.replaces),
        }
    }

    fn focused(&self) -> &'static str {
        match self {
            Self::Closed => "adding-open",
            Self::Finding => "adding-words",
            Self::Writing(..) => "adding-heading",
        }
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
            drawn: (state.view.clone(), None, Panel::Closed),
            judged: state.clone(),
            asking: Asking::new(state.clone()),
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
        let props = ctx.props();
        let is_given = !Rc::ptr_eq(&props.given, &before.given);
        if is_given {
            self.take(props.given.clone(), props);
        }
        if !Rc::ptr_eq(&props.catalogue, &before.catalogue) {
            // A window comes with the state that it belongs to, or is the answer to what was asked.
            if is_given {
                self.asking = Asking::new(self.state.clone());
            }
            self.judge(self.asking.about.clone(), props);
        }
        true
    }

    fn view(&self, ctx: &yew::Context<Self>) -> Html {
        let Props { catalogue, window, today, .. } = ctx.props();
        self.asking.wanted.take();
        let page = Page {
            catalogue: catalogue.clone(),
            state: self.state.clone(),
            outcome: self.outcome.clone(),
            totals: totals(&self.outcome, window.as_deref()),
            window: window.clone(),
            wanted: self.asking.wanted.clone(),
            is_waiting: window.is_some() && differ(&self.state, &self.judged, ctx.props()),
            as_of: self.state.as_of.unwrap_or(*today),
            today: *today,
            dispatch: ctx.link().callback(|action| action),
        };
        let body = match &self.state.view {
            View::Compare if self.state.compared.len() >= MIN => vec![compare(&page)],
            View::Profile(id) => vec![profile(id, &page), tray(&page)],
            View::Compare | View::Results => {
                let shown = self.as_judged(&page);
                let work = el("div", "work").child(requirements_form(&page)).child(results(&shown));
                vec![ask(&page), outcome_bar(&shown), work.into(), tray(&page)]
            }
        };
        let app = el("div", "app").child(head(&page)).child(notices(&page)).all(body);
        el("div", "vc").node(&self.root).with(app).into()
    }

    fn rendered(&mut self, ctx: &yew::Context<Self>, _: bool) {
        self.asking.ask(&self.state, ctx.props());
        self.move_focus();
    }
}
