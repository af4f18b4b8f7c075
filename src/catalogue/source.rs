//! The shape of the files in `data/` and of the one JSON text that is embedded.
//!
//! These structures hold words as they are written; [`super::build`] turns them into the checked model and
//! reports every id, date or duration that it does not know. Keys that are not listed here are errors.

use super::{canonical, record::record};

record! {
    "a catalogue" =>
    /// Everything a catalogue consists of, as one JSON text. This is what the build embeds.
    pub struct CatalogueSource {
        pub sections: Vec<SectionSource>,
        pub certifications: Vec<CertificationSource>,
        pub places: Vec<PlaceSource>,
        pub groups: Vec<GroupSource>,
        pub documents: Vec<DocumentSource>,
        pub providers: Vec<ProviderSource>,
    }

    "an object with \"sections\"" =>
    /// `data/rows.json`.
    pub struct RowsFile {
        pub sections: Vec<SectionSource>,
    }

    "an object with \"certifications\"" =>
    /// `data/certifications.json`.
    pub struct CertificationsFile {
        pub certifications: Vec<CertificationSource>,
    }

    "an object with \"places\" and \"groups\"" =>
    /// `data/places.json`.
    pub struct PlacesFile {
        pub places: Vec<PlaceSource>,
        pub groups: Vec<GroupSource>,
    }

    "an object with \"documents\"" =>
    /// `data/documents.json`.
    pub struct DocumentsFile {
        pub documents: Vec<DocumentSource>,
    }

    "a section" =>
    /// A section of the comparison and its rows, in the order of display.
    pub struct SectionSource {
        pub id: String,
        pub name: String,
        pub rows: Vec<RowSource>,
    }

    "a row" =>
    /// One row of the comparison.
    pub struct RowSource {
        pub id: String,
        pub name: String,
        /// A shorter name for narrow columns.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub short: Option<String>,
        /// A clause with `{}` in the place of the test, for instance `backups are kept for {}`.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub clause: Option<String>,
        /// See [`super::row::Kind`].
        pub kind as "type": String,
        /// Rows of places: which role of a place the row is about. See [`super::row::Role`].
        #[serde(skip_serializing_if = "Option::is_none")]
        pub role: Option<String>,
        /// Rows of places: a *yes* (or a stated duration) on one of these rows says that the role is in use.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub exists_if: Vec<String>,
        /// `host` or `partner` where the row is by its nature about that party's property.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub about: Option<String>,
        /// `inside-eea`: the answer is worked out from the rows of places.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub derived: Option<String>,
        /// Which of two answers is better, only where nobody would dispute it: `higher` or `lower` (rows of type
        /// `duration`, `percentage`, `number` or `date`), `yes` or `no` (`boolean`).
        #[serde(skip_serializing_if = "Option::is_none")]
        pub better: Option<String>,
        /// Rows of type `boolean` or `ids`: the ids that may stand as a value, beside yes and no.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub values: Vec<TermSource>,
    }

    "an object with \"id\" and \"name\"" =>
    /// An id with the words that show it.
    pub struct TermSource {
        pub id: String,
        pub name: String,
    }

    "a certification" =>
    /// An entry of the certification registry.
    pub struct CertificationSource {
        pub id: String,
        pub name: String,
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub aliases: Vec<String>,
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub editions: Vec<EditionSource>,
        /// See [`super::certification::Kind`].
        pub kind: String,
        /// `true` while the scheme is not yet in force.
        #[serde(skip_serializing_if = "std::ops::Not::not")]
        pub planned: bool,
        /// The last day on which the scheme was in force, where it has ended.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub ended: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub issuer: Option<String>,
        /// The issuer's page about it, from `https://`.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub address: Option<String>,
    }

    "an edition" =>
    /// A version, type or level of a certification: what vendors write behind its name.
    pub struct EditionSource {
        pub name: String,
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub aliases: Vec<String>,
        /// The last day on which it counted, where it has been replaced.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub valid_to: Option<String>,
    }

    "an object with \"code\" and \"name\"" =>
    /// A country or territory.
    pub struct PlaceSource {
        /// ISO 3166-1 alpha-2.
        pub code: String,
        pub name: String,
    }

    "a group" =>
    /// A named group of places whose membership has dates.
    pub struct GroupSource {
        pub id: String,
        pub name: String,
        /// In a sentence: `the EEA`.
        pub in_words: String,
        /// One line under the name, for instance "EU and IS, LI, NO".
        #[serde(skip_serializing_if = "Option::is_none")]
        pub summary: Option<String>,
        /// Where the membership and its dates are written down.
        pub source: String,
        /// Groups whose members belong to this one as well; each stands before it in the file.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub includes: Vec<String>,
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub members: Vec<MemberSource>,
    }

