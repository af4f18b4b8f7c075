//! A claim in the look of its state. Words carry the state; colour and signs only repeat it.

use yew::prelude::*;

use super::{
    age::{dated, expired, passed},
    element::{Element, el, list},
    icon::{Sign, icon},
    page::Page,
};
use crate::{
    catalogue::{
        claim::{Assertion, Claim, Reading},
        id::CertificationId,
        row::{About, Kind, Row},
        value::{List, Places, Value},
        words::capitalised,
    },
    language::{english, phrase, say},
    requirement::{Terms, Test},
};

/// A claim with its mark, its holder, the part of the service that it speaks of, and its date.
pub fn claim(
    claim: &Claim,
    scope: Option<String>,
    row: &Row,
    compact: bool,
    mark: Option<Html>,
    page: &Page,
) -> Html {
    let class = if claim.holder.is_some() { "claim inherited" } else { "claim" };
    let scope = scope.map(|scope| el("span", "scope").quoted(page).text(capitalised(&scope)).into());
    el("div", class)
        .is("data-state", claim.assertion.state().id())
        .child(assertion(claim, row, compact, mark, page))
        .maybe(holder(claim, row, page))
        .maybe(readings(claim, row, compact, page))
        .maybe(scope)
        .maybe(dated(claim, page))
        .maybe(expired(claim, page))
        .into()
}

fn assertion(claim: &Claim, row: &Row, compact: bool, mark: Option<Html>, page: &Page) -> Html {
    let chip = |words| el("span", "chip").says(words);
    let quoted = |element| quoted(element, row, page);
    let (element, text) = match &claim.assertion {
        Assertion::Stated(v) | Assertion::Inherited(v) => {
            (quoted(el("span", "val")), value(v, row, compact, page))
        }
        Assertion::Optional(v) => {
            let text = marked(quoted(el("span", "val")), value(v, row, compact, page), mark);
            return list(vec![text.into(), " ".into(), chip(english("optional")).into()]);
        }
        Assertion::Planned { when, by } => {
            let when = when.as_ref().map_or_else(String::new, |when| format!(" {when}"));
            let when = marked(el("span", "").quoted(page), when, mark).into();
            return list(vec![chip(english("planned")).into(), when, passed(*by, page).unwrap_or_default()]);
        }
        Assertion::No if row.kind == Kind::Certificates => {
            let so = marked(el("span", ""), say(", it says so").to_owned(), mark);
            return list(vec![el("span", "no").says("None").into(), so.into()]);
        }
        Assertion::No => (el("span", "no"), say("No").to_owned()),
        Assertion::Unclear(readings) => {
            let unclear = el("span", "unclear").child(icon(Sign::Warning));
            match readings.as_slice() {
                [Reading { value: Value::Places(_), .. }] => {
                    (unclear, value(&readings[0].value, row, compact, page))
                }
                [only] => {
                    let text = marked(quoted(unclear), value(&only.value, row, compact, page), mark);
                    return list(vec![text.into(), " ".into(), chip(english("not firm")).into()]);
                }
                _ => (unclear, say("The sources disagree").to_owned()),
            }
        }
        Assertion::Elsewhere { see } => {
            let see = marked(el("span", "").quoted(page), see.clone(), mark);
            return el("span", "none").says("Not stated here, see ").with(see).into();
        }
        Assertion::Picture => {
            (el("span", "none").child(icon(Sign::Picture)), say("In a picture, not in the data").to_owned())
        }
    };
    marked(element, text, mark).into()
}

/// What a document says in a text is as it says it.
fn quoted(element: Element, row: &Row, page: &Page) -> Element {
    if row.kind == Kind::Text { element.quoted(page) } else { element }
}

/// A text with its mark, which stays on the line of the last word unless that is long.
fn marked(element: Element, text: String, mark: Option<Html>) -> Element {
    let Some(mark) = mark else { return element.text(text) };
    let last = text.rfind(' ').map_or(0, |space| space + 1);
    if text.len() - last > 14 {
        return element.text(text).child(mark);
    }
    let (before, last) = text.split_at(last);
    element.text(before.to_owned()).with(el("span", "nowrap").text(last.to_owned()).child(mark))
}

/// What each source says, where they disagree.
fn readings(claim: &Claim, row: &Row, compact: bool, page: &Page) -> Option<Html> {
    let Assertion::Unclear(readings) = &claim.assertion else { return None };
    let item = |reading: &Reading| {
        quoted(el("li", ""), row, page).text(value(&reading.value, row, compact, page)).into()
    };
    (readings.len() > 1).then(|| el("ol", "readings").all(readings.iter().map(item).collect()).into())
}

/// A value; long lists are shortened, with the whole one click away in the evidence.
fn value(value: &Value, row: &Row, compact: bool, page: &Page) -> String {
    match value {
        Value::Certificates(list) => certificates(list, compact, page),
        Value::Places(Places::OneOf(set)) if compact => phrase("One of {} countries", &[&set.len()]),
        _ => capitalised(&page.catalogue.value_in_words(value, row)),
    }
}

/// What counts as a certificate, in the order of the registry; where there is not room for all, what is required
/// comes first.
fn certificates(list: &List<CertificationId>, compact: bool, page: &Page) -> String {
    let (mut names, mut others) = (Vec::new(), Vec::new());
    for entry in &page.catalogue.certifications {
        if entry.counts() && list.items.contains(&entry.id) {
            let comes_first = compact && is_required(&entry.id, page);
            if comes_first { &mut names } else { &mut others }.push(&*entry.name);
        }
    }
    names.append(&mut others);
    let uncounted = list.items.len() - names.len();
    let shown = if compact && names.len() > 4 { 3 } else { names.len() };
    let mut text = names[..shown].join(", ");
    if shown < names.len() {
        text += &phrase(" and {} more", &[&(names.len() - shown)]);
    }
    if uncounted > 0 && !compact {
        text += &match uncounted {
            1 => say("; 1 entry of another kind, not counted").to_owned(),
            _ => phrase("; {} entries of other kinds, not counted", &[&uncounted]),
        };
    }
    text
}

fn is_required(id: &CertificationId, page: &Page) -> bool {
    page.state.requirements.iter().any(|requirement| match &requirement.test {
        Test::Has(Terms::Certifications(ids)) | Test::HasAny(Terms::Certifications(ids)) => ids.contains(id),
        _ => false,
    })
}

fn holder(claim: &Claim, row: &Row, page: &Page) -> Option<Html> {
    let party = if row.about == About::Partner { say("partner") } else { say("host") };
    let name = page.catalogue.provider_name(claim.holder.as_ref()?);
    let chip = el("span", "chip chip--host").child(icon(Sign::Host)).text(phrase("{}: {}", &[&party, &name]));
    Some(list(vec![" ".into(), chip.into()]))
}
