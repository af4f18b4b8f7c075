//! Vendors side by side, with the evidence beside the table.

mod table;

use yew::prelude::*;

use super::{evidence::evidence, page::Page};
use crate::{
    comparison::{Difference, Matrix},
    requirement::words,
};
use table::table;

pub fn compare(page: &Page) -> Html {
    let matrix = Matrix::of(&page.state.compared, page.context());
    let rows: usize = matrix.sections.iter().map(|section| section.rows.len()).sum();
    let count = |difference| matrix.sections.iter().map(|section| section.count(difference)).sum::<usize>();
    let summary = format!(
        "{rows} rows: {} differ, {} may differ, {} are the same, {} are stated by only one, {} by nobody. \
         Silence is never counted as a difference.",
        count(Difference::Differs),
        count(Difference::MayDiffer),
        count(Difference::Same),
        count(Difference::OnlyOneStates),
        count(Difference::NobodyStates),
    );
    let clauses: Vec<String> =
        page.state.requirements.iter().map(|r| words::requirement(r, &page.catalogue)).collect();
    html! {
        <section class="results" aria-labelledby="view-heading">
            <div>
                <h2 id="view-heading" tabindex="-1">{ format!("{} vendors side by side", matrix.vendors.len()) }</h2>
                if !clauses.is_empty() {
                    <p class="small soft">{ format!("You require that {}.", clauses.join("; that ")) }</p>
                }
                <p class="small muted">{ summary }</p>
            </div>
            <div class={classes!("split", page.state.evidence.is_some().then_some("split--open"))}>
                { table(&matrix, page) }
                if let Some(cell) = page.state.evidence.clone() {
                    { evidence(&cell, page) }
                }
            </div>
            if !matrix.not_read.is_empty() {
                <p class="small muted">
                    { format!("Not read for these vendors yet: {}.", section_names(&matrix, page)) }
                </p>
            }
        </section>
    }
}

fn section_names(matrix: &Matrix, page: &Page) -> String {
    let known = page.catalogue.sections.iter().filter(|section| matrix.not_read.contains(&section.id));
    known.map(|section| section.name.clone()).collect::<Vec<_>>().join("; ")
}
