//! The evidence of a cell: who says it, about whom, where, as of when; every passage in our words.

use yew::prelude::*;

use super::{
    age,
    claim::claim,
    element::{Element, button, el},
    icon::{Sign, icon},
    own::yours,
    page::Page,
};
use crate::{
    catalogue::{
        claim::{Claim, Evidence as Passage},
        row::Row,
        value::{List, Value},
    },
    comparison::Cell,
    language::{english, phrase, say},
    state::{CellId, reduce::Action},
};

/// The panel of a cell; `level` is that of its heading.
pub fn evidence(cell: &CellId, level: &'static str, page: &Page) -> Html {
    let (Some(provider), Some(row)) =
        (page.catalogue.provider(&cell.provider), page.catalogue.row(&cell.row))
    else {
        return Html::default();
    };
    let heading = el("h5", "").is("id", "evidence-heading").is("aria-level", level).is("tabindex", "-1");
    let title = el("div", "")
        .with(el("p", "xs muted").text(phrase("Evidence · {}", &[&provider.name])))
        .with(heading.name(&row.name));
    let close = button("iconbtn", page.on(Action::CloseEvidence))
        .is("aria-label", "Close the evidence")
        .child(icon(Sign::Close));
    let found = Cell::of(provider, row, page.context());
    let claims = found.claims_of(provider).map(|c| claim_with_evidence(c, row, page)).collect();
    el("aside", "evidence")
        .is("part", "evidence")
        .is("aria-labelledby", "evidence-heading")
        .on_keydown(close_on_escape(page))
        .with(el("div", "evidence__top").with(title).with(close))
        .with(el("div", "evidence__body").all(claims))
        .into()
}

/// For what has the focus while a panel is open: the panel, and the mark that opened it.
pub fn close_on_escape(page: &Page) -> Callback<KeyboardEvent> {
    let page = page.clone();
    Callback::from(move |event: KeyboardEvent| {
        if event.key() == "Escape" && page.state.evidence.is_some() {
            event.stop_propagation();
            page.act(Action::CloseEvidence);
        }
    })
}

fn claim_with_evidence(c: &Claim, row: &Row, page: &Page) -> Html {
    let remark = |text: &String| el("p", "small soft").quoted(page).text(text.clone()).into();
    let passages = c.all_evidence().map(|passage| self::passage(passage, c, page)).collect();
    el("section", "evidence__claim")
        .child(claim(c, c.scope.clone(), row, false, None, page))
        .with(el("div", "passages").all(passages))
        .maybe(list_note(c).map(|words| el("p", "small soft").says(words).into()))
        .maybe(c.note.as_ref().map(remark))
        .into()
}

fn passage(passage: &Passage, claim: &Claim, page: &Page) -> Html {
    let document = page.catalogue.document(&passage.document);
    let title = document.map_or_else(|| passage.document.to_string(), |document| document.title.clone());
    let dated = age::of_document(document.and_then(|document| document.date), page);
    let mut facts =
        vec![(english("Said by"), el("span", "").text(page.catalogue.provider_name(&passage.said_by)))];
    if let Some(holder) = &claim.holder {
        facts.push((english("About"), el("span", "").text(page.catalogue.provider_name(holder))));
    }
    let own = document.is_some_and(|document| document.own);
    facts.push((english("Document"), el("span", "").quoted(page).text(title).maybe(yours(own))));
    facts.push((english("Section"), el("span", "").quoted(page).text(passage.section.clone())));
    facts.push((english("Dated"), dated));
    let mut pairs: Vec<Html> = Vec::new();
    for (term, value) in facts {
        pairs.push(el("dt", "").says(term).into());
        pairs.push(el("dd", "").with(value).into());
    }
    let class = if claim.holder.is_some() { "passage passage--host" } else { "passage" };
    let statement: Element = el("p", class).quoted(page).text(passage.statement.clone());
    el("div", "").with(statement).with(el("dl", "kv").all(pairs)).into()
}

/// Whether what a list does not name is denied.
fn list_note(claim: &Claim) -> Option<&'static str> {
    let open = match claim.assertion.value()? {
        Value::Certificates(List { open, .. }) => open,
        Value::Providers(List { open, .. }) => open,
        Value::Ids(List { open, .. }) => open,
        _ => return None,
    };
    Some(match open {
        true => say("The list is open: what it does not name is not stated, not a no."),
        false => say("The list reads as complete: what it does not name is a no for this scope."),
    })
}
