//! The documents that evidence cites.

use super::{
    date::Date,
    id::{DocumentId, ProviderId},
};

/// A document of a provider.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    pub id: DocumentId,
    pub title: String,
    /// Who says what the document says.
    pub publisher: ProviderId,
    /// The date that the document gives itself.
    pub date: Option<Date>,
    /// Whether the visitor has added it: what it says is known to the visitor only.
    pub own: bool,
}
