//! What the browser keeps for the next time, where the attribute `keep` names a place for it.

use std::rc::Rc;

use web_sys::HtmlElement;

use super::effects::Browser;
use crate::ui::Slot;

/// A place in the browser's storage, which belongs to one element of an origin.
pub struct Place {
    browser: Rc<Browser>,
    name: String,
}

impl Place {
    /// The place that an element names.
    pub fn of(element: &HtmlElement, browser: &Rc<Browser>) -> Option<Self> {
        let name = element.get_attribute("keep")?;
        Some(Self { browser: browser.clone(), name: format!("vendor-compare {name}") })
    }

    /// Whether the browser keeps anything.
    pub fn works(&self) -> bool {
        self.browser.keep(&self.under("trial"), "kept") && self.browser.keep(&self.under("trial"), "")
    }

    /// The link form of the state that was kept last.
    pub fn link(&self) -> Option<String> {
        self.browser.kept(&self.under("link"))
    }

    /// Keeps the link form of a state, where the browser does.
    pub fn keep_link(&self, link: &str) {
        self.browser.keep(&self.under("link"), link);
    }

    /// What was kept last.
    pub fn text(&self, slot: Slot) -> Option<String> {
        self.browser.kept(&self.under(name(slot)))
    }

    /// Keeps a text; whether the browser does.
    pub fn keep(&self, slot: Slot, text: &str) -> bool {
        self.browser.keep(&self.under(name(slot)), text)
    }

    fn under(&self, what: &str) -> String {
        format!("{} {what}", self.name)
    }
}

fn name(slot: Slot) -> &'static str {
    match slot {
        Slot::Project => "project",
        Slot::Aside => "project set aside",
    }
}
