//! How old what is said is, and whether its time is over; judged as of the day that the page judges by.

use yew::Html;

use super::{
    element::{Element, el, list},
    icon::{Sign, icon},
    page::Page,
};
use crate::catalogue::{claim::Claim, date::Date, duration::Duration, words::date};
use crate::language::{phrase, say};

/// How old a dated statement may be before that is marked, in months.
const STALE_AFTER: i32 = 18;

/// The day of the statement, and its age where that matters.
pub fn dated(claim: &Claim, page: &Page) -> Option<Html> {
    let as_of = claim.as_of?;
    let months = as_of.months_until(page.as_of);
    let stale = is_stale(months).then(|| attention(age(months)).into());
    Some(el("span", "scope").text(phrase("as of {} ", &[&date(as_of)])).maybe(stale).into())
}

/// The last day of what holds for a time only, marked where it has run out.
pub fn expired(claim: &Claim, page: &Page) -> Option<Html> {
    let day = date(claim.expires?);
    Some(match claim.expired_on(page.as_of) {
        true => attention(phrase("ran out on {}", &[&day])).into(),
        false => el("span", "scope").text(phrase("until {}", &[&day])).into(),
    })
}

/// The mark of a plan whose last day is over.
pub fn passed(by: Option<Date>, page: &Page) -> Option<Html> {
    by.filter(|day| *day < page.as_of)?;
    Some(list(vec![" ".into(), attention(say("that date has passed").to_owned()).into()]))
}

/// The date of a document, with its age.
pub fn of_document(day: Option<Date>, page: &Page) -> Element {
    let Some(day) = day else { return attention(say("undated").to_owned()) };
    let months = day.months_until(page.as_of);
    let words = format!("{}, {}", date(day), age(months));
    if is_stale(months) { attention(words) } else { el("span", "").text(words) }
}

fn is_stale(months: i32) -> bool {
    months > STALE_AFTER
}

/// A chip for what is wrong with a source.
fn attention(text: String) -> Element {
    el("span", "chip chip--attn").child(icon(Sign::Clock)).text(text)
}

/// "2 years 9 months old".
fn age(months: i32) -> String {
    match months {
        0 => say("less than a month old").to_owned(),
        _ => phrase("{} old", &[&Duration::months(months.unsigned_abs()).in_words()]),
    }
}
