//! The application of a mounted element, and what was last given to it.

use std::{cell::RefCell, rc::Rc};

use yew::AppHandle;

use super::{
    attributes::{self, OF_BOUNDS, OF_STATE, Said},
    left::Left,
    reading::Fault,
    telling::Host,
};
use crate::{
    catalogue::Catalogue,
    project::Project,
    state::{State, window::Window},
    ui::{App, Message, Props},
};

pub struct Running {
    /// Until the element is taken down.
    app: Option<AppHandle<App>>,
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
        app: AppHandle<App>,
        props: Props,
        latest: Rc<RefCell<Rc<State>>>,
        host: Host,
        faults: Vec<Fault>,
    ) -> Self {
        faults.iter().for_each(|fault| host.wrong(fault));
        let untouched = props.given.project.clone();
        Self { app: Some(app), props, latest, untouched, host, faults }
    }

    pub fn catalogue(&self) -> &Catalogue {
        &self.props.catalogue
    }

    pub fn send(&self, message: Message) {
        if let Some(app) = &self.app {
            app.send_message(message);
        }
    }

    /// Gives the application another state.
    pub fn give(&mut self, state: State) {
        self.props.given = Rc::new(state);
        self.update();
    }

    /// Takes over what an attribute says now. What is still wrong has been told.
    pub fn take_over(&mut self, name: &str, said: Said) {
        let mut state = (**self.latest.borrow()).clone();
        if OF_STATE.contains(&name) {
            attributes::take_over(name, &said.state, &mut state);
        }
        if OF_BOUNDS.contains(&name) || *self.props.bounds != said.bounds {
            self.props.bounds = Rc::new(said.bounds);
        }
        let before = std::mem::replace(&mut self.faults, said.faults);
        state.notices.retain(|words| before.iter().all(|fault| fault.words != *words));
        state.notices.extend(self.faults.iter().map(|fault| fault.words.clone()));
        self.give(state);
        for fault in self.faults.iter().filter(|fault| !before.contains(fault)) {
            self.host.wrong(fault);
        }
    }

    /// Shows another window of a large catalogue, with the state that it was asked for where there is one.
    pub fn show(&mut self, window: Window, opened: Option<State>) {
        if let Some(state) = opened {
            self.props.given = Rc::new(state);
        }
        self.props.catalogue = window.catalogue.clone();
        self.props.window = Some(Rc::new(window));
        self.update();
    }

    /// Ends the application; what it leaves.
    pub fn end(&mut self) -> Left {
        if let Some(app) = self.app.take() {
            app.destroy();
        }
        let latest = self.latest.borrow();
        let is_untouched = Rc::ptr_eq(&latest.project, &self.untouched);
        Left::of(&latest, self.props.kept.as_deref().filter(|_| is_untouched))
    }

    fn update(&mut self) {
        if let Some(app) = &mut self.app {
            app.update(self.props.clone());
        }
    }
}
