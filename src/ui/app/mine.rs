//! What the visitor has entered: joined with the catalogue, kept for the next time.

use std::rc::Rc;

use super::{App, Message, Props};
use crate::{
    catalogue::Catalogue,
    project::Project,
    state::reduce::{Action, reduce},
    ui::{
        effect::{Effect, Slot},
        later::{self, Later},
    },
};

/// The visitor's part beside the state.
pub struct Mine {
    /// The catalogue as it was given, complete once the later part is here.
    pub(super) whole: Rc<Catalogue>,
    /// The part of it that is shown.
    pub(super) base: Rc<Catalogue>,
    /// The catalogue with what the visitor has added to it.
    pub catalogue: Rc<Catalogue>,
    /// What was joined last.
    pub(super) joined: Rc<Project>,
    /// What was kept last.
    pub(super) kept: Rc<Project>,
    /// Whether what is entered may take the place of what was kept.
    pub(super) is_keeping: bool,
    /// What was kept and cannot be read, now or in a visit before.
    pub unreadable: Option<Rc<str>>,
    /// Files whose content waits for the later part: their names and texts.
    pub(super) waiting: Vec<(String, String)>,
}

/// What is called only once the later part of the program is here; see `ui::later`.
pub mod door {
    use crate::ui::app::{App, Props};

    /// Joins the catalogue with what the visitor has added.
    #[inline(never)]
    pub fn join(app: &mut App, props: &Props) {
        app.join_now(props);
    }
}

impl Mine {
    pub fn new(props: &Props) -> Self {
        let base = props.bounds.narrowed(&props.catalogue);
        Self {
            whole: props.catalogue.clone(),
            catalogue: base.clone(),
            base,
            joined: props.given.project.clone(),
            kept: props.given.project.clone(),
            is_keeping: props.keeping == Some(true),
            unreadable: props.set_aside.clone(),
            waiting: Vec::new(),
        }
    }
}

impl App {
    /// Another catalogue has been given.
    pub(super) fn stand_on(&mut self, catalogue: &Rc<Catalogue>, props: &Props) {
        self.mine.whole = catalogue.clone();
        self.mine.base = props.bounds.narrowed(catalogue);
        self.mine.catalogue = self.mine.base.clone();
    }

    /// Other bounds have been given.
    pub(super) fn stand_within(&mut self, props: &Props) {
        self.stand_on(&self.mine.whole.clone(), props);
        self.mine.joined = Rc::default();
        self.join(props);
        self.take(self.state.clone(), props);
    }

    /// Whether something of the visitor's waits for the later part.
    pub(super) fn has_entered(&self, props: &Props) -> bool {
        let is_kept = self.later == Later::Absent && props.kept.is_some();
        is_kept || !self.mine.waiting.is_empty() || !Rc::ptr_eq(&self.state.project, &self.mine.kept)
    }

    pub(super) fn notify(&mut self, words: String, props: &Props) {
        let state = reduce(&self.state, Action::Notify(words), &self.mine.catalogue);
        self.take(Rc::new(state), props);
    }

    /// Joins the catalogue with what the visitor has added, where that has changed and the part is here that can.
    pub(super) fn join(&mut self, props: &Props) {
        if Rc::ptr_eq(&self.state.project, &self.mine.joined) || self.later != Later::Here {
            return;
        }
        self::door::join(self, props);
    }

    pub(super) fn join_now(&mut self, props: &Props) {
        let project = self.state.project.clone();
        let before = std::mem::replace(&mut self.mine.joined, project.clone());
        let Some((catalogue, problems)) = later::door::rejoined(&self.mine.base, &project, &before) else {
            return;
        };
        self.mine.catalogue = catalogue;
        problems.into_iter().for_each(|words| self.notify(words, props));
        self.judge(self.state.clone(), props);
    }

    /// Keeps what has been entered, where it has changed.
    pub(super) fn keep(&mut self, ctx: &yew::Context<Self>) {
        let project = &self.state.project;
        if !self.mine.is_keeping || self.later != Later::Here || Rc::ptr_eq(project, &self.mine.kept) {
            return;
        }
        self.mine.kept = project.clone();
        let told = ctx.link().callback(Message::Kept);
        ctx.props().effect.emit(Effect::Keep(Slot::Project, later::door::kept(project), told));
    }
}
