//! The page itself: keeps the state, judges, and lays the parts out. It is the only component; everything below it is
//! a function of a [`Page`](super::page::Page).

mod drawing;
mod host;
mod linking;
mod message;
mod mine;
mod moves;
mod opening;
mod props;

use std::rc::Rc;

use yew::prelude::*;

use super::{
    asking::{Asking, totals},
    effect::Effect,
    focus,
    later::{self, Later, door},
    outcome_bar,
    pictures::Outlines,
};
use crate::{
    catalogue::{Catalogue, id::ProviderId},
    language::{english, phrase, say},
    requirement::{evaluate::Context, outcome::Outcome},
    state::{
        State,
        history::{History, Move},
        reduce::{Action, reduce},
        results::are_arranged,
    },
};
use linking::Linked;
pub use message::Message;
use mine::Mine;
use moves::Drawn;
pub use props::{Change, Intent, Props, Settled};

/// What is said when the surroundings do not let the visitor change a requirement.
const LOCKED: &str =
    english("This requirement is set by the page around the comparison, and cannot be changed here.");

pub struct App {
    state: Rc<State>,
    history: History,
    /// The state that the results show. In a large catalogue they stay until the answer is there.
    judged: Rc<State>,
    outcome: Rc<Outcome>,
    asking: Asking,
    later: Later,
    mine: Mine,
    /// The last link that was read, which is read once more when the visitor's own is here.
    linked: Option<Linked>,
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
    /// Whether the focus goes along with what opens: where the visitor has done the last thing, or is inside. In between, the
    /// page around may be at work, and keeps its focus; unless it is all ours.
    leads_focus: bool,
    root: NodeRef,
}

impl App {
    /// Takes over a state and tells the surroundings.
    fn take(&mut self, mut state: Rc<State>, props: &Props) {
        self.hold(&mut state, props);
        let is_step = self.history.take(state.clone()) == Move::Forward;
        self.show(state, props);
        let number = self.history.number();
        props.on_change.emit(Change { state: self.state.clone(), number, is_step });
    }

    fn act(&mut self, action: Action, props: &Props) {
        // To begin anew is to go back to what is locked, and nobody has to be told of that.
        let is_anew = matches!(action, Action::ClearRequirements | Action::Reset);
        let mut state = Rc::new(reduce(&self.state, action, &self.mine.catalogue));
        if !self.hold(&mut state, props) && !is_anew {
            state = Rc::new(reduce(&state, Action::Notify(say(LOCKED).to_owned()), &self.mine.catalogue));
        }
        self.take(state, props);
    }

    /// What the later part carries out waits for it. Whoever asks for something when that could not be had, asks for it
    /// once more.
    fn act_now_or_later(&mut self, action: Action, props: &Props) {
        let waits = self.later != Later::Here && later::carries_out(&action);
        if matches!(self.later, Later::Failed(_)) && (waits || matches!(action, Action::Show(_))) {
            self.later = Later::Absent;
        }
        match waits {
            true => self.held.push(action),
            false => self.act(action, props),
        }
    }

    /// The later part could not be had. A view that needs it says so; what was to be done is told here.
    fn has_failed(&mut self, words: String, props: &Props) {
        if !self.held.is_empty() {
            self.held.clear();
            self.notify(phrase("A part of the page could not be loaded. {}", &[&words]), props);
        }
        self.later = Later::Failed(words);
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
        let _speaking = ctx.props().language.speak();
        let mine = Mine::new(ctx.props());
        let mut state = ctx.props().given.clone();
        ctx.props().bounds.hold(Rc::make_mut(&mut state), &mine.catalogue);
        ctx.props().on_created.emit(ctx.link().clone());
        ctx.props().on_change.emit(Change { state: state.clone(), number: 0, is_step: false });
        let mut app = Self {
            outcome: judge(&state, &mine.catalogue, ctx.props()),
            mine,
            linked: ctx.props().link.clone().map(|text| Linked { text, number: 0 }),
            held: Vec::new(),
            outlines: None,
            said: String::new(),
            outcome_in_words: String::new(),
            drawn: Drawn::at_first(&state),
            focused: String::new(),
            leads_focus: ctx.props().is_in_history,
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
        let _speaking = ctx.props().language.speak();
        if !matches!(message, Message::Kept(true)) {
            self.said.clear();
        }
        match message {
            Message::Act(action) if !self.may(&action, ctx.props()) => return false,
            Message::Act(action) => {
                self.focused = focus::id_of_focused(&self.root);
                self.leads_focus |= !matches!(action, Action::Notify(_));
                self.act_now_or_later(action, ctx.props());
            }
            Message::TryAgain => {
                self.leads_focus = true;
                self.later = Later::Absent;
            }
            Message::Follow(link) => self.follow(&link, ctx.props()),
            Message::Travel(number) => match self.history.travel(number) {
                Some(mut state) => {
                    self.hold(&mut state, ctx.props());
                    self.show(state, ctx.props());
                }
                // Too long ago: the address goes by what is shown.
                None => self.take(self.state.clone(), ctx.props()),
            },
            Message::Loaded(Ok(())) => {
                self.later = Later::Here;
                ctx.props().effect.emit(Effect::Style(door::stylesheet()));
                opening::door::open_waiting(self, ctx);
                for action in std::mem::take(&mut self.held) {
                    self.act(action, ctx.props());
                }
            }
            Message::Loaded(Err(words)) => self.has_failed(words, ctx.props()),
            Message::Chosen(file) => {
                self.leads_focus = true;
                let name = file.name();
                let read = ctx.link().callback(move |text| Message::Read(name.clone(), text));
                ctx.props().effect.emit(Effect::Read(file, read));
            }
            Message::Read(name, text) => self.has_read(name, text, ctx),
            Message::Kept(true) => {}
            Message::Kept(false) => {
                let words =
                    say("This browser has no room to keep what you enter: save your project as a file.");
                self.notify(words.to_owned(), ctx.props());
            }
            Message::Outlines(text) => {
                let outlines = text.and_then(|text| door::geography(&text));
                self.outlines = Some(outlines.map_err(Rc::from));
            }
            Message::SetAside(is_safe) => opening::door::was_set_aside(self, is_safe, ctx.props()),
            Message::Copied(true) => self.said = say("Copied.").to_owned(),
            Message::Copied(false) => {
                self.said = say("The browser does not allow copying. Save it as a file instead.").to_owned();
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
        let _speaking = props.language.speak();
        if !Rc::ptr_eq(&props.bounds, &before.bounds) {
            self.stand_within(props);
        }
        let is_given = !Rc::ptr_eq(&props.given, &before.given);
        if is_given {
            self.leads_focus = props.is_in_history || focus::is_inside(&self.root);
            // No link and no attribute holds what was entered.
            let project = self.state.project.clone();
            self.take(Rc::new(State { project, ..(*props.given).clone() }), props);
            self.call_for_later(ctx);
        }
        if !Rc::ptr_eq(&props.catalogue, &before.catalogue) {
            self.stand_on(&props.catalogue, props);
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
        let _speaking = ctx.props().language.speak();
        self.draw(ctx)
    }

    fn rendered(&mut self, ctx: &yew::Context<Self>, _: bool) {
        if ctx.props().window.is_some() {
            door::ask(&mut self.asking, &self.state, ctx.props());
        }
        self.settle(ctx.props());
        self.move_focus();
    }
}
