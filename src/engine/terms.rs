//! A requirement of several terms as requirements of one term each, which are answered once and kept.

use super::Judged;
use crate::requirement::{Requirement, Terms, Test};

/// How the verdicts of the parts make that of the whole.
type Join = fn(&Judged, &Judged) -> Judged;

/// The parts of the requirement, not negated; nothing where it is one question, or has one term.
pub fn parts(requirement: &Requirement) -> Option<(Vec<Requirement>, Join)> {
    let (tests, join): (Vec<Test>, Join) = match &requirement.test {
        Test::Has(terms) => (single(terms).into_iter().map(Test::Has).collect(), Judged::and),
        // Whether one of several places lies in a union is one question about the union.
        Test::HasAny(Terms::Places(_)) => return None,
        Test::HasAny(terms) => (single(terms).into_iter().map(Test::HasAny).collect(), Judged::or),
        _ => return None,
    };
    let part = |test| Requirement { negated: false, or_cannot_tell: false, test, ..requirement.clone() };
    (tests.len() > 1).then(|| (tests.into_iter().map(part).collect(), join))
}

fn single(terms: &Terms) -> Vec<Terms> {
    match terms {
        Terms::Places(terms) => terms.iter().map(|term| Terms::Places(vec![term.clone()])).collect(),
        Terms::Certifications(ids) => ids.iter().map(|id| Terms::Certifications(vec![id.clone()])).collect(),
        Terms::Providers(ids) => ids.iter().map(|id| Terms::Providers(vec![id.clone()])).collect(),
        Terms::Ids(ids) => ids.iter().map(|id| Terms::Ids(vec![id.clone()])).collect(),
    }
}
