//! An oracle of another make: it writes out every way the world can be, given one claim, and asks the plain two-valued
//! question in each. Yes is what holds in all of them, no what holds in none.

use std::collections::BTreeSet;

use proptest::prelude::*;
use vendor_compare::{
    catalogue::{
        Catalogue,
        claim::Assertion,
        duration::{Clock, Duration},
        place::{Member, PlaceCode, PlaceSet},
        row::Row,
        value::{Limit, Places, Value},
    },
    requirement::{Bound, Holder, PlaceTerm, Requirement, Subject, Terms, Test, verdict::Verdict},
};

use crate::{
    random::{self, vendor_with},
    small_catalogue, today, verdict,
};

fn settled(answers: impl IntoIterator<Item = bool>) -> Verdict {
    let answers: BTreeSet<bool> = answers.into_iter().collect();
    match (answers.contains(&true), answers.contains(&false)) {
        (true, false) => Verdict::Yes,
        (false, true) => Verdict::No,
        _ => Verdict::Unknown,
    }
}

fn on(row: &Row, test: Test) -> Requirement {
    let subject = Subject::Row(row.id.clone());
    Requirement {
        negated: false,
        subject,
        holder: Holder::Own,
        test,
        by_default: false,
        or_cannot_tell: false,
    }
}

/// Every set of the items.
fn subsets<T: Ord + Clone>(items: &[T]) -> Vec<BTreeSet<T>> {
    (0..1u32 << items.len())
        .map(|bits| {
            items.iter().enumerate().filter(|(i, _)| bits >> i & 1 == 1).map(|(_, t)| t.clone()).collect()
        })
        .collect()
}

/// The sets that a claim allows; `values` are those that it names in words of its own.
fn worlds<T: Ord + Clone>(
    assertion: &Assertion,
    all: &[BTreeSet<T>],
    allows: impl Fn(&Value, &BTreeSet<T>) -> bool,
) -> Vec<BTreeSet<T>> {
    let fits = |world: &&BTreeSet<T>| match assertion {
        Assertion::Stated(value) | Assertion::Optional(value) => allows(value, world),
        // Words that are not firm allow everything, unless the value says how far they go.
        Assertion::Unclear(readings) => {
            let hedged = matches!(&readings[..], [only] if !says_its_hedge(&only.value));
            hedged || readings.iter().any(|reading| allows(&reading.value, world))
        }
        Assertion::No => world.is_empty(),
        // Nothing is said by the vendor of itself.
        _ => true,
    };
    all.iter().filter(fits).cloned().collect()
}

fn says_its_hedge(value: &Value) -> bool {
    matches!(value, Value::Places(Places::OneOf(_) | Places::Unnamed))
}

fn allows_places(value: &Value, world: &BTreeSet<PlaceCode>) -> bool {
    let all_of =
        |places: &PlaceSet| world.iter().filter(|place| places.contains(place)).count() == places.len();
    match value {
        Value::Places(Places::All { places, open: false }) => all_of(places) && world.len() == places.len(),
        Value::Places(Places::All { places, open: true }) => all_of(places),
        Value::Places(Places::OneOf(places)) => world.len() == 1 && world.iter().all(|p| places.contains(p)),
        _ => !world.is_empty(),
    }
}

type Set = BTreeSet<PlaceCode>;

/// The places that a term stands for, by the plain reading of its memberships: those for certain, and those under a
/// condition.
fn members(term: &PlaceTerm, catalogue: &Catalogue) -> (Set, Set) {
    let group = match term {
        PlaceTerm::Place(code) => return (BTreeSet::from([*code]), BTreeSet::new()),
        PlaceTerm::Group(id) => catalogue.group(id).unwrap(),
    };
    let holds = |m: &&Member| m.valid_from <= today() && m.valid_to.is_none_or(|to| today() <= to);
    let (certain, conditional): (Vec<&Member>, _) =
        group.members.iter().filter(holds).partition(|member| member.condition.is_none());
    let places = |members: Vec<&Member>| members.iter().map(|member| member.place).collect();
    (places(certain), places(conditional))
}

#[test]
fn places_are_judged_as_in_all_possible_worlds() {
    let catalogue = small_catalogue();
    let row = catalogue.rows().find(|row| row.id == *"region-primary").unwrap();
    // One place more than the catalogue has: what is open may be anywhere.
    let nowhere: PlaceCode = "ZZ".parse().unwrap();
    let codes: Vec<PlaceCode> = catalogue.places.iter().map(|p| p.code).chain([nowhere]).collect();
    let all = subsets(&codes);
    let claim = random::claim(row, catalogue);
    proptest!(ProptestConfig::with_cases(200), |(mut claim in claim, terms in random::place_terms(catalogue))| {
        claim.expires = None;
        let assertion = claim.assertion.clone();
        let claim_is_own = claim.holder.is_none();
        let vendor = vendor_with(vec![claim], catalogue);
        let possible = if claim_is_own { worlds(&assertion, &all, allows_places) } else { all.clone() };
        let wanted: Vec<_> = terms.iter().map(|term| members(term, catalogue)).collect();
        let unsure: Vec<PlaceCode> =
            wanted.iter().flat_map(|(_, unsure)| unsure).copied().collect::<BTreeSet<_>>().into_iter().collect();
        // Whether a condition is met is as unknown as the places are: every way it may turn out is a world.
        let met = subsets(&unsure);
        let asked = |way: &Set| -> Vec<Set> {
            wanted.iter().map(|(certain, unsure)| certain | &(unsure & way)).collect()
        };
        let answers = |holds: &dyn Fn(&Set, &[Set]) -> bool| {
            let each = |way| { let asked = asked(way); possible.iter().map(|w| holds(w, &asked)).collect::<Vec<_>>() };
            settled(met.iter().flat_map(each))
        };
        let within = |place: &PlaceCode, asked: &[Set]| asked.iter().any(|set| set.contains(place));

        let inside = verdict(&on(row, Test::In(terms.clone())), &vendor, catalogue);
        prop_assert_eq!(inside, answers(&|w, asked| w.iter().all(|p| within(p, asked))));

        let any = verdict(&on(row, Test::HasAny(Terms::Places(terms.clone()))), &vendor, catalogue);
        prop_assert_eq!(any, answers(&|w, asked| w.iter().any(|p| within(p, asked))));

        // Kleene's "and" may leave open what all worlds together would settle, but never says otherwise.
        let each = verdict(&on(row, Test::Has(Terms::Places(terms.clone()))), &vendor, catalogue);
        let certain = answers(&|w, asked| asked.iter().all(|set| !w.is_disjoint(set)));
        prop_assert!(each == Verdict::Unknown || each == certain);
        prop_assert!(terms.len() > 1 || each == certain);
    });
}

