//! Finds what an argument names, and says what it may have meant.

use vendor_compare::catalogue::{Catalogue, provider::Provider, row::Row, suggest};

use crate::answer::Refusal;

/// The provider of this id.
pub fn provider<'a>(catalogue: &'a Catalogue, id: &str) -> Result<&'a Provider, Refusal> {
    let known = catalogue.providers.iter().map(|p| p.id.as_str());
    let found = catalogue.providers.iter().find(|p| p.id == *id);
    found.ok_or_else(|| unknown("provider", id, known))
}

/// The row of this id.
pub fn row<'a>(catalogue: &'a Catalogue, id: &str) -> Result<&'a Row, Refusal> {
    let known = catalogue.rows().map(|r| r.id.as_str());
    catalogue.rows().find(|r| r.id == *id).ok_or_else(|| unknown("row", id, known))
}

/// A word that names nothing, with what it may have meant.
pub fn unknown<'a>(what: &str, id: &str, known: impl Iterator<Item = &'a str>) -> Refusal {
    let known: Vec<&str> = known.collect();
    let help = match suggest::nearest(id, known.iter().copied()) {
        Some(near) => format!("did you mean \"{near}\"?"),
        None => format!("known are {}", known.join(", ")),
    };
    Refusal::because(format!("there is no {what} \"{id}\"; {help}"))
}
