//! The fields of the form: a list to choose from, a choice among a few, a group with its legend.

use yew::prelude::*;

use crate::ui::element::{Element, el, value_of};

/// A group of fields under a heading.
pub fn facet(legend: &'static str) -> Element {
    el("fieldset", "facet").with(el("legend", "").says(legend))
}

/// A list to choose from: values with their names; `on_choose` gets the value.
pub fn select(
    id: &'static str,
    label: &'static str,
    options: Vec<(String, String)>,
    chosen: &str,
    on_choose: Callback<String>,
) -> Element {
    let option = |(value, name): (String, String)| {
        let is_chosen = value == chosen;
        el("option", "").attr("value", value).property("selected", is_chosen).text(name).into()
    };
    let on_change = Callback::from(move |event: Event| {
        if let Some(value) = value_of(&event) {
            on_choose.emit(value);
        }
    });
    let list = el("select", "input").is("id", id).on_change(on_change);
    el("div", "field")
        .with(el("label", "").is("for", id).says(label))
        .with(list.all(options.into_iter().map(option).collect()))
}

/// A choice among a few, as real radio buttons in one bar. `label_id` names the label; `on_choose` gets the position.
pub fn segmented(
    label_id: &'static str,
    label: &'static str,
    options: &[&'static str],
    chosen: usize,
    on_choose: &Callback<usize>,
) -> Element {
    let mut bar = el("div", "seg").is("role", "radiogroup").is("aria-labelledby", label_id);
    for (index, option) in options.iter().enumerate() {
        let on_change = on_choose.reform(move |_: Event| index);
        let radio = el("input", "").is("type", "radio").is("name", label_id);
        bar =
            bar.with(el("label", "").with(radio.checked(index == chosen).on_change(on_change)).says(option));
    }
    el("div", "field").with(el("span", "label").is("id", label_id).says(label)).with(bar)
}
