//! The page itself: keeps the state, judges, and lays the parts out. It is the only component; everything below it is
//! a function of a [`Page`].

mod mine;
mod moves;

use std::rc::Rc;

use web_sys::File;
use yew::prelude::*;

use super::{
    ask::ask,
    asking::{Asking, differ, totals},
    effect::Effect,
    element::el,
    focus,
    form::requirements_form,
    head::head,
    later::{self, Later, door},
    notices::notices,
    outcome_bar::{self, outcome_bar},
    page::Page,
    pictures::Outlines,
    results::results,
    tray::tray,
};
use crate::{
    catalogue::{Catalogue, date::Date, id::ProviderId},
    comparison::MIN,
    requirement::{evaluate::Context, outcome::Outcome},
    state::{
        State, View,
        history::{History, Move},
        reduce::{Action, reduce},
        results::are_arranged,
        window::Window,
    },
};
use mine::Mine;
use moves::Drawn;

/// What the surroundings give to the page.
#[derive(Properties, Clone)]
pub struct Props {
    pub catalogue: Rc<Catalogue>,
    /// What is known of a catalogue of which `catalogue` is a part.
    pub window: Option<Rc<Window>>,
    pub today: Date,
    /// The state to begin with; a new one is taken over when the surroundings put another one here.
    pub given: Rc<State>,
    /// Does what only the surroundings can do.
    pub effect: Callback<Effect>,
    /// What was kept of the visitor's project the last time.
    pub kept: Option<Rc<str>>,
    /// Told of every state.
    pub on_change: Callback<Change>,
    /// Whether what is entered is kept for the next time; `None` where nobody has asked for it.
    pub keeping: Option<bool>,
    /// Whether the browser's Back takes steps back.
    pub is_in_history: bool,
}

/// A new state.
#[derive(Debug, Clone)]
pub struct Change {
    pub state: Rc<State>,
    /// By which [`Message::Travel`] finds it again.
    pub number: usize,
    pub is_step: bool,
}

impl PartialEq for Props {
    /// The parts are replaced, never changed, so identity tells.
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.catalogue, &other.catalogue) && Rc::ptr_eq(&self.given, &other.given)
    }
}

/// What happens to the page.
pub enum Message {
    Act(Action),
    /// Goes to an earlier or later step.
    Travel(usize),
    /// The loading of the later part has ended.
    Loaded(Result<(), String>),
    /// The visitor has chosen a file.
    Chosen(File),
    /// A file has been read, or not: its name, and its text or why.
    Read(String, Result<String, String>),
    /// The browser has kept what was entered, or not.
    Kept(bool),
    /// A text is on the clipboard, or not.
    Copied(bool),
    /// The outlines of countries have come, or why not.
    Outlines(Result<String, String>),
}

pub struct App {
    state: Rc<State>,
    history: History,
    /// The state that the results show. In a large catalogue they stay until the answer is there.
    judged: Rc<State>,
    outcome: Rc<Outcome>,
    asking: Asking,
    later: Later,
    mine: Mine,
    /// What waits for the later part to carry it out.
    held: Vec<Action>,
    /// What maps are drawn with.
    outlines: Outlines,
    /// What has just been done, in words.
    said: String,
    /// The outcome, in words.
    outcome_in_words: String,
    /// What had been drawn last, to tell what has opened or closed since.
    drawn: Drawn,
    /// What had the focus before the last change, by its id.
    focused: String,
    root: NodeRef,
}

impl App {
    /// Takes over a state and tells the surroundings.
    fn take(&mut self, state: Rc<State>, props: &Props) {
        let is_step = self.history.take(state.clone()) == Move::Forward;
        self.show(state, props);
        let number = self.history.number();
        props.on_change.emit(Change { state: self.state.clone(), number, is_step });
    }

    fn act(&mut self, action: Action, props: &Props) {
        let state = reduce(&self.state, action, &self.mine.catalogue);
        self.take(Rc::new(state), props);
    }

    fn show(&mut self, state: Rc<State>, props: &Props) {
        self.state = state;
        if props.window.is_none() {
            self.judge(self.state.clone(), props);
        }
    }

