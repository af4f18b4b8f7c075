//! Which rows of the catalogue the table shows besides the requirements.

use yew::prelude::*;

use crate::{
    catalogue::row::{Row, Section},
    state::{reduce::Action, results::Arrange},
    ui::{
        element::{button, el},
        icon::{Sign, icon},
        page::Page,
    },
};

/// The rows that were chosen, in their order.
pub fn chosen(page: &Page) -> Vec<&Row> {
    page.state.arrangement.columns.iter().filter_map(|id| page.catalogue.row(id)).collect()
}

/// A box for each row, under its section.
pub fn chooser(page: &Page) -> Html {
    let count = page.state.arrangement.columns.len();
    let clear = button("btn btn--s", page.on(Action::Arrange(Arrange::ClearColumns)))
        .set_if(count == 0, "aria-disabled", "true")
        .says("Remove all added columns");
    let sections = page.catalogue.sections.iter().map(|section| boxes(section, page)).collect();
    el("details", "astext columns")
        .with(el("summary", "").child(icon(Sign::Chevron)).text(format!(" Add columns ({count} added)")))
        .with(el("div", "columns__body").all(sections).with(clear))
        .into()
}

fn boxes(section: &Section, page: &Page) -> Html {
    let boxes = section.rows.iter().map(|row| {
        let is_chosen = page.state.arrangement.columns.contains(&row.id);
        let toggle = page.on(Action::Arrange(Arrange::ToggleColumn(row.id.clone())));
        let input = el("input", "").is("type", "checkbox").is("name", "column").checked(is_chosen);
        let input = input.attr("value", row.id.to_string()).on_change(toggle);
        el("label", "pick").key(row.id.as_str()).with(input).text(row.name.clone()).into()
    });
    el("fieldset", "columns__section")
        .with(el("legend", "label").text(section.name.clone()))
        .all(boxes.collect())
        .into()
}
