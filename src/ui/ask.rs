//! What is required, as a sentence whose parts can be changed and removed: on top of the results, and beside the vendors
//! that are compared.

use yew::prelude::*;

use super::{
    adding::adding,
    as_text::as_text,
    element::{Element, button, el},
    focus,
    icon::{Sign, icon},
    page::Page,
};
use crate::{
    language::{english, phrase, say},
    requirement::{Requirement, words},
    state::{Sort, reduce::Action, results::Arrangement, stating::StatingAction},
};

pub fn ask(page: &Page) -> Html {
    let requirements = &page.state.requirements;
    let untouched = requirements.is_empty() && page.state.compared.is_empty() && page.state.as_of.is_none();
    let untouched = untouched && page.state.search.is_empty() && page.state.sort == Sort::default();
    let untouched = untouched && page.state.arrangement == Arrangement::default();
    let reset = (!untouched)
        .then(|| button("link small", focus::leaving(Action::Reset, page)).says("Reset everything").into());
    let title = el("h2", "").is("id", "view-heading").is("tabindex", "-1").says("You require");
    let nothing = english(
        "Nothing yet. Choose below where data may sit, which certificates must be held and how long data may \
        be kept, or add a requirement on any row.",
    );
    let top = el("div", "ask__top").with(title).maybe(reset);
    asked("view-heading", top, nothing, page).into()
}

/// The same on a view that is about something else.
pub fn ask_also(page: &Page) -> Element {
    let title = el("h3", "").is("id", "ask-heading").says("You require");
    asked("ask-heading", title, english("Nothing yet, so nothing is ruled out."), page)
}

/// The sentence under its heading, or the words for none, and what adds to it.
fn asked(heading: &'static str, top: Element, nothing: &'static str, page: &Page) -> Element {
    let parts = page.state.requirements.iter().enumerate();
    let parts: Vec<Html> = parts.map(|(index, requirement)| part(index, requirement, page)).collect();
    let sentence = match parts.is_empty() {
        true => el("p", "soft").says(nothing),
        false => el("ul", "sentence").all(parts),
    };
    el("section", "ask")
        .is("part", "requirements")
        .is("aria-labelledby", heading)
        .with(top)
        .with(sentence)
        .with(el("div", "ask__more").child(adding(page)).child(as_text(page)))
}

/// The part of the sentence that opens a requirement, as an element id.
pub fn part_id(index: usize) -> String {
    format!("part-{index}")
}

/// One requirement. When it is removed, the focus goes to the next one.
fn part(index: usize, requirement: &Requirement, page: &Page) -> Html {
    let clause = words::requirement(requirement, &page.catalogue);
    let about = words::subject(&requirement.subject, &page.catalogue);
    let (before, after) = page.state.requirements.split_at(index);
    let is_last = after.len() == 1;
    let glue = match index {
        0 => english("that "),
        _ if is_last => english(" and that "),
        _ => english(", that "),
    };
    // A toggle changes the requirement, and must not make another part of it: the key is what it is about.
    let twice = before.iter().filter(|other| other.subject == requirement.subject).count();
    let key = format!("{} {twice}", requirement.subject.id());
    let end = is_last.then(|| el("span", "glue").says(".").into());
    if page.state.bounds.locks(&requirement.subject) {
        let part = el("span", "part part--set").text(clause).with(el("small", "").says("set by this page"));
        return el("li", "").key(&key).with(el("span", "glue").says(glue)).with(part).maybe(end).into();
    }
    let remove = button("", focus::removing(Action::RemoveRequirement(index), "li", page))
        .attr("aria-label", phrase("Remove: {}", &[&clause]))
        .child(icon(Sign::Close));
    let show = button("", page.on(Action::EditRequirement(index)))
        .attr("id", part_id(index))
        .with(el("span", "sr").says("Change: "))
        .text(clause);
    // The name of a switch stays when it is pressed.
    let toggle = |words, is_on, name, action| {
        let pressed = if is_on { "true" } else { "false" };
        button("part__turn", page.on(Action::Stating(action)))
            .is("aria-pressed", pressed)
            .attr("aria-label", phrase("{}: {}", &[&name, &about]))
            .says(words)
    };
    let negate = toggle(english("not"), requirement.negated, say("Not"), StatingAction::Negate(index));
    let accept = toggle(
        english("or cannot tell"),
        requirement.or_cannot_tell,
        say("Or cannot tell, accept it"),
        StatingAction::ToggleCannotTell(index),
    );
    el("li", "")
        .key(&key)
        .with(el("span", "glue").says(glue))
        .with(el("span", "part").with(show).with(negate).with(accept).with(remove))
        .maybe(end)
        .into()
}
