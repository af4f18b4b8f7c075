//! Requirements on places: one role, or every role in use.

use super::{
    Indexed, Judge,
    combine::{Across, agree, combine},
};
use crate::{
    catalogue::{
        claim::{Assertion, Claim, Reading},
        id::GroupId,
        place::{Area, PlaceSet},
        row::{Derived, Role, Row},
        value::{Places, Value},
    },
    requirement::{
        PlaceTerm, Terms, Test,
        ground::{Fact, Finding, Ground, Split},
        verdict::Verdict,
    },
};

/// The EU as the group that the statement "all data is inside the EU" names.
const EU: &str = "EU";

/// The fact of an unclear claim that was not compared with anything.
pub fn unclear(readings: &[Reading], row: &Row) -> Fact {
    let role = row.role.unwrap_or(Role::Primary);
    match readings {
        [Reading { value: Value::Places(Places::Unnamed), .. }] => Fact::Unnamed { role },
        [Reading { value: Value::Places(Places::OneOf(set)), .. }] => {
            Fact::OneOf { role, asked: None, split: Split { inside: *set, ..Split::default() } }
        }
        _ => Fact::Conflict { readings: readings.iter().map(|r| r.value.clone()).collect() },
    }
}

/// A test of places against one area: lies everything in it, or something.
#[derive(Clone, Copy)]
struct Probe<'a> {
    wanted: &'a Area,
    across: Across,
    /// The one of several terms that the area stands for.
    asked: Option<&'a PlaceTerm>,
}

impl Probe<'_> {
    fn verdict(self, places: &Places) -> Verdict {
        match places {
            Places::Unnamed => Verdict::Unknown,
            Places::OneOf(set) if set.is_subset(&self.wanted.certain) => Verdict::Yes,
            Places::OneOf(set) if set.is_disjoint(&self.wanted.possible()) => Verdict::No,
            Places::OneOf(_) => Verdict::Unknown,
            Places::All { places, open } => {
                let Split { inside, conditional, outside } = self.split(places);
                // More places may be there: that can break "everything", and can make "something" true.
                let unsure = *open || !conditional.is_empty();
                match self.across {
                    Across::Every if !outside.is_empty() => Verdict::No,
                    Across::Some if !inside.is_empty() => Verdict::Yes,
                    _ if unsure => Verdict::Unknown,
                    across => Verdict::from(across == Across::Every),
                }
            }
        }
    }

    fn fact(self, places: &Places, role: Role) -> Fact {
        let asked = self.asked.cloned();
        match places {
            Places::Unnamed => Fact::Unnamed { role },
            Places::OneOf(set) => Fact::OneOf { role, asked, split: self.split(set) },
            Places::All { places, open } => {
                Fact::Places { role, asked, split: self.split(places), open: *open }
            }
        }
    }

    fn split(self, set: &PlaceSet) -> Split {
        Split {
            inside: set.intersection(&self.wanted.certain),
            conditional: set.intersection(&self.wanted.conditional),
            outside: set.difference(&self.wanted.possible()),
        }
    }
}

impl<'a> Judge<'a> {
    /// A requirement on one row of places.
    pub(super) fn places_of(self, row: &'a Row) -> Finding {
        self.probe_all(
            |judge, probe| {
                if judge.in_use(row) { judge.role(row, probe) } else { judge.uninformed(row) }
            },
        )
    }

    /// A requirement on every place in every role that is in use.
    pub(super) fn region(self) -> Finding {
        let rows = || self.context.catalogue.rows().filter(|row| row.role.is_some());
        if self.requirement.test == Test::IsStated {
            let grounds: Vec<Ground> =
                rows().filter(|row| self.in_use(row)).flat_map(|row| self.is_stated(row).grounds).collect();
            let verdict = Verdict::all(grounds.iter().map(|g| g.verdict));
            return Finding { verdict, grounds };
        }
        let mut finding = self.probe_all(|judge, probe| {
            rows().filter(|row| judge.in_use(row)).flat_map(|row| judge.role(row, probe)).collect()
        });
        let missing: Vec<&Row> = rows().filter(|row| !self.in_use(row)).collect();
        if let Some(first) = missing.first() {
            let roles = missing.iter().filter_map(|row| row.role).collect();
            let fact = Fact::NotCounted { roles };
            let ground = self.ground(finding.verdict, first, &[], fact);
            finding.grounds.push(ground);
        }
        finding
    }

