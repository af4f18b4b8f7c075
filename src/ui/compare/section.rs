//! A section of the table: a button that opens and closes it, how many of its rows differ, and the rows.

use yew::prelude::*;

use super::row::row;
use crate::{
    comparison::{Difference, Matrix, MatrixSection},
    language::{english, phrase},
    state::{comparing::Step, reduce::Action},
    ui::{
        element::{button, el},
        icon::{Sign, icon},
        page::Page,
    },
};

/// A section with the rows that the filter leaves; none where it leaves no row. The rows of a closed section are there
/// for print.
pub fn section(section: &MatrixSection, matrix: &Matrix, page: &Page) -> Option<Html> {
    let comparing = &page.state.comparing;
    let known = page.catalogue.sections.iter().find(|known| known.id == section.id)?;
    let shown = section.rows.iter().filter(|row| comparing.filter.shows(row.difference));
    let rows: Vec<Html> = shown.map(|row| self::row(row, matrix, page)).collect();
    if rows.is_empty() {
        return None;
    }
    let is_open = comparing.is_open(known, &page.state.requirements, &page.catalogue);
    let toggle = button("", page.on(Action::Comparing(Step::OpenSection(section.id.clone(), !is_open))))
        .is("aria-expanded", if is_open { "true" } else { "false" })
        .attr("id", format!("section-{}", section.id))
        .child(icon(Sign::Chevron))
        .name(&known.name);
    let tally = el("span", "sub").text(tally(section, section.rows.len() - rows.len()));
    let head = el("th", "")
        .is("role", "rowheader")
        .is("scope", "rowgroup")
        .attr("colspan", (matrix.vendors.len() + 1).to_string())
        .with(el("div", "sect__h").with(el("h3", "").with(toggle)).with(tally));
    let body = el("tbody", if is_open { "" } else { "closed" })
        .key(section.id.as_str())
        .is("role", "rowgroup")
        .attr("data-section", section.id.to_string())
        .with(el("tr", "sect").is("role", "row").with(head))
        .all(rows);
    Some(body.into())
}

/// "3 of 7 rows differ, 1 may; 2 hidden".
fn tally(section: &MatrixSection, hidden: usize) -> String {
    let differ = section.count(Difference::Differs);
    let mut tally = phrase("{} of {} rows differ", &[&differ, &section.rows.len()]);
    for (count, words) in
        [(section.count(Difference::MayDiffer), english(", {} may")), (hidden, english("; {} hidden"))]
    {
        if count > 0 {
            tally += &phrase(words, &[&count]);
        }
    }
    tally
}
