//! Requirements on lists: certificates, providers, ids.

use super::{
    Indexed, Judge,
    combine::{Across, agree, combine},
};
use crate::{
    catalogue::{
        claim::{Assertion, Claim},
        id::{CertificationId, ProviderId},
        row::{About, Kind, Row},
        value::{List, Value},
    },
    requirement::{
        Holder, Terms, Test,
        ground::{Fact, Finding, Ground, Item},
        verdict::Verdict,
    },
};

impl<'a> Judge<'a> {
    /// A requirement on every certificate, whatever row it stands on.
    pub(super) fn certificates(self) -> Finding {
        let rows: Vec<&Row> =
            self.context.catalogue.rows().filter(|r| r.kind == Kind::Certificates).collect();
        if self.requirement.test == Test::IsStated {
            let grounds: Vec<Ground> = rows
                .iter()
                .filter(|row| {
                    self.claims(row).any(|(_, claim)| self.counts(row, claim)) || self.is_silent(&rows)
                })
                .flat_map(|row| self.is_stated(row).grounds)
                .collect();
            return Finding { verdict: Verdict::any(grounds.iter().map(|g| g.verdict)), grounds };
        }
        self.list(&rows)
    }

    fn is_silent(self, rows: &[&'a Row]) -> bool {
        rows.iter().all(|row| self.informing(row).is_empty())
    }

    /// A requirement on the list that these rows hold together.
    pub(super) fn list(self, rows: &[&'a Row]) -> Finding {
        let (items, all) = match &self.requirement.test {
            Test::Has(terms) => (items(terms), true),
            Test::HasAny(terms) => (items(terms), false),
            _ => {
                return Finding { verdict: Verdict::Unknown, grounds: Vec::new() };
            }
        };
        let mut grounds = Vec::new();
        let mut verdicts = Vec::new();
        for item in items {
            let (verdict, found) = self.item(rows, &item);
            verdicts.push(verdict);
            grounds.extend(found);
        }
        let verdict = if all { Verdict::all(verdicts) } else { Verdict::any(verdicts) };
        // Several items can stand on the same silence; once is enough.
        let mut once: Vec<Ground> = Vec::new();
        for ground in grounds {
            if !once.contains(&ground) {
                once.push(ground);
            }
        }
        Finding { verdict, grounds: once }
    }

    fn item(self, rows: &[&'a Row], item: &Item) -> (Verdict, Vec<Ground>) {
        let claims: Vec<(&Row, Indexed)> =
            rows.iter().flat_map(|row| self.informing(row).into_iter().map(|c| (*row, c))).collect();
        if claims.is_empty() {
            return (Verdict::Unknown, self.nothing_informs(rows, item));
        }
        let judged: Vec<(&Claim, Ground)> = claims
            .into_iter()
            .map(|(row, (index, claim))| {
                let (verdict, fact) = self.claimed_item(claim, item);
                (claim, self.ground(verdict, row, &[index], fact))
            })
            .collect();
        let verdict = combine(Across::Some, judged.iter().map(|(claim, ground)| (*claim, ground.verdict)));
        // Once it is named, it does not matter what other open lists leave out.
        let tells =
            |ground: &Ground| verdict != Verdict::Yes || !matches!(ground.fact, Fact::NotInOpenList { .. });
        let silent = if verdict == Verdict::No { self.silent_parties(rows) } else { Vec::new() };
        let verdict = verdict.or(Verdict::any(silent.iter().map(|ground| ground.verdict)));
        let pointers = rows.iter().flat_map(|row| self.pointers_beside(row, verdict));
        let judged = judged.into_iter().map(|(_, ground)| ground).filter(tells);
        (verdict, judged.chain(silent).chain(pointers).collect())
    }

    /// Where anybody may hold it, it is not denied before both the vendor and its host have been heard.
    fn silent_parties(self, rows: &[&'a Row]) -> Vec<Ground> {
        if self.requirement.holder != Holder::Any {
            return Vec::new();
        }
        let is_silent = |holder: &Holder| {
            !rows.iter().any(|row| self.informing(row).iter().any(|(_, c)| self.counts_for(*holder, row, c)))
        };
        let grounds = [Holder::Own, Holder::Host].into_iter().filter(is_silent).flat_map(|holder| match rows
            .iter()
            .find(|row| could_answer(holder, row))
        {
            Some(row) => self.uninformed(row),
            None => rows
                .first()
                .map(|row| self.ground(Verdict::Unknown, row, &[], Fact::PartySilent { holder }))
                .into_iter()
                .collect(),
        });
        grounds.collect()
    }

    /// The party asked for states nothing; another party's list may still be worth naming.
    fn nothing_informs(self, rows: &[&'a Row], item: &Item) -> Vec<Ground> {
        let others = rows.iter().flat_map(|row| self.claims(row).map(move |c| (*row, c)));
        let mut grounds: Vec<Ground> = others
            .filter_map(|(row, (index, claim))| {
                let holder = claim.holder.clone().filter(|_| !self.counts(row, claim))?;
                let listed = claim.assertion.value().is_some_and(|value| position(value, item).is_some());
                let fact = Fact::OnlyOf { holder, item: listed.then(|| item.clone()) };
                listed.then(|| self.ground(Verdict::Unknown, row, &[index], fact))
            })
            .collect();
        // The row that would answer is the first one that could hold claims of the party asked for.
        let silent = rows.iter().find(|row| could_answer(self.requirement.holder, row)).or(rows.first());
        grounds.splice(0..0, silent.map(|row| self.uninformed(row)).unwrap_or_default());
        grounds
    }

    fn claimed_item(self, claim: &Claim, item: &Item) -> (Verdict, Fact) {
        if let Some(on) = self.ran_out(claim) {
            let listed = claim.assertion.value().is_some_and(|value| position(value, item).is_some());
            return (Verdict::Unknown, Fact::Expired { on, item: listed.then(|| item.clone()) });
        }
        match &claim.assertion {
            Assertion::Stated(value) | Assertion::Inherited(value) => self.listed(claim, value, item),
            Assertion::Optional(value) => match self.listed(claim, value, item) {
                (Verdict::Yes, _) => {
                    let verdict = Verdict::from(!self.requirement.by_default);
                    (verdict, Fact::OnlyOptional { value: value.clone() })
                }
                other => other,
            },
            Assertion::No => (Verdict::No, Fact::Denied),
            Assertion::Unclear(readings) => {
                let verdict = agree(readings.iter().map(|r| self.listed(claim, &r.value, item).0));
                (verdict, Fact::Conflict { readings: readings.iter().map(|r| r.value.clone()).collect() })
            }
            _ => (Verdict::Unknown, Fact::NotStated),
        }
    }

    /// Why a certification that a list names answers nothing, where it does not.
    fn not_counted(self, id: &CertificationId, holder: &Option<ProviderId>) -> Option<Fact> {
        let entry = self.context.catalogue.certification(id)?;
        let item = || entry.id.clone();
        match (entry.kind, entry.ended) {
            (kind, _) if !kind.counts() => {
                Some(Fact::KindNotCounted { item: item(), kind, holder: holder.clone() })
            }
            _ if entry.planned => Some(Fact::SchemePlanned { item: item() }),
            (_, Some(on)) if on < self.context.as_of => {
                Some(Fact::Expired { on, item: Some(Item::Certification(item())) })
            }
            _ => None,
        }
    }

    fn listed(self, claim: &Claim, value: &Value, item: &Item) -> (Verdict, Fact) {
        let holder = claim.holder.clone();
        let scope = claim.scope.clone();
        let Some(open) = is_open(value) else {
            return (Verdict::Unknown, Fact::NotStated);
        };
        if position(value, item).is_none() {
            let item = item.clone();
            return match open {
                true => (Verdict::Unknown, Fact::NotInOpenList { item, holder }),
                false => (Verdict::No, Fact::NotInClosedList { item, holder, scope }),
            };
        }
        if let Item::Certification(id) = item
            && let Some(fact) = self.not_counted(id, &holder)
        {
            return (Verdict::Unknown, fact);
        }
        (Verdict::Yes, Fact::Listed { item: item.clone(), holder, scope })
    }
}

/// Whether a row is the place to look for what this party holds.
fn could_answer(holder: Holder, row: &Row) -> bool {
    match holder {
        Holder::Own => row.about == About::Vendor,
        Holder::Host => row.about == About::Host,
        Holder::Any => true,
    }
}

fn items(terms: &Terms) -> Vec<Item> {
    match terms {
        Terms::Certifications(ids) => ids.iter().cloned().map(Item::Certification).collect(),
        Terms::Providers(ids) => ids.iter().cloned().map(Item::Provider).collect(),
        Terms::Ids(ids) => ids.iter().cloned().map(Item::Term).collect(),
        Terms::Places(_) => Vec::new(),
    }
}

fn is_open(value: &Value) -> Option<bool> {
    match value {
        Value::Certificates(List { open, .. })
        | Value::Providers(List { open, .. })
        | Value::Ids(List { open, .. }) => Some(*open),
        _ => None,
    }
}

fn position(value: &Value, item: &Item) -> Option<usize> {
    match (value, item) {
        (Value::Certificates(list), Item::Certification(id)) => list.items.iter().position(|i| i == id),
        (Value::Providers(list), Item::Provider(id)) => list.items.iter().position(|i| i == id),
        (Value::Ids(list), Item::Term(id)) => list.items.iter().position(|i| i == id),
        _ => None,
    }
}
