//! Differences by meaning: claims are compared as values, not as text, and silence is never a difference.

use super::matrix::Cell;
use crate::{
    catalogue::{
        claim::{Assertion, Claim},
        place::PlaceSet,
        provider::Provider,
        value::{List, Places, Value},
    },
    language::say,
    requirement::verdict::Verdict,
};

/// What a row of the comparison shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Difference {
    /// Two vendors state what cannot both be the same.
    Differs,
    /// What is stated could be the same or not.
    MayDiffer,
    /// All who state something state the same.
    Same,
    OnlyOneStates,
    NobodyStates,
}

impl Difference {
    pub const ALL: [Self; 5] =
        [Self::Differs, Self::MayDiffer, Self::Same, Self::OnlyOneStates, Self::NobodyStates];

    pub fn id(self) -> &'static str {
        match self {
            Difference::Differs => "differs",
            Difference::MayDiffer => "may-differ",
            Difference::Same => "same",
            Difference::OnlyOneStates => "only-one-states",
            Difference::NobodyStates => "nobody-states",
        }
    }

    pub fn in_words(self) -> &'static str {
        say(match self {
            Difference::Differs => "Differs",
            Difference::MayDiffer => "May differ",
            Difference::Same => "Same",
            Difference::OnlyOneStates => "Only one states it",
            Difference::NobodyStates => "Nobody states it",
        })
    }

    /// Whether it is a difference, be it a possible one.
    pub fn differs(self) -> bool {
        matches!(self, Difference::Differs | Difference::MayDiffer)
    }

    /// The difference among the vendors' positions.
    pub fn among(positions: &[Position]) -> Self {
        let stated: Vec<&Position> = positions.iter().filter(|p| !matches!(p, Position::Silent)).collect();
        match stated.len() {
            0 => return Difference::NobodyStates,
            1 => return Difference::OnlyOneStates,
            _ => {}
        }
        let pairs = stated.iter().enumerate().flat_map(|(i, a)| stated[i + 1..].iter().map(move |b| (a, b)));
        // The certain difference wins, then the possible one.
        match pairs.map(|(a, b)| a.same_as(b)).min_by_key(|same| match same {
            Verdict::No => 0,
            Verdict::Unknown => 1,
            Verdict::Yes => 2,
        }) {
            Some(Verdict::No) => Difference::Differs,
            Some(Verdict::Unknown) => Difference::MayDiffer,
            _ => Difference::Same,
        }
    }
}

/// Where a vendor stands on a row.
#[derive(Debug, Clone)]
pub enum Position<'a> {
    Silent,
    Claims(Vec<&'a Claim>),
    Derived(Verdict),
}

/// The position of a vendor in a cell: the claims that say something.
pub fn position<'a>(cell: &'a Cell, provider: &'a Provider) -> Position<'a> {
    if let Some(finding) = &cell.derived {
        // A derived answer that stays open rests on nothing stated, or on something unclear.
        let silent =
            finding.verdict == Verdict::Unknown && finding.grounds.iter().all(|g| g.claims.is_empty());
        return if silent { Position::Silent } else { Position::Derived(finding.verdict) };
    }
    let claims: Vec<&Claim> = cell.claims_of(provider).filter(|claim| claim.assertion.informs()).collect();
    if claims.is_empty() { Position::Silent } else { Position::Claims(claims) }
}

impl Position<'_> {
    /// Whether two positions say the same; unknown where they may.
    pub fn same_as(&self, other: &Self) -> Verdict {
        match (self, other) {
            (Position::Derived(a), Position::Derived(b)) => match (a, b) {
                (Verdict::Unknown, _) | (_, Verdict::Unknown) => Verdict::Unknown,
                (a, b) => Verdict::from(a == b),
            },
            (Position::Claims(a), Position::Claims(b)) => claims_same(a, b),
            _ => Verdict::Unknown,
        }
    }
}

/// Several claims of one vendor on one row speak together: sets are joined, the rest is compared each with each.
fn claims_same(a: &[&Claim], b: &[&Claim]) -> Verdict {
    if let (Some(a), Some(b)) = (joined_places(a), joined_places(b)) {
        return Verdict::from(a == b);
    }
    match (joined_list(a), joined_list(b)) {
        (Some(a), Some(b)) => lists_same(&a, &b),
        _ => Verdict::all(a.iter().flat_map(|a| b.iter().map(|b| claim_same(a, b)))),
    }
}

