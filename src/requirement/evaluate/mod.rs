//! Evaluates one requirement for one provider, by reading its claims. The plain meaning of the logic: any faster way
//! to the same answers must agree with this one.

mod combine;
mod lists;
mod places;
mod scalars;

use super::{
    Answer, Holder, PlaceTerm, Requirement, Subject, Test,
    ground::{Fact, Finding, Ground},
    verdict::Verdict,
};
use crate::catalogue::{
    Catalogue,
    claim::{Assertion, Claim},
    date::Date,
    id::RowId,
    order,
    provider::Provider,
    row::{About, Derived, Kind, Row},
};

/// What an evaluation needs beside the requirement: the catalogue, and the day as of which it judges.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    pub catalogue: &'a Catalogue,
    pub as_of: Date,
}

/// A claim with its index among the provider's claims.
type Indexed<'a> = (usize, &'a Claim);

/// Judges a provider by a requirement.
pub fn evaluate(requirement: &Requirement, provider: &Provider, context: Context) -> Finding {
    let mut finding = Judge { requirement, provider, context }.judge();
    // What decides comes first, what was left out last; a stable sort keeps the order of the rows within.
    let verdict = finding.verdict;
    let rank = |g: &Ground| (matches!(g.fact, Fact::NotCounted { .. }), g.verdict != verdict);
    order::sort_by(&mut finding.grounds, |a, b| rank(a).cmp(&rank(b)));
    if requirement.negated {
        finding.verdict = !finding.verdict;
    }
    finding
}

/// Whether a provider keeps everything inside the EEA: the derived row `eu-only`.
pub fn inside_eea(provider: &Provider, context: Context) -> Finding {
    let requirement = Requirement {
        negated: false,
        subject: Subject::Region,
        holder: Holder::Any,
        test: Test::In(vec![PlaceTerm::eea()]),
        by_default: false,
        or_cannot_tell: false,
    };
    evaluate(&requirement, provider, context)
}

/// One requirement at one provider.
#[derive(Clone, Copy)]
struct Judge<'a> {
    requirement: &'a Requirement,
    provider: &'a Provider,
    context: Context<'a>,
}

impl<'a> Judge<'a> {
    fn judge(self) -> Finding {
        let row = match &self.requirement.subject {
            Subject::Region => return self.region(),
            Subject::Cert => return self.certificates(),
            Subject::Row(id) => self.context.catalogue.row(id),
        };
        let Some(row) = row else {
            // Only a requirement of another catalogue gets here.
            return Finding { verdict: Verdict::Unknown, grounds: Vec::new() };
        };
        match (&self.requirement.test, row.kind, row.derived) {
            (Test::Is(answer @ (Answer::Yes | Answer::No)), _, Some(Derived::InsideEea)) => {
                let mut finding = inside_eea(self.provider, self.context);
                if *answer == Answer::No {
                    finding.verdict = !finding.verdict;
                    finding.grounds.iter_mut().for_each(|g| g.verdict = !g.verdict);
                }
                finding
            }
            (Test::IsStated, ..) => self.is_stated(row),
            (_, Kind::Places, _) => self.places_of(row),
            (_, Kind::Certificates | Kind::Providers | Kind::Ids, _) => self.list(&[row]),
            _ => self.scalar(row),
        }
    }

    /// Whether the row's section has been read for this provider.
    fn is_read(self, row: &RowId) -> bool {
        let section = self.context.catalogue.section_of(row);
        section.is_some_and(|section| self.provider.covers.contains(&section.id))
    }

