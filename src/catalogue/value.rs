//! The typed values of claims.
//!
//! | Row type | JSON |
//! | --- | --- |
//! | `places` | `{"all":["NL","IE"]}` with `"open":true` where the wording leaves more open, `{"one_of":[…]}`, `"unnamed"` |
//! | `certificates`, `providers`, `ids` | `{"items":[…],"list":"open"}` or `"closed"` |
//! | `provider` | `"azure"` |
//! | `duration` | `{"length":"P35D","limit":"fixed","counts":"…","from":"…","clock":"business"}` |
//! | `percentage` | `{"percent":99.5}` |
//! | `number` | `2` |
//! | `boolean` | `true`, or `{"id":"anonymise"}` for a yes whose kind is one of the row's values |
//! | `text`, `date` | `"…"` |

use super::{
    date::Date,
    decimal::Decimal,
    duration::{Clock, Duration},
    id::{CertificationId, ProviderId, TermId},
    place::PlaceSet,
};

/// A value; its variant is that of its row's type.
#[derive(Debug, Clone, PartialEq, Hash)]
pub enum Value {
    Places(Places),
    Certificates(List<CertificationId>),
    Providers(List<ProviderId>),
    Provider(ProviderId),
    Duration(Period),
    Percentage(Decimal),
    Number(Decimal),
    /// Yes; with an id where the row tells kinds of yes apart. A no is a state, not a value.
    Yes(Option<TermId>),
    Ids(List<TermId>),
    Text(String),
    Date(Date),
}

/// What is known of a set of places.
#[derive(Debug, Clone, PartialEq, Hash)]
pub enum Places {
    /// Each of these; `open` where the wording leaves further places possible.
    All { places: PlaceSet, open: bool },
    /// One of these; which one is not said.
    OneOf(PlaceSet),
    /// There is such a place; it is not named.
    Unnamed,
}

/// A list that is complete, or that names examples.
#[derive(Debug, Clone, PartialEq, Hash)]
pub struct List<T> {
    /// In the order of the document.
    pub items: Vec<T>,
    /// Open: what is missing here is not stated, not denied.
    pub open: bool,
}

/// A duration with what it measures.
#[derive(Debug, Clone, PartialEq, Hash)]
pub struct Period {
    pub length: Duration,
    pub limit: Limit,
    pub clock: Clock,
    /// What is kept, or what happens within the time.
    pub counts: String,
    /// The event from which the time runs.
    pub from: Option<String>,
}

/// Whether a duration is what happens, or a bound on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Limit {
    Fixed,
    AtMost,
    AtLeast,
}

impl Limit {
    pub fn id(self) -> &'static str {
        match self {
            Limit::Fixed => "fixed",
            Limit::AtMost => "at-most",
            Limit::AtLeast => "at-least",
        }
    }
}
