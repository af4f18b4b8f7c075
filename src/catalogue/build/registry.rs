//! The parts of a catalogue that claims refer to: places, certifications, rows, documents.

#[cfg(not(target_arch = "wasm32"))]
use super::ledger::Ledger;
use super::{Checker, Known};
use crate::catalogue::{
    Catalogue,
    certification::{self, Certification},
    document::Document,
    id::{CertificationId, DocumentId, GroupId, ProviderId, RowId, SectionId, TermId},
    place::{Group, Member, Place},
    problem::told,
    row::{self, About, Derived, Role, Row, Section, Term},
    source::{CatalogueSource, DocumentSource, RowSource},
};

/// All parts; the providers are only named.
pub fn shared<'s>(
    source: &'s CatalogueSource,
    providers: impl Iterator<Item = &'s str>,
    checker: &mut Checker,
) -> Known {
    let mut catalogue = Catalogue::default();
    places(source, &mut catalogue, checker);
    groups(source, &mut catalogue, checker);
    certifications(source, &mut catalogue, checker);
    sections(source, &mut catalogue, checker);
    let mut known = Known::new(catalogue, providers.map(ProviderId::new).collect());
    known.set_documents(documents(source, &known, checker));
    #[cfg(not(target_arch = "wasm32"))]
    {
        known.ledger = Ledger::of(&source.documents);
    }
    known
}

fn places(source: &CatalogueSource, catalogue: &mut Catalogue, checker: &mut Checker) {
    checker.unique(
        "place",
        source.places.iter().enumerate().map(|(i, p)| (told!("places[{i}].code"), &*p.code)),
    );
    for (index, place) in source.places.iter().enumerate() {
        match place.code.parse() {
            Ok(code) => catalogue.places.push(Place { code, name: place.name.clone() }),
            Err(()) => {
                let message = told!("\"{}\" is not an ISO 3166-1 alpha-2 code", place.code);
                checker.report(&told!("places[{index}].code"), message, Some(told!("write two letters")));
            }
        }
    }
}

fn groups(source: &CatalogueSource, catalogue: &mut Catalogue, checker: &mut Checker) {
    checker.unique("group", source.groups.iter().enumerate().map(|(i, g)| (told!("groups[{i}].id"), &*g.id)));
    for (index, group) in source.groups.iter().enumerate() {
        let path = told!("groups[{index}]");
        group_id(&told!("{path}.id"), &group.id, &catalogue.places, checker);
        checker.filled(&told!("{path}.source"), &group.source);
        let mut members = Vec::new();
        for (i, member) in group.members.iter().enumerate() {
            let path = told!("{path}.members[{i}]");
            let place = checker.place(&told!("{path}.place"), &member.place, &catalogue.places);
            let valid_from = checker.date(&told!("{path}.valid_from"), &member.valid_from);
            let to_path = told!("{path}.valid_to");
            let valid_to = member.valid_to.as_deref().and_then(|to| checker.date(&to_path, to));
            if let (Some(place), Some(valid_from)) = (place, valid_from) {
                if valid_to.is_some_and(|to| to < valid_from) {
                    checker.report(&to_path, "the membership ends before it begins", None);
                }
                members.push(Member { place, valid_from, valid_to });
            }
        }
        catalogue.groups.push(Group {
            id: GroupId::new(&group.id),
            name: group.name.clone(),
            in_words: group.in_words.clone(),
            summary: group.summary.clone(),
            source: group.source.clone(),
            members,
        });
    }
}

/// A group stands in requirements beside places, so its id must be one word and no place's code.
fn group_id(path: &str, id: &str, places: &[Place], checker: &mut Checker) {
    if id.is_empty() || !id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-') {
        checker.report(path, told!("\"{id}\" is not an id of a group: letters, digits and hyphens"), None);
    }
    if let Some(place) = places.iter().find(|p| p.code.to_string().eq_ignore_ascii_case(id)) {
        checker.report(path, told!("\"{id}\" is the code of a place ({})", place.name), None);
    }
}

fn certifications(source: &CatalogueSource, catalogue: &mut Catalogue, checker: &mut Checker) {
    let list = &source.certifications;
    checker.unique("id", list.iter().enumerate().map(|(i, c)| (told!("certifications[{i}].id"), &*c.id)));
    let aliases = list.iter().enumerate().flat_map(|(i, c)| {
        let alias = move |(j, alias)| (told!("certifications[{i}].aliases[{j}]"), alias);
        let name = (told!("certifications[{i}].name"), &*c.name);
        c.aliases.iter().map(String::as_str).enumerate().map(alias).chain([name])
    });
    checker.unique("spelling", aliases);
    for (index, entry) in list.iter().enumerate() {
        let path = told!("certifications[{index}]");
        checker.id(&told!("{path}.id"), &entry.id);
        checker.filled(&told!("{path}.name"), &entry.name);
        let what = "a kind of certification";
        let kinds = &certification::Kind::ALL;
        let kind = checker.term(&told!("{path}.kind"), what, &entry.kind, kinds, certification::Kind::id);
        catalogue.certifications.push(Certification {
            id: CertificationId::new(&entry.id),
            name: entry.name.clone(),
            aliases: entry.aliases.clone(),
            kind: kind.unwrap_or(certification::Kind::Programme),
            issuer: entry.issuer.clone(),
        });
    }
}

