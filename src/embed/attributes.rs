//! The attributes of the element, and the state that they ask for.

use web_sys::HtmlElement;

use crate::{
    catalogue::Catalogue,
    requirement::parse::parse,
    state::{State, form::Form, window::Opening},
};

/// Where the state is kept beside the page: `link="query"` or nowhere.
pub fn keeps_link(element: &HtmlElement) -> bool {
    element.get_attribute("link").as_deref() == Some("query")
}

/// What the attributes ask for, before there is a catalogue to read it with.
pub fn opening(element: &HtmlElement) -> Opening {
    let of = |name| element.get_attribute(name).unwrap_or_default();
    Opening { require: of("requirements"), as_of: of("as-of"), ..Opening::default() }
}

/// The state that the attributes `requirements` and `as-of` ask for; what cannot be read is told in its notices.
pub fn state(element: &HtmlElement, catalogue: &Catalogue) -> State {
    let mut state = State::default();
    if let Some(text) = element.get_attribute("requirements") {
        let parsed = parse(&text, catalogue);
        state.form = Form::showing(&parsed.requirements, catalogue);
        state.requirements = parsed.requirements;
        state.notices.extend(parsed.errors.iter().map(|error| {
            format!(
                "A part of the attribute “requirements” of this element is left out. {}",
                error.sentence()
            )
        }));
    }
    if let Some(text) = element.get_attribute("as-of") {
        match text.parse() {
            Ok(day) => state.as_of = Some(day),
            Err(()) => state.notices.push(format!(
                "The attribute “as-of” of this element is “{text}”. Write a day as YYYY-MM-DD. It counts as today."
            )),
        }
    }
    state
}
