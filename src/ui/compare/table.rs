//! The comparison as one table, whose names stay in sight.
//!
//! The roles are written out, because the narrow layout displays rows as blocks and browsers then drop the native
//! roles of a table.

use yew::prelude::*;

use super::{heading::heading, section::section};
use crate::{
    comparison::Matrix,
    ui::{element::el, page::Page},
};

/// The table of a matrix, in a box that scrolls sideways where the columns have no room.
pub fn table(matrix: &Matrix, page: &Page) -> Html {
    let columns = matrix.vendors.iter().map(|_| el("col", "").into()).collect();
    let vendors = matrix.vendors.iter().enumerate();
    let headings = vendors.map(|(index, vendor)| heading(index, vendor, page)).collect();
    let corner = el("td", "").is("role", "cell").with(el("span", "small muted").says("Row"));
    let table = el("table", "matrix")
        .is("role", "table")
        .is("aria-labelledby", "view-heading")
        .with(el("colgroup", "").with(el("col", "heads-col")).all(columns))
        .with(
            el("thead", "")
                .is("role", "rowgroup")
                .with(el("tr", "").is("role", "row").with(corner).all(headings)),
        )
        .all(matrix.sections.iter().filter_map(|section| self::section(section, matrix, page)).collect());
    let cue = el("p", "cue small muted").says("The table goes on at the side: scroll it sideways.");
    el("div", "sides").with(cue).with(el("div", "box").with(table)).into()
}
