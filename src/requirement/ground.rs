//! Grounds: the facts on which a verdict stands. They are data; [`super::words`] puts them into sentences.

use super::{Holder, PlaceTerm, verdict::Verdict};
use crate::catalogue::{
    certification::Kind as CertificationKind,
    date::Date,
    id::{CertificationId, ProviderId, RowId, TermId},
    place::PlaceSet,
    row::Role,
    value::Value,
};

/// What a requirement found at one provider.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    pub verdict: Verdict,
    /// Those that decide come first.
    pub grounds: Vec<Ground>,
}

/// One fact, and what it says for the test (before any negation).
#[derive(Debug, Clone, PartialEq)]
pub struct Ground {
    pub verdict: Verdict,
    pub row: RowId,
    /// Indices into the provider's claims: the evidence.
    pub claims: Vec<usize>,
    pub fact: Fact,
}

/// An entry of a list, of whatever type.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Item {
    Certification(CertificationId),
    Provider(ProviderId),
    Term(TermId),
}

/// Places by whether they lie in what was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Split {
    pub inside: PlaceSet,
    /// Inside for some only, under a condition.
    pub conditional: PlaceSet,
    pub outside: PlaceSet,
}

/// What was found.
#[derive(Debug, Clone, PartialEq)]
pub enum Fact {
    /// Named places; `open` where there may be more.
    Places {
        role: Role,
        /// The one that this is about, where each of several was asked for.
        asked: Option<PlaceTerm>,
        split: Split,
        open: bool,
    },
    /// One of these.
    OneOf {
        role: Role,
        asked: Option<PlaceTerm>,
        split: Split,
    },
    /// There is such a place; it is not named.
    Unnamed {
        role: Role,
    },
    /// Not named, but said to be inside the EU.
    SaidInsideEu {
        role: Role,
    },
    /// Nothing says that these roles are in use, so they were not counted.
    NotCounted {
        roles: Vec<Role>,
    },
    /// The list names it.
    Listed {
        item: Item,
        holder: Option<ProviderId>,
        scope: Option<String>,
    },
    /// The list does not name it, and may be longer than what is named.
    NotInOpenList {
        item: Item,
        holder: Option<ProviderId>,
    },
    /// The list is complete and does not name it.
    NotInClosedList {
        item: Item,
        holder: Option<ProviderId>,
        scope: Option<String>,
    },
    /// The list names it, but it is of a kind that no requirement counts.
    KindNotCounted {
        item: CertificationId,
        kind: CertificationKind,
        holder: Option<ProviderId>,
    },
    /// The list names it, but the scheme is not yet in force.
    SchemePlanned {
        item: CertificationId,
    },
    /// The claim, or the scheme, held only up to a day that has passed.
    Expired {
        on: Date,
        /// The entry that was asked for, where the list names it.
        item: Option<Item>,
    },
    /// The vendor's own is asked for; only another party's is stated.
    OnlyOf {
        holder: ProviderId,
        item: Option<Item>,
    },
    /// Anybody may hold it, and of this party nothing is stated.
    PartySilent {
        holder: Holder,
    },
    /// A value that was compared.
    Compared {
        value: Value,
    },
    /// A value that cannot be compared with what was asked for: another clock, or months against days.
    Incomparable {
        value: Value,
    },
    /// Available, but not by default.
    OnlyOptional {
        value: Value,
    },
    /// The document says no, or that there is none.
    Denied,
    /// Sources disagree.
    Conflict {
        readings: Vec<Value>,
    },
    /// Something is stated on the row.
    Stated,
    Planned {
        when: Option<String>,
        passed: bool,
    },
    Elsewhere {
        see: String,
    },
    Picture,
    /// The documents were read and say nothing.
    NotStated,
    /// The documents have not been read for this row.
    NotRead,
}