    fn judge(&mut self, state: Rc<State>, props: &Props) {
        self.outcome = judge(&state, &self.mine.catalogue, props);
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

    /// Takes the last step back: by the browser, where that keeps the steps.
    fn undo(&self, ctx: &yew::Context<Self>) -> Callback<()> {
        let before = self.history.number().saturating_sub(1);
        match ctx.props().is_in_history {
            true => ctx.props().effect.reform(|()| Effect::Back),
            false => ctx.link().callback(move |()| Message::Travel(before)),
        }
    }

    /// The vendors who are looked for, in the chosen order, where the page itself searches and sorts.
    fn found(&self, props: &Props) -> Option<Rc<Vec<ProviderId>>> {
        let is_here = props.window.is_none() && self.later == Later::Here && are_arranged(&self.state);
        is_here.then(|| Rc::new(door::found(&self.state, &self.outcome, &self.mine.catalogue)))
    }

    fn in_words(&self, props: &Props) -> String {
        let found = self.found(props);
        let totals = totals(&self.outcome, props.window.as_deref(), found.as_deref());
        outcome_bar::in_words(totals, !self.judged.requirements.is_empty())
    }

    /// Announces an outcome that is another one than before.
    fn announce(&mut self, props: &Props) {
        let words = self.in_words(props);
        if words != self.outcome_in_words {
            self.said.clone_from(&words);
            self.outcome_in_words = words;
        }
    }

    /// Asks for the later part when it is needed for the first time.
    fn call_for_later(&mut self, ctx: &yew::Context<Self>) {
        let is_wanted =
            later::is_wanted(&self.state) || !self.held.is_empty() || self.has_entered(ctx.props());
        if self.later == Later::Absent && is_wanted {
            self.later = Later::Coming;
            ctx.props().effect.emit(Effect::LoadLater(ctx.link().callback(Message::Loaded)));
        }
    }
}

fn judge(state: &State, catalogue: &Catalogue, props: &Props) -> Rc<Outcome> {
    let as_of = state.as_of.unwrap_or(props.today);
    Rc::new(Outcome::of(&state.requirements, Context { catalogue, as_of }))
}

impl Component for App {
    type Message = Message;
    type Properties = Props;

    fn create(ctx: &yew::Context<Self>) -> Self {
        let state = ctx.props().given.clone();
        ctx.props().on_change.emit(Change { state: state.clone(), number: 0, is_step: false });
        let mut app = Self {
            outcome: judge(&state, &ctx.props().catalogue, ctx.props()),
            mine: Mine::new(ctx.props()),
            held: Vec::new(),
            outlines: None,
            said: String::new(),
            outcome_in_words: String::new(),
            drawn: Drawn::at_first(&state),
            focused: String::new(),
            later: Later::default(),
            judged: state.clone(),
            asking: Asking::new(state.clone()),
            history: History::new(state.clone()),
            state,
            root: NodeRef::default(),
        };
        app.call_for_later(ctx);
        // What the page begins with is no change, and not announced.
        app.outcome_in_words = app.in_words(ctx.props());
        app
    }

    fn update(&mut self, ctx: &yew::Context<Self>, message: Message) -> bool {
        if !matches!(message, Message::Kept(true)) {
            self.said.clear();
        }
        match message {
            Message::Act(action) => {
                self.focused = focus::id_of_focused(&self.root);
                if matches!((&action, &self.later), (Action::Show(_), Later::Failed(_))) {
                    self.later = Later::Absent;
                }
                match self.later == Later::Here || !later::carries_out(&action) {
                    true => self.act(action, ctx.props()),
                    false => self.held.push(action),
                }
            }
            Message::Travel(number) => match self.history.travel(number) {
                Some(state) => self.show(state, ctx.props()),
                // Too long ago: the address goes by what is shown.
                None => self.take(self.state.clone(), ctx.props()),
            },
            Message::Loaded(Ok(())) => {
                self.later = Later::Here;
                ctx.props().effect.emit(Effect::Style(door::stylesheet()));
                self.open_waiting(ctx);
                for action in std::mem::take(&mut self.held) {
                    self.act(action, ctx.props());
                }
            }
            Message::Loaded(Err(words)) => self.later = Later::Failed(words),
            Message::Chosen(file) => {
                let name = file.name();
                let read = ctx.link().callback(move |text| Message::Read(name.clone(), text));
                ctx.props().effect.emit(Effect::Read(file, read));
            }
            Message::Read(name, text) => self.has_read(name, text, ctx),
            Message::Kept(true) => {}
            Message::Kept(false) => {
                let words = "This browser has no room to keep what you enter: save your project as a file.";
                self.notify(words.to_owned(), ctx.props());
            }
            Message::Outlines(text) => {
                let outlines = text.and_then(|text| door::geography(&text));
                self.outlines = Some(outlines.map_err(Rc::from));
            }
            Message::Copied(true) => self.said = "Copied.".to_owned(),
            Message::Copied(false) => {
                self.said = "The browser does not allow copying. Save it as a file instead.".to_owned();
            }
        }
        self.call_for_later(ctx);
        self.join(ctx.props());
        self.keep(ctx);
        self.announce(ctx.props());
        true
    }

