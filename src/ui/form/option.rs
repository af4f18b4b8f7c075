//! An option with its two counts.

use yew::prelude::*;

use crate::{
    language::phrase,
    requirement::Requirement,
    state::{reduce::Action, window::thousands},
    ui::{
        element::{Element, el},
        page::Page,
    },
};

/// What there is to choose.
pub struct Choice {
    /// The grammar's word for it.
    pub value: String,
    pub label: String,
    /// One line below the label.
    pub hint: Option<String>,
    pub chosen: bool,
    /// What choosing this alone would require; without it there are no counts.
    pub requirement: Option<Requirement>,
    pub action: Action,
}

/// A box to tick, or one of several: `kind` is that of the input, `name` that of the group.
pub fn option(kind: &'static str, name: &'static str, choice: Choice, page: &Page) -> Html {
    let Choice { value, label, hint, chosen, requirement, action } = choice;
    let is_locked = requirement.as_ref().is_some_and(|one| page.state.bounds.locks(&one.subject));
    let counts = requirement.and_then(|requirement| page.counts(&requirement));
    let words = counts.map(|c| {
        let words = phrase(": {} would meet, {} cannot be told", &[&c.meets, &c.cannot_tell]);
        el("span", "sr").text(words).into()
    });
    let count = |class, n: usize| el("span", class).is("aria-hidden", "true").text(thousands(n)).into();
    let input = el("input", "")
        .is("type", kind)
        .is("name", name)
        .attr("value", value.clone())
        .checked(chosen)
        .set_if(is_locked, "disabled", "")
        .on_change(page.on(action));
    let text =
        el("span", "").text(label).maybe(hint.map(|hint| el("small", "").text(hint).into())).maybe(words);
    el("div", "opt")
        .key(&value)
        .with(el("label", "").with(input).with(text))
        .maybe(counts.map(|c| count(if c.meets > 0 { "c c--m" } else { "c c--z" }, c.meets)))
        .maybe(counts.map(|c| count("c c--o", c.cannot_tell)))
        .into()
}

/// Options under the heads of their counts.
pub fn options(options: Vec<Html>) -> Element {
    let heads = el("div", "opts__head")
        .is("aria-hidden", "true")
        .with(el("span", ""))
        .with(el("span", "").says("meets"))
        .with(el("span", "").says("cannot tell"));
    el("div", "opts").with(heads).all(options)
}
