//! Elements, built by calls.
//!
//! `html!` writes the whole construction of an element out at every place where one stands, and that was a quarter of
//! the program in the browser. Here it is written once: `el("p", "soft").text("Nothing yet.")`.

use std::rc::Rc;

use yew::{
    html::{onblur, onchange, onclick, ondragover, ondrop, onfocus, oninput, onkeydown},
    prelude::*,
    virtual_dom::{Key, Listener, VList, VNode, VTag},
};

use super::page::Page;
use crate::language::say;

/// An element under construction; [`Html::from`] ends it.
pub struct Element(VTag);

/// An element with a class; without one where that is empty.
#[inline(never)]
pub fn el(tag: &'static str, class: &'static str) -> Element {
    let mut element = VTag::new(AttrValue::Static(tag));
    if !class.is_empty() {
        element.add_attribute("class", AttrValue::Static(class));
    }
    Element(element)
}

/// A button with a class.
#[inline(never)]
pub fn button(class: &'static str, on_click: Callback<MouseEvent>) -> Element {
    let button = el("button", class).is("type", "button").on_click(on_click);
    let is_main = class.split(' ').any(|word| word == "btn--main");
    match class.starts_with("btn") {
        true => button.is("part", if is_main { "button main" } else { "button" }),
        false => button,
    }
}

/// Several nodes one after the other, which keep their place among their neighbours.
#[inline(never)]
pub fn list(items: Vec<Html>) -> Html {
    VNode::from(VList::with_children(items, None))
}

impl Element {
    /// Sets an attribute to a fixed value; what people read or hear of it is in the language in force.
    #[inline(never)]
    pub fn is(mut self, name: &'static str, value: &'static str) -> Self {
        let value = if matches!(name, "aria-label" | "placeholder") { say(value) } else { value };
        self.0.add_attribute(name, AttrValue::Static(value));
        self
    }

    /// Sets an attribute.
    #[inline(never)]
    pub fn attr(mut self, name: &'static str, value: String) -> Self {
        self.0.add_attribute(name, AttrValue::from(value));
        self
    }

    /// Sets an attribute to fixed words where a condition holds.
    #[inline(never)]
    pub fn set_if(self, condition: bool, name: &'static str, value: &'static str) -> Self {
        if condition { self.is(name, value) } else { self }
    }

    /// Sets a property of the element itself, which a visitor's choice does not outlast.
    #[inline(never)]
    pub fn property(mut self, name: &'static str, value: bool) -> Self {
        self.0.add_property(name, value);
        self
    }

    /// The value of a field.
    #[inline(never)]
    pub fn value(mut self, value: String) -> Self {
        self.0.set_value(Some(AttrValue::from(value)));
        self
    }

    /// Whether a box or a radio button is chosen.
    #[inline(never)]
    pub fn checked(mut self, checked: bool) -> Self {
        self.0.set_checked(checked);
        self
    }

    /// Tells the element from its neighbours when they change places.
    #[inline(never)]
    pub fn key(mut self, key: &str) -> Self {
        self.0.key = Some(Key::from(key));
        self
    }

    #[inline(never)]
    pub fn node(mut self, node: &NodeRef) -> Self {
        self.0.node_ref = node.clone();
        self
    }

    /// Adds fixed words, in the language in force.
    #[inline(never)]
    pub fn says(self, words: &'static str) -> Self {
        self.child(Html::from(say(words)))
    }

    /// Adds words of the catalogue, in the language in force where it has them.
    #[inline(never)]
    pub fn name(self, words: &str) -> Self {
        self.text(say(words).to_owned())
    }

    /// Says that what stands in the element is in English, where the page is in another language.
    #[inline(never)]
    pub fn quoted(self, page: &Page) -> Self {
        let is_foreign = !page.language.is_english() && page.others.is_none();
        self.set_if(is_foreign, "lang", "en")
    }

    /// Adds a text.
    #[inline(never)]
    pub fn text(self, text: String) -> Self {
        self.child(Html::from(text))
    }

    /// Adds a node.
    #[inline(never)]
    pub fn child(mut self, child: Html) -> Self {
        self.0.add_child(child);
        self
    }

    /// Adds an element.
    #[inline(never)]
    pub fn with(self, child: Element) -> Self {
        self.child(child.into())
    }

    /// Adds a node where there is one. An absent one keeps its place.
    #[inline(never)]
    pub fn maybe(self, child: Option<Html>) -> Self {
        self.child(child.unwrap_or_default())
    }

    /// Adds nodes as a group of their own.
    #[inline(never)]
    pub fn all(self, children: Vec<Html>) -> Self {
        self.child(list(children))
    }

    pub fn on_click(self, callback: Callback<MouseEvent>) -> Self {
        self.listen(Rc::new(onclick::Wrapper::new(callback)))
    }

    pub fn on_change(self, callback: Callback<Event>) -> Self {
        self.listen(Rc::new(onchange::Wrapper::new(callback)))
    }

    pub fn on_input(self, callback: Callback<InputEvent>) -> Self {
        self.listen(Rc::new(oninput::Wrapper::new(callback)))
    }

    pub fn on_blur(self, callback: Callback<FocusEvent>) -> Self {
        self.listen(Rc::new(onblur::Wrapper::new(callback)))
    }

    pub fn on_focus(self, callback: Callback<FocusEvent>) -> Self {
        self.listen(Rc::new(onfocus::Wrapper::new(callback)))
    }

    pub fn on_drop(self, callback: Callback<DragEvent>) -> Self {
        self.listen(Rc::new(ondrop::Wrapper::new(callback)))
    }

    pub fn on_dragover(self, callback: Callback<DragEvent>) -> Self {
        self.listen(Rc::new(ondragover::Wrapper::new(callback)))
    }

    pub fn on_keydown(self, callback: Callback<KeyboardEvent>) -> Self {
        self.listen(Rc::new(onkeydown::Wrapper::new(callback)))
    }

    #[inline(never)]
    fn listen(mut self, listener: Rc<dyn Listener>) -> Self {
        self.0.add_listener(listener);
        self
    }
}

impl From<Element> for Html {
    #[inline(never)]
    fn from(element: Element) -> Self {
        VNode::from(element.0)
    }
}

/// The value of the field that an event came from.
pub fn value_of(event: &web_sys::Event) -> Option<String> {
    use wasm_bindgen::JsCast;
    let target = event.target()?;
    let field = target.dyn_ref::<web_sys::HtmlInputElement>().map(|field| field.value());
    let field = field.or_else(|| target.dyn_ref::<web_sys::HtmlSelectElement>().map(|field| field.value()));
    field.or_else(|| target.dyn_ref::<web_sys::HtmlTextAreaElement>().map(|field| field.value()))
}