    /// The claims on a row, with their indices.
    fn claims(self, row: &'a Row) -> impl Iterator<Item = Indexed<'a>> {
        self.provider.claims.iter().enumerate().filter(|(_, claim)| claim.row == row.id)
    }

    /// Whether a claim belongs to the party that the requirement asks for.
    fn counts(self, row: &Row, claim: &Claim) -> bool {
        self.counts_for(self.requirement.holder, row, claim)
    }

    /// The day on which a claim ran out, where that has passed.
    fn ran_out(self, claim: &Claim) -> Option<Date> {
        claim.expires.filter(|_| claim.expired_on(self.context.as_of))
    }

    fn counts_for(self, holder: Holder, row: &Row, claim: &Claim) -> bool {
        match (holder, row.about) {
            (Holder::Any, _) => true,
            (Holder::Own, About::Vendor) => claim.holder.is_none(),
            // Such a row belongs to the other party by its nature.
            (Holder::Own, _) => self.requirement.subject != Subject::Cert,
            (Holder::Host, About::Partner) => false,
            (Holder::Host, _) => claim.holder.is_some(),
        }
    }

    /// What stands where nothing informs: pointers to another place, another party's claims, or silence.
    fn uninformed(self, row: &'a Row) -> Vec<Ground> {
        if !self.is_read(&row.id) {
            return vec![self.ground(Verdict::Unknown, row, &[], Fact::NotRead)];
        }
        let mut grounds: Vec<Ground> = Vec::new();
        for (index, claim) in self.claims(row) {
            let fact = match &claim.holder {
                _ if let Some(fact) = self.pointer(claim) => fact,
                Some(holder) if !self.counts(row, claim) => {
                    Fact::OnlyOf { holder: holder.clone(), item: None }
                }
                _ => continue,
            };
            grounds.push(self.ground(Verdict::Unknown, row, &[index], fact));
        }
        if grounds.is_empty() {
            grounds.push(self.ground(Verdict::Unknown, row, &[], Fact::NotStated));
        }
        grounds
    }

    /// What a claim that does not inform points to.
    fn pointer(self, claim: &Claim) -> Option<Fact> {
        match &claim.assertion {
            Assertion::Planned { when, by } => {
                let passed = by.is_some_and(|day| day < self.context.as_of);
                Some(Fact::Planned { when: when.clone(), passed })
            }
            Assertion::Elsewhere { see } => Some(Fact::Elsewhere { see: see.clone() }),
            Assertion::Picture => Some(Fact::Picture),
            _ => None,
        }
    }

    /// Where the claims that inform leave it open, a plan or a pointer beside them is worth naming.
    fn pointers_beside(self, row: &'a Row, verdict: Verdict) -> Vec<Ground> {
        let pointers = self.claims(row).filter_map(|(index, claim)| {
            let fact = self.pointer(claim).filter(|_| self.counts(row, claim))?;
            Some(self.ground(Verdict::Unknown, row, &[index], fact))
        });
        pointers.filter(|_| verdict == Verdict::Unknown).collect()
    }

    /// The claims that say something about the row for the party asked for.
    fn informing(self, row: &'a Row) -> Vec<Indexed<'a>> {
        let informs = |(_, claim): &Indexed| claim.assertion.informs() && self.counts(row, claim);
        self.claims(row).filter(informs).collect()
    }

    fn is_stated(self, row: &'a Row) -> Finding {
        let claims = self.informing(row);
        let verdict_of = |claim: &Claim| match &claim.assertion {
            _ if self.ran_out(claim).is_some() => Verdict::Unknown,
            Assertion::Unclear(_) => Verdict::Unknown,
            Assertion::Optional(_) if self.requirement.by_default => Verdict::No,
            _ => Verdict::Yes,
        };
        if claims.is_empty() {
            let mut grounds = self.uninformed(row);
            // Silence answers this question, except where nobody has looked.
            let verdict = if self.is_read(&row.id) { Verdict::No } else { Verdict::Unknown };
            grounds.iter_mut().for_each(|g| g.verdict = verdict);
            return Finding { verdict, grounds };
        }
        let ground = |(index, claim): &Indexed| {
            let fact = match &claim.assertion {
                _ if let Some(on) = self.ran_out(claim) => Fact::Expired { on, item: None },
                Assertion::Unclear(readings) => places::unclear(readings, row),
                Assertion::Optional(value) => Fact::OnlyOptional { value: value.clone() },
                _ => Fact::Stated,
            };
            self.ground(verdict_of(claim), row, &[*index], fact)
        };
        let grounds: Vec<Ground> = claims.iter().map(ground).collect();
        Finding { verdict: Verdict::any(grounds.iter().map(|g| g.verdict)), grounds }
    }

    fn ground(self, verdict: Verdict, row: &Row, claims: &[usize], fact: Fact) -> Ground {
        Ground { verdict, row: row.id.clone(), claims: claims.to_vec(), fact }
    }
}
