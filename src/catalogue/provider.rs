//! Vendors, and the providers behind them.

use super::{
    claim::Claim,
    id::{ProviderId, RowId, SectionId},
};

/// A vendor or a provider behind one, with what is claimed about it.
#[derive(Debug, Clone, PartialEq)]
pub struct Provider {
    pub id: ProviderId,
    pub name: String,
    pub kind: Kind,
    pub summary: Option<String>,
    /// The sections for which the documents have been read; a row of another section is not read, which is not
    /// the same as not stated.
    pub covers: Vec<SectionId>,
    /// Whether the visitor has added it; the catalogue as it is published does not have it.
    pub own: bool,
    /// In the order of the file.
    pub claims: Vec<Claim>,
}

/// Whether a provider is compared, or stands behind those that are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Vendor,
    Provider,
}

impl Provider {
    /// The claims on a row.
    pub fn claims_on<'a>(&'a self, row: &'a RowId) -> impl Iterator<Item = &'a Claim> + 'a {
        self.claims.iter().filter(move |claim| claim.row == *row)
    }
}
