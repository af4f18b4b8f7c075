//! The attributes of the element: the state that they ask for, the bounds that they set, and what is wrong with them.
//!
//! `static/custom-elements.json` says what each is for. `src` and `integrity` are for the JavaScript half.

use web_sys::HtmlElement;

use super::reading::Fault;
use crate::{
    catalogue::{Catalogue, id::ProviderId},
    requirement::parse::parse,
    state::{State, bounds::Bounds, form::Form, link, window::Opening},
};

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
#[derive(Default)]
pub struct Said {
    pub state: State,
    pub bounds: Bounds,
    pub faults: Vec<Fault>,
}

/// Attributes that only the later part reads, because few elements have them.
const SELDOM: [&str; 6] = ["locked", "max-compare", "providers", "rows", "state", "view"];

/// What most elements say: a look, requirements and a day that can be read. `None` where there is more, or anything is
/// wrong; then the later part must be here.
pub fn plain(element: &HtmlElement, catalogue: &Catalogue) -> Option<Said> {
    let of = |name: &str| element.get_attribute(name);
    let is_plain = SELDOM.iter().all(|name| !element.has_attribute(name))
        && of("theme").is_none_or(|theme| theme == "light" || theme == "dark")
        && of("link").is_none_or(|link| link == "query");
    let parsed = parse(&of("requirements").unwrap_or_default(), catalogue);
    let as_of = of("as-of").map(|day| day.parse());
    if !is_plain || !parsed.errors.is_empty() || as_of == Some(Err(())) {
        return None;
    }
    let mut said = Said::default();
    said.state.form = Form::showing(&parsed.requirements, catalogue);
    said.bounds.required.clone_from(&parsed.requirements);
    said.state.requirements = parsed.requirements;
    said.state.as_of = as_of.and_then(Result::ok);
    Some(said)
}
