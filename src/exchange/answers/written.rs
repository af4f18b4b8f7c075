//! What a vendor has written into a cell for an answer, in English or in the language in force.

use serde_json::Value as Json;

use crate::{
    catalogue::{
        Catalogue,
        row::{Kind, Row},
    },
    exchange::questionnaire::Said,
    language::{english, say},
    project::typed::{Typed, UNITS},
};

/// The state of an answer, and its value in the JSON form of a profile.
///
/// # Errors
/// Why the row takes no such value, in words.
pub fn value(text: &str, row: &Row, catalogue: &Catalogue) -> Result<(&'static str, Option<Json>), String> {
    let said = said(text);
    if said == Said::No && row.kind != Kind::Text {
        return Ok(("no", None));
    }
    let state = if said == Said::Optional { "optional" } else { "stated" };
    Ok((state, Some(typed(text, row.kind).value(row, catalogue)?)))
}

/// The meaning of an answer.
pub fn said(text: &str) -> Said {
    let is = |word: &str| text.eq_ignore_ascii_case(say(word));
    match text {
        _ if is(english("yes")) => Said::Yes,
        _ if is(english("no")) => Said::No,
        _ if is(english("not applicable")) => Said::NotApplicable,
        text => Said::of(text),
    }
}

/// What a cell says, taken apart as the page's own fields have it.
fn typed(text: &str, kind: Kind) -> Typed {
    let mut typed = Typed::default();
    let mut rest = text.trim();
    match kind {
        Kind::Duration => return duration(rest),
        Kind::Places | Kind::Certificates | Kind::Providers | Kind::Ids => {
            if let Some(before) = rest.strip_suffix("(open)") {
                (rest, typed.is_open) = (before, true);
            }
        }
        Kind::Boolean => {
            // A yes of a kind names the kind.
            let is_plain = matches!(said(rest), Said::Yes | Said::Optional);
            rest = if is_plain { "" } else { after(rest, "yes,").unwrap_or(rest) };
        }
        // Some languages write a comma before the tenths.
        Kind::Percentage | Kind::Number => return Typed { text: rest.replace(',', "."), ..typed },
        Kind::Text | Kind::Date | Kind::Provider => {}
    }
    rest.trim().clone_into(&mut typed.text);
    typed
}

/// A duration with its limit: "at most 35 days".
fn duration(text: &str) -> Typed {
    let mut typed = Typed::default();
    let mut rest = text;
    let limits = [
        ("at most", "at-most"),
        ("up to", "at-most"),
        ("at least", "at-least"),
        (say("at most"), "at-most"),
        (say("at least"), "at-least"),
    ];
    for (words, limit) in limits {
        if let Some(after) = after(rest, words) {
            (rest, typed.limit) = (after.trim_start(), limit.to_owned());
        }
    }
    let digits = rest.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(rest.len());
    let (number, unit) = rest.split_at(digits);
    match unit_of(unit.trim()) {
        Some(unit) => (typed.text, typed.unit) = (number.to_owned(), unit),
        // Without a unit that is known, it is told as no number.
        None => text.clone_into(&mut typed.text),
    }
    typed
}

/// What follows some words at the beginning, whatever their case.
fn after<'t>(text: &'t str, words: &str) -> Option<&'t str> {
    let begin = text.get(..words.len())?;
    begin.eq_ignore_ascii_case(words).then(|| &text[words.len()..])
}

/// The letter of a unit: "day", "days".
fn unit_of(word: &str) -> Option<char> {
    let word = word.trim_end_matches('.').to_ascii_lowercase();
    // One of them is said without the end: "day", "Tag".
    let is = |name: &str| {
        let name = name.to_ascii_lowercase();
        word == name || word.len() > 2 && name.strip_prefix(&word).is_some_and(|end| end.len() <= 2)
    };
    UNITS.iter().find(|(_, name)| is(name) || is(say(name))).map(|(letter, _)| *letter)
}
