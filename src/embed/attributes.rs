//! The attributes of the element: the state that they ask for, the bounds that they set, and what is wrong with them.
//!
//! `static/custom-elements.json` says what each is for. `src` and `integrity` are for the JavaScript half.

use web_sys::HtmlElement;

use super::reading::{Fault, Reading};
use crate::{
    catalogue::{Catalogue, id::ProviderId},
    state::{State, bounds::Bounds, link, window::Opening},
};

/// Those that are the state; a change of one changes this part of it alone.
pub const OF_STATE: [&str; 4] = ["as-of", "requirements", "state", "view"];

/// Those that bound it.
pub const OF_BOUNDS: [&str; 4] = ["locked", "max-compare", "providers", "rows"];

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

/// Everything that the attributes say.
pub struct Said {
    pub state: State,
    pub bounds: Bounds,
    pub faults: Vec<Fault>,
}

/// Reads all attributes. `is_whole`: whether the catalogue has every vendor; else nobody can tell whom it lacks.
pub fn read(element: &HtmlElement, catalogue: &Catalogue, is_whole: bool) -> Said {
    let mut reading = Reading::new(element, catalogue, is_whole);
    let state = reading.state();
    let bounds = reading.bounds(&state.requirements);
    reading.look();
    Said { state, bounds, faults: reading.faults }
}

/// Takes over what one attribute says of the state.
pub fn take_over(name: &str, said: &State, state: &mut State) {
    match name {
        "requirements" => {
            state.requirements.clone_from(&said.requirements);
            state.form = said.form.clone();
            state.draft = None;
        }
        "as-of" => state.as_of = said.as_of,
        "view" => state.view = said.view.clone(),
        _ => {
            let project = state.project.clone();
            let notices = std::mem::take(&mut state.notices);
            *state = State { project, notices, ..said.clone() };
        }
    }
}
