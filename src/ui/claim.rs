//! A claim in the look of its state. Words carry the state; colour and signs only repeat it.

use yew::prelude::*;

use super::{
    element::{Element, el, list},
    icon::{Sign, icon},
    page::Page,
};
use crate::catalogue::{
    Catalogue,
    claim::{Assertion, Claim, Reading},
    duration::Duration,
    row::{About, Kind, Row},
    value::{Places, Value},
    words::{capitalised, date},
};

/// How old a dated statement may be before its age is shown, in months.
const STALE_AFTER: i32 = 18;

/// A claim with its holder, its part of the service and its date.
pub fn claim(claim: &Claim, row: &Row, compact: bool, page: &Page) -> Html {
    let class = if claim.holder.is_some() { "claim inherited" } else { "claim" };
    let scope = claim.scope.as_ref().map(|scope| el("span", "scope").text(capitalised(scope)).into());
    el("div", class)
        .is("data-state", claim.assertion.state().id())
        .child(assertion(claim, row, compact, &page.catalogue))
        .maybe(holder(claim, row, page))
        .maybe(scope)
        .maybe(dated(claim, page))
        .into()
}

fn assertion(claim: &Claim, row: &Row, compact: bool, catalogue: &Catalogue) -> Html {
    let chip = |words| el("span", "chip").says(words);
    let valued = |v| el("span", "val").text(value(v, row, compact, catalogue));
    let node = match &claim.assertion {
        Assertion::Stated(v) | Assertion::Inherited(v) => valued(v),
        Assertion::Optional(v) => return list(vec![valued(v).into(), " ".into(), chip("optional").into()]),
        Assertion::Planned { when, .. } => {
            let when = when.as_ref().map_or_else(String::new, |when| format!(" {when}"));
            return list(vec![chip("planned").into(), when.into()]);
        }
        Assertion::No if row.kind == Kind::Certificates => {
            return list(vec![el("span", "no").says("None").into(), ", it says so".into()]);
        }
        Assertion::No => el("span", "no").says("No"),
        Assertion::Unclear(readings) => return unclear(readings, row, compact, catalogue),
        Assertion::Elsewhere { see } => el("span", "none").text(format!("Not stated here, see {see}")),
        Assertion::Picture => {
            el("span", "none").child(icon(Sign::Picture)).says("In a picture, not in the data")
        }
    };
    node.into()
}

fn unclear(readings: &[Reading], row: &Row, compact: bool, catalogue: &Catalogue) -> Html {
    let warned = || el("span", "unclear").child(icon(Sign::Warning));
    if let [only] = readings {
        return warned().text(value(&only.value, row, compact, catalogue)).into();
    }
    let item = |reading: &Reading| el("li", "").text(value(&reading.value, row, compact, catalogue)).into();
    let items = readings.iter().map(item).collect();
    list(vec![warned().says("The sources disagree").into(), el("ol", "readings").all(items).into()])
}

/// A value; long lists are shortened, with the whole one click away in the evidence.
fn value(value: &Value, row: &Row, compact: bool, catalogue: &Catalogue) -> String {
    match value {
        Value::Certificates(list) => {
            let room = if compact { 3 } else { usize::MAX };
            let (mut text, mut counted, mut others) = (String::new(), 0, 0);
            for id in &list.items {
                if !catalogue.certification(id).is_some_and(|entry| entry.kind.counts()) {
                    others += 1;
                    continue;
                }
                counted += 1;
                if counted <= room {
                    text += if text.is_empty() { "" } else { ", " };
                    text += &catalogue.certification_name(id);
                }
            }
            if counted > room {
                text += &format!(" and {} more", counted - room);
            }
            if others > 0 {
                let what = if others == 1 { "entry" } else { "entries" };
                text += &format!("; {others} {what} of other kinds, not counted");
            }
            text
        }
        Value::Places(Places::OneOf(set)) if compact => format!("One of {} countries", set.len()),
        _ => capitalised(&catalogue.value_in_words(value, row)),
    }
}

fn holder(claim: &Claim, row: &Row, page: &Page) -> Option<Html> {
    let party = if row.about == About::Partner { "partner" } else { "host" };
    let name = page.catalogue.provider_name(claim.holder.as_ref()?);
    let chip = el("span", "chip chip--host").child(icon(Sign::Host)).text(format!("{party}: {name}"));
    Some(list(vec![" ".into(), chip.into()]))
}

/// The day of the statement, and its age where that matters.
fn dated(claim: &Claim, page: &Page) -> Option<Html> {
    let as_of = claim.as_of?;
    let months = as_of.months_until(page.as_of);
    let stale = (months > STALE_AFTER).then(|| attention(age(months)).into());
    Some(el("span", "scope").text(format!("as of {} ", date(as_of))).maybe(stale).into())
}

/// A chip for what is wrong with a source.
pub fn attention(text: String) -> Element {
    el("span", "chip chip--attn").child(icon(Sign::Clock)).text(text)
}

/// "2 years 9 months old".
pub fn age(months: i32) -> String {
    match months {
        0 => "less than a month old".to_owned(),
        _ => format!("{} old", Duration::months(months.unsigned_abs()).in_words()),
    }
}
