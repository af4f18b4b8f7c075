//! The chain of providers behind a vendor: who they are, what each does for it, and where.

use crate::catalogue::{
    Catalogue,
    claim::{Assertion, Claim},
    id::ProviderId,
    provider::Provider,
    row::{About, Kind, Row},
    value::Value,
};

/// A provider behind a vendor.
#[derive(Debug, Clone, PartialEq)]
pub struct Link<'a> {
    pub provider: &'a Provider,
    /// The vendor's claims that name it; their scope is the role.
    pub roles: Vec<&'a Claim>,
    /// The vendor's claims on its place; never a place of the vendor itself.
    pub places: Vec<&'a Claim>,
}

/// The row that names the providers behind a vendor.
pub fn names_row(catalogue: &Catalogue) -> Option<&Row> {
    catalogue.rows().find(|row| row.kind == Kind::Providers)
}

/// The row that holds where they are.
pub fn places_row(catalogue: &Catalogue) -> Option<&Row> {
    catalogue.rows().find(|row| row.kind == Kind::Places && row.about == About::Partner)
}

/// The providers that a vendor names, in the order of its claims.
pub fn of<'a>(vendor: &'a Provider, catalogue: &'a Catalogue) -> Vec<Link<'a>> {
    let mut links: Vec<Link> = Vec::new();
    let Some(row) = names_row(catalogue) else { return links };
    for claim in vendor.claims_on(&row.id) {
        for id in named(claim) {
            match links.iter_mut().find(|link| link.provider.id == *id) {
                Some(link) => link.roles.push(claim),
                None => links.extend(catalogue.provider(id).map(|provider| Link {
                    provider,
                    roles: vec![claim],
                    places: places(vendor, id, catalogue),
                })),
            }
        }
    }
    links
}

fn places<'a>(vendor: &'a Provider, of: &ProviderId, catalogue: &Catalogue) -> Vec<&'a Claim> {
    let rows = places_row(catalogue).into_iter();
    let on_places = rows.flat_map(|row| vendor.claims.iter().filter(|claim| claim.row == row.id));
    on_places.filter(|claim| claim.holder.as_ref() == Some(of)).collect()
}

/// The providers that any reading of a claim names.
fn named(claim: &Claim) -> Vec<&ProviderId> {
    let values: Vec<&Value> = match &claim.assertion {
        Assertion::Unclear(readings) => readings.iter().map(|reading| &reading.value).collect(),
        other => other.value().into_iter().collect(),
    };
    let lists = values.into_iter().filter_map(|value| match value {
        Value::Providers(list) => Some(&list.items),
        _ => None,
    });
    lists.flatten().collect()
}
