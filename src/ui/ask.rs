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
    state::reduce::Action,
};

/// `heading` is the place for the focus when what had it goes away.
pub fn ask(heading: &NodeRef, page: &Page) -> Html {
    let requirements = &page.state.requirements;
    let untouched = requirements.is_empty() && page.state.compared.is_empty() && page.state.as_of.is_none();
    let reset = (!untouched)
        .then(|| button("link small", leaving(Action::Reset, heading, page)).says("Reset everything").into());
    let title = el("h2", "").is("id", "view-heading").is("tabindex", "-1").node(heading).says("You require");
    let sentence = if requirements.is_empty() {
        el("p", "soft").says(
            "Nothing yet. Choose below where data may sit, which certificates are held and how long data is kept; \
             or write it as text.",
        )
    } else {
        let parts = requirements.iter().enumerate();
        el("ul", "sentence")
            .all(parts.map(|(index, requirement)| part(index, requirement, heading, page)).collect())
    };
    el("section", "ask")
        .is("aria-labelledby", "view-heading")
        .with(el("div", "ask__top").with(title).maybe(reset))
        .with(sentence)
        .child(as_text(page))
        .into()
}

/// Acts, and moves the focus to the heading, because what had it goes away.
fn leaving(action: Action, heading: &NodeRef, page: &Page) -> Callback<MouseEvent> {
    let (page, heading) = (page.clone(), heading.clone());
    Callback::from(move |_| {
        page.act(action.clone());
        focus::node(&heading);
    })
}

fn part(index: usize, requirement: &Requirement, heading: &NodeRef, page: &Page) -> Html {
    let clause = words::requirement(requirement, &page.catalogue);
    let is_last = index > 0 && index + 1 == page.state.requirements.len();
    let glue = if is_last { "and that " } else { "that " };
    let remove = button("", leaving(Action::RemoveRequirement(index), heading, page))
        .attr("aria-label", format!("Remove: {clause}"))
        .child(icon(Sign::Close));
    let show = button("", page.on(Action::EditRequirement(index)))
        .with(el("span", "sr").says("Show in the form: "))
        .text(clause);
    el("li", "").with(el("span", "glue").says(glue)).with(el("span", "part").with(show).with(remove)).into()
}
