//! Claims in words, as exports and the command line write them.

use super::{
    Catalogue,
    claim::{Assertion, Claim},
    row::Row,
    words::capitalised,
};

/// What a claim says: "ISO 27001 and SOC 2 (open list)".
pub fn assertion(assertion: &Assertion, row: &Row, catalogue: &Catalogue) -> String {
    let value = |value| capitalised(&catalogue.value_in_words(value, row));
    match assertion {
        Assertion::Stated(v) | Assertion::Inherited(v) => value(v),
        Assertion::Optional(v) => format!("{} (optional)", value(v)),
        Assertion::Planned { when, .. } => {
            format!("Planned{}", when.as_ref().map_or_else(String::new, |when| format!(" for {when}")))
        }
        Assertion::No => "No".to_owned(),
        Assertion::Unclear(readings) => {
            let readings: Vec<String> = readings.iter().map(|r| value(&r.value)).collect();
            format!("Unclear: {}", readings.join("; or: "))
        }
        Assertion::Elsewhere { see } => format!("Not stated here, see {see}"),
        Assertion::Picture => "In a picture, not in the data".to_owned(),
    }
}

/// The part of the service that a claim is about, and whose property it is: " (web app) [Azure]".
pub fn part_and_holder(claim: &Claim, catalogue: &Catalogue) -> String {
    let scope = claim.scope.as_ref().map(|scope| format!(" ({scope})"));
    let holder = claim.holder.as_ref().map(|id| format!(" [{}]", catalogue.provider_name(id)));
    format!("{}{}", scope.unwrap_or_default(), holder.unwrap_or_default())
}
