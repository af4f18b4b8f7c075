//! What a provider has on a row: its claims, or that there are none, and the mark that opens the evidence.

use yew::prelude::*;

use super::{
    claim::claim,
    element::{button, el, list},
    page::Page,
};
use crate::{
    catalogue::{provider::Provider, row::Row},
    comparison::Cell,
    requirement::{ground::Finding, verdict::Verdict},
    state::{CellId, reduce::Action},
};

/// The cell of a provider on a row; `compact` shortens long lists.
pub fn cell(provider: &Provider, row: &Row, compact: bool, page: &Page) -> Html {
    let cell = Cell::of(provider, row, page.context());
    let claims: Vec<Html> = cell.claims_of(provider).map(|c| claim(c, row, compact, page)).collect();
    let silent = claims.is_empty() && cell.derived.is_none();
    let silence = if cell.read { "Not stated" } else { "Not read yet" };
    let body = el("div", "claims")
        .maybe(cell.derived.as_ref().map(derived))
        .all(claims)
        .maybe(silent.then(|| el("span", "none").says(silence).into()));
    el("div", "cell").with(body).maybe(mark(&cell, provider, row, page)).into()
}

/// The answer of a derived row; it says that it is ours.
fn derived(finding: &Finding) -> Html {
    let (class, answer) = match finding.verdict {
        Verdict::Yes => ("val", "Yes"),
        Verdict::No => ("no", "No"),
        Verdict::Unknown => ("none", "Cannot be worked out"),
    };
    let ours = el("span", "scope").says("worked out from the rows of places");
    list(vec![el("span", class).says(answer).into(), ours.into()])
}

/// `§`, with the number of passages where there are several.
fn mark(cell: &Cell, provider: &Provider, row: &Row, page: &Page) -> Option<Html> {
    let passages = cell.claims_of(provider).map(|claim| claim.all_evidence().count()).sum::<usize>();
    let (count, sign) = match passages {
        0 => return None,
        1 => ("1 passage".to_owned(), "§".to_owned()),
        n => (format!("{n} passages"), format!("§\u{a0}{n}")),
    };
    let id = CellId::new(&provider.id, &row.id);
    let expanded = page.shows_evidence_of(&provider.id, &row.id);
    let mark_id = Page::mark_id(&id);
    let mark = button("ev", page.on(Action::ToggleEvidence(id)))
        .attr("id", mark_id)
        .is("aria-expanded", if expanded { "true" } else { "false" })
        .attr("aria-label", format!("Evidence: {}, {}, {count}", provider.name, row.name));
    Some(mark.text(sign).into())
}
