//! Moves the keyboard focus inside the element that the page was mounted into.

use wasm_bindgen::JsCast;
use web_sys::{
    Element, FocusEvent, HtmlElement, HtmlInputElement, ScrollIntoViewOptions, ScrollLogicalPosition,
    ShadowRoot,
};
use yew::{Callback, KeyboardEvent, MouseEvent, NodeRef};

use super::page::Page;
use crate::state::reduce::Action;

/// Focuses the element with this id below `root`.
pub fn by_id(root: &NodeRef, id: &str) {
    // Ids are words of letters, digits and hyphens, so they need no escape.
    if let Some(root) = root.cast::<Element>() {
        first(&root, &format!("#{id}"));
    }
}

/// Scrolls as little as needed to bring the element with this id into sight, clear of what lies over the edges.
pub fn reveal(root: &NodeRef, id: &str) {
    let found = root.cast::<Element>().and_then(|root| root.query_selector(&format!("#{id}")).ok()?);
    if let Some(found) = found {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        options.set_inline(ScrollLogicalPosition::Nearest);
        found.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// The id of what has the focus below `root`; empty where nothing with an id has it.
pub fn id_of_focused(root: &NodeRef) -> String {
    focused(root).map_or_else(String::new, |element| element.id())
}

/// Focuses the element with this id where nothing on the page has the focus. An element that was moved to another place
/// of the page has lost it.
pub fn restore(root: &NodeRef, id: &str) {
    if !id.is_empty() && is_nowhere() {
        by_id(root, id);
    }
}

/// Whether something below `root` has the focus.
pub fn is_inside(root: &NodeRef) -> bool {
    focused(root).is_some()
}

/// Whether nothing on the page has the focus. The browser then names the body, or the root of the page.
fn is_nowhere() -> bool {
    let focused = gloo::utils::document().active_element();
    focused.is_none_or(|focused| matches!(&*focused.local_name(), "body" | "html"))
}

/// What has the focus below `root`. Not by `:focus`, which in some browsers matches nothing while another window is the
/// active one.
fn focused(root: &NodeRef) -> Option<Element> {
    let tree = root.cast::<Element>()?.get_root_node();
    tree.dyn_into::<ShadowRoot>().ok()?.active_element()
}

/// Selects what stands in the field that has got the focus, so that typing replaces it.
pub fn select(event: FocusEvent) {
    if let Some(field) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) {
        field.select();
    }
}

/// For a click that takes its own part of the page away. `part` is what a part is called in CSS.
pub fn removing(action: Action, part: &'static str, page: &Page) -> Callback<MouseEvent> {
    let page = page.clone();
    Callback::from(move |event: MouseEvent| {
        beside(&event, part);
        page.act(action.clone());
    })
}

/// Focuses the last button of the part beside the one that was clicked, the next one if there is one; where there
/// is none, the heading.
fn beside(event: &MouseEvent, part: &str) {
    let Some(part) = around(event, part) else { return };
    for neighbour in [part.next_element_sibling(), part.previous_element_sibling()].into_iter().flatten() {
        if first(&neighbour, "button:last-of-type:not(.link)") {
            return;
        }
    }
    heading(event);
}

/// For a click that takes away what was clicked, with nothing in its place: the focus goes to the heading.
pub fn leaving(action: Action, page: &Page) -> Callback<MouseEvent> {
    let page = page.clone();
    Callback::from(move |event: MouseEvent| {
        heading(&event);
        page.act(action.clone());
    })
}

/// For a click on what shows more of a group. Where it shows the last of it, it goes away, and the focus goes to the
/// words beside it.
pub fn showing_more(action: Action, is_last: bool, page: &Page) -> Callback<MouseEvent> {
    let page = page.clone();
    Callback::from(move |event: MouseEvent| {
        if let Some(beside) = around(&event, ".more").filter(|_| is_last) {
            first(&beside, "p");
        }
        page.act(action.clone());
    })
}

/// Focuses the heading of the view in which was clicked.
fn heading(event: &MouseEvent) {
    if let Some(page) = around(event, ".vc") {
        first(&page, "#view-heading");
    }
}

fn around(event: &MouseEvent, css: &str) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()?.closest(css).ok()?
}

/// Focuses the first match; tells whether there is one.
fn first(within: &Element, css: &str) -> bool {
    let found = within.query_selector(css).ok().flatten();
    let found = found.and_then(|found| found.dyn_into::<HtmlElement>().ok());
    found.is_some_and(|found| found.focus().is_ok())
}

/// Brings the option with this id into sight within its list, in the page in which a key was pressed. The page itself
/// does not move.
pub fn show_option(event: &KeyboardEvent, id: &str) {
    let page = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let page = page.and_then(|target| target.closest(".vc").ok().flatten());
    let option = page.and_then(|page| page.query_selector(&format!("#{id}")).ok().flatten());
    let option = option.and_then(|option| option.dyn_into::<HtmlElement>().ok());
    let list = option.as_ref().and_then(|option| option.closest("[role=listbox]").ok().flatten());
    if let (Some(option), Some(list)) = (option, list) {
        list.set_scroll_top(option.offset_top() - list.client_height() / 2);
    }
}