    "a membership" =>
    /// A member of a group, from a day and, where it left, up to and including a day.
    pub struct MemberSource {
        pub place: String,
        pub valid_from: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub valid_to: Option<String>,
        /// Where a place belongs to the group for some only: for whom, to follow "only", for instance `for
        /// commercial organisations`.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub condition: Option<String>,
    }

    "a document" =>
    /// A document that evidence cites.
    pub struct DocumentSource {
        pub id: String,
        pub title: String,
        /// The provider that says what the document says.
        pub publisher: String,
        /// The date that the document gives itself; absent where it gives none.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub date: Option<String>,
        /// The ledger: all its sections, in its order. Without one, evidence may name any section.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub sections: Vec<DocumentSectionSource>,
    }

    "an object with \"title\"" =>
    /// A section of a document: cited by evidence, or silent for a reason.
    pub struct DocumentSectionSource {
        /// As the document writes it; below another heading `heading, subheading` where it needs that to be unique.
        pub title: String,
        /// Why no claim comes from it.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub silent: Option<String>,
    }

    "a provider" =>
    /// `data/providers/<id>.json`: a vendor, or a provider behind one.
    pub struct ProviderSource {
        pub id: String,
        pub name: String,
        /// `vendor`, or `provider` for one that stands behind a vendor.
        pub kind: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub summary: Option<String>,
        /// The ids of the sections for which the documents have been read. A row of any other section is *not
        /// read*, which is not the same as *not stated*.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub covers: Vec<String>,
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub claims: Vec<ClaimSource>,
    }

    "a claim" =>
    /// One claim about one row. See [`super::claim::Claim`].
    pub struct ClaimSource {
        pub row: String,
        /// `stated`, `inherited`, `optional`, `planned`, `no`, `unclear`, `elsewhere` or `picture`.
        pub state: String,
        /// Its shape follows from the row's type; see [`super::value::Value`].
        #[serde(skip_serializing_if = "Option::is_none")]
        pub value: Option<serde_json::Value>,
        /// State `unclear`, where sources disagree: every reading with its own evidence.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub readings: Vec<ReadingSource>,
        /// Whose property it is, where it is not the vendor's: a provider id.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub holder: Option<String>,
        /// What part of the service or of the data it is about. Absent: the whole.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub scope: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub as_of: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub expires: Option<String>,
        /// State `planned`: the date as the document writes it.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub planned_for: Option<String>,
        /// State `planned`: the last day of that date, to tell whether it has passed.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub planned_by: Option<String>,
        /// State `elsewhere`: where the document points.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub see: Option<String>,
        pub evidence: Vec<EvidenceSource>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub note: Option<String>,
    }

    "a reading" =>
    /// One of several readings of an unclear claim.
    pub struct ReadingSource {
        pub value: serde_json::Value,
        pub evidence: Vec<EvidenceSource>,
    }

    "evidence" =>
    /// Where a claim is said.
    pub struct EvidenceSource {
        pub document: String,
        pub section: String,
        /// What it says, in our words.
        pub statement: String,
        /// Who says it, where it is not the publisher of the document: a provider id.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub said_by: Option<String>,
    }
}

impl ClaimSource {
    /// The evidence of the claim and of its readings.
    pub fn all_evidence(&self) -> impl Iterator<Item = &EvidenceSource> {
        let readings = self.readings.iter().flat_map(|reading| &reading.evidence);
        self.evidence.iter().chain(readings)
    }
}

impl CatalogueSource {
    /// Leaves out what a page, which goes by names and ids, has no use for: who issues a certificate, where it is
    /// described, how else it is spelled, its editions, and the ledgers of the documents.
    pub fn forget_what_curators_need(&mut self) {
        for certification in &mut self.certifications {
            certification.issuer = None;
            certification.address = None;
            certification.aliases.clear();
            certification.editions.clear();
        }
        for document in &mut self.documents {
            document.sections.clear();
        }
    }

    /// The text that a build embeds and that a digest is made of: without what curators need, without white space and
    /// absent fields, and the same whatever the order in which values were written.
    ///
    /// # Errors
    /// None for what was read from JSON.
    pub fn packed(mut self) -> serde_json::Result<String> {
        self.forget_what_curators_need();
        for claim in self.providers.iter_mut().flat_map(|provider| &mut provider.claims) {
            let values = claim.readings.iter_mut().map(|reading| &mut reading.value);
            for value in values.chain(&mut claim.value) {
                *value = canonical::sorted(value.take());
            }
        }
        serde_json::to_string(&self)
    }
}
