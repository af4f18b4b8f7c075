//! The rows of the comparison, in their sections.

use super::id::{RowId, SectionId, TermId};
use crate::language::say;

/// Words of the requirement grammar that stand where a row does; no row is called so.
pub const RESERVED: [&str; 3] = ["region", "cert", "not"];

/// A section of the comparison.
#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    pub id: SectionId,
    pub name: String,
    pub rows: Vec<Row>,
}

/// One row of the comparison.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    pub id: RowId,
    pub name: String,
    /// A shorter name for narrow columns.
    pub short: Option<String>,
    /// A clause with `{}` in the place of the test: "backups are kept for {}".
    pub clause: Option<String>,
    pub kind: Kind,
    /// Rows of places: which role the place has.
    pub role: Option<Role>,
    /// Rows of places: rows whose *yes* says that the role is in use.
    pub exists_if: Vec<RowId>,
    /// Whose property the row is by its nature.
    pub about: About,
    pub derived: Option<Derived>,
    /// Which of two answers is better, where nobody would dispute it.
    pub better: Option<Better>,
    /// The ids that may stand as a value, beside yes and no.
    pub terms: Vec<Term>,
}

impl Row {
    /// The short name where there is one.
    pub fn short_name(&self) -> &str {
        self.short.as_deref().unwrap_or(&self.name)
    }

    /// Whether it tells how long something is kept, rather than how soon something happens.
    pub fn tells_how_long_kept(&self) -> bool {
        self.kind == Kind::Duration && self.id.as_str().starts_with("ret-")
    }

    /// What a term is called; its id where the row does not have it.
    pub fn term_name(&self, id: &TermId) -> String {
        self.term(id).map_or_else(|| id.to_string(), |term| say(&term.name).to_owned())
    }

    pub fn term(&self, id: &TermId) -> Option<&Term> {
        self.terms.iter().find(|t| t.id == *id)
    }
}

/// An id out of a row's own list, with the words that show it.
#[derive(Debug, Clone, PartialEq)]
pub struct Term {
    pub id: TermId,
    pub name: String,
}

/// The type of a row's values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Places,
    Certificates,
    /// A set of providers.
    Providers,
    /// One provider.
    Provider,
    Duration,
    Percentage,
    Number,
    Boolean,
    /// A set of ids out of the row's own list.
    Ids,
    Text,
    Date,
}

impl Kind {
    pub const ALL: [Kind; 11] = [
        Kind::Places,
        Kind::Certificates,
        Kind::Providers,
        Kind::Provider,
        Kind::Duration,
        Kind::Percentage,
        Kind::Number,
        Kind::Boolean,
        Kind::Ids,
        Kind::Text,
        Kind::Date,
    ];

    pub fn id(self) -> &'static str {
        match self {
            Kind::Places => "places",
            Kind::Certificates => "certificates",
            Kind::Providers => "providers",
            Kind::Provider => "provider",
            Kind::Duration => "duration",
            Kind::Percentage => "percentage",
            Kind::Number => "number",
            Kind::Boolean => "boolean",
            Kind::Ids => "ids",
            Kind::Text => "text",
            Kind::Date => "date",
        }
    }
}

/// The role in which a place holds or handles data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    Primary,
    Secondary,
    Backup,
    AiProcessing,
}

impl Role {
    pub const ALL: [Role; 4] = [Role::Primary, Role::Secondary, Role::Backup, Role::AiProcessing];

    pub fn id(self) -> &'static str {
        match self {
            Role::Primary => "primary",
            Role::Secondary => "secondary",
            Role::Backup => "backup",
            Role::AiProcessing => "ai-processing",
        }
    }

    /// In a sentence: "the main place".
    pub fn in_words(self) -> &'static str {
        say(match self {
            Role::Primary => "the main place",
            Role::Secondary => "the second place",
            Role::Backup => "the place of the backups",
            Role::AiProcessing => "the place of AI processing",
        })
    }
}

/// Whose property a row is by its nature.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum About {
    #[default]
    Vendor,
    Host,
    Partner,
}

/// How a row's answer is worked out from other rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Derived {
    /// Yes where every place in every role in use is known and inside the EEA.
    InsideEea,
}

/// Which of two answers on a row is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Better {
    Higher,
    Lower,
    Yes,
    No,
}

impl Better {
    pub const ALL: [Better; 4] = [Better::Higher, Better::Lower, Better::Yes, Better::No];

    pub fn id(self) -> &'static str {
        match self {
            Better::Higher => "higher",
            Better::Lower => "lower",
            Better::Yes => "yes",
            Better::No => "no",
        }
    }

    /// Whether answers of a type can be better in this way.
    pub fn fits(self, kind: Kind) -> bool {
        match self {
            Better::Higher | Better::Lower => {
                matches!(kind, Kind::Duration | Kind::Percentage | Kind::Number | Kind::Date)
            }
            Better::Yes | Better::No => kind == Kind::Boolean,
        }
    }
}

impl std::ops::Not for Better {
    type Output = Self;

    /// The other way round.
    fn not(self) -> Self {
        match self {
            Better::Higher => Better::Lower,
            Better::Lower => Better::Higher,
            Better::Yes => Better::No,
            Better::No => Better::Yes,
        }
    }
}
