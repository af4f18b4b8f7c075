//! What changed between two catalogues, as text, Markdown and JSON.

use std::fmt::Write;

use serde_json::{Value as Json, json};
use vendor_compare::{
    catalogue::{Catalogue, claim::Claim},
    curation::{
        difference::{Change, ClaimChange, Presence, ProviderChange},
        words::{assertion, part_and_holder},
    },
    export::{markdown::escaped, source},
};

/// For a terminal: `+` came, `-` went, `~` changed.
pub fn text(changes: &[ProviderChange], old: &Catalogue, new: &Catalogue) -> String {
    let mut out = String::new();
    for change in changes {
        if !out.is_empty() {
            out.push('\n');
        }
        let sign = sign(change.presence);
        let _ = writeln!(out, "{sign} {} ({})", change.provider.name, change.provider.id);
        for field in &change.head {
            let _ = writeln!(out, "  ~ {}", field_in_words(field));
        }
        for claim in &change.claims {
            let _ = writeln!(out, "  {} {}", self::sign(claim.presence()), claim_in_words(claim, old, new));
            for field in &claim.fields {
                let _ = writeln!(out, "      {}", field_in_words(field));
            }
        }
    }
    if out.is_empty() { "Nothing changed for a buyer.\n".to_owned() } else { out }
}

/// For a message: a heading for each provider, and a list.
pub fn markdown(changes: &[ProviderChange], old: &Catalogue, new: &Catalogue) -> String {
    let mut out = String::new();
    for change in changes {
        if !out.is_empty() {
            out.push('\n');
        }
        let presence = match change.presence {
            Presence::Changed => String::new(),
            presence => format!(" ({})", presence.id()),
        };
        let _ = writeln!(out, "## {}{presence}\n", escaped(&change.provider.name));
        for field in &change.head {
            let _ = writeln!(out, "- {}", escaped(&field_in_words(field)));
        }
        for claim in &change.claims {
            let words = escaped(&claim_in_words(claim, old, new));
            let _ = writeln!(out, "- **{}** {words}", claim.presence().id());
            for field in &claim.fields {
                let _ = writeln!(out, "  - {}", escaped(&field_in_words(field)));
            }
        }
    }
    if out.is_empty() { "Nothing changed for a buyer.\n".to_owned() } else { out }
}

/// For programs; claims in the shape of the data files.
pub fn json(changes: &[ProviderChange]) -> Json {
    let fields = |fields: &[Change]| -> Vec<Json> {
        let field = |Change { field, old, new }: &Change| json!({ "field": field, "old": old, "new": new });
        fields.iter().map(field).collect()
    };
    let claim = |change: &ClaimChange| {
        json!({
            "row": change.row.id.as_str(),
            "change": change.presence().id(),
            "old": change.old.map(source::claim),
            "new": change.new.map(source::claim),
            "fields": fields(&change.fields),
        })
    };
    let providers = changes.iter().map(|change| {
        json!({
            "provider": change.provider.id.as_str(),
            "name": change.provider.name,
            "change": change.presence.id(),
            "fields": fields(&change.head),
            "claims": change.claims.iter().map(claim).collect::<Vec<_>>(),
        })
    });
    json!({ "providers": providers.collect::<Vec<_>>() })
}

fn sign(presence: Presence) -> char {
    match presence {
        Presence::Added => '+',
        Presence::Removed => '-',
        Presence::Changed => '~',
    }
}

/// The row, and what is claimed on it; of a change only the part it is about, because its fields follow.
fn claim_in_words(change: &ClaimChange, old: &Catalogue, new: &Catalogue) -> String {
    let row = format!("{} ({})", change.row.name, change.row.id);
    let whole = |claim: &Claim, catalogue| {
        let value = assertion(&claim.assertion, change.row, catalogue);
        format!("{row}: {value}{}", part_and_holder(claim, catalogue))
    };
    match (change.old, change.new) {
        (None, Some(claim)) => whole(claim, new),
        (Some(claim), None) => whole(claim, old),
        (_, Some(claim)) => format!("{row}{}", part_and_holder(claim, new)),
        (None, None) => row,
    }
}

/// "expires: 2026-01-01 → 2027-01-01".
fn field_in_words(Change { field, old, new }: &Change) -> String {
    match (&**old, &**new) {
        ("", new) => format!("{field} added: {new}"),
        (old, "") => format!("{field} removed: {old}"),
        (old, new) => format!("{field}: {old} → {new}"),
    }
}
