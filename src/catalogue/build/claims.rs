//! The claims of a provider: state, value, holder and evidence must fit each other and the row.

use super::{Checker, Known, values};
use crate::catalogue::{
    claim::{Assertion, Claim, Evidence, Reading, State},
    problem::told,
    row::Row,
    source::{ClaimSource, EvidenceSource, ProviderSource},
    value::{Places, Value},
};

/// The claims that hold; what is wrong with the others is reported.
pub fn claims(source: &ProviderSource, prefix: &str, known: &Known, checker: &mut Checker) -> Vec<Claim> {
    let catalogue = &known.catalogue;
    let mut claims = Vec::new();
    for (index, claim) in source.claims.iter().enumerate() {
        let path = told!("{prefix}claims[{index}]");
        let Some(row) = catalogue.rows().find(|r| r.id == *claim.row) else {
            checker.unknown(
                &told!("{path}.row"),
                "a row",
                &claim.row,
                catalogue.rows().map(|r| r.id.as_str()),
            );
            continue;
        };
        let section = catalogue.section_of(&row.id).map(|s| s.id.as_str()).unwrap_or_default();
        if !source.covers.iter().any(|covered| covered == section) {
            let help = Some(told!("add \"{section}\" once the documents have been read for all its rows"));
            checker.report(
                &told!("{path}.row"),
                told!("the section of {} is not in \"covers\"", row.id),
                help,
            );
        }
        if claim.holder.as_deref() == Some(&source.id) {
            let help = Some(told!("leave \"holder\" out: what has none is the vendor's own"));
            checker.report(&told!("{path}.holder"), "the holder is the provider itself", help);
        }
        claims.extend(self::claim(claim, row, &path, known, checker));
    }
    claims
}

fn claim(source: &ClaimSource, row: &Row, path: &str, known: &Known, checker: &mut Checker) -> Option<Claim> {
    let state =
        checker.term(&told!("{path}.state"), "a state of a claim", &source.state, &State::ALL, State::id);
    let holder_path = told!("{path}.holder");
    let holder = source.holder.as_deref().and_then(|h| known.provider(h, &holder_path, checker));
    let evidence = evidence(&source.evidence, path, known, checker);
    if source.evidence.is_empty() && source.readings.is_empty() {
        let help = Some(told!("name the document, the section and what it says"));
        checker.report(&told!("{path}.evidence"), "a claim needs evidence", help);
    }
    let state = state?;
    match (state, &source.holder) {
        (State::Inherited, None) => {
            let help = Some(told!("name the provider whose property it is in \"holder\""));
            checker.report(&told!("{path}.state"), "an inherited claim needs a holder", help);
        }
        (State::Stated, Some(_)) => {
            let help = Some(told!("its state is \"inherited\""));
            checker.report(&holder_path, "a stated claim is the vendor's own and has no other holder", help);
        }
        _ => {}
    }
    stray_fields(source, state, path, checker);
    let assertion = assertion(source, state, row, path, known, checker)?;
    let date = |checker: &mut Checker, field: &str, text: &Option<String>| {
        text.as_deref().and_then(|text| checker.date(&told!("{path}.{field}"), text))
    };
    Some(Claim {
        row: row.id.clone(),
        assertion,
        holder,
        scope: source.scope.clone(),
        as_of: date(checker, "as_of", &source.as_of),
        expires: date(checker, "expires", &source.expires),
        evidence,
        note: source.note.clone(),
    })
}

/// Reports fields that have no meaning in this state, so that nothing that was written is silently dropped.
fn stray_fields(source: &ClaimSource, state: State, path: &str, checker: &mut Checker) {
    let valued = matches!(state, State::Stated | State::Inherited | State::Optional | State::Unclear);
    let stray = [
        ("value", source.value.is_some(), valued),
        ("readings", !source.readings.is_empty(), state == State::Unclear),
        ("see", source.see.is_some(), state == State::Elsewhere),
        ("planned_for", source.planned_for.is_some(), state == State::Planned),
        ("planned_by", source.planned_by.is_some(), state == State::Planned),
    ];
    for (field, present, allowed) in stray {
        if present && !allowed {
            let message = told!("a claim of state \"{}\" has no \"{field}\"", state.id());
            checker.report(&told!("{path}.{field}"), message, None);
        }
    }
}

