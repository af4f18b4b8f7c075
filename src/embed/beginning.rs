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
    state::{State, link},
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
pub fn link_to_begin_with(
    element: &HtmlElement,
    left: Option<&Left>,
    place: Option<&Place>,
) -> Option<String> {
    let here = attributes::keeps_link(element).then(address::query);
    let here = here.filter(|query| link::says_something(query));
    here.or_else(|| left.map(|left| left.link.clone())).or_else(|| place?.link())
}

/// What only the later part of the page's program calls, which is here before there is a service to ask; see
/// `ui::later`.
pub mod door {
    use web_sys::HtmlElement;

    use super::{
        super::{attributes, keeping::Place, left::Left, today::today},
        link_to_begin_with,
    };
    use crate::state::{link, window::Opening};

    /// The question about what the link names, before it can be read; where it names nothing, what the attributes do.
    #[inline(never)]
    pub fn question(element: &HtmlElement, left: Option<&Left>, place: Option<&Place>) -> String {
        match link_to_begin_with(element, left, place) {
            Some(link) => about(link::opening(&link), element),
            None => question_of_attributes(element),
        }
    }

    /// The question about what the attributes name.
    #[inline(never)]
    pub fn question_of_attributes(element: &HtmlElement) -> String {
        about(attributes::opening(element), element)
    }

    fn about(opening: Opening, element: &HtmlElement) -> String {
        Opening { only: attributes::only(element), ..opening }.question(today())
    }
}

/// Whether a link says what only the later part reads.
pub fn needs_later(link: Option<&str>, catalogue: &Catalogue) -> bool {
    link.is_some_and(|link| link::plain(link, catalogue).is_none())
}

/// What the link says; where there is none, what the attributes ask for.
pub fn initial(link: Option<&str>, catalogue: &Catalogue, said: &Said) -> State {
    let read = |link| link::plain(link, catalogue).unwrap_or_else(|| link::door::read(link, catalogue));
    let mut state = link.map_or_else(|| said.state.clone(), read);
    state.notices.extend(said.faults.iter().map(|fault| fault.words.clone()));
    state
}
