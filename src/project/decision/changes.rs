//! What has changed since a decision record was made.

use serde_json::Value as Json;

use super::{
    Record, RecordedClaim,
    make::{claims, rows_read},
};
use crate::{
    catalogue::{
        Catalogue, canonical,
        id::{ProviderId, RowId},
        identity::Identity,
        problem::Problem,
    },
    project::{joined, known::problem},
    requirement::{Requirement, evaluate::Context, outcome::Outcome, parse::parse, verdict::Verdict},
};

/// A record beside the catalogue of today.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Reopened {
    /// Whether the catalogue is the very one that the record was made with.
    pub same_catalogue: bool,
    /// Claims that mattered and came, went or changed; vendor by vendor.
    pub claims: Vec<ClaimChange>,
    /// Vendors whose outcome is another now. Judged as of the day of the record.
    pub moved: Vec<Moved>,
    /// What the catalogue of today does not know.
    pub problems: Vec<Problem>,
}

/// A claim that came, went or changed.
#[derive(Debug, Clone, PartialEq)]
pub struct ClaimChange {
    pub vendor: ProviderId,
    /// The name of the vendor.
    pub name: String,
    pub row: RowId,
    /// The name of the row.
    pub row_name: String,
    /// What it said, in words; `None` where there was no such claim.
    pub before: Option<String>,
    pub after: Option<String>,
}

/// A vendor whose outcome is another now.
#[derive(Debug, Clone, PartialEq)]
pub struct Moved {
    pub vendor: ProviderId,
    pub name: String,
    /// `None` where it was not assessed.
    pub from: Option<Verdict>,
    /// `None` where the catalogue does not have it any more.
    pub to: Option<Verdict>,
}

/// Puts a record beside a catalogue, which is taken without what the project adds.
pub fn reopen(record: &Record, base: &Catalogue, identity: &Identity) -> Reopened {
    let (catalogue, mut problems) = joined(base, &record.project);
    let mut requirements: Vec<Requirement> = Vec::new();
    for (index, recorded) in record.requirements.iter().enumerate() {
        let parsed = parse(&recorded.text, &catalogue);
        problems.extend(parsed.errors.iter().map(|error| {
            let path = format!("requirements[{index}].text");
            problem(path, error.to_string(), "the outcome cannot be worked out anew with this catalogue")
        }));
        requirements.extend(parsed.requirements);
    }
    let readable = requirements.len() == record.requirements.len();
    let outcome =
        readable.then(|| Outcome::of(&requirements, Context { catalogue: &catalogue, as_of: record.as_of }));
    Reopened {
        same_catalogue: record.catalogue.sha256 == identity.sha256,
        claims: changed_claims(record, &requirements, &catalogue),
        moved: outcome.map(|outcome| moved(record, &outcome, &catalogue)).unwrap_or_default(),
        problems,
    }
}

fn moved(record: &Record, now: &Outcome, catalogue: &Catalogue) -> Vec<Moved> {
    let known = record.vendors.iter().map(|vendor| {
        let to = now.of_vendor(&vendor.id).map(|assessment| assessment.verdict);
        Moved { vendor: vendor.id.clone(), name: vendor.name.clone(), from: Some(vendor.outcome), to }
    });
    let is_new = |id: &ProviderId| !record.vendors.iter().any(|vendor| vendor.id == *id);
    let new =
        now.assessments.iter().filter(|assessment| is_new(&assessment.vendor)).map(|assessment| Moved {
            vendor: assessment.vendor.clone(),
            name: catalogue.provider_name(&assessment.vendor),
            from: None,
            to: Some(assessment.verdict),
        });
    known.chain(new).filter(|moved| moved.from != moved.to).collect()
}

