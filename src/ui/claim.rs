//! A claim in the look of its state. Words carry the state; colour and signs only repeat it.

use yew::prelude::*;

use super::{
    icon::{Sign, icon},
    page::Page,
};
use crate::catalogue::{
    Catalogue,
    claim::{Assertion, Claim, Reading},
    row::{Kind, Row},
    value::{Places, Value},
    words::{capitalised, date},
};

/// How old a dated statement may be before its age is shown, in months.
const STALE_AFTER: i32 = 18;

/// A claim with its holder, its part of the service and its date.
pub fn claim(claim: &Claim, row: &Row, compact: bool, page: &Page) -> Html {
    let body = assertion(claim, row, compact, &page.catalogue);
    let class = if claim.holder.is_some() { "claim inherited" } else { "claim" };
    html! {
        <div {class} data-state={claim.assertion.state().id()}>
            { body }{ holder(claim, row, page) }
            if let Some(scope) = &claim.scope {
                <span class="scope">{ capitalised(scope) }</span>
            }
            { dated(claim, page) }
        </div>
    }
}

fn assertion(claim: &Claim, row: &Row, compact: bool, catalogue: &Catalogue) -> Html {
    match &claim.assertion {
        Assertion::Stated(v) | Assertion::Inherited(v) => {
            html! { <span class="val">{ value(v, row, compact, catalogue) }</span> }
        }
        Assertion::Optional(v) => html! {<>
            <span class="val">{ value(v, row, compact, catalogue) }</span>{ " " }<span class="chip">{ "optional" }</span>
        </>},
        Assertion::Planned { when, .. } => html! {<>
            <span class="chip">{ "planned" }</span>{ when.as_ref().map(|when| format!(" {when}")) }
        </>},
        Assertion::No if row.kind == Kind::Certificates => {
            html! {<><span class="no">{ "None" }</span>{ ", it says so" }</>}
        }
        Assertion::No => html! { <span class="no">{ "No" }</span> },
        Assertion::Unclear(readings) => unclear(readings, row, compact, catalogue),
        Assertion::Elsewhere { see } => {
            html! { <span class="none">{ format!("Not stated here, see {see}") }</span> }
        }
        Assertion::Picture => {
            html! { <span class="none">{ icon(Sign::Picture) }{ "In a picture, not in the data" }</span> }
        }
    }
}

fn unclear(readings: &[Reading], row: &Row, compact: bool, catalogue: &Catalogue) -> Html {
    match readings {
        [only] => html! {
            <span class="unclear">{ icon(Sign::Warning) }{ value(&only.value, row, compact, catalogue) }</span>
        },
        readings => html! {<>
            <span class="unclear">{ icon(Sign::Warning) }{ "The sources disagree" }</span>
            <ol class="readings">
                { for readings.iter().map(|r| html! { <li>{ value(&r.value, row, compact, catalogue) }</li> }) }
            </ol>
        </>},
    }
}

/// A value; long lists are shortened, with the whole one click away in the evidence.
fn value(value: &Value, row: &Row, compact: bool, catalogue: &Catalogue) -> String {
    match value {
        Value::Certificates(list) => {
            let counts = |id: &&_| catalogue.certification(id).is_some_and(|entry| entry.kind.counts());
            let (counted, others): (Vec<_>, Vec<_>) = list.items.iter().partition(counts);
            let room = if compact { 3 } else { usize::MAX };
            let names: Vec<String> =
                counted.iter().take(room).map(|id| catalogue.certification_name(id)).collect();
            let more = counted.len().saturating_sub(room);
            let mut text = names.join(", ");
            if more > 0 {
                text += &format!(" and {more} more");
            }
            if !others.is_empty() {
                let what = if others.len() == 1 { "entry" } else { "entries" };
                text += &format!("; {} {what} of other kinds, not counted", others.len());
            }
            text
        }
        Value::Places(Places::OneOf(set)) if compact => format!("One of {} countries", set.len()),
        _ => capitalised(&catalogue.value_in_words(value, row)),
    }
}

fn holder(claim: &Claim, row: &Row, page: &Page) -> Html {
    let Some(holder) = &claim.holder else { return Html::default() };
    let party = match row.about {
        crate::catalogue::row::About::Partner => "partner",
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
