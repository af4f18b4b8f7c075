//! Which rows leave a vendor's requirements open.

use crate::{
    catalogue::{
        claim::{Assertion, Claim},
        id::RowId,
        provider::Provider,
        row::{About, Kind, Row},
    },
    requirement::{
        Holder, PlaceTerm, Requirement, Subject,
        evaluate::Context,
        ground::{Fact, Finding, Ground, Item},
        verdict::Verdict,
    },
};

/// A row that is open for a vendor, and why; the numbers are the positions of the requirements.
pub struct Open<'a> {
    pub row: &'a Row,
    /// What was found, and does not decide.
    pub grounds: Vec<(usize, &'a Ground)>,
    /// Claims that hold several readings, or that disagree with another one; indices into the vendor's claims.
    pub conflicts: Vec<(usize, usize)>,
}

/// The open rows of a vendor, in the order of the catalogue.
pub fn open_rows<'a>(
    vendor: &Provider,
    requirements: &[Requirement],
    findings: &'a [Finding],
    context: Context<'a>,
) -> Vec<Open<'a>> {
    let rows = context.catalogue.rows().map(|row| open_row(row, vendor, requirements, findings, context));
    rows.filter(|open| !open.grounds.is_empty() || !open.conflicts.is_empty()).collect()
}

fn open_row<'a>(
    row: &'a Row,
    vendor: &Provider,
    requirements: &[Requirement],
    findings: &'a [Finding],
    context: Context,
) -> Open<'a> {
    let mut open = Open { row, grounds: Vec::new(), conflicts: Vec::new() };
    for (index, (requirement, finding)) in requirements.iter().zip(findings).enumerate() {
        for ground in &finding.grounds {
            if finding.verdict == Verdict::Unknown && *asked_row(ground, requirement, context) == row.id {
                match standing(ground, finding, vendor) {
                    Standing::Open => open.grounds.push((index, ground)),
                    Standing::Disputed => open.dispute(index, &ground.claims),
                    Standing::Decided => {}
                }
            }
            let on_row =
                |claim: &&usize| vendor.claims.get(**claim).is_some_and(|c| c.row == row.id && disagrees(c));
            let split: Vec<usize> = ground.claims.iter().filter(on_row).copied().collect();
            open.dispute(index, &split);
        }
    }
    open
}

/// The row to ask about. That only another party holds a certificate is found on that party's row; what is open is
/// whether the vendor does.
fn asked_row<'a>(ground: &'a Ground, requirement: &Requirement, context: Context<'a>) -> &'a RowId {
    let vendors = |row: &&Row| row.kind == Kind::Certificates && row.about == About::Vendor;
    match (&ground.fact, &requirement.subject, requirement.holder) {
        (Fact::OnlyOf { .. }, Subject::Cert, Holder::Own) => {
            context.catalogue.rows().find(vendors).map_or(&ground.row, |row| &row.id)
        }
        _ => &ground.row,
    }
}

impl Open<'_> {
    fn dispute(&mut self, requirement: usize, claims: &[usize]) {
        for claim in claims {
            if !self.conflicts.contains(&(requirement, *claim)) {
                self.conflicts.push((requirement, *claim));
            }
        }
    }
}

/// Whether the sources of a claim disagree.
pub fn disagrees(claim: &Claim) -> bool {
    matches!(&claim.assertion, Assertion::Unclear(readings) if readings.len() > 1)
}

/// What a ground does for an open finding.
enum Standing {
    Open,
    /// Another certain answer about the same thing says the opposite.
    Disputed,
    /// It is certain itself, or another answer about the same thing is.
    Decided,
}

/// What leaves a finding open is open. Where certain answers about the same thing stand beside everything that is not, and the
/// finding is open nevertheless, they do not decide it.
fn standing(ground: &Ground, finding: &Finding, vendor: &Provider) -> Standing {
    let is_decided = |ground: &Ground| matches!(beside_others(ground, finding, vendor), Standing::Decided);
    match ground.verdict {
        _ if matches!(ground.fact, Fact::NotCounted { .. }) => Standing::Decided,
        Verdict::Unknown if finding.grounds.iter().all(is_decided) => Standing::Open,
        _ => beside_others(ground, finding, vendor),
    }
}

fn beside_others(ground: &Ground, finding: &Finding, vendor: &Provider) -> Standing {
    if matches!(ground.fact, Fact::NotCounted { .. }) {
        return Standing::Decided;
    }
    let (item, place) = asked(&ground.fact);
    let about_the_same = |other: &Ground| {
        let (other_item, other_place) = asked(&other.fact);
        // A denial is about all that was asked for.
        let fits = (item == other_item || item.is_none() || other_item.is_none())
            && (place == other_place || place.is_none() || other_place.is_none());
        if ground.verdict == Verdict::Unknown { (item, place) == (other_item, other_place) } else { fits }
    };
    let same = |other: &&Ground| {
        other.claims != ground.claims
            && about_the_same(other)
            && part(other, vendor).is_some_and(|other| part(ground, vendor).is_some_and(|p| alike(p, other)))
    };
    let others: Vec<Verdict> = finding.grounds.iter().filter(same).map(|g| g.verdict).collect();
    let contradicted = |verdict: Verdict| others.contains(&!verdict);
    match ground.verdict {
        Verdict::Unknown if others.contains(&Verdict::Yes) || others.contains(&Verdict::No) => {
            Standing::Decided
        }
        Verdict::Unknown => Standing::Open,
        certain if contradicted(certain) => Standing::Disputed,
        _ => Standing::Decided,
    }
}

/// The claim on the ground's own row that it rests on.
fn part<'a>(ground: &Ground, vendor: &'a Provider) -> Option<&'a Claim> {
    let claim = vendor.claims.get(*ground.claims.first()?)?;
    (claim.row == ground.row).then_some(claim)
}

/// Claims that agree in these are readings of the same thing.
fn alike(a: &Claim, b: &Claim) -> bool {
    (&a.row, &a.holder, &a.scope) == (&b.row, &b.holder, &b.scope)
}

/// The one of several values asked for that a fact is about.
fn asked(fact: &Fact) -> (Option<&Item>, Option<&PlaceTerm>) {
    match fact {
        Fact::Listed { item, .. } | Fact::NotInOpenList { item, .. } | Fact::NotInClosedList { item, .. } => {
            (Some(item), None)
        }
        Fact::Expired { item, .. } | Fact::OnlyOf { item, .. } => (item.as_ref(), None),
        Fact::Places { asked, .. } | Fact::OneOf { asked, .. } => (None, asked.as_ref()),
        _ => (None, None),
    }
}
