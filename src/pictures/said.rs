//! What a provider's documents say on a row, as a picture needs it: the values with how sure they are, and a sentence.

use crate::{
    catalogue::{
        Catalogue,
        claim::{Assertion, Claim, Reading},
        duration::Duration,
        provider::Provider,
        row::{Kind, Row},
        value::{Places, Value},
        words::date,
    },
    language::{phrase, say},
    requirement::{
        Bound, Holder, PlaceTerm, Requirement, Subject, Test,
        evaluate::{Context, evaluate},
        ground::Fact,
        words,
    },
};

/// How sure a value is. A later one is less sure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Certainty {
    /// The vendor states it as its own.
    Stated,
    /// A property of the host or of a partner, as the vendor cites it.
    Cited,
    /// One of several, an option, wording that is not firm, or a claim that has run out.
    Possible,
}

/// One claim, or that there is none.
#[derive(Debug, Clone, PartialEq)]
pub struct Said<'a> {
    /// Several where the sources disagree; none where nothing is stated or the document says no.
    pub values: Vec<&'a Value>,
    pub certainty: Certainty,
    /// "Backups kept: 35 days".
    pub words: String,
}

/// All that is said of a provider on a row; at least one sentence.
pub fn said<'a>(provider: &'a Provider, row: &Row, context: Context) -> Vec<Said<'a>> {
    let claims = provider.claims.iter().filter(|claim| claim.row == row.id && claim.assertion.informs());
    let said: Vec<Said> = claims.map(|claim| of_claim(claim, row, context)).collect();
    if said.is_empty() { silence(provider, row, context) } else { said }
}

fn of_claim<'a>(claim: &'a Claim, row: &Row, context: Context) -> Said<'a> {
    let (values, is_sure): (Vec<&Value>, bool) = match &claim.assertion {
        Assertion::Stated(value) | Assertion::Inherited(value) => (vec![value], is_certain(value)),
        Assertion::Optional(value) => (vec![value], false),
        Assertion::Unclear(readings) => (readings.iter().map(|reading| &reading.value).collect(), false),
        _ => (Vec::new(), true),
    };
    let certainty = match claim.holder {
        _ if !is_sure || claim.expired_on(context.as_of) => Certainty::Possible,
        Some(_) => Certainty::Cited,
        None => Certainty::Stated,
    };
    Said { values, certainty, words: phrase("{}: {}", &[&name(row), &in_words(claim, row, context)]) }
}

fn is_certain(value: &Value) -> bool {
    !matches!(value, Value::Places(Places::OneOf(_)))
}

fn name(row: &Row) -> &str {
    say(if row.kind == Kind::Places { &row.name } else { row.short_name() })
}

fn in_words(claim: &Claim, row: &Row, context: Context) -> String {
    let catalogue = context.catalogue;
    let mut words = assertion_in_words(&claim.assertion, row, catalogue);
    if let Some(scope) = &claim.scope {
        words += &format!(" ({scope})");
    }
    if let Some(holder) = &claim.holder {
        words += &phrase(", stated of {}", &[&catalogue.provider_name(holder)]);
    }
    if let Some(day) = claim.expires.filter(|_| claim.expired_on(context.as_of)) {
        words += &phrase(", ran out on {}", &[&date(day)]);
    }
    words
}

fn assertion_in_words(assertion: &Assertion, row: &Row, catalogue: &Catalogue) -> String {
    let value = |value: &Value| catalogue.value_in_words(value, row);
    match assertion {
        Assertion::Optional(option) => phrase("{}, only as an option", &[&value(option)]),
        Assertion::Unclear(readings) => match readings.as_slice() {
            // The words of such a value say how far it goes.
            [Reading { value: only @ Value::Places(Places::OneOf(_) | Places::Unnamed), .. }] => value(only),
            [only] => phrase("{}, but the wording is not firm", &[&value(&only.value)]),
            several => {
                let readings: Vec<String> = several.iter().map(|reading| value(&reading.value)).collect();
                phrase("the sources disagree ({})", &[&readings.join(say("; "))])
            }
        },
        Assertion::No if row.tells_how_long_kept() => say("not kept, the document says so").to_owned(),
        Assertion::No => say("none, the document says so").to_owned(),
        other => other.value().map(value).unwrap_or_default(),
    }
}

/// Where no claim informs: that something exists without being named, what is planned or stands elsewhere, or silence.
/// Evaluation knows all of that, whatever it is asked.
fn silence<'a>(provider: &Provider, row: &Row, context: Context) -> Vec<Said<'a>> {
    let test = match row.kind {
        Kind::Places => Test::In(vec![PlaceTerm::eea()]),
        _ => Test::AtMost(Bound::Duration(Duration::days(1))),
    };
    let subject = Subject::Row(row.id.clone());
    let asked = Requirement {
        negated: false,
        subject,
        holder: Holder::Any,
        test,
        by_default: false,
        or_cannot_tell: false,
    };
    let finding = evaluate(&asked, provider, context);
    let grounds = finding.grounds.iter().filter(|ground| !matches!(ground.fact, Fact::NotCounted { .. }));
    let said = |words| Said { values: Vec::new(), certainty: Certainty::Possible, words };
    grounds.map(|ground| said(words::ground(ground, &asked, context))).collect()
}
