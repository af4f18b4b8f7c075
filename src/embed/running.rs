//! The application of a mounted element, and what was last given to it.

use std::{cell::RefCell, rc::Rc};

use web_sys::HtmlElement;

use super::{
    attributes::Said,
    left::Left,
    reading::{self, Fault},
    root::{Mailbox, Root},
    telling::{self, Host},
};
use crate::{
    language::Language,
    project::Project,
    state::{
        State,
        window::{Unknown, Window},
    },
    ui::{Message, Props},
};

/// What only the later part of the page's program calls; see `ui::later`.
pub mod door {
    use web_sys::HtmlElement;

    use super::{
        super::{address, service::Opens},
        Running,
    };
    use crate::{
        language::Language,
        state::{link, window::Window},
    };

    /// Takes over what an attribute says now.
    #[inline(never)]
    pub fn attribute_changed(running: &mut Running, name: &str, element: &HtmlElement) {
        running.attribute_changed(name, element);
    }

    /// Draws the page in another language.
    #[inline(never)]
    pub fn speak(running: &mut Running, lang: &str) {
        running.props.language = Language::of(lang);
        running.update();
    }

    /// Shows what a service has answered; `counted` are the options that it was asked to count.
    ///
    /// # Errors
    /// Words for people, where the answer cannot be read.
    #[inline(never)]
    pub fn answered(
        running: &mut Running,
        answer: &str,
        counted: Vec<String>,
        opens: Opens,
        element: &HtmlElement,
    ) -> Result<(), String> {
        let window = Window::read(answer, counted)?;
        let lacks = !window.unknown.is_empty();
        let opened = (opens == Opens::Address).then(|| link::read(&address::query(), &window.catalogue));
        running.show(window, opened);
        if opens == Opens::Attributes {
            running.attribute_changed("state", element);
        }
        if lacks {
            // From now on it is told, and not asked for again.
            running.attribute_changed("providers", element);
        }
        Ok(())
    }
}

pub struct Running {
    /// Until the element is taken down.
    root: Option<Root>,
    mailbox: Rc<RefCell<Mailbox>>,
    props: Props,
    /// The state as it is now.
    latest: Rc<RefCell<Rc<State>>>,
    /// The project at the beginning, before what was kept has been opened.
    untouched: Rc<Project>,
    host: Host,
    /// What was wrong with the attributes when they were read last.
    faults: Vec<Fault>,
}

impl Running {
    pub fn new(
        root: Root,
        mailbox: Rc<RefCell<Mailbox>>,
        props: Props,
        latest: Rc<RefCell<Rc<State>>>,
        host: Host,
        faults: Vec<Fault>,
    ) -> Self {
        faults.iter().for_each(|fault| telling::door::wrong(&host, fault));
        let untouched = props.given.project.clone();
        Self { root: Some(root), mailbox, props, latest, untouched, host, faults }
    }

    pub fn language(&self) -> Language {
        self.props.language
    }

    pub fn send(&self, message: Message) {
        self.mailbox.borrow_mut().send(message);
    }

    /// Gives the application another state. It takes it over a little later, and what comes meanwhile goes by it.
    fn give(&mut self, state: State) {
        self.props.given = Rc::new(state);
        self.latest.replace(self.props.given.clone());
        self.update();
    }

    /// Takes over what an attribute says now.
    fn attribute_changed(&mut self, name: &str, element: &HtmlElement) {
        let _speaking = self.props.language.speak();
        let before = self.faults.clone();
        let state = (**self.latest.borrow()).clone();
        let mut said =
            Said { state, bounds: (*self.props.bounds).clone(), faults: std::mem::take(&mut self.faults) };
        let unknown = self.props.window.as_ref().map(|window| &*window.unknown);
        reading::door::change(&mut said, name, element, &self.props.catalogue, unknown);
        let Said { mut state, bounds, faults } = said;
        if *self.props.bounds != bounds {
            self.props.bounds = Rc::new(bounds);
        }
        let has_gone =
            |words: &String| before.iter().any(|fault| fault.words == *words && !faults.contains(fault));
        state.notices.retain(|words| !has_gone(words));
        let new: Vec<&Fault> = faults.iter().filter(|fault| !before.contains(fault)).collect();
        state.notices.extend(new.iter().map(|fault| fault.words.clone()));
        new.into_iter().for_each(|fault| telling::door::wrong(&self.host, fault));
        self.faults = faults;
        self.give(state);
    }

    /// Shows another window of a large catalogue, with the state that it was asked for where there is one.
    pub fn show(&mut self, mut window: Window, opened: Option<State>) {
        if let Some(before) = &self.props.window {
            // The catalogue stays the same: whom it did not have, it does not have now.
            let known = before.unknown.iter().filter(|one| !window.unknown.contains(one));
            let known: Vec<Unknown> = known.cloned().collect();
            window.unknown.extend(known);
        }
        if let Some(state) = opened {
            self.props.given = Rc::new(state);
        }
        self.props.catalogue = window.catalogue.clone();
        self.props.window = Some(Rc::new(window));
        self.update();
    }

    /// Ends the application; what it leaves.
    pub fn end(&mut self) -> Left {
        if let Some(root) = self.root.take() {
            root.end();
        }
        let latest = self.latest.borrow();
        let is_untouched = Rc::ptr_eq(&latest.project, &self.untouched);
        Left::of(&latest, self.props.kept.as_deref().filter(|_| is_untouched))
    }

    fn update(&mut self) {
        if let Some(root) = &mut self.root {
            root.update(self.props.clone());
        }
    }
}
