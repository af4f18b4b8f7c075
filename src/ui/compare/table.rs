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
        icon::{Sign, icon},
        page::Page,
        verdict,
    },
};

/// The table of a matrix.
pub fn table(matrix: &Matrix, page: &Page) -> Html {
    let wide = (matrix.vendors.len() > 3).then_some("matrix--many");
    html! {
        <table class={classes!("matrix", wide)} role="table" aria-labelledby="view-heading">
            <colgroup><col class="heads-col"/>{ for matrix.vendors.iter().map(|_| html! { <col/> }) }</colgroup>
            <thead role="rowgroup"><tr role="row">
                <td role="cell"><span class="small muted">{ "Row" }</span></td>
                { for matrix.vendors.iter().map(|vendor| heading(vendor, page)) }
            </tr></thead>
            { for matrix.sections.iter().map(|section| self::section(section, matrix, page)) }
        </table>
    }
}

fn heading(vendor: &ProviderId, page: &Page) -> Html {
    let name = page.catalogue.provider_name(vendor);
    let verdict =
        page.outcome.of_vendor(vendor).filter(|_| !page.state.requirements.is_empty()).map(|a| a.verdict);
    html! {
        <th role="columnheader" scope="col" data-vendor={vendor.to_string()}>
            <span class="colhead">
                <span><strong>{ &name }</strong>if let Some(verdict) = verdict { { verdict::mark(verdict) } }</span>
                <button class="iconbtn" type="button" aria-label={format!("Take {name} out of the comparison")}
                    onclick={page.on(Action::ToggleCompared(vendor.clone()))}>{ icon(Sign::Close) }</button>
            </span>
        </th>
    }
}

fn section(section: &MatrixSection, matrix: &Matrix, page: &Page) -> Html {
    let name = page.catalogue.sections.iter().find(|s| s.id == section.id).map(|s| s.name.clone());
    let columns = (matrix.vendors.len() + 1).to_string();
    html! {
        <tbody role="rowgroup">
            <tr role="row" class="sect"><th role="rowheader" scope="rowgroup" colspan={columns}>
                <h3>{ name }<span class="sub">{ tally(section) }</span></h3>
            </th></tr>
            { for section.rows.iter().map(|row| self::row(row, matrix, page)) }
        </tbody>
    }
}

/// "3 of 7 rows differ, 1 may".
fn tally(section: &MatrixSection) -> String {
    let differ = section.count(Difference::Differs);
    let may = section.count(Difference::MayDiffer);
    let may = if may > 0 { format!(", {may} may") } else { String::new() };
    format!("{differ} of {} rows differ{may}", section.rows.len())
}

fn row(row: &MatrixRow, matrix: &Matrix, page: &Page) -> Html {
    let name = page.catalogue.row(&row.id).map(|r| r.name.clone());
    let shown = |vendor: &ProviderId| {
        let (provider, row) = (page.catalogue.provider(vendor)?, page.catalogue.row(&row.id)?);
        Some(cell(provider, row, false, page))
    };
    let cells = matrix.vendors.iter().map(|vendor| {
        let open = page.shows_evidence_of(vendor, &row.id).then_some("open-cell");
        html! {
            <td role="cell" class={classes!(open)}>
                <span class="cellname" aria-hidden="true">{ page.catalogue.provider_name(vendor) }</span>
                { shown(vendor) }
            </td>
        }
    });
    html! {
        <tr role="row" class="row" data-diff={row.difference.id()} data-row={row.id.to_string()}>
            <th role="rowheader" scope="row">
                <span>{ name }<span class="id">{ row.id.as_str() }</span></span>
                { difference(row.difference) }
            </th>
            { for cells }
        </tr>
    }
}

fn difference(difference: Difference) -> Html {
    let sign = match difference {
        Difference::Differs => Sign::Differs,
        Difference::MayDiffer => Sign::Open,
        Difference::Same => Sign::Same,
        Difference::OnlyOneStates => Sign::One,
        Difference::NobodyStates => Sign::Silent,
    };
    html! { <span class="diff">{ icon(sign) }{ difference.in_words() }</span> }
}
