//! Requirements on single values: durations, percentages, numbers, dates, yes or no, one provider.

use super::{
    Judge,
    combine::{Across, agree, combine},
};
use crate::{
    catalogue::{
        claim::{Assertion, Claim},
        duration::{Clock, Duration},
        row::Row,
        value::{Limit, Period, Value},
    },
    requirement::{
        Answer, Bound, Test,
        ground::{Fact, Finding, Ground},
        verdict::Verdict,
    },
};

impl<'a> Judge<'a> {
    /// A requirement on a row of single values.
    pub(super) fn scalar(self, row: &'a Row) -> Finding {
        let claims = self.informing(row);
        if claims.is_empty() {
            return Finding { verdict: Verdict::Unknown, grounds: self.uninformed(row) };
        }
        let judged: Vec<(&Claim, Ground)> = claims
            .into_iter()
            .map(|(index, claim)| {
                let (verdict, fact) = self.claimed_value(row, claim);
                (claim, self.ground(verdict, row, &[index], fact))
            })
            .collect();
        let verdict = combine(Across::Every, judged.iter().map(|(claim, ground)| (*claim, ground.verdict)));
        let grounds = judged.into_iter().map(|(_, ground)| ground);
        Finding { verdict, grounds: grounds.chain(self.pointers_beside(row, verdict)).collect() }
    }

    fn claimed_value(self, row: &Row, claim: &Claim) -> (Verdict, Fact) {
        let test = &self.requirement.test;
        if let Some(on) = self.ran_out(claim) {
            return (Verdict::Unknown, Fact::Expired { on, item: None });
        }
        match &claim.assertion {
            Assertion::Stated(value) | Assertion::Inherited(value) => compared(value, test),
            Assertion::Optional(value) => {
                let verdict = if self.requirement.by_default { Verdict::No } else { compared(value, test).0 };
                (verdict, Fact::OnlyOptional { value: value.clone() })
            }
            Assertion::No => (denied(row, test), Fact::Denied),
            Assertion::Unclear(readings) => {
                let verdict = agree(readings.iter().map(|r| compared(&r.value, test).0));
                (verdict, Fact::Conflict { readings: readings.iter().map(|r| r.value.clone()).collect() })
            }
            _ => (Verdict::Unknown, Fact::NotStated),
        }
    }
}

fn compared(value: &Value, test: &Test) -> (Verdict, Fact) {
    let fact = || Fact::Compared { value: value.clone() };
    let verdict = match (value, test) {
        (Value::Duration(period), Test::AtMost(Bound::Duration(bound))) => at_most(period, *bound),
        (Value::Duration(period), Test::AtLeast(Bound::Duration(bound))) => at_least(period, *bound),
        (Value::Percentage(n), Test::AtMost(Bound::Percentage(bound)))
        | (Value::Number(n), Test::AtMost(Bound::Number(bound))) => Some(Verdict::from(n <= bound)),
        (Value::Percentage(n), Test::AtLeast(Bound::Percentage(bound)))
        | (Value::Number(n), Test::AtLeast(Bound::Number(bound))) => Some(Verdict::from(n >= bound)),
        (Value::Date(date), Test::AtMost(Bound::Date(bound))) => Some(Verdict::from(date <= bound)),
        (Value::Date(date), Test::AtLeast(Bound::Date(bound))) => Some(Verdict::from(date >= bound)),
        (Value::Provider(id), Test::Is(Answer::Provider(asked))) => Some(Verdict::from(id == asked)),
        (Value::Yes(None), Test::Is(Answer::Yes)) => Some(Verdict::Yes),
        (Value::Yes(_), Test::Is(Answer::No)) => Some(Verdict::No),
        // A row that tells kinds of yes apart (deleted, anonymised) is not answered by "yes" alone: whether this
        // kind is enough is the reader's to say. Which kind it is, is certain.
        (Value::Yes(Some(_)), Test::Is(Answer::Yes)) => None,
        (Value::Yes(kind), Test::Is(Answer::Term(asked))) => {
            kind.as_ref().map(|kind| Verdict::from(kind == asked))
        }
        _ => None,
    };
    match verdict {
        Some(verdict) => (verdict, fact()),
        None => (Verdict::Unknown, Fact::Incomparable { value: value.clone() }),
    }
}

/// A lower limit leaves the upper end open, so it can only rule out.
fn at_most(period: &Period, bound: Duration) -> Option<Verdict> {
    if period.clock == Clock::Business {
        return None;
    }
    match (period.length.at_most(bound)?, period.limit) {
        (true, Limit::AtLeast) => None,
        (fits, _) => Some(Verdict::from(fits)),
    }
}

/// An upper limit leaves the lower end open, so it can only rule out.
fn at_least(period: &Period, bound: Duration) -> Option<Verdict> {
    if period.clock == Clock::Business {
        return None;
    }
    match (period.length.at_least(bound)?, period.limit) {
        (true, Limit::AtMost) => None,
        (fits, _) => Some(Verdict::from(fits)),
    }
}

/// What "the document says no" answers. What is not kept at all is kept for at most any time; a time that is not
/// promised is no promise of a short one.
fn denied(row: &Row, test: &Test) -> Verdict {
    match test {
        Test::Is(Answer::No) => Verdict::Yes,
        Test::AtMost(_) => Verdict::from(row.tells_how_long_kept()),
        _ => Verdict::No,
    }
}
