//! By what vendors are sorted: what they claim on a row, and how much they state.

use std::cmp::{Ordering, Reverse};

use super::{
    Catalogue,
    claim::{Assertion, Claim},
    date::Date,
    decimal::Decimal,
    id::RowId,
    provider::Provider,
    value::Value,
};

/// How many rows of the catalogue a vendor states something on.
pub fn rows_stated(vendor: &Provider, catalogue: &Catalogue) -> usize {
    let speaks = |row: &RowId| vendor.claims_on(row).any(|claim| claim.assertion.informs());
    catalogue.rows().filter(|row| speaks(&row.id)).count()
}

/// Which of two vendors comes first by what they claim on a row.
pub fn by_row(one: &Provider, other: &Provider, row: &RowId, descending: bool) -> Ordering {
    let key = |vendor: &Provider| match best(vendor.claims_on(row)) {
        Some((party, Some(value))) => (party, Some(value)),
        Some((_, None)) => (DENIED, None),
        None => (NOT_STATED, None),
    };
    let (one, other) = (key(one), key(other));
    let by_value = one.1.cmp(&other.1);
    one.0.cmp(&other.0).then(if descending { by_value.reverse() } else { by_value })
}

/// The rank of what is denied: it has no value, and comes after everything that has.
pub const DENIED: u32 = 6;
/// The rank of what is not stated: it comes last, in both directions.
pub const NOT_STATED: u32 = 7;

/// A value that can be sorted. All values of a row are of one variant.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
pub enum Sortable {
    /// Seconds, a month counted as the longest it can be.
    Duration(u64),
    Decimal(Decimal),
    Date(Date),
}

/// The value by which claims are sorted, and its rank: the vendor's own before another party's, firm before optional; what is denied
/// has no value and comes after.
pub fn best<'a>(claims: impl Iterator<Item = &'a Claim>) -> Option<(u32, Option<Sortable>)> {
    let candidates = claims.filter_map(|claim| {
        let (rank, value) = match &claim.assertion {
            Assertion::Stated(value) => (0, sortable(value)),
            Assertion::Unclear(readings) => (0, cautious(readings.iter().map(|reading| &reading.value))),
            Assertion::Inherited(value) => (1, sortable(value)),
            Assertion::Optional(value) => (2, sortable(value)),
            Assertion::No => return Some((3, None)),
            _ => return None,
        };
        value.map(|value| (rank, Some(value)))
    });
    candidates.min_by_key(|(rank, _)| *rank)
}

/// Of several readings the one that promises least: the longest time, the smallest number.
fn cautious<'a>(values: impl Iterator<Item = &'a Value>) -> Option<Sortable> {
    values.filter_map(sortable).min_by_key(|value| match value {
        Sortable::Duration(seconds) => (Reverse(*seconds), None, None),
        Sortable::Decimal(number) => (Reverse(0), Some(*number), None),
        Sortable::Date(day) => (Reverse(0), None, Some(*day)),
    })
}

fn sortable(value: &Value) -> Option<Sortable> {
    match value {
        Value::Duration(period) => Some(Sortable::Duration(period.length.longest_seconds())),
        Value::Percentage(number) | Value::Number(number) => Some(Sortable::Decimal(*number)),
        Value::Date(day) => Some(Sortable::Date(*day)),
        _ => None,
    }
}
