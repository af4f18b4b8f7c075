//! What changed between two catalogues, for a buyer: providers that came and went, and claims.

use super::words::assertion;
use crate::{
    catalogue::{
        Catalogue,
        claim::{Assertion, Claim, Evidence},
        date::Date,
        provider::{Kind, Provider},
        row::Row,
    },
    export::source,
};

/// The differences of one provider.
pub struct ProviderChange<'a> {
    /// As it is now, or was.
    pub provider: &'a Provider,
    pub presence: Presence,
    /// The name and the like.
    pub head: Vec<Change>,
    /// In the order of the rows.
    pub claims: Vec<ClaimChange<'a>>,
}

/// Whether something is in both catalogues.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Presence {
    Added,
    Removed,
    Changed,
}

impl Presence {
    pub fn id(self) -> &'static str {
        match self {
            Presence::Added => "added",
            Presence::Removed => "removed",
            Presence::Changed => "changed",
        }
    }
}

/// One field, before and after, in words; empty where it is absent.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    pub field: &'static str,
    pub old: String,
    pub new: String,
}

/// A claim that came, went or changed.
pub struct ClaimChange<'a> {
    pub row: &'a Row,
    pub old: Option<&'a Claim>,
    pub new: Option<&'a Claim>,
    /// What differs, where it changed.
    pub fields: Vec<Change>,
}

impl ClaimChange<'_> {
    pub fn presence(&self) -> Presence {
        match (self.old, self.new) {
            (None, _) => Presence::Added,
            (_, None) => Presence::Removed,
            _ => Presence::Changed,
        }
    }
}

/// What changed, in the order of the providers' names; nothing for what is the same.
pub fn between<'a>(old: &'a Catalogue, new: &'a Catalogue) -> Vec<ProviderChange<'a>> {
    let pairs = new.providers.iter().map(|now| (old.provider(&now.id), Some(now)));
    let gone = old.providers.iter().filter(|was| new.provider(&was.id).is_none());
    let mut changes: Vec<ProviderChange> = pairs
        .chain(gone.map(|was| (Some(was), None)))
        .filter_map(|(was, now)| provider((was, old), (now, new)))
        .collect();
    changes.sort_by_cached_key(|change| change.provider.name.to_lowercase());
    changes
}

/// A thing and the catalogue that it stands in.
type In<'a, T> = (Option<&'a T>, &'a Catalogue);

fn provider<'a>(old: In<'a, Provider>, new: In<'a, Provider>) -> Option<ProviderChange<'a>> {
    let presence = match (old.0, new.0) {
        (None, _) => Presence::Added,
        (_, None) => Presence::Removed,
        _ => Presence::Changed,
    };
    let head = match (old.0, new.0) {
        (Some(old), Some(new)) => head(old, new),
        _ => Vec::new(),
    };
    let claims = claims(old, new);
    let same = presence == Presence::Changed && head.is_empty() && claims.is_empty();
    let provider = new.0.or(old.0)?;
    (!same).then_some(ProviderChange { provider, presence, head, claims })
}

fn head(old: &Provider, new: &Provider) -> Vec<Change> {
    let kind = |provider: &Provider| match provider.kind {
        Kind::Vendor => "vendor",
        Kind::Provider => "provider",
    };
    let covers = |provider: &Provider| {
        provider.covers.iter().map(|section| section.as_str()).collect::<Vec<_>>().join(", ")
    };
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    differing([
        ("name", old.name.clone(), new.name.clone()),
        ("kind", kind(old).to_owned(), kind(new).to_owned()),
        ("summary", text(&old.summary), text(&new.summary)),
        ("sections read", covers(old), covers(new)),
    ])
}

fn claims<'a>(old: In<'a, Provider>, new: In<'a, Provider>) -> Vec<ClaimChange<'a>> {
    let of = |provider: Option<&'a Provider>| provider.map_or(&[][..], |provider| &provider.claims);
    let row = |claim: &Claim| new.1.row(&claim.row).or_else(|| old.1.row(&claim.row));
    let pairs = paired(of(old.0), of(new.0)).into_iter().filter(|(was, now)| was != now);
    let changes = pairs.filter_map(|(was, now)| {
        let row = row(now.or(was)?)?;
        let fields = match (was, now) {
            (Some(was), Some(now)) => fields((was, old.1), (now, new.1), row),
            _ => Vec::new(),
        };
        Some(ClaimChange { row, old: was, new: now, fields })
    });
    let mut changes: Vec<ClaimChange> = changes.collect();
    let rows: Vec<_> = new.1.rows().map(|row| &row.id).collect();
    changes.sort_by_cached_key(|change| rows.iter().position(|id| **id == change.row.id));
    changes
}