    /// Runs the test of the requirement; each probe's grounds make one answer.
    fn probe_all(self, grounds_of: impl Fn(Self, Probe) -> Vec<Ground>) -> Finding {
        let day = self.context.as_of;
        let area = |term: &PlaceTerm| term.area(self.context.catalogue, day);
        let union =
            |terms: &[PlaceTerm]| terms.iter().map(area).fold(Area::default(), |all, one| all.union(&one));
        let (areas, across): (Vec<(Area, Option<&PlaceTerm>)>, _) = match &self.requirement.test {
            Test::In(terms) => (vec![(union(terms), None)], Across::Every),
            // "At least one of these" is one question about all of them together.
            Test::HasAny(Terms::Places(terms)) => (vec![(union(terms), None)], Across::Some),
            Test::Has(Terms::Places(terms)) => {
                (terms.iter().map(|term| (area(term), Some(term))).collect(), Across::Some)
            }
            _ => {
                return Finding { verdict: Verdict::Unknown, grounds: Vec::new() };
            }
        };
        let mut verdict = Verdict::Yes;
        let mut all: Vec<Ground> = Vec::new();
        for (wanted, asked) in &areas {
            let grounds = grounds_of(self, Probe { wanted, across, asked: *asked });
            verdict = verdict.and(self.joint(across, &grounds));
            all.extend(grounds);
        }
        Finding { verdict, grounds: all }
    }

    /// The grounds come one for each claim, or one for a role about which nothing is claimed.
    fn joint(self, across: Across, grounds: &[Ground]) -> Verdict {
        let claimed = |g: &Ground| g.claims.first().and_then(|i| self.provider.claims.get(*i));
        // Only claims on the row of places itself are readings of it; others vouch for it from outside.
        let on_row = |g: &Ground| claimed(g).filter(|claim| claim.row == g.row);
        let with_claim = grounds.iter().filter_map(|g| on_row(g).map(|claim| (claim, g.verdict)));
        let mut without = grounds.iter().filter(|g| on_row(g).is_none()).map(|g| g.verdict).peekable();
        let claims = combine(across, with_claim.clone());
        match (across, with_claim.count(), without.peek()) {
            (_, 0, None) => Verdict::Unknown,
            (Across::Every, ..) => without.fold(claims, Verdict::and),
            (Across::Some, ..) => without.fold(claims, Verdict::or),
        }
    }

    /// One ground for each informing claim on a role in use; without any, what else is known of it.
    fn role(self, row: &'a Row, probe: Probe) -> Vec<Ground> {
        let claims = self.informing(row);
        if claims.is_empty() {
            return self.silent_role(row, probe);
        }
        let ground = |(index, claim): Indexed| {
            let (verdict, fact) = self.claimed_places(row, claim, probe);
            self.ground(verdict, row, &[index], fact)
        };
        claims.into_iter().map(ground).collect()
    }

    fn claimed_places(self, row: &'a Row, claim: &Claim, probe: Probe) -> (Verdict, Fact) {
        let role = row.role.unwrap_or(Role::Primary);
        if let Some(on) = self.ran_out(claim) {
            return (Verdict::Unknown, Fact::Expired { on, item: None });
        }
        match &claim.assertion {
            Assertion::Stated(Value::Places(places)) | Assertion::Inherited(Value::Places(places)) => {
                (probe.verdict(places), probe.fact(places, role))
            }
            Assertion::Optional(value @ Value::Places(places)) => {
                let verdict = if self.requirement.by_default { Verdict::No } else { probe.verdict(places) };
                (verdict, Fact::OnlyOptional { value: value.clone() })
            }
            // There is no such place, so nothing lies outside, and nothing inside.
            Assertion::No => (Verdict::from(probe.across == Across::Every), Fact::Denied),
            Assertion::Unclear(readings) => self.unclear_places(row, readings, probe),
            _ => (Verdict::Unknown, Fact::NotStated),
        }
    }

