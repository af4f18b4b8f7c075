//! One mounted element.

use std::{cell::RefCell, rc::Rc};

use gloo::events::EventListener;
use js_sys::Function;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;
use yew::Callback;

use super::{
    attributes,
    beginning::{self, embedded_catalogue, initial, link_to_begin_with},
    effects::{Browser, Surroundings},
    following::{follow_navigation, following},
    keeping::Place,
    left::Left,
    reading,
    root::{Mailbox, Root},
    running::{self, Running},
    service::{Asking, Opens, Service},
    style,
    telling::Host,
    today::today,
    tongue,
};
use crate::{
    language::Language,
    state::{others::Begun, reduce::Action},
    ui::{Message, Props, Slot, begun, stylesheet},
};

/// A mounted element. Dropping it without [`Instance::unmount`] leaves the page in place.
#[wasm_bindgen]
pub struct Instance {
    element: HtmlElement,
    running: Rc<RefCell<Running>>,
    /// Where the page holds a part of the catalogue only.
    asking: Option<Rc<Asking>>,
    /// Ends with the instance.
    _navigation: Option<EventListener>,
}

/// What a service is asked before anything is mounted: about what the link and the attributes name. From now on the
/// element has the look of the page, for the words while the catalogue is loaded. `left` is what the last
/// [`Instance::unmount`] gave.
#[wasm_bindgen]
pub fn opening(element: &HtmlElement, browser: Browser, left: Option<String>) -> String {
    // Where there are no such stylesheets, mounting fails with words.
    let _ = element.shadow_root().map(|root| style::adopt(&root));
    let place = Place::of(element, &Rc::new(browser));
    let left = left.as_deref().map(Left::read);
    beginning::door::question(element, left.as_ref(), place.as_ref())
}

/// Whether the later part must be here before [`mount`], because an attribute says what that part reads. Over a service,
/// it must be here anyway.
#[wasm_bindgen(js_name = needsLater)]
pub fn needs_later(element: &HtmlElement) -> bool {
    attributes::plain(element, &embedded_catalogue()).is_none()
}

/// Learns a language for all elements of the page: its tag, and its table as JSON. The later part must be here.
///
/// # Errors
/// Words for developers, where the text is no table.
#[wasm_bindgen]
pub fn learn(tag: &str, table: &str) -> Result<(), JsValue> {
    tongue::door::learn(tag, table).map_err(JsValue::from)
}

/// Mounts the page into the open shadow root of `element`: over the embedded catalogue, or over that of a service, with
/// its answer to [`opening`]; then the later part must be there, which reads answers. A service whose whole catalogue is in
/// the answer is closed. `browser` does what the page asks of it. `tell` is called with the name of an event and its detail
/// as JSON, and says whether the page goes on. `left` is what the last [`Instance::unmount`] gave. `lang` is the tag of a
/// language that [`learn`] was given, or English.
///
/// # Errors
/// Words for people, where there is no shadow root or the answer cannot be read.
#[wasm_bindgen]
pub fn mount(
    element: HtmlElement,
    browser: Browser,
    tell: Function,
    left: Option<String>,
    service: Option<Service>,
    answer: Option<String>,
    lang: &str,
) -> Result<Instance, JsValue> {
    let language = Language::of(lang);
    let _speaking = language.speak();
    let root = element.shadow_root().ok_or("The element has no open shadow root.")?;
    let (others, catalogue, window) = match answer.map(|answer| begun(&answer)).transpose()? {
        Some(Begun { others, catalogue, window }) => (Some(Rc::new(others)), catalogue, window.map(Rc::new)),
        None => (None, embedded_catalogue(), None),
    };
    let asking = service.and_then(|service| Asking::over(service, window.is_some())).map(Rc::new);
    style::adopt(&root)?;
    let mut drawn = Root::free()?;
    root.append_child(&drawn.container)?;
    let mailbox = Rc::default();

    let browser = Rc::new(browser);
    let host = Host(tell);
    let left = left.as_deref().map(Left::read);
    let place = Place::of(&element, &browser).map(Rc::new);
    let links = attributes::keeps_link(&element);
    let said = attributes::plain(&element, &catalogue).unwrap_or_else(|| {
        style::adopt_also(&root, stylesheet());
        reading::door::read(&element, &catalogue, window.as_ref().map(|window| &*window.unknown))
    });
    let link = link_to_begin_with(&element, left.as_ref(), place.as_deref());
    let given = Rc::new(initial(link.as_deref(), &catalogue, &said));
    let latest = Rc::new(RefCell::new(given.clone()));
    let slot = |slot| place.as_deref().and_then(|place| place.text(slot)).map(Rc::from);
    let left_project = left.and_then(|left| left.project).map(Rc::from);
    let props = Props {
        today: today(),
        language,
        bounds: Rc::new(said.bounds.clone()),
        may: {
            let host = host.clone();
            Callback::from(move |intent| host.may(&intent))
        },
        on_settled: {
            let host = host.clone();
            Callback::from(move |settled| host.change(&settled))
        },
        others,
        window,
        kept: left_project.or_else(|| slot(Slot::Project)),
        set_aside: slot(Slot::Aside),
        effect: Surroundings {
            browser,
            root,
            asking: asking.clone(),
            place: place.clone(),
            host: host.clone(),
        }
        .effects(),
        keeping: place.as_deref().map(Place::works),
        on_change: following(links, place, latest.clone()),
        on_created: Mailbox::open(&mailbox),
        is_in_history: links,
        link: link.map(Rc::from),
        given,
        catalogue,
    };
    drawn.begin(props.clone());
    let running = Running::new(drawn, mailbox, props, latest, host, said.faults);
    let running = Rc::new(RefCell::new(running));
    let navigation = links.then(|| follow_navigation(&element, &running, asking.clone()));
    Ok(Instance { element, running, asking, _navigation: navigation })
}

#[wasm_bindgen]
impl Instance {
    /// The host page has changed an attribute. The later part must be here.
    #[wasm_bindgen(js_name = attributeChanged)]
    pub fn attribute_changed(&self, name: &str) {
        if let (Some(asking), "state") = (&self.asking, name) {
            // It may name vendors that are not here.
            let question = beginning::door::question_of_attributes(&self.element);
            return asking.open(question, Opens::Attributes);
        }
        // A theme may be in what the later part adds to the style.
        let _ = self.element.shadow_root().map(|root| style::adopt_also(&root, stylesheet()));
        running::door::attribute_changed(&mut self.running.borrow_mut(), name, &self.element);
    }

    /// From now on in another language: one that [`learn`] was given, or English.
    pub fn speak(&self, lang: &str) {
        running::door::speak(&mut self.running.borrow_mut(), lang);
    }

    /// The service has answered a question.
    pub fn answered(&self, question: &str, answer: &str) {
        let Some((asked, opens)) = self.asking.as_ref().and_then(|asking| asking.take(question)) else {
            return;
        };
        let mut running = self.running.borrow_mut();
        let _speaking = running.language().speak();
        let read = running::door::answered(&mut running, answer, asked.count, opens, &self.element);
        if let Err(words) = read {
            running.send(Message::Act(Action::Notify(words)));
        }
    }

    /// The service could not answer, or something else is to be told.
    pub fn failed(&self, words: String) {
        self.running.borrow_mut().send(Message::Act(Action::Notify(words)));
    }

    /// Ends the instance and frees what it held. What it gives, [`mount`] takes.
    pub fn unmount(self) -> String {
        self.running.borrow_mut().end().text()
    }
}
