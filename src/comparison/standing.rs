//! How a vendor stands against another one on a row: better, worse, different, the same, or none of it can be told.
//!
//! Better is only what is certainly so: where the row has a direction, and both speak of the same part of the service,
//! of the same party's property and of the same measure. Nothing is added up.

use std::cmp::Ordering;

use super::{difference::position, direction::Direction, matrix::Cell, measure::Measure};
use crate::{
    catalogue::{date::Date, provider::Provider, row::Row},
    language::say,
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
        say(match self {
            Standing::Better => "Better",
            Standing::Worse => "Worse",
            Standing::Different => "Different",
            Standing::Same => "Same",
            Standing::CannotCompare => "Cannot compare",
        })
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        catalogue::{
            claim::{Assertion, Claim, Reading},
            decimal::Decimal,
            duration::Clock,
            id::{ProviderId, RowId, TermId},
            provider::Kind,
            row::{self, Better},
            value::{Limit, Period, Value},
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
            own: false,
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
        let from = |event: &str| {
            let Some(Value::Duration(period)) = answered.assertion.value().cloned() else { unreachable!() };
            stated(Value::Duration(Period { from: Some(event.to_owned()), ..period }))
        };
        let answered_from = standing(
            "ret-backup",
            Some(Better::Lower),
            &[from("last use")],
            std::slice::from_ref(&corrected),
        );
        assert_eq!(answered_from, "different", "the time runs from another event");
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
