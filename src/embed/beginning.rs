//! What an element begins with: its catalogue, and the state that the link, what was left or kept, or the attributes ask
//! for.

use std::rc::Rc;

use web_sys::HtmlElement;

use super::{
    address,
    attributes::{self, Said},
    keeping::Place,
    left::Left,
};
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

/// The link form that an element begins with: that of the page where it says something, else what the element had when
/// it was taken down, else what was kept last.
fn link_to_begin_with(element: &HtmlElement, left: Option<&Left>, place: Option<&Place>) -> Option<String> {
    let here = attributes::keeps_link(element).then(address::query);
    let here = here.filter(|query| link::says_something(query));
    here.or_else(|| left.map(|left| left.link.clone())).or_else(|| place?.link())
}

/// What the link names, before it can be read; where it names nothing, what the attributes do.
pub fn asked_for(element: &HtmlElement, left: Option<&Left>, place: Option<&Place>) -> Opening {
    let opening = match link_to_begin_with(element, left, place) {
        Some(link) => link::opening(&link),
        None => attributes::opening(element),
    };
    Opening { only: attributes::only(element), ..opening }
}

/// What the link says; where it says nothing, what the attributes ask for.
pub fn initial(
    element: &HtmlElement,
    left: Option<&Left>,
    place: Option<&Place>,
    catalogue: &Catalogue,
    said: &Said,
) -> State {
    let mut state = match link_to_begin_with(element, left, place) {
        Some(link) => link::read(&link, catalogue),
        None => said.state.clone(),
    };
    state.notices.extend(said.faults.iter().map(|fault| fault.words.clone()));
    state
}
