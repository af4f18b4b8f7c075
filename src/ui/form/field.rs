//! The fields of the form: a list to choose from, a choice among a few, a group with its legend.

use crate::{
    state::reduce::Action,
    ui::{
        element::{Element, el},
        page::Page,
    },
};

/// A group of fields under a heading.
pub fn facet(legend: &'static str) -> Element {
    el("fieldset", "facet").with(el("legend", "").says(legend))
}

/// A list to choose from: values with their names; `action` is what choosing a value does.
pub fn select(
    id: &'static str,
    label: &'static str,
    options: Vec<(String, String)>,
    chosen: &str,
    page: &Page,
    action: fn(&Page, &str) -> Option<Action>,
) -> Element {
    let option = |(value, name): (String, String)| {
        let is_chosen = value == chosen;
        el("option", "").attr("value", value).property("selected", is_chosen).text(name).into()
    };
    let list = el("select", "input").is("id", id).on_change(page.on_value(action));
    el("div", "field")
        .with(el("label", "").is("for", id).says(label))
        .with(list.all(options.into_iter().map(option).collect()))
}

/// A choice among a few, as real radio buttons in one bar: words, whether they are chosen, and what choosing does.
/// `label_id` names the label.
pub fn segmented(
    label_id: &'static str,
    label: &'static str,
    options: Vec<(&'static str, bool, Action)>,
    page: &Page,
) -> Element {
    let mut bar = el("div", "seg").is("role", "radiogroup").is("aria-labelledby", label_id);
    for (words, is_chosen, action) in options {
        let radio = el("input", "").is("type", "radio").is("name", label_id);
        let radio = radio.checked(is_chosen).on_change(page.on(action));
        bar = bar.with(el("label", "").with(radio).says(words));
    }
    el("div", "field").with(el("span", "label").is("id", label_id).says(label)).with(bar)
}
