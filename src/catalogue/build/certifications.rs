//! The registry of certifications.

use super::Checker;
use crate::catalogue::{
    Catalogue,
    certification::{Certification, Edition, Kind},
    id::CertificationId,
    problem::told,
    source::{CatalogueSource, CertificationSource, EditionSource},
    spelling,
};

pub fn certifications(source: &CatalogueSource, catalogue: &mut Catalogue, checker: &mut Checker) {
    let list = &source.certifications;
    checker.unique("id", list.iter().enumerate().map(|(i, c)| (told!("certifications[{i}].id"), &*c.id)));
    unique_spellings(list, checker);
    for (index, entry) in list.iter().enumerate() {
        let certification = certification(entry, &told!("certifications[{index}]"), checker);
        catalogue.certifications.push(certification);
    }
}

/// A spelling that belongs to two would make a reader of lists choose by chance.
fn unique_spellings(list: &[CertificationSource], checker: &mut Checker) {
    let spellings = list.iter().enumerate().flat_map(|(i, entry)| {
        let alias = move |(j, alias)| (told!("certifications[{i}].aliases[{j}]"), alias);
        let name = (told!("certifications[{i}].name"), &*entry.name);
        std::iter::once(name).chain(entry.aliases.iter().map(String::as_str).enumerate().map(alias))
    });
    checker.unique_by(spelling::key, "spelling", spellings);
}

fn certification(entry: &CertificationSource, path: &str, checker: &mut Checker) -> Certification {
    checker.id(&told!("{path}.id"), &entry.id);
    checker.filled(&told!("{path}.name"), &entry.name);
    if let Some(issuer) = &entry.issuer {
        checker.filled(&told!("{path}.issuer"), issuer);
    }
    if let Some(address) = &entry.address {
        checker.address(&told!("{path}.address"), address);
    }
    let what = "a kind of certification";
    let kind = checker.term(&told!("{path}.kind"), what, &entry.kind, &Kind::ALL, Kind::id);
    let ended = entry.ended.as_deref().and_then(|day| checker.date(&told!("{path}.ended"), day));
    if entry.planned && ended.is_some() {
        checker.report(&told!("{path}.ended"), "what is only planned cannot have ended", None);
    }
    Certification {
        id: CertificationId::new(&entry.id),
        name: entry.name.clone(),
        aliases: entry.aliases.clone(),
        editions: editions(&entry.editions, path, checker),
        kind: kind.unwrap_or(Kind::Programme),
        planned: entry.planned,
        ended,
        issuer: entry.issuer.clone(),
        address: entry.address.clone(),
    }
}

fn editions(list: &[EditionSource], path: &str, checker: &mut Checker) -> Vec<Edition> {
    let spellings = list.iter().enumerate().flat_map(|(i, edition)| {
        let alias = move |(j, alias)| (told!("{path}.editions[{i}].aliases[{j}]"), alias);
        let name = (told!("{path}.editions[{i}].name"), &*edition.name);
        std::iter::once(name).chain(edition.aliases.iter().map(String::as_str).enumerate().map(alias))
    });
    checker.unique_by(spelling::key, "edition", spellings);
    let edition = |(index, source): (usize, &EditionSource)| {
        let path = told!("{path}.editions[{index}]");
        checker.filled(&told!("{path}.name"), &source.name);
        let valid_to = source.valid_to.as_deref();
        Edition {
            name: source.name.clone(),
            aliases: source.aliases.clone(),
            valid_to: valid_to.and_then(|day| checker.date(&told!("{path}.valid_to"), day)),
        }
    };
    list.iter().enumerate().map(edition).collect()
}
