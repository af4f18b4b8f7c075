//! The registry of certifications: one id for each, whatever vendors call it.

use super::id::CertificationId;

/// An entry of the registry.
#[derive(Debug, Clone, PartialEq)]
pub struct Certification {
    pub id: CertificationId,
    pub name: String,
    /// Other spellings; unique over the whole registry.
    pub aliases: Vec<String>,
    pub kind: Kind,
    pub issuer: Option<String>,
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
        match self {
            Kind::Certificate => "a certificate",
            Kind::Attestation => "an attestation report",
            Kind::Authorisation => "an authorisation",
            Kind::SelfAssessment => "a self-assessment",
            Kind::Guideline => "a benchmark or guideline",
            Kind::Law => "a law or regulator",
            Kind::Programme => "an industry programme",
        }
    }

    /// Whether an independent party has looked, so that a requirement may count it.
    pub fn counts(self) -> bool {
        matches!(self, Kind::Certificate | Kind::Attestation)
    }
}
