//! The catalogue: providers and their claims, the rows, the certification registry, places, documents.
//!
//! Texts come in as [`source`] structures, are checked by [`build`] and leave as one [`Catalogue`] in which every
//! id is known to exist. Nothing here knows a browser, and nothing here imports from the modules to its right.
//! The build script compiles this very module to validate `data/` before it is embedded.

pub mod build;
pub mod canonical;
pub mod certification;
pub mod claim;
pub mod claim_words;
pub mod date;
pub mod decimal;
#[cfg(not(target_arch = "wasm32"))]
pub mod directory;
pub mod document;
pub mod duration;
pub mod find;
pub mod id;
pub mod identity;
pub mod json;
pub mod json_map;
pub mod order;
pub mod packed;
pub mod place;
pub mod place_set;
pub mod problem;
pub mod provider;
pub mod record;
pub mod row;
pub mod sorting;
pub mod source;
pub mod spelling;
pub mod statements;
pub mod suggest;
pub mod value;
pub mod words;
pub mod written;

use certification::Certification;
use document::Document;
use id::{CertificationId, DocumentId, GroupId, ProviderId, RowId};
use place::{Area, Group, Place, PlaceCode};
use problem::Problem;
use provider::Provider;
use row::{Row, Section};

/// A checked catalogue.
///
/// **Invariant:** every id inside it (row, certification, place, group, document, provider) names an entry of it,
/// and the value of every claim has the type of its row.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Catalogue {
    /// In the order of display; every row belongs to one section.
    pub sections: Vec<Section>,
    pub certifications: Vec<Certification>,
    pub places: Vec<Place>,
    pub groups: Vec<Group>,
    pub documents: Vec<Document>,
    /// Vendors and the providers behind them, by name.
    pub providers: Vec<Provider>,
}

impl Catalogue {
    /// Reads one JSON text in the shape of [`source::CatalogueSource`].
    ///
    /// # Errors
    /// Every problem found, each with its place in `text`; `name` is how the text is called in them.
    pub fn from_json(name: &str, text: &str) -> Result<Self, Vec<Problem>> {
        let source = build::parse::<source::CatalogueSource>(name, text)?;
        build::catalogue(&source, &build::OneText { name, text })
    }

    pub fn rows(&self) -> impl Iterator<Item = &Row> {
        self.sections.iter().flat_map(|section| &section.rows)
    }

    /// The vendors: the providers that are compared.
    pub fn vendors(&self) -> impl Iterator<Item = &Provider> {
        self.providers.iter().filter(|p| p.kind == provider::Kind::Vendor)
    }

    pub fn row(&self, id: &RowId) -> Option<&Row> {
        self.rows().find(|row| row.id == *id)
    }

    pub fn section_of(&self, row: &RowId) -> Option<&Section> {
        self.sections.iter().find(|s| s.rows.iter().any(|r| r.id == *row))
    }

    pub fn provider(&self, id: &ProviderId) -> Option<&Provider> {
        self.providers.iter().find(|p| p.id == *id)
    }

    pub fn certification(&self, id: &CertificationId) -> Option<&Certification> {
        self.certifications.iter().find(|c| c.id == *id)
    }

    pub fn document(&self, id: &DocumentId) -> Option<&Document> {
        self.documents.iter().find(|d| d.id == *id)
    }

    /// Whether a claim rests on a document of the visitor's own.
    pub fn is_own(&self, claim: &claim::Claim) -> bool {
        claim.all_evidence().any(|evidence| self.document(&evidence.document).is_some_and(|d| d.own))
    }

    pub fn place(&self, code: PlaceCode) -> Option<&Place> {
        self.places.iter().find(|p| p.code == code)
    }

    pub fn group(&self, id: &GroupId) -> Option<&Group> {
        self.groups.iter().find(|g| g.id == *id)
    }

    /// What belongs to a group on a day; nothing for a group that is not in the catalogue.
    pub fn area(&self, id: &GroupId, on: date::Date) -> Area {
        self.group(id).map(|g| g.area_on(on)).unwrap_or_default()
    }
}
