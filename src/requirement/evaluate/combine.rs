//! Puts the verdicts of several claims on one row together.

use crate::{
    catalogue::{
        claim::Claim,
        id::{ProviderId, RowId},
    },
    requirement::verdict::Verdict,
};

/// How claims about different parts of a service make one answer.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Across {
    /// The test must hold for every part: places inside, bounds, answers.
    Every,
    /// One part is enough: something is held, or lies somewhere.
    Some,
}

/// Row, holder and scope: claims that agree in these speak of the same thing.
type Part<'a> = (&'a RowId, &'a Option<ProviderId>, &'a Option<String>);

/// The joint verdict of the claims.
///
/// Claims about the same thing are readings of it: certain answers that agree stand, certain answers that disagree
/// leave it open, and an open answer gives way to a certain one. Claims about different things combine by Kleene's
/// *and* or *or*.
pub fn combine<'a>(across: Across, verdicts: impl IntoIterator<Item = (&'a Claim, Verdict)>) -> Verdict {
    let mut parts: Vec<(Part, Verdict)> = Vec::new();
    let mut disputed: Vec<Part> = Vec::new();
    for (claim, verdict) in verdicts {
        let part: Part = (&claim.row, &claim.holder, &claim.scope);
        match parts.iter_mut().find(|(known, _)| *known == part) {
            None => parts.push((part, verdict)),
            Some((_, known)) if *known == Verdict::Unknown => *known = verdict,
            Some((_, known)) if verdict != Verdict::Unknown && verdict != *known => disputed.push(part),
            Some(_) => {}
        }
    }
    let verdicts =
        parts.iter().map(|(part, verdict)| if disputed.contains(part) { Verdict::Unknown } else { *verdict });
    match across {
        Across::Every => Verdict::all(verdicts),
        Across::Some => Verdict::any(verdicts),
    }
}

/// The verdict of several readings: certain only where all of them agree. A reading that stands alone is a hedge: where
/// the wording is not firm, nothing is certain.
pub fn agree(verdicts: impl IntoIterator<Item = Verdict>) -> Verdict {
    let mut verdicts = verdicts.into_iter();
    let first = verdicts.next().unwrap_or(Verdict::Unknown);
    match verdicts.next() {
        None => Verdict::Unknown,
        Some(second) if second == first && verdicts.all(|v| v == first) => first,
        Some(_) => Verdict::Unknown,
    }
}
