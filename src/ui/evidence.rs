//! The evidence of a cell: who says it, about whom, where, as of when; every passage in our words.

use yew::prelude::*;

use super::{
    claim::{age, claim},
    icon::{Sign, icon},
    page::Page,
};
use crate::{
    catalogue::{
        claim::{Claim, Evidence as Passage},
        row::Row,
        value::{List, Value},
        words::date,
    },
    comparison::Cell,
    state::{CellId, reduce::Action},
};

/// The panel of a cell.
pub fn evidence(cell: &CellId, page: &Page) -> Html {
    let (Some(provider), Some(row)) =
        (page.catalogue.provider(&cell.provider), page.catalogue.row(&cell.row))
    else {
        return Html::default();
    };
    let onkeydown = {
        let page = page.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                event.stop_propagation();
                page.act(Action::CloseEvidence);
            }
        })
    };
    let found = Cell::of(provider, row, page.context());
    let claims = found.claims_of(provider).map(|c| claim_with_evidence(c, row, page));
    html! {
        <aside class="evidence" aria-labelledby="evidence-heading" {onkeydown}>
            <div class="evidence__top">
                <div>
                    <p class="xs muted">{ format!("Evidence · {}", provider.name) }</p>
                    <h5 id="evidence-heading" tabindex="-1">{ &row.name }</h5>
                </div>
                <button class="iconbtn" type="button" aria-label="Close the evidence" onclick={page.on(Action::CloseEvidence)}>
                    { icon(Sign::Close) }
                </button>
            </div>
            <div class="evidence__body">{ for claims }</div>
        </aside>
    }
}

fn claim_with_evidence(c: &Claim, row: &Row, page: &Page) -> Html {
    html! {
        <section class="evidence__claim">
            { claim(c, row, false, page) }
            { for c.all_evidence().map(|passage| self::passage(passage, c, page)) }
            { list_note(c) }
            if let Some(note) = &c.note {
                <p class="small soft">{ note }</p>
            }
        </section>
    }
}

fn passage(passage: &Passage, claim: &Claim, page: &Page) -> Html {
    let document = page.catalogue.document(&passage.document);
    let title = document.map_or_else(|| passage.document.to_string(), |document| document.title.clone());
    let about = claim.holder.as_ref().map(|holder| page.catalogue.provider_name(holder));
    let class = if claim.holder.is_some() { "passage passage--host" } else { "passage" };
    html! {
        <div>
            <p {class}>{ &passage.statement }</p>
            <dl class="kv">
                <dt>{ "Said by" }</dt><dd>{ page.catalogue.provider_name(&passage.said_by) }</dd>
                if let Some(about) = about {
                    <dt>{ "About" }</dt><dd>{ about }</dd>
                }
                <dt>{ "Document" }</dt><dd>{ title }</dd>
                <dt>{ "Section" }</dt><dd>{ &passage.section }</dd>
                <dt>{ "Dated" }</dt><dd>{ document_date(passage, page) }</dd>
            </dl>
        </div>
    }
}

fn document_date(passage: &Passage, page: &Page) -> Html {
    match page.catalogue.document(&passage.document).and_then(|document| document.date) {
        None => html! { <span class="chip chip--attn">{ icon(Sign::Clock) }{ "undated" }</span> },
        Some(day) => html! {<>{ date(day) }{ format!(", {}", age(day.months_until(page.as_of))) }</>},
    }
}

/// Whether what a list does not name is denied.
fn list_note(claim: &Claim) -> Html {
    let open = match claim.assertion.value() {
        Some(Value::Certificates(List { open, .. })) => *open,
        Some(Value::Providers(List { open, .. })) => *open,
        Some(Value::Ids(List { open, .. })) => *open,
        _ => return Html::default(),
    };
    let text = match open {
        true => "The list is open: what it does not name is not stated, not a no.",
        false => "The list reads as complete: what it does not name is a no for this scope.",
    };
    html! { <p class="small soft">{ text }</p> }
}
