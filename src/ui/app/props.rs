//! What the surroundings give to the page, and what they are told of.

use std::rc::Rc;

use yew::{html::Scope, prelude::*};

use super::App;

use crate::{
    catalogue::{Catalogue, date::Date, id::ProviderId},
    language::Language,
    state::{
        State,
        bounds::Bounds,
        others::Others,
        window::{Totals, Window},
    },
    ui::effect::Effect,
};

/// What the surroundings give to the page.
#[derive(Properties, Clone)]
pub struct Props {
    pub catalogue: Rc<Catalogue>,
    /// Where it is not the one in the program: which it is.
    pub others: Option<Rc<Others>>,
    /// What is known of a catalogue of which `catalogue` is a part.
    pub window: Option<Rc<Window>>,
    pub today: Date,
    /// In which the page speaks.
    pub language: Language,
    /// The state to begin with; a new one is taken over when the surroundings put another one here.
    pub given: Rc<State>,
    /// The link form that this state was read from.
    pub link: Option<Rc<str>>,
    /// What the surroundings allow.
    pub bounds: Rc<Bounds>,
    /// Asks the surroundings, who may do it themselves; whether the page is to go on.
    pub may: Callback<Intent, bool>,
    /// Told of what is shown, whenever that is complete.
    pub on_settled: Callback<Settled>,
    /// Does what only the surroundings can do.
    pub effect: Callback<Effect>,
    /// What was kept of the visitor's project the last time.
    pub kept: Option<Rc<str>>,
    /// What was kept, could not be read, and is set aside.
    pub set_aside: Option<Rc<str>>,
    /// Told of the application, once it is there.
    pub on_created: Callback<Scope<App>>,
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

/// What the visitor wants, and somebody else may do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Intent {
    /// To see the profile of a provider: its id and its name.
    Select(ProviderId, String),
    /// To see these side by side.
    Compare(Vec<ProviderId>),
}

/// A state with its results.
#[derive(Debug, Clone)]
pub struct Settled {
    pub state: Rc<State>,
    pub totals: Totals,
    /// Who is shown in the groups *meets*, *cannot tell*, *does not meet*.
    pub shown: [Vec<ProviderId>; 3],
}

impl PartialEq for Props {
    /// The parts are replaced, never changed, so identity tells.
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.catalogue, &other.catalogue)
            && Rc::ptr_eq(&self.given, &other.given)
            && Rc::ptr_eq(&self.bounds, &other.bounds)
            && self.language == other.language
    }
}
