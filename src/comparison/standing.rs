//! How a vendor stands against another one on a row: better, worse, different, the same, or none of it can be told.
//!
//! Better is only what is certainly so: where the row has a direction, and both speak of the same part of the service,
//! of the same party's property and of the same measure. Nothing is added up.

use std::cmp::Ordering;

use super::{
    difference::{Position, position},
    direction::Direction,
    matrix::Cell,
};
use crate::{
    catalogue::{
        claim::{Assertion, Claim},
        date::Date,
        provider::Provider,
        row::{Better, Row},
        value::{Limit, Period, Value},
    },
    requirement::verdict::Verdict,
};

/// How one vendor stands against another on a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    Better,
    Worse,
    /// They say different things, and neither is certainly better.
    Different,
    Same,
    /// One of them is silent, or what they say could be the same or not.
    CannotCompare,
}

impl Standing {
    pub fn id(self) -> &'static str {
        match self {
            Standing::Better => "better",
            Standing::Worse => "worse",
            Standing::Different => "different",
            Standing::Same => "same",
            Standing::CannotCompare => "cannot-compare",
        }
    }

    pub fn in_words(self) -> &'static str {
        match self {
            Standing::Better => "Better",
            Standing::Worse => "Worse",
            Standing::Different => "Different",
            Standing::Same => "Same",
            Standing::CannotCompare => "Cannot compare",
        }
    }

    /// How `this` vendor's cell stands against the `reference` vendor's. What has run out on the day decides nothing.
    pub fn of(
        this: (&Cell, &Provider),
        reference: (&Cell, &Provider),
        row: &Row,
        direction: Option<Direction>,
        as_of: Date,
    ) -> Self {
        let (this, reference) = (position(this.0, this.1), position(reference.0, reference.1));
        let measure = direction.map(|Direction { better, .. }| Measure { better, row, as_of });
        match measure.and_then(|measure| measure.positions(&this, &reference)) {
            Some(Ordering::Greater) => return Standing::Better,
            Some(Ordering::Less) => return Standing::Worse,
            _ => {}
        }
        match this.same_as(&reference) {
            Verdict::Yes => Standing::Same,
            Verdict::No => Standing::Different,
            Verdict::Unknown => Standing::CannotCompare,
        }
    }
}

/// What is better on a row. Its answers are orders of goodness: greater is better; `None` is not to be told.
#[derive(Clone, Copy)]
struct Measure<'a> {
    better: Better,
    row: &'a Row,
    as_of: Date,
}

