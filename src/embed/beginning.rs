//! What an element begins with: its catalogue, and the state that the link or the attributes ask for.

use std::rc::Rc;

use web_sys::HtmlElement;

use super::{address, attributes};
use crate::{
    catalogue::Catalogue,
    embedded,
    state::{State, link, window::Opening},
};

/// The embedded catalogue, read once for the page.
pub fn embedded_catalogue() -> Result<Rc<Catalogue>, String> {
    thread_local! {
        static CATALOGUE: Result<Rc<Catalogue>, String> = embedded::catalogue().map(Rc::new).map_err(|problems| {
            let problems: Vec<String> = problems.iter().map(ToString::to_string).collect();
            format!("The catalogue could not be read: {}", problems.join("; "))
        });
    }
    CATALOGUE.with(Clone::clone)
}

/// What the link names, before it can be read; where it names nothing, what the attributes do.
pub fn asked_for(element: &HtmlElement, links: bool) -> Opening {
    if links {
        let opening = link::opening(&address::query());
        if opening != Opening::default() {
            return opening;
        }
    }
    attributes::opening(element)
}

/// What the link says; where it says nothing, what the attributes ask for.
pub fn initial(element: &HtmlElement, links: bool, catalogue: &Catalogue) -> State {
    if links {
        let state = link::read(&address::query(), catalogue);
        if state != link::read("", catalogue) {
            return state;
        }
    }
    attributes::state(element, catalogue)
}
