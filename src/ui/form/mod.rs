//! The requirements form: region, certification, retention, each option with what it would leave.

mod certification;
mod field;
mod option;
mod region;
mod retention;

use yew::prelude::*;

use super::{
    element::{button, el},
    icon::{Sign, icon},
    page::Page,
};
use crate::language::english;
use crate::state::{form::retention_rows, reduce::Action};
use certification::certification;
pub use certification::offered as offered_certifications;
pub use field::{segmented, select};
pub use option::{Choice, option, options};
use region::region;
pub use region::{another_place, describe, offered as offered_places, place_term};
use retention::retention;

/// Below a certain width of the element the form is behind a button; above, it is always open.
pub fn requirements_form(page: &Page) -> Html {
    let is_open = page.state.form.is_open;
    let toggle = button("btn facets-toggle", page.on(Action::ToggleForm))
        .is("aria-expanded", if is_open { "true" } else { "false" })
        .is("aria-controls", "facets")
        .child(icon(Sign::Chevron))
        .says("Change requirements");
    let counts = english("Numbers: the vendors that this choice would leave, given your other requirements.");
    let facets = el("div", "panel facets")
        .is("part", "form")
        .is("id", "facets")
        .is("role", "group")
        .is("aria-label", "Requirements")
        .with(el("p", "xs muted counts").says(counts))
        .child(region(page))
        .child(certification(page))
        .maybe(retention_rows(&page.catalogue).next().map(|_| retention(page)));
    el("div", "").with(toggle).with(facets).into()
}