impl Measure<'_> {
    fn positions(self, a: &Position, b: &Position) -> Option<Ordering> {
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

    /// A row of keeping says by itself what is kept; of other times, each says what it counts.
    fn is_one_measure(self, a: &Period, b: &Period) -> bool {
        let counts_same = a.counts.eq_ignore_ascii_case(&b.counts) || self.row.tells_how_long_kept();
        a.clock == b.clock && counts_same
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        catalogue::{
            claim::Reading,
            decimal::Decimal,
            duration::Clock,
            id::{ProviderId, RowId, TermId},
            provider::Kind,
            row,
        },
        comparison::row_of,
    };

    fn claim(assertion: Assertion) -> Claim {
        Claim {
            row: RowId::new("row"),
            assertion,
            holder: None,
            scope: None,
            as_of: None,
            expires: None,
            evidence: Vec::new(),
            note: None,
        }
    }

    fn stated(value: Value) -> Claim {
        claim(Assertion::Stated(value))
    }

    fn time(length: &str, limit: Limit) -> Claim {
        let length = length.parse().unwrap_or_else(|_| panic!("{length} is no duration"));
        let counts = "until answered".to_owned();
        stated(Value::Duration(Period { length, limit, clock: Clock::Calendar, counts, from: None }))
    }

    fn percent(number: f64) -> Value {
        Value::Percentage(Decimal::from_f64(number).unwrap_or_else(|| panic!("{number} is no percentage")))
    }

    fn scoped(scope: &str, claim: Claim) -> Claim {
        Claim { scope: Some(scope.to_owned()), ..claim }
    }

    /// How some claims stand against others, on a row of the catalogue.
    fn standing(row: &str, better: Option<Better>, this: &[Claim], reference: &[Claim]) -> &'static str {
        // The values carry their own types; that of the row does not matter but for rows of keeping.
        let row = row_of(row, row::Kind::Duration);
        let vendor = |claims: &[Claim]| Provider {
            id: ProviderId::new("vendor"),
            name: "Vendor".to_owned(),
            kind: Kind::Vendor,
            summary: None,
            covers: Vec::new(),
            claims: claims.to_vec(),
        };
        let cell = |claims: &[Claim]| Cell { read: true, claims: (0..claims.len()).collect(), derived: None };
        let direction = better.map(|better| Direction { better, is_required: false });
        let as_of = "2026-11-22".parse().unwrap_or_else(|()| panic!("no day"));
        let (this, reference) = ((cell(this), vendor(this)), (cell(reference), vendor(reference)));
        Standing::of((&this.0, &this.1), (&reference.0, &reference.1), &row, direction, as_of).id()
    }

    #[test]
    fn times_compare_as_far_as_they_bind() {
        use Limit::{AtLeast, AtMost, Fixed};
        let of = |a: Claim, b: Claim| standing("rto-rpo", Some(Better::Lower), &[a], &[b]);
        assert_eq!(of(time("PT1H", AtMost), time("PT4H", AtMost)), "better");
        assert_eq!(of(time("PT1H", AtMost), time("PT4H", Fixed)), "better");
        assert_eq!(of(time("PT1H", Fixed), time("PT4H", AtMost)), "different", "it may be less than an hour");
        assert_eq!(of(time("P31D", Fixed), time("P30D", Fixed)), "worse");
        assert_eq!(of(time("P1M", Fixed), time("P30D", Fixed)), "cannot-compare", "a month may have 30 days");
        assert_eq!(of(time("PT4H", AtLeast), time("PT1H", Fixed)), "worse");
        assert_eq!(of(claim(Assertion::No), time("PT4H", Fixed)), "worse", "none is promised");
    }

    #[test]
    fn different_measures_do_not_compare() {
        let Value::Duration(period) = time("PT4H", Limit::Fixed).assertion.value().cloned().unwrap() else {
            unreachable!()
        };
        let corrected = stated(Value::Duration(Period { counts: "until corrected".to_owned(), ..period }));
        let answered = time("PT1H", Limit::Fixed);
        let of = |row| {
            standing(
                row,
                Some(Better::Lower),
                std::slice::from_ref(&answered),
                std::slice::from_ref(&corrected),
            )
        };
        assert_eq!(of("fix-blocking"), "different");
        assert_eq!(of("ret-backup"), "better", "the row says what is kept");
    }

    #[test]
    fn what_is_not_kept_is_kept_for_the_shortest_time() {
        let of = |better| {
            standing("ret-logs", Some(better), &[claim(Assertion::No)], &[time("P1D", Limit::Fixed)])
        };
        assert_eq!((of(Better::Lower), of(Better::Higher)), ("better", "worse"));
    }

    #[test]
    fn answers_compare_as_no_optional_yes() {
        let yes = || Value::Yes(None);
        let kind = |id: &str| stated(Value::Yes(Some(TermId::new(id))));
        let of = |a: Claim, b: Claim| standing("dsr-erase", Some(Better::Yes), &[a], &[b]);
        assert_eq!(of(stated(yes()), claim(Assertion::No)), "better");
        assert_eq!(of(claim(Assertion::Optional(yes())), stated(yes())), "worse");
        assert_eq!(of(kind("delete"), kind("anonymise")), "different");
        assert_eq!(of(kind("delete"), claim(Assertion::No)), "better");
        assert_eq!(of(stated(yes()), stated(yes())), "same");
    }

    #[test]
    fn parts_are_compared_with_their_like() {
        let of = |a: &[Claim], b: &[Claim]| standing("sla", Some(Better::Higher), a, b);
        let part = |scope: &str, number: f64| scoped(scope, stated(percent(number)));
        assert_eq!(of(&[part("a", 99.9), part("b", 99.5)], &[part("b", 99.5), part("A", 99.0)]), "better");
        assert_eq!(of(&[part("a", 99.9), part("b", 99.0)], &[part("a", 99.0), part("b", 99.9)]), "different");
        assert_eq!(of(&[part("a", 99.9)], &[part("b", 99.0)]), "different");
        let hosts =
            Claim { holder: Some(ProviderId::new("host")), ..claim(Assertion::Inherited(percent(99.99))) };
        assert_eq!(of(&[hosts], &[stated(percent(99.0))]), "different", "the host's is not the vendor's");
        let optional = claim(Assertion::Optional(percent(99.9)));
        assert_eq!(of(&[optional], &[stated(percent(99.0))]), "different");
        assert_eq!(
            of(&[stated(percent(99.9)), stated(percent(98.0))], &[stated(percent(97.0))]),
            "different"
        );
    }

    #[test]
    fn silence_and_what_is_not_firm_cannot_be_compared() {
        let of = |a: &[Claim], b: &[Claim]| standing("sla", Some(Better::Higher), a, b);
        let firm = [stated(percent(99.0))];
        assert_eq!(of(&[], &firm), "cannot-compare");
        assert_eq!(of(&[claim(Assertion::Picture)], &firm), "cannot-compare");
        assert_eq!(of(&[], &[]), "cannot-compare");
        let reading = |number| Reading { value: percent(number), evidence: Vec::new() };
        let unclear =
            |numbers: &[f64]| claim(Assertion::Unclear(numbers.iter().copied().map(reading).collect()));
        assert_eq!(of(&[unclear(&[99.9, 99.5])], &firm), "better", "by every reading");
        assert_eq!(of(&[unclear(&[99.0, 99.5])], &firm), "cannot-compare");
        assert_ne!(of(&[unclear(&[99.9])], &firm), "better", "a hedge");
    }
}
