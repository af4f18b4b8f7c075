//! The headline facts of a vendor: where its data sits, which certificates there are, how long data is kept.

use yew::prelude::*;

use super::{
    cell::cell,
    element::{Element, el},
    page::Page,
};
use crate::catalogue::{
    provider::Provider,
    row::{Kind, Section},
};
use crate::language::english;

/// A column: the rows of one type in the first section that has them, and how many of them are shown even where
/// nothing is stated.
const COLUMNS: [(&str, Kind, usize); 3] = [
    (english("Where data sits"), Kind::Places, 4),
    (english("Certificates"), Kind::Certificates, 2),
    (english("Keeping data"), Kind::Duration, 2),
];

pub fn facts(provider: &Provider, page: &Page) -> Element {
    let mut columns = Vec::new();
    for (title, kind, always) in COLUMNS {
        let section = page.catalogue.sections.iter().find(|s| s.rows.iter().any(|row| row.kind == kind));
        let Some(section) = section else { continue };
        let column = el("div", "fact").with(el("dt", "").says(title));
        columns.push(column.all(lines(provider, section, kind, always, page)).into());
    }
    el("dl", "facts").all(columns)
}

fn lines(provider: &Provider, section: &Section, kind: Kind, always: usize, page: &Page) -> Vec<Html> {
    let mut lines = Vec::new();
    for row in section.rows.iter().filter(|row| row.kind == kind) {
        if lines.len() < always || provider.claims_on(&row.id).next().is_some() {
            let name = el("span", "k").name(row.short_name());
            lines.push(el("dd", "line").with(name).child(cell(provider, row, true, page)).into());
        }
    }
    lines
}
