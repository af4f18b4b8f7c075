//! The decision record: what was required, who was assessed, with what outcome and why, on which evidence, and what stayed
//! open. It holds the project that it was made of, so opening it restores that; and the claims that mattered, so that
//! [`reopen`] can tell later what has changed.

mod changes;
mod make;

pub use changes::{ClaimChange, Moved, Reopened, reopen};
pub use make::Occasion;

use super::{Project, constant::constant};
use crate::{
    catalogue::{
        date::Date,
        id::{ProviderId, RowId},
        identity::Identity,
        record::record,
        source::ClaimSource,
    },
    language::{phrase, plural},
    requirement::verdict::Verdict,
};

constant! {
    /// What the file says that it is.
    pub struct Kind = "vendor-compare record"
}

constant! {
    /// The format of the file; it changes when an older program could not read it any more.
    pub struct Format = 1
}

record! {
    "a decision record" =>
    /// A decision record.
    pub struct Record {
        pub kind: Kind,
        pub format: Format,
        pub title: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub author: Option<String>,
        /// The day on which it was made.
        pub made: Date,
        /// The day as of which was judged.
        pub as_of: Date,
        /// The catalogue that it was made with.
        pub catalogue: Identity,
        pub requirements: Vec<RecordedRequirement>,
        /// Every vendor assessed, in the order of the results.
        pub vendors: Vec<RecordedVendor>,
        /// What the visitor had entered.
        pub project: Project,
    }

    "a recorded requirement" =>
    /// A requirement, in the grammar and in words.
    pub struct RecordedRequirement {
        pub text: String,
        /// A clause that can follow "You require that".
        pub words: String,
    }

    "a recorded vendor" =>
    /// What one vendor got, and why.
    pub struct RecordedVendor {
        pub id: ProviderId,
        pub name: String,
        /// Whether the visitor has added it.
        #[serde(skip_serializing_if = "std::ops::Not::not")]
        pub own: bool,
        /// `meets`, `cannot_tell` or `does_not_meet`.
        pub outcome: Verdict,
        /// The visitor's note.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub note: Option<String>,
        /// One for each requirement, in their order.
        pub findings: Vec<RecordedFinding>,
        pub questions: Vec<RecordedQuestion>,
        /// All claims on the rows that the requirements read.
        pub claims: Vec<RecordedClaim>,
    }

    "a recorded finding" =>
    /// What one requirement found at a vendor.
    pub struct RecordedFinding {
        /// `meets`, `cannot_tell` or `does_not_meet`.
        pub outcome: Verdict,
        /// Sentences without their full stops; what decides comes first.
        pub reasons: Vec<String>,
        pub evidence: Vec<Passage>,
    }

    "a recorded question" =>
    /// A question that stays open.
    pub struct RecordedQuestion {
        /// The vendor and the row, for instance `witivio:region-secondary`.
        pub key: String,
        /// The name of the row.
        pub name: String,
        /// As the visitor has edited it.
        pub text: String,
        /// Why it is open, as sentences without their full stops.
        pub reasons: Vec<String>,
        /// The requirements that an answer would settle, or help to, in the grammar.
        pub settles: Vec<String>,
    }

    "a recorded claim" =>
    /// A claim that mattered.
    pub struct RecordedClaim {
        /// The name of the row.
        pub name: String,
        /// What it says, in words.
        pub words: String,
        /// As a profile writes it.
        pub claim: ClaimSource,
        pub evidence: Vec<Passage>,
    }

    "a passage" =>
    /// Where something is said, and what.
    pub struct Passage {
        /// The title of the document.
        pub document: String,
        pub section: String,
        /// The date that the document gives itself.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub date: Option<Date>,
        /// What it says, in our words.
        pub statement: String,
        /// The name of who says it.
        pub said_by: String,
        /// Whether it is known to the visitor only: an answer to the visitor, or a document that the visitor has added.
        #[serde(skip_serializing_if = "std::ops::Not::not")]
        pub own: bool,
    }
}

impl Record {
    /// The vendors with this outcome.
    pub fn group(&self, outcome: Verdict) -> impl Iterator<Item = &RecordedVendor> {
        self.vendors.iter().filter(move |vendor| vendor.outcome == outcome)
    }

    /// How many vendors came out how: "1 meets, 2 cannot tell, 1 does not meet".
    pub fn outcome_in_words(&self) -> String {
        let count = |outcome| self.group(outcome).count();
        let (yes, open, no) = (count(Verdict::Yes), count(Verdict::Unknown), count(Verdict::No));
        let meets = phrase(plural(yes, "{} meets", "{} meet"), &[&yes]);
        let fails = phrase(plural(no, "{} does not meet", "{} do not meet"), &[&no]);
        format!("{meets}, {}, {fails}", phrase("{} cannot be told", &[&open]))
    }

    /// The passages that are cited, each once; their numbers are their positions, from 1.
    pub fn passages(&self) -> Vec<&Passage> {
        let mut passages: Vec<&Passage> = Vec::new();
        let findings = self.vendors.iter().flat_map(|vendor| &vendor.findings);
        for passage in findings.flat_map(|finding| &finding.evidence) {
            if !passages.contains(&passage) {
                passages.push(passage);
            }
        }
        passages
    }

    /// The requirements as one text of the grammar.
    pub fn requirements_text(&self) -> String {
        self.requirements.iter().map(|requirement| &*requirement.text).collect::<Vec<_>>().join("; ")
    }
}

impl RecordedClaim {
    /// The row that it is about.
    pub fn row(&self) -> RowId {
        RowId::new(&self.claim.row)
    }
}
