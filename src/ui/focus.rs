//! Moves the keyboard focus inside the element that the page was mounted into.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::NodeRef;

/// Focuses the element with this id below `root`; tells whether there is one.
pub fn by_id(root: &NodeRef, id: &str) -> bool {
    // Ids are words of letters, digits and hyphens, so they need no escape.
    let found = root.cast::<Element>().and_then(|root| root.query_selector(&format!("#{id}")).ok().flatten());
    element(found)
}

/// Focuses what a component refers to.
pub fn node(node: &NodeRef) -> bool {
    element(node.cast::<Element>())
}

fn element(element: Option<Element>) -> bool {
    let element = element.and_then(|element| element.dyn_into::<HtmlElement>().ok());
    element.is_some_and(|element| element.focus().is_ok())
}
