//! The parts of a catalogue that claims refer to: places, rows, documents.

#[cfg(any(feature = "others", not(target_arch = "wasm32")))]
use super::ledger::Ledger;
use super::{Checker, Known, certifications, groups};
use crate::catalogue::{
    Catalogue,
    document::Document,
    id::{DocumentId, ProviderId, RowId, SectionId, TermId},
    place::Place,
    problem::told,
    row::{self, About, Better, Derived, Role, Row, Section, Term},
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
    groups::groups(source, &mut catalogue, checker);
    certifications::certifications(source, &mut catalogue, checker);
    sections(source, &mut catalogue, checker);
    let mut known = Known::new(catalogue, providers.map(ProviderId::new).collect());
    known.set_documents(documents(source, &known, checker));
    #[cfg(any(feature = "others", not(target_arch = "wasm32")))]
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
    let better = source.better.as_deref().and_then(|better| {
        checker.term(&told!("{path}.better"), "a direction", better, &Better::ALL, Better::id)
    });
    if let (Some(better), Some(kind)) = (better, kind)
        && !better.fits(kind)
    {
        let message = told!("\"{}\" says nothing about a row of type {}", better.id(), kind.id());
        let help = told!(
            "\"higher\" and \"lower\" are for numbers, times and dates, \"yes\" and \"no\" for booleans"
        );
        checker.report(&told!("{path}.better"), message, Some(help));
    }
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
        better,
        terms: source.values.iter().map(|t| Term { id: TermId::new(&t.id), name: t.name.clone() }).collect(),
    }
}

fn documents(source: &CatalogueSource, known: &Known, checker: &mut Checker) -> Vec<Document> {
    let list = source.documents.iter().enumerate();
    checker.unique("document", list.clone().map(|(i, d)| (told!("documents[{i}].id"), &*d.id)));
    list.map(|(index, entry)| document(entry, &told!("documents[{index}]."), known, checker)).collect()
}

/// A document as far as it holds. `prefix` stands before each path.
pub fn document(entry: &DocumentSource, prefix: &str, known: &Known, checker: &mut Checker) -> Document {
    checker.id(&told!("{prefix}id"), &entry.id);
    checker.filled(&told!("{prefix}title"), &entry.title);
    let publisher = known.provider(&entry.publisher, &told!("{prefix}publisher"), checker);
    let date_path = told!("{prefix}date");
    Document {
        id: DocumentId::new(&entry.id),
        title: entry.title.clone(),
        // An unknown publisher has been reported; what cites the document is not at fault.
        publisher: publisher.unwrap_or_else(|| ProviderId::new(&entry.publisher)),
        date: entry.date.as_deref().and_then(|date| checker.date(&date_path, date)),
        own: false,
    }
}