/// The places of all claims, where every one names all of its places.
fn joined_places(claims: &[&Claim]) -> Option<PlaceSet> {
    let mut joined = PlaceSet::new();
    for claim in claims {
        match claim.assertion.value()? {
            Value::Places(Places::All { places, open: false }) => joined = joined.union(places),
            _ => return None,
        }
    }
    Some(joined)
}

/// The entries of all lists, by name; open where one of the lists is.
fn joined_list(claims: &[&Claim]) -> Option<List<String>> {
    let mut joined = List { items: Vec::new(), open: false };
    for claim in claims {
        let (items, open) = match claim.assertion.value()? {
            Value::Certificates(list) => (names(&list.items), list.open),
            Value::Providers(list) => (names(&list.items), list.open),
            Value::Ids(list) => (names(&list.items), list.open),
            _ => return None,
        };
        joined.items.extend(items);
        joined.open |= open;
    }
    Some(joined)
}

fn names<T: ToString>(items: &[T]) -> Vec<String> {
    items.iter().map(T::to_string).collect()
}

/// What is missing from an open list may still be held; from a closed one it is not.
fn lists_same(a: &List<String>, b: &List<String>) -> Verdict {
    let missing =
        |from: &List<String>, of: &List<String>| of.items.iter().any(|item| !from.items.contains(item));
    match (missing(a, b), missing(b, a)) {
        (false, false) => Verdict::Yes,
        (in_a, in_b) if (in_a && !a.open) || (in_b && !b.open) => Verdict::No,
        _ => Verdict::Unknown,
    }
}

fn claim_same(a: &Claim, b: &Claim) -> Verdict {
    let same = assertions_same(&a.assertion, &b.assertion);
    // The host's property and the vendor's own are never certainly the same thing.
    let same_party = a.holder.is_some() == b.holder.is_some();
    if same == Verdict::Yes && !same_party { Verdict::Unknown } else { same }
}

fn assertions_same(a: &Assertion, b: &Assertion) -> Verdict {
    match (a, b) {
        (Assertion::No, Assertion::No) => Verdict::Yes,
        (Assertion::Unclear(readings), other) | (other, Assertion::Unclear(readings)) => {
            let each = readings.iter().map(|reading| {
                let stated = Assertion::Stated(reading.value.clone());
                if let Assertion::Unclear(others) = other {
                    Verdict::any(others.iter().map(|o| values_same(&reading.value, &o.value)))
                } else {
                    assertions_same(&stated, other)
                }
            });
            // Unclear: certain only that it differs, where no reading could be the same.
            if Verdict::any(each) == Verdict::No { Verdict::No } else { Verdict::Unknown }
        }
        (Assertion::No, _) | (_, Assertion::No) => Verdict::No,
        (Assertion::Optional(a), Assertion::Optional(b)) => values_same(a, b),
        (Assertion::Optional(_), _) | (_, Assertion::Optional(_)) => Verdict::No,
        _ => match (a.value(), b.value()) {
            (Some(a), Some(b)) => values_same(a, b),
            _ => Verdict::Unknown,
        },
    }
}

fn values_same(a: &Value, b: &Value) -> Verdict {
    match (a, b) {
        (Value::Places(a), Value::Places(b)) => places_same(a, b),
        (Value::Duration(a), Value::Duration(b)) => match (a.clock == b.clock, a.length.compare(b.length)) {
            (false, _) | (_, None) => Verdict::Unknown,
            (_, Some(order)) => Verdict::from(order.is_eq() && a.limit == b.limit),
        },
        (Value::Text(a), Value::Text(b)) => Verdict::from(a.trim().eq_ignore_ascii_case(b.trim())),
        (a, b) => Verdict::from(a == b),
    }
}

/// The places that a statement allows, where it names any.
fn candidates(places: &Places) -> Option<&PlaceSet> {
    match places {
        Places::All { places, open: false } | Places::OneOf(places) => Some(places),
        Places::All { open: true, .. } | Places::Unnamed => None,
    }
}

fn places_same(a: &Places, b: &Places) -> Verdict {
    match (a, b) {
        (Places::All { places: a, open: false }, Places::All { places: b, open: false }) => {
            Verdict::from(a == b)
        }
        _ => match (candidates(a), candidates(b)) {
            (Some(a), Some(b)) if a.is_disjoint(b) => Verdict::No,
            _ => Verdict::Unknown,
        },
    }
}