    fn changed(&mut self, ctx: &yew::Context<Self>, before: &Props) -> bool {
        let props = ctx.props();
        let is_given = !Rc::ptr_eq(&props.given, &before.given);
        if is_given {
            // No link and no attribute holds what was entered.
            let project = self.state.project.clone();
            self.take(Rc::new(State { project, ..(*props.given).clone() }), props);
            self.call_for_later(ctx);
        }
        if !Rc::ptr_eq(&props.catalogue, &before.catalogue) {
            self.stand_on(&props.catalogue);
            // A window comes with the state that it belongs to, or is the answer to what was asked.
            if is_given {
                self.asking = Asking::new(self.state.clone());
            }
            self.judge(self.asking.about.clone(), props);
        }
        self.announce(props);
        true
    }

    fn view(&self, ctx: &yew::Context<Self>) -> Html {
        let Props { window, today, effect, .. } = ctx.props();
        self.asking.wanted.take();
        let found = self.found(ctx.props());
        let page = Page {
            catalogue: self.mine.catalogue.clone(),
            state: self.state.clone(),
            outcome: self.outcome.clone(),
            totals: totals(&self.outcome, window.as_deref(), found.as_deref()),
            found,
            window: window.clone(),
            wanted: self.asking.wanted.clone(),
            is_waiting: window.is_some() && differ(&self.state, &self.judged, ctx.props()),
            as_of: self.state.as_of.unwrap_or(*today),
            today: *today,
            keeping: ctx.props().keeping,
            undo: self.history.can_go_back().then(|| self.undo(ctx)),
            later: self.later.clone(),
            outlines: self.outlines.clone(),
            fetch_outlines: {
                let told = ctx.link().callback(Message::Outlines);
                effect.reform(move |()| Effect::LoadOutlines(told.clone()))
            },
            dispatch: ctx.link().callback(Message::Act),
            effect: effect.clone(),
            choose: ctx.link().callback(Message::Chosen),
            copied: ctx.link().callback(Message::Copied),
        };
        let body = match &self.state.view {
            View::Compare if self.state.compared.len() >= MIN => {
                vec![self.later.show(&page, || door::compare(&page))]
            }
            View::Questions => vec![self.later.show(&page, || door::questions(&page)), tray(&page)],
            View::Record => vec![self.later.show(&page, || door::record(&page))],
            View::Profile(id) => {
                vec![self.later.show(&page, || door::profile(id, &page)), tray(&page)]
            }
            View::Compare | View::Results => {
                let shown = self.as_judged(&page);
                let work = el("div", "work").child(requirements_form(&page)).child(results(&shown));
                vec![ask(&page), outcome_bar(&shown), work.into(), tray(&page)]
            }
        };
        let app = el("div", "app").child(head(&page)).child(notices(&page)).all(body);
        let said = el("p", "sr").is("role", "status").text(self.said.clone());
        // What is dropped is not opened in the place of the page.
        let keep = Callback::from(|event: DragEvent| event.prevent_default());
        let app = el("div", "vc").node(&self.root).on_dragover(keep).on_drop(page.on_drop()).with(app);
        app.with(said).into()
    }

    fn rendered(&mut self, ctx: &yew::Context<Self>, _: bool) {
        self.asking.ask(&self.state, ctx.props());
        self.move_focus();
    }
}
