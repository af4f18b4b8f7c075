//! What a visitor has entered, as one value that can be saved as a file and opened again: requirements, notes, answers of
//! vendors, profiles of vendors that the catalogue does not have. And the decision record, which is made of it.
//!
//! The file form is canonical JSON ([`crate::catalogue::canonical`]). Ids that a catalogue does not know are kept, and
//! told by [`joined`]; nothing that somebody has entered is dropped because the catalogue has changed.

mod constant;
pub mod decision;
pub mod file;
mod joined;
mod known;
pub mod typed;

pub use joined::joined;

use constant::constant;

use crate::{
    catalogue::{
        date::Date,
        id::{ProviderId, RowId},
        record::record,
        source::{ClaimSource, DocumentSource, EvidenceSource, ProviderSource},
    },
    comparison::Question,
};

constant! {
    /// What the file says that it is.
    pub struct Kind = "vendor-compare project"
}

constant! {
    /// The format of the file; it changes when an older program could not read it any more.
    pub struct Format = 1
}

record! {
    "a project" =>
    /// What a visitor has entered.
    pub struct Project {
        pub kind: Kind,
        pub format: Format,
        /// The title of the decision record.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub title: Option<String>,
        /// Who makes the decision record.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub author: Option<String>,
        /// In the requirement grammar.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub requirements: Option<String>,
        /// The day as of which is judged; absent: the day on which it is asked.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub as_of: Option<Date>,
        /// The vendors side by side, in the order of the columns.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub compared: Vec<ProviderId>,
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub notes: Vec<Note>,
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub questions: Vec<EditedQuestion>,
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub answers: Vec<Answer>,
        /// Documents that own profiles cite.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub documents: Vec<DocumentSource>,
        /// Profiles of providers that the catalogue does not have, in the shape in which profiles are published.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub profiles: Vec<ProviderSource>,
    }

    "a note" =>
    /// What the visitor notes about a vendor.
    pub struct Note {
        pub vendor: ProviderId,
        pub text: String,
    }

    "an edited question" =>
    /// A question to a vendor in the visitor's own words.
    pub struct EditedQuestion {
        /// The vendor and the row, for instance `witivio:region-secondary`.
        pub key: String,
        pub text: String,
    }

    "an answer" =>
    /// What a vendor has answered to the visitor: a claim, and who said it when.
    pub struct Answer {
        pub vendor: ProviderId,
        pub row: RowId,
        /// As in a profile: `stated`, `no`, `optional` and so on.
        pub state: String,
        /// As in a profile: its shape follows from the row's type.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub value: Option<serde_json::Value>,
        /// Whose property it is, where it is not the vendor's: a provider id.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub holder: Option<String>,
        /// What part of the service or of the data it is about. Absent: the whole.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub scope: Option<String>,
        /// The last day on which it holds.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub expires: Option<String>,
        /// State `planned`: the date as the vendor says it.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub planned_for: Option<String>,
        /// State `planned`: the last day of that date.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub planned_by: Option<String>,
        /// State `elsewhere`: where the vendor points.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub see: Option<String>,
        /// What was answered, in the visitor's words.
        pub statement: String,
        /// Who answered.
        pub answered_by: String,
        /// The day of the answer.
        pub date: Date,
    }
}

impl Project {
    /// Whether two projects add the same to a catalogue.
    pub fn adds_the_same(&self, other: &Self) -> bool {
        self.answers == other.answers && self.profiles == other.profiles && self.documents == other.documents
    }

    /// Takes an own profile out, and the own documents that nobody cites any more without it.
    pub fn remove_profile(&mut self, id: &str) {
        let (gone, left): (Vec<ProviderSource>, Vec<ProviderSource>) =
            std::mem::take(&mut self.profiles).into_iter().partition(|profile| profile.id == *id);
        let cited = |profiles: &[ProviderSource], document: &str| {
            let mut evidence = profiles.iter().flat_map(|p| &p.claims).flat_map(ClaimSource::all_evidence);
            evidence.any(|evidence| evidence.document == *document)
        };
        self.documents.retain(|own| !cited(&gone, &own.id) || cited(&left, &own.id));
        self.profiles = left;
    }

    /// The visitor's note about a vendor.
    pub fn note(&self, vendor: &ProviderId) -> Option<&str> {
        self.notes.iter().find(|note| note.vendor == *vendor).map(|note| &*note.text)
    }

    /// The text of a question, as the visitor has edited it or as it comes.
    pub fn text_of<'a>(&'a self, question: &'a Question) -> &'a str {
        let key = question.key();
        self.questions.iter().find(|edited| edited.key == key).map_or(&*question.text, |edited| &*edited.text)
    }
}

impl Answer {
    /// An answer that says nothing yet, about the vendor's own service as a whole.
    pub fn about(vendor: ProviderId, row: RowId, date: Date) -> Self {
        Self {
            vendor,
            row,
            state: String::new(),
            value: None,
            holder: None,
            scope: None,
            expires: None,
            planned_for: None,
            planned_by: None,
            see: None,
            statement: String::new(),
            answered_by: String::new(),
            date,
        }
    }

    /// The answer as a claim of a profile that cites a document.
    fn claim(&self, document: &str, section: &str) -> ClaimSource {
        ClaimSource {
            row: self.row.to_string(),
            state: self.state.clone(),
            value: self.value.clone(),
            readings: Vec::new(),
            holder: self.holder.clone(),
            scope: self.scope.clone(),
            as_of: None,
            expires: self.expires.clone(),
            planned_for: self.planned_for.clone(),
            planned_by: self.planned_by.clone(),
            see: self.see.clone(),
            evidence: vec![EvidenceSource {
                document: document.to_owned(),
                section: section.to_owned(),
                statement: self.statement.clone(),
                said_by: Some(self.vendor.to_string()),
            }],
            note: None,
        }
    }
}
