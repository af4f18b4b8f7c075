//! Requirements: what a visitor asks for, and in three-valued logic which provider meets it, and why.
//!
//! The grammar ([`parse`] reads it, `Display` prints it) is the same in data, links, exports and commands:
//!
//! ```text
//! requirements = requirement *( ";" requirement )
//! requirement  = [ "not " ] row [ "@" holder ] " " test [ " by-default" ] [ " or-cannot-tell" ]
//! row          = the id of a row, or "region" (every place in every role), or "cert" (every certificate)
//! holder       = "own" (the default) | "host" | "any"
//! test         = "in" values | "has" values | "has-any" values | "<=" value | ">=" value | "is" value | "is-stated"
//! values       = value *( "," value )
//! ```

pub mod counts;
pub mod evaluate;
pub mod footprint;
pub mod ground;
pub mod outcome;
pub mod parse;
pub mod print;
pub mod verdict;
pub mod words;

use crate::catalogue::{
    Catalogue,
    date::Date,
    decimal::Decimal,
    duration::Duration,
    id::{CertificationId, GroupId, ProviderId, RowId, TermId},
    place::{Area, PlaceCode, PlaceSet},
    row::Kind,
};
use verdict::Verdict;

/// One requirement.
#[derive(Debug, Clone, PartialEq)]
pub struct Requirement {
    pub negated: bool,
    pub subject: Subject,
    pub holder: Holder,
    pub test: Test,
    /// What is only optional does not count.
    pub by_default: bool,
    /// Whoever cannot be told on it stays in the running.
    pub or_cannot_tell: bool,
}

impl Requirement {
    /// What a verdict on this requirement is for the group of the vendor. The verdict itself stays what it is.
    pub fn for_the_group(&self, verdict: Verdict) -> Verdict {
        if self.accepts(verdict) { Verdict::Yes } else { verdict }
    }

    /// Whether a vendor with this verdict stays in the running although it cannot be told.
    pub fn accepts(&self, verdict: Verdict) -> bool {
        self.or_cannot_tell && verdict == Verdict::Unknown
    }
}

/// What a requirement is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// Every place in every role that is in use.
    Region,
    /// Every certificate, whoever holds it; the holder is for the requirement to say.
    Cert,
    Row(RowId),
}

/// Whose property a requirement counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Holder {
    /// The vendor's own; on a row that is by nature about the host or a partner, theirs.
    #[default]
    Own,
    Host,
    Any,
}

impl Holder {
    pub const ALL: [Holder; 3] = [Holder::Own, Holder::Host, Holder::Any];

    pub fn id(self) -> &'static str {
        match self {
            Holder::Own => "own",
            Holder::Host => "host",
            Holder::Any => "any",
        }
    }
}

/// The test that a row must pass.
#[derive(Debug, Clone, PartialEq)]
pub enum Test {
    /// Every place lies in the union of these.
    In(Vec<PlaceTerm>),
    /// Each of these is there.
    Has(Terms),
    /// At least one of these is there.
    HasAny(Terms),
    AtMost(Bound),
    AtLeast(Bound),
    Is(Answer),
    IsStated,
}

/// A country, or a group of them.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum PlaceTerm {
    Place(PlaceCode),
    Group(GroupId),
}

/// The values of a set test, of the type of the row; never empty.
#[derive(Debug, Clone, PartialEq)]
pub enum Terms {
    Places(Vec<PlaceTerm>),
    Certifications(Vec<CertificationId>),
    Providers(Vec<ProviderId>),
    Ids(Vec<TermId>),
}

/// The bound of a comparison, of the type of the row.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Bound {
    Duration(Duration),
    /// 0 to 100.
    Percentage(Decimal),
    Number(Decimal),
    Date(Date),
}

/// The answer that `is` asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    Yes,
    No,
    /// A kind of yes that the row tells apart.
    Term(TermId),
    Provider(ProviderId),
}

impl Subject {
    /// The name in the grammar.
    pub fn id(&self) -> &str {
        match self {
            Subject::Region => "region",
            Subject::Cert => "cert",
            Subject::Row(row) => row.as_str(),
        }
    }

    /// The type of the values; `None` for a row that the catalogue does not have.
    pub fn kind(&self, catalogue: &Catalogue) -> Option<Kind> {
        match self {
            Subject::Region => Some(Kind::Places),
            Subject::Cert => Some(Kind::Certificates),
            Subject::Row(row) => catalogue.row(row).map(|r| r.kind),
        }
    }
}

impl PlaceTerm {
    /// What the derived row asks for.
    pub fn eea() -> Self {
        Self::Group(GroupId::new("EEA"))
    }

    /// The places it stands for on a day.
    pub fn area(&self, catalogue: &Catalogue, day: Date) -> Area {
        match self {
            PlaceTerm::Place(code) => PlaceSet::from_iter([*code]).into(),
            PlaceTerm::Group(id) => catalogue.area(id, day),
        }
    }
}