/// Answers of the requirement grammar that stand where a value of a row does.
const RESERVED_TERMS: [&str; 2] = ["yes", "no"];

fn sections(source: &CatalogueSource, catalogue: &mut Catalogue, checker: &mut Checker) {
    let sections = source.sections.iter().enumerate();
    checker.unique("section", sections.clone().map(|(i, s)| (told!("sections[{i}].id"), &*s.id)));
    let rows = sections.clone().flat_map(|(i, s)| {
        s.rows.iter().enumerate().map(move |(j, r)| (told!("sections[{i}].rows[{j}]"), r))
    });
    checker.unique("row", rows.clone().map(|(path, r)| (told!("{path}.id"), &*r.id)));
    for (path, row) in rows.clone() {
        if row::RESERVED.contains(&&*row.id) {
            let message = told!("\"{}\" has a meaning of its own in requirements and is not a row", row.id);
            checker.report(&told!("{path}.id"), message, None);
        }
        for (index, other) in row.exists_if.iter().enumerate() {
            if !rows.clone().any(|(_, r)| r.id == *other) {
                let known = rows.clone().map(|(_, r)| &*r.id);
                checker.unknown(&told!("{path}.exists_if[{index}]"), "a row", other, known);
            }
        }
    }
    for (index, section) in sections {
        let path = |row| told!("sections[{index}].rows[{row}]");
        checker.id(&told!("sections[{index}].id"), &section.id);
        let rows = section.rows.iter().enumerate().map(|(i, r)| self::row(r, &path(i), checker)).collect();
        catalogue.sections.push(Section {
            id: SectionId::new(&section.id),
            name: section.name.clone(),
            rows,
        });
    }
}

fn row(source: &RowSource, path: &str, checker: &mut Checker) -> Row {
    checker.id(&told!("{path}.id"), &source.id);
    checker.filled(&told!("{path}.name"), &source.name);
    let terms = source.values.iter().enumerate().map(|(i, t)| (told!("{path}.values[{i}].id"), &*t.id));
    checker.unique("value", terms.clone());
    for (path, id) in terms {
        checker.id(&path, id);
        if RESERVED_TERMS.contains(&id) {
            checker.report(&path, told!("\"{id}\" is an answer of its own and not a value of a row"), None);
        }
    }
    let kind =
        checker.term(&told!("{path}.type"), "a type of row", &source.kind, &row::Kind::ALL, row::Kind::id);
    let role = source.role.as_deref().and_then(|role| {
        checker.term(&told!("{path}.role"), "a role of a place", role, &Role::ALL, Role::id)
    });
    if role.is_some() && kind != Some(row::Kind::Places) {
        checker.report(&told!("{path}.role"), "only a row of type places has a role", None);
    }
    let about = match source.about.as_deref() {
        None => About::Vendor,
        Some("host") => About::Host,
        Some("partner") => About::Partner,
        Some(other) => {
            checker.unknown(&told!("{path}.about"), "a party", other, ["host", "partner"].into_iter());
            About::Vendor
        }
    };
    let derived = match source.derived.as_deref() {
        None => None,
        Some("inside-eea") => Some(Derived::InsideEea),
        Some(other) => {
            checker.unknown(&told!("{path}.derived"), "a derivation", other, ["inside-eea"].into_iter());
            None
        }
    };
    Row {
        id: RowId::new(&source.id),
        name: source.name.clone(),
        short: source.short.clone(),
        clause: source.clause.clone(),
        kind: kind.unwrap_or(row::Kind::Text),
        role,
        exists_if: source.exists_if.iter().map(|id| RowId::new(id)).collect(),
        about,
        derived,
        terms: source.values.iter().map(|t| Term { id: TermId::new(&t.id), name: t.name.clone() }).collect(),
    }
}

fn documents(source: &CatalogueSource, known: &Known, checker: &mut Checker) -> Vec<Document> {
    let list = source.documents.iter().enumerate();
    checker.unique("document", list.clone().map(|(i, d)| (told!("documents[{i}].id"), &*d.id)));
    let document = |(index, entry): (usize, &DocumentSource)| {
        let path = told!("documents[{index}]");
        checker.id(&told!("{path}.id"), &entry.id);
        checker.filled(&told!("{path}.title"), &entry.title);
        let publisher = known.provider(&entry.publisher, &told!("{path}.publisher"), checker);
        let date_path = told!("{path}.date");
        Document {
            id: DocumentId::new(&entry.id),
            title: entry.title.clone(),
            // An unknown publisher has been reported; what cites the document is not at fault.
            publisher: publisher.unwrap_or_else(|| ProviderId::new(&entry.publisher)),
            date: entry.date.as_deref().and_then(|date| checker.date(&date_path, date)),
        }
    };
    list.map(document).collect()
}