/// For vendors that were assessed and are there still: others came or went as a whole.
fn changed_claims(record: &Record, requirements: &[Requirement], catalogue: &Catalogue) -> Vec<ClaimChange> {
    // Those of a requirement that cannot be read any more are known from the record.
    let mut read = rows_read(requirements, catalogue);
    let recorded = record.vendors.iter().flat_map(|vendor| &vendor.claims);
    for row in recorded.filter_map(|claim| catalogue.row(&claim.row())) {
        if !read.iter().any(|known| known.id == row.id) {
            read.push(row);
        }
    }
    let mut changes = Vec::new();
    for vendor in &record.vendors {
        let Some(provider) = catalogue.provider(&vendor.id) else { continue };
        let now = claims(provider, &read, catalogue);
        for (before, after) in paired(&vendor.claims, &now) {
            let Some(either) = before.or(after) else { continue };
            let [before, after] = in_words(before, after);
            changes.push(ClaimChange {
                vendor: vendor.id.clone(),
                name: vendor.name.clone(),
                row: either.row(),
                row_name: either.name.clone(),
                before,
                after,
            });
        }
    }
    changes
}

/// In how far two claims agree.
#[derive(Clone, Copy)]
enum Alike {
    Whole,
    /// Row, holder and scope.
    Part,
    Row,
}

impl Alike {
    fn are(self, a: &RecordedClaim, b: &RecordedClaim) -> bool {
        let part = |c: &RecordedClaim| (c.claim.holder.clone(), c.claim.scope.clone());
        a.claim.row == b.claim.row
            && match self {
                Alike::Whole => written(a) == written(b),
                Alike::Part => part(a) == part(b),
                Alike::Row => true,
            }
    }
}

type Pair<'a> = (Option<&'a RecordedClaim>, Option<&'a RecordedClaim>);

/// Which claim became which, without those that are the same: first by row, holder and scope, then by row alone. What is
/// left came or went.
fn paired<'a>(old: &'a [RecordedClaim], new: &'a [RecordedClaim]) -> Vec<Pair<'a>> {
    let mut left: Vec<Option<&RecordedClaim>> = new.iter().map(Some).collect();
    let mut pairs: Vec<Pair> = old.iter().map(|claim| (Some(claim), None)).collect();
    for alike in [Alike::Whole, Alike::Part, Alike::Row] {
        for (before, after) in pairs.iter_mut().filter(|(_, after)| after.is_none()) {
            let fits =
                |now: &&mut Option<&RecordedClaim>| before.zip(**now).is_some_and(|(a, b)| alike.are(a, b));
            *after = left.iter_mut().find(fits).and_then(Option::take);
        }
    }
    pairs.retain(|(before, after)| !before.zip(*after).is_some_and(|(a, b)| written(a) == written(b)));
    pairs.extend(left.into_iter().flatten().map(|claim| (None, Some(claim))));
    pairs
}

fn written(claim: &RecordedClaim) -> Json {
    canonical::sorted(serde_json::to_value(&claim.claim).unwrap_or_default())
}

/// Both in words; with the evidence, or as a profile writes them, where the words alone are the same.
fn in_words(before: Option<&RecordedClaim>, after: Option<&RecordedClaim>) -> [Option<String>; 2] {
    let mut both = [None, None];
    for way in [Way::Words, Way::Evidence, Way::Profile] {
        both = [before.map(|claim| way.say(claim)), after.map(|claim| way.say(claim))];
        if both[0] != both[1] {
            break;
        }
    }
    both
}

/// How a claim is told.
#[derive(Clone, Copy)]
enum Way {
    Words,
    Evidence,
    Profile,
}

impl Way {
    fn say(self, claim: &RecordedClaim) -> String {
        match self {
            Way::Words => claim.words.clone(),
            Way::Evidence => {
                let passages = claim.evidence.iter();
                let said: Vec<String> =
                    passages.map(|p| format!("{}, {}: {}", p.document, p.section, p.statement)).collect();
                format!("{} ({})", claim.words, said.join("; "))
            }
            Way::Profile => written(claim).to_string(),
        }
    }
}
