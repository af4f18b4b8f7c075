//! What the visitor has entered: joined with the catalogue, opened from files, kept for the next time.

use std::rc::Rc;

use super::{App, Message, Props};
use crate::{
    catalogue::Catalogue,
    language::{phrase, say},
    project::Project,
    state::{
        Report, State, entering, link,
        reduce::{Action, reduce},
    },
    ui::{
        effect::{Effect, Slot},
        later::{self, Later},
        project::Opening,
    },
};

/// The visitor's part beside the state.
pub struct Mine {
    /// The catalogue as it was given, complete once the later part is here.
    whole: Rc<Catalogue>,
    /// The part of it that is shown.
    base: Rc<Catalogue>,
    /// The catalogue with what the visitor has added to it.
    pub catalogue: Rc<Catalogue>,
    /// What was joined last.
    joined: Rc<Project>,
    /// What was kept last.
    kept: Rc<Project>,
    /// Whether what is entered may take the place of what was kept.
    is_keeping: bool,
    /// What was kept and cannot be read, now or in a visit before.
    pub unreadable: Option<Rc<str>>,
    /// Files whose content waits for the later part: their names and texts.
    waiting: Vec<(String, String)>,
}

/// What is called only once the later part of the program is here; see `ui::later`.
pub mod door {
    use crate::ui::app::{App, Props};

    /// Opens what was kept the last time, and the files that have waited.
    #[inline(never)]
    pub fn open_waiting(app: &mut App, ctx: &yew::Context<App>) {
        app.open_waiting(ctx);
    }

    /// Opens a file of the visitor's.
    #[inline(never)]
    pub fn open(app: &mut App, name: &str, text: &str, props: &Props) {
        app.open(name, text, props);
    }

    /// What could not be read is set aside, or not.
    #[inline(never)]
    pub fn was_set_aside(app: &mut App, is_safe: bool, props: &Props) {
        app.was_set_aside(is_safe, props);
    }

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

    /// The later part is here: what was kept the last time, and the files that have waited.
    fn open_waiting(&mut self, ctx: &yew::Context<Self>) {
        let props = ctx.props();
        if props.window.is_none() {
            self.stand_on(&later::door::completed(&self.mine.whole), props);
        }
        if let Some(text) = props.kept.clone().filter(|_| Rc::ptr_eq(&self.state.project, &self.mine.kept)) {
            self.restore(&text, ctx);
        }
        for (name, text) in std::mem::take(&mut self.mine.waiting) {
            self.open(&name, &text, props);
        }
        self.join(props);
    }

    /// Puts in place what was kept the last time, which is no step. What cannot be read is set aside before anything
    /// else is kept in its place.
    fn restore(&mut self, text: &Rc<str>, ctx: &yew::Context<Self>) {
        let (base, before) = (&self.mine.base, self.state.project.clone());
        match later::door::opened(say("what this browser has kept"), text, base, &before) {
            Opening::Project(project) => {
                let project =
                    Rc::new(Project { requirements: None, as_of: None, compared: Vec::new(), ..*project });
                self.mine.kept = project.clone();
                self.history.put_project(&before, &project);
                self.show(self.history.state(), ctx.props());
                self.read_link_again(ctx.props());
            }
            Opening::Problems(words) => self.set_aside(text, &words.join(" "), ctx),
            Opening::Record(..) | Opening::Added(..) => self.set_aside(text, say("It is no project."), ctx),
        }
    }

    /// What the link names may be the visitor's own, which was not there when it was read. A step that has been taken since
    /// stands.
    fn read_link_again(&mut self, props: &Props) {
        let Some(text) = props.link.as_deref().filter(|_| self.history.number() == 0) else { return };
        self.join_now(props);
        let told = link::read(text, &self.mine.base).notices.len();
        let mut state = link::read(text, &self.mine.catalogue);
        state.notices.extend(props.given.notices.iter().skip(told).cloned());
        state.project = self.state.project.clone();
        self.take(Rc::new(state), props);
    }

    fn set_aside(&mut self, text: &Rc<str>, why: &str, ctx: &yew::Context<Self>) {
        self.mine.unreadable = Some(text.clone());
        self.mine.is_keeping = false;
        let told = ctx.link().callback(Message::SetAside);
        ctx.props().effect.emit(Effect::Keep(Slot::Aside, text.to_string(), told));
        let words = phrase(
            "What you entered the last time cannot be read, and is not shown. {} It is set aside: save it as a file \
             under Record, Your files.",
            &[&why],
        );
        self.notify(words, ctx.props());
    }

    /// What could not be read is in safety, or not: then nothing takes its place.
    fn was_set_aside(&mut self, is_safe: bool, props: &Props) {
        self.mine.is_keeping = is_safe;
        if !is_safe {
            let words = say(
                "This browser has no room to set it aside, so what you enter now is not kept: save your \
                         project as a file.",
            );
            self.notify(words.to_owned(), props);
        }
    }

    /// A file of the visitor's has been read.
    pub(super) fn has_read(&mut self, name: String, text: Result<String, String>, ctx: &yew::Context<Self>) {
        match text {
            Err(words) => self.notify(phrase("{} cannot be read: {}.", &[&name, &words]), ctx.props()),
            Ok(text) if self.later == Later::Here => self::door::open(self, &name, &text, ctx.props()),
            Ok(text) => self.mine.waiting.push((name, text)),
        }
    }

    fn open(&mut self, name: &str, text: &str, props: &Props) {
        match later::door::opened(name, text, &self.mine.base, &self.state.project) {
            Opening::Project(project) => self.open_project(project, None, props),
            Opening::Record(project, report) => self.open_project(project, Some(report), props),
            Opening::Added(project, words) => {
                self.replace_project(Rc::from(project), props);
                words.into_iter().for_each(|words| self.notify(words, props));
            }
            Opening::Problems(words) => words.into_iter().for_each(|words| self.notify(words, props)),
        }
    }

    fn open_project(&mut self, project: Box<Project>, report: Option<Rc<Report>>, props: &Props) {
        // Its requirements may name what the project itself adds.
        self.mine.catalogue = later::door::joined(&self.mine.base, &project).0;
        let state = entering::door::open(&self.state, *project, report, &self.mine.catalogue);
        self.take(Rc::new(state), props);
    }

    fn replace_project(&mut self, project: Rc<Project>, props: &Props) {
        let state = State { project, ..(*self.state).clone() };
        self.take(Rc::new(state), props);
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

    fn join_now(&mut self, props: &Props) {
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