/// Which claim became which: first those that are the same, then those that agree in less and less of what tells
/// claims apart. What is left came or went.
fn paired<'a>(old: &'a [Claim], new: &'a [Claim]) -> Vec<(Option<&'a Claim>, Option<&'a Claim>)> {
    let alike: [fn(&Claim, &Claim) -> bool; 4] = [
        |a, b| a == b,
        |a, b| (&a.row, &a.holder, &a.scope) == (&b.row, &b.holder, &b.scope),
        |a, b| (&a.row, &a.holder) == (&b.row, &b.holder),
        |a, b| a.row == b.row,
    ];
    let mut old: Vec<Option<&Claim>> = old.iter().map(Some).collect();
    let mut became: Vec<(Option<&Claim>, Option<&Claim>)> = new.iter().map(|now| (None, Some(now))).collect();
    for alike in alike {
        for (was, now) in became.iter_mut().filter(|(was, _)| was.is_none()) {
            let fits = |was: &&mut Option<&Claim>| was.zip(*now).is_some_and(|(was, now)| alike(was, now));
            *was = old.iter_mut().find(fits).and_then(Option::take);
        }
    }
    became.extend(old.into_iter().filter(Option::is_some).map(|was| (was, None)));
    became
}

fn fields((old, was): (&Claim, &Catalogue), (new, now): (&Claim, &Catalogue), row: &Row) -> Vec<Change> {
    let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let holder = |claim: &Claim, catalogue: &Catalogue| {
        claim.holder.as_ref().map(|id| catalogue.provider_name(id).to_owned()).unwrap_or_default()
    };
    let state = |claim: &Claim| claim.assertion.state().id().to_owned();
    let planned_by = |claim: &Claim| match &claim.assertion {
        Assertion::Planned { by, .. } => day(*by),
        _ => String::new(),
    };
    let values = match [assertion(&old.assertion, row, was), assertion(&new.assertion, row, now)] {
        // What is the same in words may still differ in what it counts.
        [a, b] if a == b => [written(old), written(new)],
        differing => differing,
    };
    let [value_before, value_after] = values;
    let mut changes = differing([
        ("state", state(old), state(new)),
        ("value", value_before, value_after),
        ("planned by", planned_by(old), planned_by(new)),
        ("holder", holder(old, was), holder(new, now)),
        ("scope", text(&old.scope), text(&new.scope)),
        ("as of", day(old.as_of), day(new.as_of)),
        ("expires", day(old.expires), day(new.expires)),
        ("note", text(&old.note), text(&new.note)),
    ]);
    let passages = |claim: &Claim, other: &Claim, catalogue: &Catalogue| -> Vec<String> {
        let kept: Vec<&Evidence> = other.all_evidence().collect();
        claim.all_evidence().filter(|e| !kept.contains(e)).map(|e| passage(e, catalogue)).collect()
    };
    let gone = passages(old, new, was).into_iter().map(|old| (old, String::new()));
    let came = passages(new, old, now).into_iter().map(|new| (String::new(), new));
    changes.extend(gone.chain(came).map(|(old, new)| Change { field: "evidence", old, new }));
    changes
}

/// The values of a claim as the data files write them.
fn written(claim: &Claim) -> String {
    let values = match &claim.assertion {
        Assertion::Unclear(readings) => readings.iter().map(|reading| &reading.value).collect(),
        assertion => Vec::from_iter(assertion.value()),
    };
    values.into_iter().map(|value| source::value(value).to_string()).collect::<Vec<_>>().join("; or: ")
}

/// Where something is said, and what: "Infrastructure, Backups: Backups are kept for 35 days."
fn passage(evidence: &Evidence, catalogue: &Catalogue) -> String {
    let document = catalogue.document(&evidence.document);
    let title = document.map_or(evidence.document.as_str(), |document| &document.title);
    format!("{title}, {}: {}", evidence.section, evidence.statement)
}

fn differing<const N: usize>(fields: [(&'static str, String, String); N]) -> Vec<Change> {
    let differing = fields.into_iter().filter(|(_, old, new)| old != new);
    differing.map(|(field, old, new)| Change { field, old, new }).collect()
}
