//! One mounted element.

use std::{cell::RefCell, rc::Rc};

use gloo::{events::EventListener, utils::document};
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement};
use yew::{AppHandle, Callback};

use super::{
    address, attributes,
    beginning::{asked_for, embedded_catalogue, initial},
    effects::{Browser, effects},
    keeping::Place,
    panic,
    service::{Asking, Service},
    style,
    today::today,
};
use crate::{
    state::{State, link, reduce::Action, window::Window},
    ui::{App, Change, Message, Props, door},
};

/// A mounted element. Dropping it without [`Instance::unmount`] leaves the page in place.
#[wasm_bindgen]
pub struct Instance {
    element: HtmlElement,
    container: Element,
    running: Rc<RefCell<Running>>,
    /// Where the catalogue is another one than the embedded one.
    asking: Option<Rc<Asking>>,
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
        self.update();
    }

    fn show(&mut self, window: Window) {
        self.props.catalogue = window.catalogue.clone();
        self.props.window = Some(Rc::new(window));
    }

    fn update(&mut self) {
        if let Some(app) = &mut self.app {
            app.update(self.props.clone());
        }
    }
}

/// What a service is asked before anything is mounted: about what the link and the attributes name. From now on the
/// element has the look of the page, for the words while the catalogue is loaded.
#[wasm_bindgen]
pub fn opening(element: &HtmlElement, browser: Browser) -> String {
    // Where there are no such stylesheets, mounting fails with words.
    let _ = element.shadow_root().map(|root| style::adopt(&root));
    let place = Place::of(element, &Rc::new(browser));
    asked_for(element, place.as_ref()).question(today())
}

/// Mounts the page into the open shadow root of `element`, in a fresh container each time: over the embedded catalogue,
/// or over that of a service, with its answer to [`opening`]; then the later part must be there, which reads answers.
/// `browser` does what the page asks of it.
///
/// # Errors
/// Words for people, where there is no shadow root or the answer cannot be read.
#[wasm_bindgen]
pub fn mount(
    element: HtmlElement,
    browser: Browser,
    service: Option<Service>,
    answer: Option<String>,
) -> Result<Instance, JsValue> {
    let root = element.shadow_root().ok_or("The element has no open shadow root.")?;
    let asking = service.map(|service| Rc::new(Asking::new(service)));
    let window = answer.map(|answer| door::window(&answer, Vec::new())).transpose()?.map(Rc::new);
    let catalogue = match &window {
        Some(window) => window.catalogue.clone(),
        None => embedded_catalogue(),
    };
    style::adopt(&root)?;
    let container = document().create_element("div")?;
    root.append_child(&container)?;
    panic::watch(&container);

    let browser = Rc::new(browser);
    let place = Place::of(&element, &browser).map(Rc::new);
    let links = attributes::keeps_link(&element);
    let props = Props {
        today: today(),
        given: Rc::new(initial(&element, place.as_deref(), &catalogue)),
        window,
        effect: effects(browser, root.clone(), asking.clone(), place.clone()),
        keeping: place.as_deref().map(Place::works),
        kept: place.as_deref().and_then(Place::project).map(Rc::from),
        on_change: following(links, place),
        is_in_history: links,
        catalogue,
    };
    let app = yew::Renderer::<App>::with_root_and_props(container.clone(), props.clone()).render();
    let running = Rc::new(RefCell::new(Running { app: Some(app), props }));
    let navigation = links.then(|| follow_navigation(&element, &running, asking.clone()));
    Ok(Instance { element, container, running, asking, _navigation: navigation })
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

    /// The service has answered a question.
    pub fn answered(&self, question: &str, answer: &str) {
        let Some((asked, is_opening)) = self.asking.as_ref().and_then(|asking| asking.take(question)) else {
            return;
        };
        let window = match door::window(answer, asked.count) {
            Ok(window) => window,
            Err(words) => return self.failed(words),
        };
        let mut running = self.running.borrow_mut();
        if is_opening {
            let state = link::read(&address::query(), &window.catalogue);
            running.props.given = Rc::new(state);
        }
        running.show(window);
        running.update();
    }

    /// The service could not answer.
    pub fn failed(&self, words: String) {
        if let Some(app) = &self.running.borrow().app {
            app.send_message(Message::Act(Action::Notify(words)));
        }
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

/// What follows every state: the address, and what is kept for the next time.
fn following(links: bool, place: Option<Rc<Place>>) -> Callback<Change> {
    Callback::from(move |change: Change| {
        if links {
            address::write(&change);
        }
        if let Some(place) = &place {
            place.keep_link(&link::write(&change.state, ""));
        }
    })
}

fn follow_navigation(
    element: &HtmlElement,
    running: &Rc<RefCell<Running>>,
    asking: Option<Rc<Asking>>,
) -> EventListener {
    let element = element.clone();
    let running = Rc::downgrade(running);
    address::on_navigation(move || {
        if let Some(asking) = &asking {
            // The link may name vendors that are not here.
            return asking.open(asked_for(&element, None).question(today()));
        }
        let Some(running) = running.upgrade() else { return };
        let mut running = running.borrow_mut();
        match (address::number(), &running.app) {
            (Some(number), Some(app)) => app.send_message(Message::Travel(number)),
            _ => {
                let state = link::read(&address::query(), &running.props.catalogue);
                running.give(state);
            }
        }
    })
}
