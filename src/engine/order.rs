//! The order of results: by name, by what is claimed on a row, by how much is stated. What is not stated comes last in
//! both directions; vendors that are equal stand by their ids.

use std::cmp::{Ordering, Reverse};

use super::{Engine, bits::Bits, class::Class};
use crate::catalogue::{
    claim::{Assertion, Claim},
    date::Date,
    decimal::Decimal,
    id::RowId,
    value::Value,
};

/// By what results are sorted.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum By {
    Name,
    /// A row of durations, percentages, numbers or dates.
    Row(RowId),
    /// How many rows say something.
    Coverage,
}

/// Results in an order.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Order {
    pub by: By,
    pub descending: bool,
}

/// All vendors in an order, and the place of each in it.
pub struct Ranking {
    order: Vec<u32>,
    rank: Vec<u32>,
}

/// Fewer than this many words of the set for each vendor in it: it is quicker to sort those than to walk through all.
const SPARSE: usize = 64;

impl Ranking {
    pub fn new(engine: &Engine, by: &Order) -> Self {
        let keys = keys(engine, &by.by);
        let mut order: Vec<u32> = (0..engine.vendors as u32).collect();
        let id = |vendor: u32| &engine.ids[vendor as usize];
        order.sort_unstable_by(|a, b| {
            let (x, y) = (keys[*a as usize], keys[*b as usize]);
            let stated = match (x, y) {
                (None, None) => Ordering::Equal,
                (None, _) => Ordering::Greater,
                (_, None) => Ordering::Less,
                (Some((party, x)), Some((other, y))) => {
                    party.cmp(&other).then(if by.descending { y.cmp(&x) } else { x.cmp(&y) })
                }
            };
            stated.then_with(|| id(*a).cmp(id(*b)))
        });
        let mut rank = vec![0; order.len()];
        order.iter().enumerate().for_each(|(place, vendor)| rank[*vendor as usize] = place as u32);
        Self { order, rank }
    }

    /// A page of a set of vendors.
    pub fn page(&self, within: &Bits, offset: usize, limit: usize) -> Vec<usize> {
        let count = within.count();
        let vendors =
            |places: &[u32]| places.iter().map(|place| self.order[*place as usize] as usize).collect();
        if count * count < self.order.len() * SPARSE {
            let mut places: Vec<u32> = within.iter().map(|vendor| self.rank[vendor]).collect();
            places.sort_unstable();
            return vendors(&places[offset.min(count)..(offset + limit).min(count)]);
        }
        let inside =
            self.order.iter().map(|vendor| *vendor as usize).filter(|vendor| within.contains(*vendor));
        inside.skip(offset).take(limit).collect()
    }
}

/// Whose value it is, the vendor's own first; and the place of the value among all, in ascending order.
type Key = Option<(u8, u32)>;

fn keys(engine: &Engine, by: &By) -> Vec<Key> {
    match by {
        By::Name => {
            let mut sorted: Vec<&str> = engine.names.iter().map(|name| &**name).collect();
            sorted.sort_unstable();
            let place = |name: &str| sorted.partition_point(|other| *other < name) as u32;
            engine.names.iter().map(|name| Some((0, place(name)))).collect()
        }
        By::Coverage => (0..engine.vendors).map(|vendor| Some((0, coverage(engine, vendor)))).collect(),
        By::Row(id) => {
            let Some(column) = engine.columns.iter().find(|column| column.row == *id) else {
                return vec![None; engine.vendors];
            };
            let of_classes = class_keys(&column.classes);
            (0..engine.vendors).map(|vendor| of_classes[column.class_of(vendor) as usize]).collect()
        }
    }
}

fn coverage(engine: &Engine, vendor: usize) -> u32 {
    let speaks = engine.columns.iter().filter(|column| {
        column.classes[column.class_of(vendor) as usize].claims.iter().any(|claim| claim.assertion.informs())
    });
    speaks.count() as u32
}

/// A value that can be sorted. All values of a row are of one variant.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Sortable {
    /// Seconds, a month counted as the longest it can be.
    Duration(u64),
    Decimal(Decimal),
    Date(Date),
}

fn class_keys(classes: &[Class]) -> Vec<Key> {
    let values: Vec<Option<(u8, Option<Sortable>)>> =
        classes.iter().map(|class| best(&class.claims)).collect();
    let mut sorted: Vec<&Sortable> =
        values.iter().flatten().filter_map(|(_, value)| value.as_ref()).collect();
    sorted.sort_unstable();
    sorted.dedup();
    let place = |value: &Option<Sortable>| match value {
        Some(value) => sorted.partition_point(|other| *other < value) as u32,
        None => 0,
    };
    values.iter().map(|value| value.as_ref().map(|(party, value)| (*party, place(value)))).collect()
}

/// The value by which a class is sorted: the vendor's own before another party's, firm before optional; what is denied
/// has no value and comes after.
fn best(claims: &[Claim]) -> Option<(u8, Option<Sortable>)> {
    let candidates = claims.iter().filter_map(|claim| {
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
