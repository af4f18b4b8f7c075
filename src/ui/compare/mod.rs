//! Vendors side by side: what is required and the tools above, the table, and the evidence beside it.

mod heading;
mod row;
mod section;
mod table;
mod tools;

use yew::prelude::*;

use super::{ask::ask_also, element::el, evidence::evidence, page::Page, pictures};
use crate::{
    catalogue::row::Section,
    comparison::{Difference, Matrix},
    language::{phrase, plural, say},
};
use table::table;
use tools::tools;

/// From this number of vendors on, the table needs the room that the evidence has beside fewer.
const MANY: usize = 4;

pub fn compare(page: &Page) -> Html {
    let bounds = &page.state.bounds;
    let matrix = Matrix::of(&page.state.compared, page.context()).limited(|row| bounds.shows(row));
    let opened = page.state.evidence.as_ref();
    let unread =
        (!matrix.not_read.is_empty()).then(|| el("p", "small muted").text(unread(&matrix, page)).into());
    let title = phrase("{} vendors side by side", &[&matrix.vendors.len()]);
    let head = el("div", "")
        .with(el("h2", "").is("id", "view-heading").is("tabindex", "-1").text(title))
        .with(el("p", "small muted").text(summary(&matrix)));
    let split = if matrix.vendors.len() < MANY { "split" } else { "split split--many" };
    el("section", "results compare")
        .is("part", "comparison")
        .is("aria-labelledby", "view-heading")
        .with(head)
        .with(ask_also(page))
        .child(pictures::disclosure(page))
        .with(tools(&matrix, page))
        .with(
            el("div", split).child(table(&matrix, page)).maybe(opened.map(|cell| evidence(cell, "3", page))),
        )
        .maybe(unread)
        .into()
}

fn summary(matrix: &Matrix) -> String {
    let rows = matrix.sections.iter().map(|section| section.rows.len()).sum::<usize>();
    let mut summary = phrase(plural(rows, "{} row.", "{} rows."), &[&rows]);
    for difference in Difference::ALL {
        let count = matrix.sections.iter().map(|section| section.count(difference)).sum::<usize>();
        summary += &format!(" {}.", phrase("{}: {}", &[&difference.in_words(), &count]));
    }
    summary + say(" Silence is never counted as a difference.")
}

fn unread(matrix: &Matrix, page: &Page) -> String {
    let is_shown = |section: &&Section| section.rows.iter().any(|row| page.state.bounds.shows(&row.id));
    let known = page.catalogue.sections.iter().filter(|section| matrix.not_read.contains(&section.id));
    let known = known.filter(is_shown);
    let names: Vec<&str> = known.map(|section| say(&section.name)).collect();
    if names.is_empty() {
        return String::new();
    }
    phrase("Not yet read for these vendors: {}.", &[&names.join(say("; "))])
}
