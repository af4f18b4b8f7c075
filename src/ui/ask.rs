//! What is required, as a sentence whose parts can be changed and removed.

use yew::prelude::*;

use super::{
    as_text::as_text,
    element::{button, el},
    focus,
    icon::{Sign, icon},
    page::Page,
};
use crate::{
    requirement::{Requirement, words},
    state::{Sort, reduce::Action},
};

pub fn ask(page: &Page) -> Html {
    let requirements = &page.state.requirements;
    let untouched = requirements.is_empty() && page.state.compared.is_empty() && page.state.as_of.is_none();
    let untouched = untouched && page.state.search.is_empty() && page.state.sort == Sort::default();
    let reset = (!untouched)
        .then(|| button("link small", focus::leaving(Action::Reset, page)).says("Reset everything").into());
    let title = el("h2", "").is("id", "view-heading").is("tabindex", "-1").says("You require");
    let sentence = if requirements.is_empty() {
        el("p", "soft").says(
            "Nothing yet. Choose below where data may sit, which certificates must be held and how long data may \
             be kept.",
        )
    } else {
        let parts = requirements.iter().enumerate();
        el("ul", "sentence").all(parts.map(|(index, requirement)| part(index, requirement, page)).collect())
    };
    el("section", "ask")
        .is("aria-labelledby", "view-heading")
        .with(el("div", "ask__top").with(title).maybe(reset))
        .with(sentence)
        .child(as_text(page))
        .into()
}

/// One requirement. When it is removed, the focus goes to the next one.
fn part(index: usize, requirement: &Requirement, page: &Page) -> Html {
    let clause = words::requirement(requirement, &page.catalogue);
    let (before, after) = page.state.requirements.split_at(index);
    let is_last = after.len() == 1;
    let glue = match index {
        0 => "that ",
        _ if is_last => " and that ",
        _ => ", that ",
    };
    // A requirement may be written twice, but a key may not.
    let key = match before.contains(requirement) {
        true => format!("{index} {requirement}"),
        false => requirement.to_string(),
    };
    let end = is_last.then(|| el("span", "glue").says(".").into());
    let remove = button("", focus::removing(Action::RemoveRequirement(index), "li", page))
        .attr("aria-label", format!("Remove: {clause}"))
        .child(icon(Sign::Close));
    let show = button("", page.on(Action::EditRequirement(index)))
        .with(el("span", "sr").says("Show in the form: "))
        .text(clause);
    el("li", "")
        .key(&key)
        .with(el("span", "glue").says(glue))
        .with(el("span", "part").with(show).with(remove))
        .maybe(end)
        .into()
}