    fn unclear_places(self, row: &'a Row, readings: &[Reading], probe: Probe) -> (Verdict, Fact) {
        let role = row.role.unwrap_or(Role::Primary);
        match readings {
            [Reading { value: Value::Places(Places::Unnamed), .. }] => {
                match self.said_inside_eu(row, probe) {
                    Some(verdict) => (verdict, Fact::SaidInsideEu { role }),
                    None => (Verdict::Unknown, Fact::Unnamed { role }),
                }
            }
            [Reading { value: Value::Places(places @ Places::OneOf(_)), .. }] => {
                (probe.verdict(places), probe.fact(places, role))
            }
            _ => {
                let verdict = agree(readings.iter().map(|r| match &r.value {
                    Value::Places(places) => probe.verdict(places),
                    _ => Verdict::Unknown,
                }));
                (verdict, Fact::Conflict { readings: readings.iter().map(|r| r.value.clone()).collect() })
            }
        }
    }

    /// A role about which no claim informs, though it is in use (the main place always is).
    fn silent_role(self, row: &'a Row, probe: Probe) -> Vec<Ground> {
        if let (Some(role), Some(verdict)) = (row.role, self.said_inside_eu(row, probe)) {
            let claims: Vec<usize> = self.eu_statements().map(|(index, _)| index).collect();
            return vec![self.ground(verdict, row, &claims, Fact::SaidInsideEu { role })];
        }
        // The host's place, a pointer or a picture say more than that there is such a place.
        if self.claims(row).any(|(_, claim)| says_there_is_one(claim)) {
            return self.uninformed(row);
        }
        let users: Vec<usize> = self.evidence_of_use(row).collect();
        match row.role {
            Some(role) if !users.is_empty() => {
                vec![self.ground(Verdict::Unknown, row, &users, Fact::Unnamed { role })]
            }
            _ => self.uninformed(row),
        }
    }

    /// Whether the role of this row exists: the main place always does, another where some claim says so, whoever it
    /// belongs to.
    fn in_use(self, row: &'a Row) -> bool {
        row.role == Some(Role::Primary)
            || !self.informing(row).is_empty()
            || self.claims(row).any(|(_, claim)| says_there_is_one(claim))
            || self.evidence_of_use(row).next().is_some()
    }

    fn evidence_of_use(self, row: &'a Row) -> impl Iterator<Item = usize> {
        let affirms = |claim: &Claim| {
            claim.assertion.value().is_some() || matches!(claim.assertion, Assertion::Unclear(_))
        };
        let claims = self.provider.claims.iter().enumerate();
        claims.filter(move |(_, c)| row.exists_if.contains(&c.row) && affirms(c)).map(|(index, _)| index)
    }

    /// What the statement that all data is inside the EU, where there is one, says about a place that is not named.
    /// It does not outweigh what is cited of another party's place.
    fn said_inside_eu(self, row: &'a Row, probe: Probe) -> Option<Verdict> {
        let cited = |(_, claim): Indexed| says_there_is_one(claim) && !self.counts(row, claim);
        if row.role.is_none() || self.claims(row).any(cited) {
            return None;
        }
        self.eu_statements().next()?;
        let eu = self.context.catalogue.area(&GroupId::new(EU), self.context.as_of);
        Some(probe.verdict(&Places::OneOf(eu.possible())))
    }

    fn eu_statements(self) -> impl Iterator<Item = Indexed<'a>> {
        let rows = self.context.catalogue.rows().filter(|r| r.derived == Some(Derived::InsideEea));
        // A statement about a part vouches for that part only, and one that is denied elsewhere for nothing.
        let whole = move |row: &'a Row| {
            let claims = self.informing(row);
            let denied = claims.iter().any(|(_, claim)| !is_yes(claim));
            claims
                .into_iter()
                .filter(move |(_, claim)| !denied && claim.scope.is_none() && self.ran_out(claim).is_none())
        };
        rows.flat_map(whole)
    }
}

fn is_yes(claim: &Claim) -> bool {
    matches!(claim.assertion, Assertion::Stated(Value::Yes(_)) | Assertion::Inherited(Value::Yes(_)))
}

/// A claim on a row of places that is no denial and no mere plan: there is such a place, wherever the words lead.
fn says_there_is_one(claim: &Claim) -> bool {
    !matches!(claim.assertion, Assertion::No | Assertion::Planned { .. })
}
