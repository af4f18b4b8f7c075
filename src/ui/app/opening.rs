//! What comes from outside into what the visitor has entered: what was kept the last time, and files.

use std::rc::Rc;

use super::{App, Message, Props};
use crate::{
    language::{phrase, say},
    project::Project,
    state::{Report, State, entering},
    ui::{
        effect::{Effect, Slot},
        later::{self, Later},
        project::{Opening, Standing},
    },
};

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
}

impl App {
    /// The later part is here: what was kept the last time, and the files that have waited.
    fn open_waiting(&mut self, ctx: &yew::Context<Self>) {
        let props = ctx.props();
        if props.others.is_none() {
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
        let before = self.state.project.clone();
        let name = say("what this browser has kept");
        match later::door::opened(name, text, self.standing(ctx.props()), &before) {
            Opening::Project(project) => {
                let project =
                    Rc::new(Project { requirements: None, as_of: None, compared: Vec::new(), ..*project });
                self.mine.kept = project.clone();
                self.history.put_project(&before, &project);
                self.show(self.history.state(), ctx.props());
                self.read_link_again(ctx.props());
            }
            Opening::Problems(words) => self.set_aside(text, &words.join(" "), ctx),
            Opening::Record(..) | Opening::Added(..) => {
                self.set_aside(text, say("It is not a project."), ctx)
            }
        }
    }

    /// What the visitor's files are held against.
    fn standing<'a>(&'a self, props: &'a Props) -> Standing<'a> {
        Standing { base: &self.mine.base, others: props.others.as_deref() }
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
        match later::door::opened(name, text, self.standing(props), &self.state.project) {
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
}
