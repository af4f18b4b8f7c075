//! What an element begins with: its catalogue, and the state that the link or the attributes ask for.

use std::rc::Rc;

use web_sys::HtmlElement;

use super::{address, attributes, keeping::Place};
use crate::{
    catalogue::Catalogue,
    embedded,
    state::{State, link, window::Opening},
};

/// The embedded catalogue, read once for the page; what its evidence says comes later.
pub fn embedded_catalogue() -> Rc<Catalogue> {
    thread_local! {
        static CATALOGUE: Rc<Catalogue> = Rc::new(embedded::brief());
    }
    CATALOGUE.with(Rc::clone)
}

/// The link form that an element begins with: that of the page where it says something, else what was kept last.
fn link_to_begin_with(element: &HtmlElement, place: Option<&Place>) -> Option<String> {
    let here = attributes::keeps_link(element).then(address::query);
    here.filter(|query| link::says_something(query)).or_else(|| place?.link())
}

/// What the link names, before it can be read; where it names nothing, what the attributes do.
pub fn asked_for(element: &HtmlElement, place: Option<&Place>) -> Opening {
    match link_to_begin_with(element, place) {
        Some(link) => link::opening(&link),
        None => attributes::opening(element),
    }
}

/// What the link says; where it says nothing, what the attributes ask for.
pub fn initial(element: &HtmlElement, place: Option<&Place>, catalogue: &Catalogue) -> State {
    match link_to_begin_with(element, place) {
        Some(link) => link::read(&link, catalogue),
        None => attributes::state(element, catalogue),
    }
}
