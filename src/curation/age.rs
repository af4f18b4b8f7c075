//! How old what we know is: *stale* claims, and those that run out.

use std::collections::HashMap;

use crate::catalogue::{
    Catalogue,
    claim::Claim,
    date::Date,
    document::Document,
    id::{DocumentId, RowId},
    provider::Provider,
};

/// The dates of documents, by id.
pub struct Dates<'a>(HashMap<&'a DocumentId, Date>);

impl<'a> Dates<'a> {
    pub fn of(documents: &'a [Document]) -> Self {
        Self(documents.iter().filter_map(|d| Some((&d.id, d.date?))).collect())
    }

    /// The last day on which the claim is known to have held: its own `as_of`, else the date of the latest document
    /// that says it. `None` where none of them has a date.
    pub fn known_to_hold(&self, claim: &Claim) -> Option<Date> {
        let documents = claim.all_evidence().filter_map(|evidence| self.0.get(&evidence.document));
        claim.as_of.or_else(|| documents.copied().max())
    }
}

/// A claim with the day that matters about it.
#[derive(Debug, Clone, PartialEq)]
pub struct Dated<'a> {
    pub provider: &'a Provider,
    pub row: &'a RowId,
    /// Its position among the provider's claims.
    pub index: usize,
    /// `None` where nobody has written a day down.
    pub day: Option<Date>,
}

/// The claims that were last known to hold before a day, oldest first; and those of which no day is known, in the
/// order of the catalogue.
pub fn stale(catalogue: &Catalogue, before: Date) -> (Vec<Dated<'_>>, Vec<Dated<'_>>) {
    let dates = Dates::of(&catalogue.documents);
    let claims = claims(catalogue).map(|(dated, claim)| Dated { day: dates.known_to_hold(claim), ..dated });
    let (mut stale, undated): (Vec<_>, Vec<_>) = claims
        .filter(|dated| dated.day.is_none_or(|day| day < before))
        .partition(|dated| dated.day.is_some());
    stale.sort_by_key(|dated| dated.day);
    (stale, undated)
}

/// The claims that run out up to and including a day, and those that have run out; the first to go comes first.
pub fn expiring(catalogue: &Catalogue, until: Date) -> Vec<Dated<'_>> {
    let claims = claims(catalogue).map(|(dated, claim)| Dated { day: claim.expires, ..dated });
    let mut expiring: Vec<_> = claims.filter(|dated| dated.day.is_some_and(|day| day <= until)).collect();
    expiring.sort_by_key(|dated| dated.day);
    expiring
}

fn claims(catalogue: &Catalogue) -> impl Iterator<Item = (Dated<'_>, &Claim)> {
    catalogue.providers.iter().flat_map(|provider| {
        let claims = provider.claims.iter().enumerate();
        claims.map(move |(index, claim)| (Dated { provider, row: &claim.row, index, day: None }, claim))
    })
}
