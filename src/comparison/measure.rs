//! Which of two positions on a row is better, as far as that is certain.

use std::cmp::Ordering;

use super::difference::Position;
use crate::{
    catalogue::{
        claim::{Assertion, Claim},
        date::Date,
        row::{Better, Row},
        value::{Limit, Period, Value},
    },
    requirement::verdict::Verdict,
};

/// What is better on a row. Its answers are orders of goodness: greater is better; `None` is not to be told.
#[derive(Clone, Copy)]
pub struct Measure<'a> {
    pub better: Better,
    pub row: &'a Row,
    /// What has run out on this day decides nothing.
    pub as_of: Date,
}

impl Measure<'_> {
    /// How one position compares with another.
    pub fn positions(self, a: &Position, b: &Position) -> Option<Ordering> {
        match (a, b) {
            (Position::Claims(a), Position::Claims(b)) => self.claims(a, b),
            (Position::Derived(a), Position::Derived(b)) if ![*a, *b].contains(&Verdict::Unknown) => {
                self.directed(a.cmp(b))
            }
            _ => None,
        }
    }

    /// Part by part of the service: better where no part is worse. Parts of which one side does not speak leave it
    /// open, and so does a side that contradicts itself.
    fn claims(self, a: &[&Claim], b: &[&Claim]) -> Option<Ordering> {
        let speaks_of = |side: &[&Claim], claim: &Claim| side.iter().any(|other| same_part(other, claim));
        let disagrees = |side: &[&Claim]| {
            side.iter().any(|c| side.iter().any(|d| same_part(c, d) && c.assertion != d.assertion))
        };
        let is_open = a.iter().any(|claim| !speaks_of(b, claim))
            || b.iter().any(|claim| !speaks_of(a, claim))
            || a.iter().chain(b).any(|claim| claim.expired_on(self.as_of))
            || disagrees(a)
            || disagrees(b);
        if is_open {
            return None;
        }
        let pairs = a.iter().flat_map(|a| b.iter().map(move |b| (a, b))).filter(|(a, b)| same_part(a, b));
        agreed(pairs.map(|(a, b)| self.assertions(&a.assertion, &b.assertion)))
    }

    fn assertions(self, a: &Assertion, b: &Assertion) -> Option<Ordering> {
        match (a, b) {
            (Assertion::Unclear(readings), other) => {
                let certain = readings.len() > 1;
                let each =
                    readings.iter().map(|r| self.assertions(&Assertion::Stated(r.value.clone()), other));
                // All readings must be better, not some better and some equal.
                certain.then(|| unanimous(each)).flatten()
            }
            (_, Assertion::Unclear(_)) => self.assertions(b, a).map(Ordering::reverse),
            _ if matches!(self.better, Better::Yes | Better::No) => self.answers(a, b),
            (Assertion::No, Assertion::No) => Some(Ordering::Equal),
            (Assertion::No, _) => self.denial(b.value()?),
            (_, Assertion::No) => self.denial(a.value()?).map(Ordering::reverse),
            (Assertion::Optional(_), _) | (_, Assertion::Optional(_)) if a.state() != b.state() => None,
            _ => self.values(a.value()?, b.value()?),
        }
    }

    /// No, optional, yes, in this order. Kinds of yes are not better than each other.
    fn answers(self, a: &Assertion, b: &Assertion) -> Option<Ordering> {
        let level = |assertion: &Assertion| match assertion {
            Assertion::No => 0,
            Assertion::Optional(_) => 1,
            _ => 2,
        };
        match level(a).cmp(&level(b)) {
            Ordering::Equal => (a.value() == b.value()).then_some(Ordering::Equal),
            order => self.directed(order),
        }
    }

    /// How "there is none" compares with a value. What is not kept is kept for the shortest time; of other times and
    /// of percentages, none is promised, which is worse than any promise.
    fn denial(self, value: &Value) -> Option<Ordering> {
        match value {
            Value::Duration(_) if self.row.tells_how_long_kept() => self.directed(Ordering::Less),
            Value::Duration(_) => Some(Ordering::Less),
            Value::Percentage(_) if self.better == Better::Higher => Some(Ordering::Less),
            _ => None,
        }
    }

    fn values(self, a: &Value, b: &Value) -> Option<Ordering> {
        let order = match (a, b) {
            (Value::Duration(a), Value::Duration(b)) if self.is_one_measure(a, b) => periods(a, b)?,
            (Value::Percentage(a), Value::Percentage(b)) | (Value::Number(a), Value::Number(b)) => a.cmp(b),
            (Value::Date(a), Value::Date(b)) => a.cmp(b),
            _ => return None,
        };
        self.directed(order)
    }

    /// Whether two times run on the same clock, from the same event, and count the same. A row of keeping says by itself
    /// what is kept.
    fn is_one_measure(self, a: &Period, b: &Period) -> bool {
        let event = |period: &Period| period.from.as_deref().unwrap_or_default().to_ascii_lowercase();
        let counts_same = a.counts.eq_ignore_ascii_case(&b.counts) || self.row.tells_how_long_kept();
        a.clock == b.clock && event(a) == event(b) && counts_same
    }

    /// From an order of size to one of goodness.
    fn directed(self, order: Ordering) -> Option<Ordering> {
        Some(match self.better {
            Better::Higher | Better::Yes => order,
            Better::Lower | Better::No => order.reverse(),
        })
    }
}

/// Whether two claims are about the same part of the service and the same party's property.
fn same_part(a: &Claim, b: &Claim) -> bool {
    let scope = |claim: &Claim| claim.scope.as_deref().unwrap_or_default().to_ascii_lowercase();
    a.holder.is_some() == b.holder.is_some() && scope(a) == scope(b)
}

/// Which of two times is longer. Bounds on the same side compare as bounds; else only what is certain counts.
fn periods(a: &Period, b: &Period) -> Option<Ordering> {
    let order = a.length.compare(b.length)?;
    let (shorter, longer) = if order.is_lt() { (a, b) } else { (b, a) };
    let is_certain = order.is_ne() && shorter.limit != Limit::AtLeast && longer.limit != Limit::AtMost;
    (a.limit == b.limit || is_certain).then_some(order)
}

/// The order on which all agree, equal ones aside.
fn agreed(orders: impl Iterator<Item = Option<Ordering>>) -> Option<Ordering> {
    let mut joint = Ordering::Equal;
    for order in orders {
        match (joint, order?) {
            (_, Ordering::Equal) => {}
            (Ordering::Equal, order) => joint = order,
            (known, order) if known == order => {}
            _ => return None,
        }
    }
    Some(joint)
}

/// The order that each of them is.
fn unanimous(mut orders: impl Iterator<Item = Option<Ordering>>) -> Option<Ordering> {
    let first = orders.next()??;
    orders.all(|order| order == Some(first)).then_some(first)
}
