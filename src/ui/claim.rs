//! A claim in the look of its state. Words carry the state; colour and signs only repeat it.

use yew::prelude::*;

use super::{
    icon::{Sign, icon},
    page::Page,
};
use crate::{
    catalogue::{
        claim::{Assertion, Claim},
        id::CertificationId,
        row::{About, Kind, Row},
        value::{List, Places, Value},
        words::{capitalised, date},
    },
    requirement::{Terms, Test},
};

/// How old a dated statement may be before its age is shown, in months.
const STALE_AFTER: i32 = 18;

/// What keeps a mark on the line of the word before it.
const JOINER: &str = "\u{2060}";

/// A claim with the parts of the service that it speaks of, its mark, its holder and its date.
pub fn claim(claim: &Claim, scopes: &[&str], row: &Row, compact: bool, mark: Html, page: &Page) -> Html {
    html! {
        <div class="claim" data-state={claim.assertion.state().id()} data-host={claim.holder.is_some().then_some("")}>
            { assertion(claim, row, compact, page) }{ JOINER }{ mark }{ holder(claim, row, page) }
            { readings(claim, row, compact, page) }
            if !scopes.is_empty() {
                <span class="scope">{ capitalised(&scopes.join("; ")) }</span>
            }
            { dated(claim, page) }
        </div>
    }
}

fn assertion(claim: &Claim, row: &Row, compact: bool, page: &Page) -> Html {
    match &claim.assertion {
        Assertion::Stated(v) | Assertion::Inherited(v) => {
            html! { <span class="val">{ value(v, row, compact, page) }</span> }
        }
        Assertion::Optional(v) => html! {<>
            <span class="val">{ value(v, row, compact, page) }</span>{ " " }<span class="chip">{ "optional" }</span>
        </>},
        Assertion::Planned { when, .. } => html! {<>
            <span class="chip">{ "planned" }</span>{ when.as_ref().map(|when| format!(" {when}")) }
        </>},
        Assertion::No if row.kind == Kind::Certificates => {
            html! {<><span class="no">{ "None" }</span>{ ", it says so" }</>}
        }
        Assertion::No => html! { <span class="no">{ "No" }</span> },
        Assertion::Unclear(readings) => {
            let text = match readings.as_slice() {
                [only] => value(&only.value, row, compact, page),
                _ => "The sources disagree".to_owned(),
            };
            html! { <span class="unclear">{ icon(Sign::Warning) }{ text }</span> }
        }
        Assertion::Elsewhere { see } => {
            html! { <span class="none">{ format!("Not stated here, see {see}") }</span> }
        }
        Assertion::Picture => {
            html! { <span class="none">{ icon(Sign::Picture) }{ "In a picture, not in the data" }</span> }
        }
    }
}

/// What the sources say, where they disagree.
fn readings(claim: &Claim, row: &Row, compact: bool, page: &Page) -> Html {
    match &claim.assertion {
        Assertion::Unclear(readings) if readings.len() > 1 => html! {
            <ol class="readings">
                { for readings.iter().map(|r| html! { <li>{ value(&r.value, row, compact, page) }</li> }) }
            </ol>
        },
        _ => Html::default(),
    }
}

/// A value; long lists are shortened, with the whole one click away in the evidence.
fn value(value: &Value, row: &Row, compact: bool, page: &Page) -> String {
    match value {
        Value::Certificates(list) => certificates(list, compact, page),
        Value::Places(Places::OneOf(set)) if compact => format!("One of {} countries", set.len()),
        _ => capitalised(&page.catalogue.value_in_words(value, row)),
    }
}

/// What counts as a certificate, in the order of the registry; where there is not room for all, what is required
/// comes first.
fn certificates(list: &List<CertificationId>, compact: bool, page: &Page) -> String {
    let (mut required, mut others) = (Vec::new(), Vec::new());
    for entry in &page.catalogue.certifications {
        if entry.kind.counts() && list.items.contains(&entry.id) {
            let first = compact && is_required(&entry.id, page);
            if first { &mut required } else { &mut others }.push(entry.name.as_str());
        }
    }
    required.append(&mut others);
    let uncounted = list.items.len() - required.len();
    let shown = if compact && required.len() > 4 { 3 } else { required.len() };
    let mut text = required[..shown].join(", ");
    if shown < required.len() {
        text += &format!(" and {} more", required.len() - shown);
    }
    if uncounted > 0 && !compact {
        let what = if uncounted == 1 { "entry" } else { "entries" };
        text += &format!("; {uncounted} {what} of other kinds, not counted");
    }
    text
}

fn is_required(id: &CertificationId, page: &Page) -> bool {
    page.state.requirements.iter().any(|requirement| {
        matches!(&requirement.test, Test::Has(Terms::Certifications(ids)) | Test::HasAny(Terms::Certifications(ids))
            if ids.contains(id))
    })
}

fn holder(claim: &Claim, row: &Row, page: &Page) -> Html {
    let Some(holder) = &claim.holder else { return Html::default() };
    let party = match row.about {
        About::Partner => "partner",
        _ => "host",
    };
    let name = page.catalogue.provider_name(holder);
    html! { <>{ " " }<span class="chip chip--host">{ icon(Sign::Host) }{ format!("{party}: {name}") }</span></> }
}

/// The day of the statement, and its age where that matters.
fn dated(claim: &Claim, page: &Page) -> Html {
    let Some(as_of) = claim.as_of else { return Html::default() };
    let months = as_of.months_until(page.as_of);
    html! {
        <span class="scope">
            { format!("as of {}", date(as_of)) }
            if months > STALE_AFTER {
                { " " }<span class="chip chip--attn">{ icon(Sign::Clock) }{ age(months) }</span>
            }
        </span>
    }
}

/// "2 years 9 months old".
pub fn age(months: i32) -> String {
    let length = crate::catalogue::duration::Duration::months(months.unsigned_abs());
    format!("{} old", length.in_words())
}