fn assertion(
    source: &ClaimSource,
    state: State,
    row: &Row,
    path: &str,
    known: &Known,
    checker: &mut Checker,
) -> Option<Assertion> {
    match state {
        State::Stated => firm_value(source, row, path, known, checker).map(Assertion::Stated),
        State::Inherited => firm_value(source, row, path, known, checker).map(Assertion::Inherited),
        State::Optional => firm_value(source, row, path, known, checker).map(Assertion::Optional),
        State::Unclear => readings(source, row, path, known, checker).map(Assertion::Unclear),
        State::No => Some(Assertion::No),
        State::Picture => Some(Assertion::Picture),
        State::Planned => {
            let by_path = told!("{path}.planned_by");
            let by = source.planned_by.as_deref().and_then(|text| checker.date(&by_path, text));
            Some(Assertion::Planned { when: source.planned_for.clone(), by })
        }
        State::Elsewhere => {
            if source.see.is_none() {
                let help = Some(told!("name in \"see\" where the document points"));
                checker.report(&told!("{path}.state"), "state \"elsewhere\" needs a place to see", help);
            }
            Some(Assertion::Elsewhere { see: source.see.clone()? })
        }
    }
}

/// A value that says which: a choice or an unnamed place is unclear, not stated.
fn firm_value(
    source: &ClaimSource,
    row: &Row,
    path: &str,
    known: &Known,
    checker: &mut Checker,
) -> Option<Value> {
    let value_path = told!("{path}.value");
    let Some(json) = &source.value else {
        let help = Some(values::shape(row.kind).to_owned());
        checker.report(path, told!("a claim of state \"{}\" needs a value", source.state), help);
        return None;
    };
    let value = values::value(json, row, &value_path, known, checker)?;
    if is_hedge(&value) {
        checker.report(
            &value_path,
            "one of several places, or a place not named, is state \"unclear\"",
            None,
        );
    }
    Some(value)
}

fn is_hedge(value: &Value) -> bool {
    matches!(value, Value::Places(Places::OneOf(_) | Places::Unnamed))
}

fn readings(
    source: &ClaimSource,
    row: &Row,
    path: &str,
    known: &Known,
    checker: &mut Checker,
) -> Option<Vec<Reading>> {
    let mut readings = Vec::new();
    if source.value.is_some() && !source.readings.is_empty() {
        let help = Some(told!("make the value one of the readings, with its own evidence"));
        checker.report(path, "an unclear claim has one hedged value or several readings, not both", help);
    }
    if let Some(json) = &source.value {
        let value = values::value(json, row, &told!("{path}.value"), known, checker)?;
        readings.push(Reading { value, evidence: Vec::new() });
    }
    for (index, reading) in source.readings.iter().enumerate() {
        let path = told!("{path}.readings[{index}]");
        let value = values::value(&reading.value, row, &told!("{path}.value"), known, checker);
        let evidence = evidence(&reading.evidence, &path, known, checker);
        if evidence.is_empty() {
            checker.report(&told!("{path}.evidence"), "a reading needs its own evidence", None);
        }
        readings.push(Reading { value: value?, evidence });
    }
    if readings.is_empty() {
        let help = Some(told!("give the hedged value, or every reading"));
        checker.report(path, "an unclear claim needs a value or readings", help);
        return None;
    }
    Some(readings)
}

fn evidence(list: &[EvidenceSource], path: &str, known: &Known, checker: &mut Checker) -> Vec<Evidence> {
    let mut evidence = Vec::new();
    for (index, entry) in list.iter().enumerate() {
        let path = told!("{path}.evidence[{index}]");
        checker.filled(&told!("{path}.section"), &entry.section);
        checker.filled(&told!("{path}.statement"), &entry.statement);
        let said_by_path = told!("{path}.said_by");
        let said_by = entry.said_by.as_deref().and_then(|id| known.provider(id, &said_by_path, checker));
        let document_path = told!("{path}.document");
        let Some(document) = known.document(&entry.document, &document_path, checker) else { continue };
        evidence.push(Evidence {
            document: document.id.clone(),
            section: entry.section.clone(),
            statement: entry.statement.clone(),
            said_by: said_by.unwrap_or_else(|| document.publisher.clone()),
        });
    }
    evidence
}
