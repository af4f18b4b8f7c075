//! Which rows of the catalogue the table shows besides the requirements.

use yew::prelude::*;

use crate::{
    catalogue::row::{Row, Section},
    language::phrase,
    state::{reduce::Action, results::Arrange},
    ui::{
        element::{button, el},
        icon::{Sign, icon},
        page::Page,
    },
};

/// The rows that were chosen, in their order.
pub fn chosen(page: &Page) -> Vec<&Row> {
    let shown = page.state.arrangement.columns.iter().filter(|id| page.state.bounds.shows(id));
    shown.filter_map(|id| page.catalogue.row(id)).collect()
}

/// A box for each row, under its section.
pub fn chooser(page: &Page) -> Html {
    let count = page.state.arrangement.columns.len();
    let clear = button("btn btn--s", page.on(Action::Arrange(Arrange::ClearColumns)))
        .set_if(count == 0, "aria-disabled", "true")
        .says("Remove all added columns");
    let sections = page.catalogue.sections.iter().filter_map(|section| boxes(section, page)).collect();
    el("details", "astext columns")
        .with(el("summary", "").child(icon(Sign::Chevron)).text(phrase(" Add columns ({} added)", &[&count])))
        .with(el("div", "columns__body").all(sections).with(clear))
        .into()
}

/// The rows of a section that may be shown; nothing where there are none.
fn boxes(section: &Section, page: &Page) -> Option<Html> {
    let rows = section.rows.iter().filter(|row| page.state.bounds.shows(&row.id));
    let boxes = rows.map(|row| {
        let is_chosen = page.state.arrangement.columns.contains(&row.id);
        let toggle = page.on(Action::Arrange(Arrange::ToggleColumn(row.id.clone())));
        let input = el("input", "").is("type", "checkbox").is("name", "column").checked(is_chosen);
        let input = input.attr("value", row.id.to_string()).on_change(toggle);
        el("label", "pick").key(row.id.as_str()).with(input).name(&row.name).into()
    });
    let boxes: Vec<Html> = boxes.collect();
    let legend = el("legend", "label").name(&section.name);
    (!boxes.is_empty()).then(|| el("fieldset", "columns__section").with(legend).all(boxes).into())
}
