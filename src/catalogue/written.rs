//! Back from the checked model to the shapes of the data files: reading what is written here gives the same model.

use serde_json::{Value as Json, json};

use super::{
    claim::{Assertion, Claim, Evidence, Reading},
    decimal::Decimal,
    duration::Clock,
    place::PlaceSet,
    source::{ClaimSource, EvidenceSource, ReadingSource},
    value::{List, Period, Places, Value},
};

/// A claim as the data files write it.
pub fn claim(claim: &Claim) -> ClaimSource {
    let mut source = ClaimSource {
        row: claim.row.to_string(),
        state: claim.assertion.state().id().to_owned(),
        value: claim.assertion.value().map(value),
        readings: Vec::new(),
        holder: claim.holder.as_ref().map(ToString::to_string),
        scope: claim.scope.clone(),
        as_of: claim.as_of.map(|day| day.to_string()),
        expires: claim.expires.map(|day| day.to_string()),
        planned_for: None,
        planned_by: None,
        see: None,
        evidence: claim.evidence.iter().map(evidence).collect(),
        note: claim.note.clone(),
    };
    match &claim.assertion {
        // A hedge stands as the claim's own value; readings that disagree stand one by one.
        Assertion::Unclear(readings) => match &readings[..] {
            [Reading { value: only, evidence }] if evidence.is_empty() => source.value = Some(value(only)),
            readings => source.readings = readings.iter().map(reading).collect(),
        },
        Assertion::Planned { when, by } => {
            source.planned_for.clone_from(when);
            source.planned_by = by.map(|day| day.to_string());
        }
        Assertion::Elsewhere { see } => source.see = Some(see.clone()),
        _ => {}
    }
    source
}

fn reading(reading: &Reading) -> ReadingSource {
    ReadingSource { value: value(&reading.value), evidence: reading.evidence.iter().map(evidence).collect() }
}

fn evidence(evidence: &Evidence) -> EvidenceSource {
    EvidenceSource {
        document: evidence.document.to_string(),
        section: evidence.section.clone(),
        statement: evidence.statement.clone(),
        said_by: Some(evidence.said_by.to_string()),
    }
}

/// A value as the data files write it.
pub fn value(value: &Value) -> Json {
    match value {
        Value::Places(Places::Unnamed) => json!("unnamed"),
        Value::Places(Places::OneOf(places)) => json!({ "one_of": codes(places) }),
        Value::Places(Places::All { places, open: false }) => json!({ "all": codes(places) }),
        Value::Places(Places::All { places, open: true }) => json!({ "all": codes(places), "open": true }),
        Value::Certificates(items) => list(items),
        Value::Providers(items) => list(items),
        Value::Ids(items) => list(items),
        Value::Provider(id) => json!(id.as_str()),
        Value::Duration(duration) => period(duration),
        Value::Percentage(percent) => json!({ "percent": number(*percent) }),
        Value::Number(value) => number(*value),
        Value::Yes(None) => json!(true),
        Value::Yes(Some(id)) => json!({ "id": id.as_str() }),
        Value::Text(text) => json!(text),
        Value::Date(day) => json!(day.to_string()),
    }
}

/// A JSON number with the very digits.
fn number(decimal: Decimal) -> Json {
    decimal.to_string().parse().map_or(Json::Null, Json::Number)
}

fn list<T: ToString>(list: &List<T>) -> Json {
    json!({ "items": strings(&list.items), "list": if list.open { "open" } else { "closed" } })
}

fn period(period: &Period) -> Json {
    let mut json = json!({
        "length": period.length.to_string(),
        "limit": period.limit.id(),
        "counts": period.counts,
    });
    if let Some(from) = &period.from {
        json["from"] = json!(from);
    }
    if period.clock == Clock::Business {
        json["clock"] = json!(period.clock.id());
    }
    json
}

fn codes(places: &PlaceSet) -> Vec<String> {
    places.iter().map(|code| code.to_string()).collect()
}

fn strings<'a, T: ToString + 'a>(items: impl IntoIterator<Item = &'a T>) -> Vec<String> {
    items.into_iter().map(ToString::to_string).collect()
}
