//! The attributes of the element: the state that they ask for, the bounds that they set, and what is wrong with them.
//!
//! `static/custom-elements.json` says what each is for. `src` and `integrity` are for the JavaScript half.

use web_sys::HtmlElement;

use super::reading::{Fault, Reading};
use crate::{
    catalogue::{Catalogue, id::ProviderId},
    state::{State, bounds::Bounds, link, window::Opening},
};

/// Those that are read, in this order: `state` says everything, and what stands beside it takes the place of a part.
const READ: [&str; 10] =
    ["state", "requirements", "as-of", "view", "providers", "rows", "max-compare", "locked", "theme", "link"];

/// Where the state is kept beside the page: `link="query"` or nowhere.
pub fn keeps_link(element: &HtmlElement) -> bool {
    element.get_attribute("link").as_deref() == Some("query")
}

/// What the attributes ask for, before there is a catalogue to read it with.
pub fn opening(element: &HtmlElement) -> Opening {
    let of = |name| element.get_attribute(name);
    let opening = link::opening(&of("state").unwrap_or_default());
    Opening {
        require: of("requirements").unwrap_or(opening.require),
        as_of: of("as-of").unwrap_or(opening.as_of),
        ..opening
    }
}

/// The vendors that the attribute `providers` names, known or not.
pub fn only(element: &HtmlElement) -> Option<Vec<ProviderId>> {
    let text = element.get_attribute("providers")?;
    Some(ids(&text).map(ProviderId::new).collect())
}

/// The ids in a list, apart by commas.
pub fn ids(text: &str) -> impl Iterator<Item = &str> {
    text.split(',').map(str::trim).filter(|id| !id.is_empty())
}

/// What the attributes have made of a state and of the bounds, and what is wrong with them.
pub struct Said {
    pub state: State,
    pub bounds: Bounds,
    pub faults: Vec<Fault>,
}

/// Reads all attributes. `is_whole`: whether the catalogue has every vendor; else nobody can tell whom it lacks.
pub fn read(element: &HtmlElement, catalogue: &Catalogue, is_whole: bool) -> Said {
    let mut said = Said { state: State::default(), bounds: Bounds::default(), faults: Vec::new() };
    for name in READ.iter().filter(|name| element.has_attribute(name)) {
        change(&mut said, name, element, catalogue, is_whole);
    }
    said
}

/// Takes over what one attribute says now; its faults take the place of those that it had.
pub fn change(said: &mut Said, name: &str, element: &HtmlElement, catalogue: &Catalogue, is_whole: bool) {
    let Some(name) = READ.iter().find(|known| **known == name) else { return };
    said.faults.retain(|fault| fault.attribute != *name);
    let value = element.get_attribute(name);
    let mut reading = Reading { name, value: value.as_deref(), catalogue, is_whole, faults: Vec::new() };
    reading.take_over(&mut said.state, &mut said.bounds);
    said.faults.append(&mut reading.faults);
}
