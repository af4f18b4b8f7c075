//! Claims: what is said about a row, whose property it is, and where it is said.

use super::{
    date::Date,
    id::{DocumentId, ProviderId, RowId},
    value::Value,
};

/// One claim about one row.
#[derive(Debug, Clone, PartialEq, Hash)]
pub struct Claim {
    pub row: RowId,
    pub assertion: Assertion,
    /// Whose property it is: `None` is the vendor itself, else the host or a partner.
    pub holder: Option<ProviderId>,
    /// What part of the service or of the data it is about; `None` is the whole.
    pub scope: Option<String>,
    pub as_of: Option<Date>,
    /// The last day on which it holds.
    pub expires: Option<Date>,
    /// Where it is said; never empty, except that readings carry their own.
    pub evidence: Vec<Evidence>,
    pub note: Option<String>,
}

/// What a claim says: the state, with the value that this state has.
#[derive(Debug, Clone, PartialEq, Hash)]
pub enum Assertion {
    /// The vendor states it as its own.
    Stated(Value),
    /// A property of the host or of a partner, as the vendor cites it.
    Inherited(Value),
    /// Available, but not by default.
    Optional(Value),
    Planned {
        /// As the document writes it.
        when: Option<String>,
        /// The last day of that date.
        by: Option<Date>,
    },
    /// The document says no, or that there is none.
    No,
    /// Sources disagree, or one source hedges: never empty.
    Unclear(Vec<Reading>),
    /// Not stated here; the document points to another place.
    Elsewhere { see: String },
    /// Only in a picture, which the data does not hold.
    Picture,
}

/// One way to read an unclear claim.
#[derive(Debug, Clone, PartialEq, Hash)]
pub struct Reading {
    pub value: Value,
    /// Its own evidence; empty where the claim's evidence stands for its only reading.
    pub evidence: Vec<Evidence>,
}

/// Where something is said.
#[derive(Debug, Clone, PartialEq, Hash)]
pub struct Evidence {
    pub document: DocumentId,
    pub section: String,
    /// What it says, in our words.
    pub statement: String,
    pub said_by: ProviderId,
}

/// The name of a state, as data, exports and the command line write it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    Stated,
    Inherited,
    Optional,
    Planned,
    No,
    Unclear,
    Elsewhere,
    Picture,
}

impl State {
    pub const ALL: [State; 8] = [
        State::Stated,
        State::Inherited,
        State::Optional,
        State::Planned,
        State::No,
        State::Unclear,
        State::Elsewhere,
        State::Picture,
    ];

    pub fn id(self) -> &'static str {
        match self {
            State::Stated => "stated",
            State::Inherited => "inherited",
            State::Optional => "optional",
            State::Planned => "planned",
            State::No => "no",
            State::Unclear => "unclear",
            State::Elsewhere => "elsewhere",
            State::Picture => "picture",
        }
    }
}

impl Assertion {
    pub fn state(&self) -> State {
        match self {
            Assertion::Stated(_) => State::Stated,
            Assertion::Inherited(_) => State::Inherited,
            Assertion::Optional(_) => State::Optional,
            Assertion::Planned { .. } => State::Planned,
            Assertion::No => State::No,
            Assertion::Unclear(_) => State::Unclear,
            Assertion::Elsewhere { .. } => State::Elsewhere,
            Assertion::Picture => State::Picture,
        }
    }

    /// Whether it says something about the row, and does not only point to where something may be said.
    pub fn informs(&self) -> bool {
        !matches!(self, Assertion::Planned { .. } | Assertion::Elsewhere { .. } | Assertion::Picture)
    }

    /// The value of a stated, inherited or optional claim.
    pub fn value(&self) -> Option<&Value> {
        match self {
            Assertion::Stated(v) | Assertion::Inherited(v) | Assertion::Optional(v) => Some(v),
            _ => None,
        }
    }
}

impl Claim {
    /// All evidence, that of the readings included.
    pub fn all_evidence(&self) -> impl Iterator<Item = &Evidence> {
        let readings: &[Reading] = match &self.assertion {
            Assertion::Unclear(readings) => readings,
            _ => &[],
        };
        self.evidence.iter().chain(readings.iter().flat_map(|r| &r.evidence))
    }

    /// Whether the claim has run out before a day.
    pub fn expired_on(&self, day: Date) -> bool {
        self.expires.is_some_and(|last| last < day)
    }
}
