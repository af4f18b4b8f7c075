//! Claims with the day that matters about them, as text and JSON.

use std::fmt::Write;

use serde_json::{Value as Json, json};
use vendor_compare::{
    catalogue::Catalogue,
    curation::{
        age::Dated,
        words::{assertion, part_and_holder},
    },
};

/// A heading with the count, and a line for each claim.
pub fn text(heading: &str, claims: &[Dated], catalogue: &Catalogue) -> String {
    let mut out = format!("{heading}: {}\n", claims.len());
    for Dated { provider, row, index, day } in claims {
        let (Some(claim), Some(row)) = (provider.claims.get(*index), catalogue.row(row)) else { continue };
        let day = day.map(|day| format!("{day} ")).unwrap_or_default();
        let value = assertion(&claim.assertion, row, catalogue);
        let part = part_and_holder(claim, catalogue);
        let _ = writeln!(out, "  {day}{} {}: {value}{part}", provider.id, row.id);
    }
    out
}

/// The same for programs; `claim` is the position in the provider's file.
pub fn json(claims: &[Dated]) -> Json {
    let claim = |Dated { provider, row, index, day }: &Dated| {
        let day = day.map(|day| day.to_string());
        json!({ "provider": provider.id.as_str(), "row": row.as_str(), "claim": index, "day": day })
    };
    claims.iter().map(claim).collect()
}
