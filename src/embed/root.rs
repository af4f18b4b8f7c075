//! The roots that applications are drawn into, which are used again.
//!
//! Yew listens on the root of an application for ever (its listeners are never dropped), so a root of its own for each
//! mount would leave something of every element that has gone. A root that is free holds no application, and waits here
//! for the next element; there are never more than there were elements at a time.

use std::{cell::RefCell, rc::Rc};

use gloo::utils::document;
use wasm_bindgen::JsValue;
use web_sys::Element;
use yew::{
    html::Scope,
    prelude::*,
    virtual_dom::{Key, VChild, VNode},
};

use super::panic;
use crate::ui::{App, Message, Props};

thread_local! {
    static FREE: RefCell<Vec<Root>> = const { RefCell::new(Vec::new()) };
}

/// A container with what draws into it.
pub struct Root {
    pub container: Element,
    frame: AppHandle<Frame>,
    /// Tells the applications apart that this root has had.
    number: usize,
}

impl Root {
    /// A root without an application.
    ///
    /// # Errors
    /// Where the browser makes no element.
    pub fn free() -> Result<Self, JsValue> {
        if let Some(root) = FREE.with_borrow_mut(Vec::pop) {
            return Ok(root);
        }
        let container = document().create_element("div")?;
        let props = FrameProps { app: None, number: 0 };
        let frame = yew::Renderer::<Frame>::with_root_and_props(container.clone(), props).render();
        Ok(Self { container, frame, number: 0 })
    }

    /// Begins a new application.
    pub fn begin(&mut self, props: Props) {
        panic::watch(&self.container);
        self.number += 1;
        self.update(props);
    }

    /// Gives the application other properties.
    pub fn update(&mut self, props: Props) {
        let _ = self.container.set_attribute("lang", props.language.tag());
        self.frame.update(FrameProps { app: Some(props), number: self.number });
    }

    /// Ends the application. The root is free again, unless the program has stopped in it.
    pub fn end(mut self) {
        let has_stopped = self.container.has_attribute("role");
        panic::forget(&self.container);
        self.container.remove();
        if !has_stopped {
            self.frame.update(FrameProps { app: None, number: self.number });
            FREE.with_borrow_mut(|free| free.push(self));
        }
    }
}

/// Where messages to an application go, which wait until it is there.
#[derive(Default)]
pub struct Mailbox {
    scope: Option<Scope<App>>,
    waiting: Vec<Message>,
}

impl Mailbox {
    pub fn send(&mut self, message: Message) {
        match &self.scope {
            Some(scope) => scope.send_message(message),
            None => self.waiting.push(message),
        }
    }

    /// The application is there.
    pub fn open(mailbox: &Rc<RefCell<Self>>) -> Callback<Scope<App>> {
        let mailbox = mailbox.clone();
        Callback::from(move |scope: Scope<App>| {
            let mut mailbox = mailbox.borrow_mut();
            scope.send_message_batch(std::mem::take(&mut mailbox.waiting));
            mailbox.scope = Some(scope);
        })
    }
}

#[derive(Properties, Clone, PartialEq)]
struct FrameProps {
    app: Option<Props>,
    number: usize,
}

/// Holds one application, or none.
struct Frame;

impl Component for Frame {
    type Message = ();
    type Properties = FrameProps;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let FrameProps { app, number } = ctx.props();
        let app = app.clone().map(|props| VNode::from(VChild::<App>::new(props, Some(Key::from(*number)))));
        app.unwrap_or_default()
    }
}
