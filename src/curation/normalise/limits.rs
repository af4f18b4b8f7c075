//! What the words beside a length of time say of it: "within", "at least", "about".

use std::ops::Range;

use super::{
    Doubt,
    token::{Gap, Token},
    vocabulary,
};
use crate::catalogue::value::Limit;

/// What the words beside a length say of it.
pub struct Around {
    pub limit: Option<Limit>,
    pub doubts: Vec<Doubt>,
}

const AT_MOST: &[&str] = &[
    "within",
    "up to",
    "at most",
    "max",
    "max of",
    "maximum",
    "maximum of",
    "a maximum of",
    "no longer than",
    "no more than",
    "not more than",
    "not longer than",
    "not exceeding",
    "not to exceed",
    "less than",
    "under",
    "until",
    "no later than",
    "not later than",
    "at the latest",
    "at maximum",
    "innerhalb von",
    "maximal",
    "bis zu",
];

const AT_LEAST: &[&str] = &[
    "at least",
    "minimum",
    "minimum of",
    "a minimum of",
    "min",
    "no less than",
    "not less than",
    "more than",
    "over",
    "longer than",
    "no fewer than",
    "mindestens",
    "at minimum",
];

const ABOUT: &[&str] = &[
    "about",
    "approximately",
    "approx",
    "around",
    "circa",
    "ca",
    "roughly",
    "typically",
    "usually",
    "normally",
    "some",
    "generally",
    "on average",
    "average",
];

const NO_MATTER: &[&str] = &["for", "of", "after", "a", "the", "period", "old", "rolling"];

impl Around {
    /// Reads the words directly before and after; those that are understood are marked.
    pub fn of(tokens: &[Token], at: &Range<usize>, understood: &mut [bool]) -> Self {
        const LONGEST: usize = 3;
        let mut around = Self { limit: None, doubts: Vec::new() };
        let before = (1..=LONGEST.min(at.start)).rev().map(|count| at.start - count..at.start);
        let after = (1..=LONGEST.min(tokens.len() - at.end)).rev().map(|count| at.end..at.end + count);
        for place in before.chain(after) {
            let inner = &tokens[place.start + usize::from(place.start < at.start)..place.end];
            if inner.iter().any(|token| token.gap >= Gap::Slash) {
                continue;
            }
            let words = tokens[place.clone()].iter().map(|token| &*token.key).collect::<Vec<_>>().join(" ");
            let is = |list: &[&str]| list.contains(&&*words);
            match () {
                () if is(AT_MOST) => around.limit = around.limit.or(Some(Limit::AtMost)),
                () if is(AT_LEAST) => around.limit = around.limit.or(Some(Limit::AtLeast)),
                () if is(ABOUT) => around.doubts.push(Doubt::Approximate),
                () if is(NO_MATTER) => {}
                () => continue,
            }
            understood[place].fill(true);
        }
        let denies =
            |place: usize| vocabulary::word(tokens, place) == Some(vocabulary::Word::Doubt(Doubt::Denied));
        if (0..at.start).any(|place| !understood[place] && denies(place)) {
            around.doubts.push(Doubt::Denied);
        }
        around
    }
}
