//! What a provider has on a row: its claims, or that there are none, and the mark that opens the evidence.

use yew::prelude::*;

use super::{claim::claim, page::Page};
use crate::{
    catalogue::{provider::Provider, row::Row},
    comparison::Cell,
    requirement::verdict::Verdict,
    state::{CellId, reduce::Action},
};

/// The cell of a provider on a row; `compact` shortens long lists.
pub fn cell(provider: &Provider, row: &Row, compact: bool, page: &Page) -> Html {
    let cell = Cell::of(provider, row, page.context());
    let claims = cell.claims_of(provider).map(|c| claim(c, row, compact, page));
    html! {
        <div class="cell">
            <div class="claims">
                { derived(&cell) }
                { for claims }
                if cell.claims.is_empty() && cell.derived.is_none() {
                    <span class="none">{ if cell.read { "Not stated" } else { "Not read yet" } }</span>
                }
            </div>
            { mark(&cell, provider, row, page) }
        </div>
    }
}

/// The answer of a derived row; it says that it is ours.
fn derived(cell: &Cell) -> Html {
    let Some(finding) = &cell.derived else { return Html::default() };
    let answer = match finding.verdict {
        Verdict::Yes => html! { <span class="val">{ "Yes" }</span> },
        Verdict::No => html! { <span class="no">{ "No" }</span> },
        Verdict::Unknown => html! { <span class="none">{ "Cannot be worked out" }</span> },
    };
    html! {<>{ answer }<span class="xs muted">{ "worked out from the rows of places" }</span></>}
}

/// `§`, with the number of passages where there are several.
fn mark(cell: &Cell, provider: &Provider, row: &Row, page: &Page) -> Html {
    let passages = cell.claims_of(provider).flat_map(|claim| claim.all_evidence()).count();
    if passages == 0 {
        return Html::default();
    }
    let id = CellId::new(&provider.id, &row.id);
    let expanded = page.shows_evidence_of(&provider.id, &row.id);
    let count = if passages == 1 { "1 passage".to_owned() } else { format!("{passages} passages") };
    html! {
        <button type="button" class="ev" id={Page::mark_id(&id)} aria-expanded={expanded.to_string()}
            aria-label={format!("Evidence: {}, {}, {count}", provider.name, row.name)}
            onclick={page.on(Action::ToggleEvidence(id))}>
            { "§" }if passages > 1 { { format!("\u{a0}{passages}") } }
        </button>
    }
}