#[test]
fn lists_are_judged_as_in_all_possible_worlds() {
    let catalogue = small_catalogue();
    let row = catalogue.rows().find(|row| row.id == *"login").unwrap();
    let ids: Vec<_> = row.terms.iter().map(|t| t.id.clone()).collect();
    let all = subsets(&ids);
    proptest!(ProptestConfig::with_cases(150), |(mut claim in random::claim(row, catalogue), asked in prop::sample::subsequence(ids.clone(), 1..=3))| {
        claim.expires = None;
        let possible = match (&claim.assertion, &claim.holder) {
            (assertion, None) => worlds(assertion, &all, |value, world| match value {
                Value::Ids(list) if list.open => list.items.iter().all(|id| world.contains(id)),
                Value::Ids(list) => world.iter().eq(list.items.iter().collect::<BTreeSet<_>>()),
                _ => false,
            }),
            _ => all.clone(),
        };
        let vendor = vendor_with(vec![claim], catalogue);
        let has = verdict(&on(row, Test::Has(Terms::Ids(asked.clone()))), &vendor, catalogue);
        let certain = settled(possible.iter().map(|w| asked.iter().all(|id| w.contains(id))));
        prop_assert!(has == Verdict::Unknown || has == certain);
        prop_assert!(asked.len() > 1 || has == certain, "{has:?} {certain:?}");
        let any = verdict(&on(row, Test::HasAny(Terms::Ids(asked.clone()))), &vendor, catalogue);
        let certain = settled(possible.iter().map(|w| asked.iter().any(|id| w.contains(id))));
        prop_assert!(any == Verdict::Unknown || any == certain);
    });
}

/// The minutes that a duration lasts from the beginning of a day of the calendar.
fn minutes(duration: Duration, start: jiff::civil::Date) -> i64 {
    let span: jiff::Span = duration.to_string().parse().unwrap();
    let start = start.at(0, 0, 0, 0);
    start.checked_add(span).unwrap().duration_since(start).as_secs() / 60
}

#[test]
fn durations_are_judged_as_from_every_day_of_the_calendar() {
    let catalogue = small_catalogue();
    let row = catalogue.rows().find(|row| row.id == *"ret-backup").unwrap();
    // Four years hold every run of months, with and without a leap day.
    let first = jiff::civil::date(2023, 1, 1);
    let starts: Vec<_> = (0..1461i64).step_by(17).map(|days| first + jiff::Span::new().days(days)).collect();
    proptest!(ProptestConfig::with_cases(100), |(value in random::value(row, catalogue), bound in random::duration())| {
        let Value::Duration(period) = &value else { unreachable!() };
        let mut claim = claim_of(row, Assertion::Stated(value.clone()));
        claim.expires = None;
        let vendor = vendor_with(vec![claim], catalogue);
        for (test, below) in [
            (Test::AtMost(Bound::Duration(bound)), true),
            (Test::AtLeast(Bound::Duration(bound)), false),
        ] {
            let found = verdict(&on(row, test), &vendor, catalogue);
            let mut answers = Vec::new();
            for start in &starts {
                let (length, bound) = (minutes(period.length, *start), minutes(bound, *start));
                // A promised limit counts as what it allows at worst; at best it leaves the other end open.
                let possible = match (period.clock, period.limit, below) {
                    (Clock::Business, ..) => vec![0, i64::MAX],
                    (_, Limit::Fixed, _) | (_, Limit::AtMost, true) | (_, Limit::AtLeast, false) => vec![length],
                    (_, Limit::AtMost, false) => vec![0, length],
                    (_, Limit::AtLeast, true) => vec![length, i64::MAX],
                };
                answers.extend(possible.iter().map(|l| if below { *l <= bound } else { *l >= bound }));
            }
            let certain = settled(answers);
            // The stated rule may leave open what every start would settle, but never says otherwise.
            let trivial = bound == Duration::days(0) && !below;
            prop_assert!(found == Verdict::Unknown || found == certain, "{value:?} {bound} {found:?} {certain:?}");
            let days_only = !period.length.to_string().contains(['M', 'Y']) && !bound.to_string().contains(['M', 'Y']);
            let elapsed = period.clock == Clock::Calendar;
            prop_assert!(!days_only || !elapsed || trivial || found == certain, "{value:?} {bound} {found:?} {certain:?}");
        }
    });
}

fn claim_of(row: &Row, assertion: Assertion) -> vendor_compare::catalogue::claim::Claim {
    vendor_compare::catalogue::claim::Claim {
        row: row.id.clone(),
        assertion,
        holder: None,
        scope: None,
        as_of: None,
        expires: None,
        evidence: Vec::new(),
        note: None,
    }
}
