//! Free text to ids: certifications, places and durations as vendors write them.
//!
//! A reader finds what it knows in a text and tells how sure it is. It is made to be careful: what a text says of
//! compliance, of a host's certificate or of a plan is proposed, and never accepted; a number that is one digit off is
//! another number.

mod cells;
mod certifications;
mod context;
mod durations;
mod editions;
mod limits;
mod misspelt;
mod numbers;
mod places;
mod registry;
mod token;
mod vocabulary;

pub use cells::{Cell, CellsError, Form, cells};
pub use durations::durations;
pub use places::Gazetteer;
pub use registry::Registry;

/// How sure it is that a text means an id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Confidence {
    /// Somebody must look: there is a doubt.
    Likely,
    /// Another spelling that is known.
    Alias,
    /// The id or the name itself.
    Exact,
}

impl Confidence {
    pub fn id(self) -> &'static str {
        match self {
            Confidence::Likely => "likely",
            Confidence::Alias => "alias",
            Confidence::Exact => "exact",
        }
    }

    fn of(doubts: &[Doubt], is_own: bool) -> Self {
        match (doubts.is_empty(), is_own) {
            (false, _) => Confidence::Likely,
            (true, false) => Confidence::Alias,
            (true, true) => Confidence::Exact,
        }
    }

    /// Whether a reader may take it as it is.
    pub fn is_accepted(self) -> bool {
        self > Confidence::Likely
    }
}

/// Why somebody must look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doubt {
    Compliance,
    AnotherParty,
    Planned,
    Denied,
    UnknownEdition,
    NumberAlone,
    AmongWords,
    Misspelt,
    Approximate,
    Range,
}

impl Doubt {
    /// As a clause: "it says compliant, not certified".
    pub fn in_words(self) -> &'static str {
        match self {
            Doubt::Compliance => "it says compliant or the like, not certified",
            Doubt::AnotherParty => "it may be another party's: a host's, a supplier's, a person's",
            Doubt::Planned => "it is planned, not held",
            Doubt::Denied => "the text may deny it",
            Doubt::UnknownEdition => "what follows the name is no known edition",
            Doubt::NumberAlone => "only the number is written",
            Doubt::AmongWords => "a short name among other words",
            Doubt::Misspelt => "the spelling is only near",
            Doubt::Approximate => "it is only about that long",
            Doubt::Range => "it is the longer of two lengths",
        }
    }
}

/// An id that a text means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    pub id: String,
    /// What the text adds: editions of a certification; limit and clock of a duration.
    pub details: Vec<String>,
    pub confidence: Confidence,
    pub doubts: Vec<Doubt>,
}

/// What was read in one text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reading {
    /// In the order of the text, each id once.
    pub found: Vec<Found>,
    /// What was not understood.
    pub rest: Vec<String>,
}

impl Reading {
    /// Adds what was found; of an id that stands twice, the surer one counts.
    fn add(&mut self, found: Found) {
        let Some(known) = self.found.iter_mut().find(|known| known.id == found.id) else {
            self.found.push(found);
            return;
        };
        let details = found.details.clone();
        if found.confidence > known.confidence {
            let before = std::mem::replace(known, found);
            known.details = before.details;
        }
        let new: Vec<String> = details.into_iter().filter(|detail| !known.details.contains(detail)).collect();
        known.details.extend(new);
    }
}
