//! One mounted element.

use std::{cell::RefCell, rc::Rc};

use gloo::{events::EventListener, utils::document};
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement};
use yew::{AppHandle, Callback};

use super::{address, attributes, panic, style, today::today};
use crate::{
    catalogue::Catalogue,
    embedded,
    state::{State, link},
    ui::{App, Props},
};

/// A mounted element. Dropping it without [`Instance::unmount`] leaves the page in place.
#[wasm_bindgen]
pub struct Instance {
    element: HtmlElement,
    container: Element,
    running: Rc<RefCell<Running>>,
    /// Ends with the instance.
    _navigation: Option<EventListener>,
}

/// The application and what was last given to it.
struct Running {
    app: Option<AppHandle<App>>,
    props: Props,
}

impl Running {
    fn give(&mut self, state: State) {
        self.props.given = Rc::new(state);
        if let Some(app) = &mut self.app {
            app.update(self.props.clone());
        }
    }
}

/// Mounts the page into the open shadow root of `element`, in a fresh container each time.
///
/// # Errors
/// Words for people, where there is no shadow root or the catalogue cannot be read.
#[wasm_bindgen]
pub fn mount(element: HtmlElement) -> Result<Instance, JsValue> {
    let root = element.shadow_root().ok_or("The element has no open shadow root.")?;
    let catalogue = catalogue()?;
    style::adopt(&root)?;
    let container = document().create_element("div")?;
    root.append_child(&container)?;
    panic::watch(&container);

    let links = attributes::keeps_link(&element);
    let props = Props {
        today: today(),
        given: Rc::new(initial(&element, links, &catalogue)),
        on_change: if links { keep_link() } else { Callback::noop() },
        catalogue,
    };
    let app = yew::Renderer::<App>::with_root_and_props(container.clone(), props.clone()).render();
    let running = Rc::new(RefCell::new(Running { app: Some(app), props }));
    let navigation = links.then(|| follow_navigation(&running));
    Ok(Instance { element, container, running, _navigation: navigation })
}

#[wasm_bindgen]
impl Instance {
    /// The host page has changed an attribute.
    #[wasm_bindgen(js_name = attributeChanged)]
    pub fn attribute_changed(&self, name: &str, _value: Option<String>) {
        if !matches!(name, "requirements" | "as-of") {
            return;
        }
        let mut running = self.running.borrow_mut();
        let state = attributes::state(&self.element, &running.props.catalogue);
        running.give(state);
    }

    /// Ends the instance and frees what it held.
    pub fn unmount(self) {
        if let Some(app) = self.running.borrow_mut().app.take() {
            app.destroy();
        }
        panic::forget(&self.container);
        self.container.remove();
    }
}

/// The embedded catalogue, read once for the page.
fn catalogue() -> Result<Rc<Catalogue>, String> {
    thread_local! {
        static CATALOGUE: Result<Rc<Catalogue>, String> = embedded::catalogue().map(Rc::new).map_err(|problems| {
            let problems: Vec<String> = problems.iter().map(ToString::to_string).collect();
            format!("The catalogue could not be read: {}", problems.join("; "))
        });
    }
    CATALOGUE.with(Clone::clone)
}

/// What the link says; where it says nothing, what the attributes ask for.
fn initial(element: &HtmlElement, links: bool, catalogue: &Catalogue) -> State {
    if links {
        let state = link::read(&address::query(), catalogue);
        if state != State::default() {
            return state;
        }
    }
    attributes::state(element, catalogue)
}

fn keep_link() -> Callback<Rc<State>> {
    let before = RefCell::new(None::<Rc<State>>);
    Callback::from(move |state: Rc<State>| {
        let before = before.replace(Some(state.clone()));
        address::write(&state, before.as_ref());
    })
}

fn follow_navigation(running: &Rc<RefCell<Running>>) -> EventListener {
    let running = Rc::downgrade(running);
    address::on_navigation(move || {
        let Some(running) = running.upgrade() else { return };
        let mut running = running.borrow_mut();
        let state = link::read(&address::query(), &running.props.catalogue);
        running.give(state);
    })
}
