//! What a provider has on a row: its claims, or that there are none, and the mark that opens the evidence.

use yew::prelude::*;

use super::{
    claim::claim,
    element::{button, el, list},
    evidence::close_on_escape,
    own::yours,
    page::Page,
};
use crate::{
    catalogue::{
        claim::{Assertion, Claim},
        provider::Provider,
        row::Row,
    },
    comparison::Cell,
    language::{english, phrase, say},
    requirement::{ground::Finding, verdict::Verdict},
    state::{CellId, reduce::Action},
};

/// The cell of a provider on a row; `compact` shortens long lists.
pub fn cell(provider: &Provider, row: &Row, compact: bool, page: &Page) -> Html {
    let cell = Cell::of(provider, row, page.context());
    let mut mark = mark(&cell, provider, row, page);
    let mut claims = Vec::new();
    for (c, scope) in distinct(&cell, provider, compact) {
        claims.push(claim(c, scope, row, compact, mark.take(), page));
        claims.extend(yours(!provider.own && page.catalogue.is_own(c)));
    }
    let body = el("div", "cell").maybe(cell.derived.as_ref().map(derived));
    let remark = match (claims.is_empty(), cell.derived.is_some(), cell.read) {
        (false, true, _) => ("scope", english("stated in the document")),
        (false, false, _) | (true, true, _) => return body.all(claims).into(),
        (true, false, true) => ("none", english("Not stated")),
        (true, false, false) => ("none", english("Not read yet")),
    };
    body.all(claims).with(el("span", remark.0).says(remark.1)).into()
}

/// The claims of a cell with the parts of the service that they speak of; those that say the same are drawn together.
/// Beside a claim that states something, a compact cell leaves out that a document points elsewhere.
fn distinct<'a>(cell: &'a Cell, provider: &'a Provider, compact: bool) -> Vec<(&'a Claim, Option<String>)> {
    let mut distinct: Vec<(&Claim, Option<String>)> = Vec::new();
    for claim in cell.claims_of(provider) {
        if compact && cell.claims.len() > 1 && matches!(claim.assertion, Assertion::Elsewhere { .. }) {
            continue;
        }
        let same = distinct.iter_mut().find(|(known, _)| {
            known.assertion == claim.assertion && known.holder == claim.holder && known.as_of == claim.as_of
        });
        match (same, &claim.scope) {
            (Some((_, Some(scopes))), Some(scope)) => *scopes += &format!("; {scope}"),
            (Some((_, scopes)), scope) => *scopes = scope.clone(),
            (None, scope) => distinct.push((claim, scope.clone())),
        }
    }
    distinct
}

/// The answer of a derived row; it says that it is ours.
fn derived(finding: &Finding) -> Html {
    let (class, answer) = match finding.verdict {
        Verdict::Yes => ("val", english("Yes")),
        Verdict::No => ("no", english("No")),
        Verdict::Unknown => ("none", english("Cannot be worked out")),
    };
    let ours = el("span", "scope").says("worked out from the rows of places");
    list(vec![el("span", class).says(answer).into(), ours.into()])
}

/// `§`, with the number of passages where there are several.
pub fn mark(cell: &Cell, provider: &Provider, row: &Row, page: &Page) -> Option<Html> {
    let passages = cell.claims_of(provider).map(|claim| claim.all_evidence().count()).sum::<usize>();
    let (count, sign) = match passages {
        0 => return None,
        1 => (say("1 passage").to_owned(), "§".to_owned()),
        n => (phrase("{} passages", &[&n]), format!("§\u{a0}{n}")),
    };
    let id = CellId::new(&provider.id, &row.id);
    let expanded = page.shows_evidence_of(&provider.id, &row.id);
    let mark_id = Page::mark_id(&id);
    let mark = button("ev", page.on(Action::ToggleEvidence(id)))
        .attr("id", mark_id)
        .is("aria-expanded", if expanded { "true" } else { "false" })
        .attr("aria-label", phrase("Evidence: {}, {}, {}", &[&provider.name, &say(&row.name), &count]))
        .on_keydown(close_on_escape(page));
    Some(mark.text(sign).into())
}
