//! The registry of certifications: one id for each, whatever vendors call it.

use super::{date::Date, id::CertificationId, spelling::key};
use crate::language::say;

/// An entry of the registry.
#[derive(Debug, Clone, PartialEq)]
pub struct Certification {
    pub id: CertificationId,
    pub name: String,
    /// Other spellings; unique over the whole registry, as [`key`] compares them.
    pub aliases: Vec<String>,
    /// What may follow the name: versions, types, levels.
    pub editions: Vec<Edition>,
    pub kind: Kind,
    /// Not yet in force, so that nobody can hold it.
    pub planned: bool,
    /// The last day on which it was in force, where it has ended.
    pub ended: Option<Date>,
    pub issuer: Option<String>,
    /// The page on which the issuer describes it.
    pub address: Option<String>,
}

/// A version, type or level: "2022", "Type II", "High".
#[derive(Debug, Clone, PartialEq)]
pub struct Edition {
    pub name: String,
    pub aliases: Vec<String>,
    /// The last day on which it counted, where it has been replaced.
    pub valid_to: Option<Date>,
}

impl Certification {
    /// Whether a requirement may count it: an independent party has looked, by a scheme that has begun.
    pub fn counts(&self) -> bool {
        self.kind.counts() && !self.planned
    }

    /// The name and the aliases.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&*self.name).chain(self.aliases.iter().map(String::as_str))
    }

    /// Whether a text is a spelling of it, with or without an edition.
    pub fn is_spelled(&self, text: &str) -> bool {
        let wanted = key(text);
        let is_edition = |rest: &str| self.editions.iter().any(|edition| edition.is_spelled(rest));
        self.names().any(|name| {
            wanted.strip_prefix(&*key(name)).is_some_and(|rest| rest.is_empty() || is_edition(rest))
        })
    }
}

impl Edition {
    /// The name and the aliases.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&*self.name).chain(self.aliases.iter().map(String::as_str))
    }

    fn is_spelled(&self, wanted: &str) -> bool {
        self.names().any(|name| key(name) == wanted)
    }
}

/// What sort of thing carries the name. A requirement counts certificates and attestations only.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Certificate,
    Attestation,
    Authorisation,
    SelfAssessment,
    Guideline,
    Law,
    Programme,
}

impl Kind {
    pub const ALL: [Kind; 7] = [
        Kind::Certificate,
        Kind::Attestation,
        Kind::Authorisation,
        Kind::SelfAssessment,
        Kind::Guideline,
        Kind::Law,
        Kind::Programme,
    ];

    pub fn id(self) -> &'static str {
        match self {
            Kind::Certificate => "certificate",
            Kind::Attestation => "attestation",
            Kind::Authorisation => "authorisation",
            Kind::SelfAssessment => "self-assessment",
            Kind::Guideline => "guideline",
            Kind::Law => "law",
            Kind::Programme => "programme",
        }
    }

    /// With its article, for sentences: "is a law".
    pub fn with_article(self) -> &'static str {
        say(match self {
            Kind::Certificate => "a certificate",
            Kind::Attestation => "an attestation report",
            Kind::Authorisation => "an authorisation",
            Kind::SelfAssessment => "a self-assessment",
            Kind::Guideline => "a benchmark or guideline",
            Kind::Law => "a law or regulator",
            Kind::Programme => "an industry programme",
        })
    }

    /// Whether an independent party has looked, so that a requirement may count it.
    pub fn counts(self) -> bool {
        matches!(self, Kind::Certificate | Kind::Attestation)
    }
}
