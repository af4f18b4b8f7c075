//! The comparison as one table: the names stay in sight, every row says in words whether it differs.
//!
//! The roles are written out, because the narrow layout displays rows as blocks and browsers then drop the native
//! roles of a table.

use yew::prelude::*;

use crate::{
    catalogue::id::ProviderId,
    comparison::{Difference, Matrix, MatrixRow, MatrixSection},
    state::reduce::Action,
    ui::{
        cell::cell,
        element::{Element, button, el},
        focus,
        icon::{Sign, icon},
        page::Page,
        verdict,
    },
};

/// The table of a matrix.
pub fn table(matrix: &Matrix, page: &Page) -> Html {
    let columns = matrix.vendors.iter().map(|_| el("col", "").into()).collect();
    let headings = matrix.vendors.iter().map(|vendor| heading(vendor, page)).collect();
    let corner = el("td", "").is("role", "cell").with(el("span", "small muted").says("Row"));
    el("table", "matrix")
        .is("role", "table")
        .is("aria-labelledby", "view-heading")
        .with(el("colgroup", "").with(el("col", "heads-col")).all(columns))
        .with(
            el("thead", "")
                .is("role", "rowgroup")
                .with(el("tr", "").is("role", "row").with(corner).all(headings)),
        )
        .all(matrix.sections.iter().map(|section| self::section(section, matrix, page)).collect())
        .into()
}

fn heading(vendor: &ProviderId, page: &Page) -> Html {
    let name = page.catalogue.provider_name(vendor);
    let assessed = page.outcome.of_vendor(vendor).filter(|_| !page.state.requirements.is_empty());
    let remove = button("iconbtn", focus::removing(Action::ToggleCompared(vendor.clone()), "th", page))
        .attr("aria-label", format!("Take {name} out of the comparison"))
        .child(icon(Sign::Close));
    let name = el("span", "")
        .with(el("strong", "").text(name))
        .maybe(assessed.map(|assessment| verdict::mark(assessment.verdict)));
    el("th", "")
        .key(vendor.as_str())
        .is("role", "columnheader")
        .is("scope", "col")
        .attr("data-vendor", vendor.to_string())
        .with(el("span", "colhead").with(name).with(remove))
        .into()
}

fn section(section: &MatrixSection, matrix: &Matrix, page: &Page) -> Html {
    let name = page.catalogue.sections.iter().find(|s| s.id == section.id).map(|s| s.name.clone());
    let title = el("h3", "").text(name.unwrap_or_default()).with(el("span", "sub").text(tally(section)));
    let head = el("th", "")
        .is("role", "rowheader")
        .is("scope", "rowgroup")
        .attr("colspan", (matrix.vendors.len() + 1).to_string())
        .with(title);
    el("tbody", "")
        .is("role", "rowgroup")
        .with(el("tr", "sect").is("role", "row").with(head))
        .all(section.rows.iter().map(|row| self::row(row, matrix, page)).collect())
        .into()
}

/// "3 of 7 rows differ, 1 may".
fn tally(section: &MatrixSection) -> String {
    let may = match section.count(Difference::MayDiffer) {
        0 => String::new(),
        may => format!(", {may} may"),
    };
    format!("{} of {} rows differ{may}", section.count(Difference::Differs), section.rows.len())
}

fn row(row: &MatrixRow, matrix: &Matrix, page: &Page) -> Html {
    let Some(known) = page.catalogue.row(&row.id) else { return Html::default() };
    let mut cells: Vec<Html> = Vec::new();
    for provider in matrix.vendors.iter().filter_map(|vendor| page.catalogue.provider(vendor)) {
        let name = el("span", "cellname").is("aria-hidden", "true").text(provider.name.clone());
        let shown = el("td", "").is("role", "cell").with(name).child(cell(provider, known, false, page));
        cells.push(shown.into());
    }
    let name = el("span", "").text(known.name.clone()).with(el("span", "id").text(row.id.to_string()));
    let head =
        el("th", "").is("role", "rowheader").is("scope", "row").with(name).with(difference(row.difference));
    el("tr", "row")
        .is("role", "row")
        .is("data-diff", row.difference.id())
        .attr("data-row", row.id.to_string())
        .with(head)
        .all(cells)
        .into()
}

fn difference(difference: Difference) -> Element {
    let sign = match difference {
        Difference::Differs => Sign::Differs,
        Difference::MayDiffer => Sign::Open,
        Difference::Same => Sign::Same,
        Difference::OnlyOneStates => Sign::One,
        Difference::NobodyStates => Sign::Silent,
    };
    el("span", "diff").child(icon(sign)).says(difference.in_words())
}
