//! The beginning of a profile, and the questions that it is to answer.
//!
//! A profile holds claims with evidence and nothing else, so a row that nobody has looked up has no place in it: the
//! skeleton of a profile has no claims, covers no section, and holds the check as it is. The rows stand as questions in
//! a worksheet beside it, which is thrown away when the profile is done.

use std::fmt::Write;

use crate::catalogue::{
    Catalogue,
    build::parts,
    row::{Kind, Row},
    source::ProviderSource,
};

/// A profile without claims.
pub fn profile(id: &str, name: &str, kind: &str) -> ProviderSource {
    ProviderSource { id: id.to_owned(), name: name.to_owned(), kind: kind.to_owned(), ..Default::default() }
}

/// The questions to a provider's documents, as Markdown: every row, section by section.
pub fn worksheet(provider: &ProviderSource, catalogue: &Catalogue) -> String {
    let mut out = String::new();
    let ProviderSource { id, name, .. } = provider;
    let _ = write!(
        out,
        "# Questions to the documents of {name}\n\n\
         A claim goes into `providers/{id}.json`, with the document, its section, and what it says in our words. What no \
         document says is no claim. When all documents have been read for a section, its id goes into `covers`.\n"
    );
    for section in &catalogue.sections {
        let _ = write!(out, "\n## {} (`{}`)\n\n", section.name, section.id);
        for row in &section.rows {
            let _ = writeln!(out, "- [ ] `{}` **{}**: {}", row.id, row.name, question(row));
            let _ = writeln!(out, "  - {}: {}", row.kind.id(), parts::value_help(row.kind));
        }
    }
    out
}

/// What a row asks, in plain words.
fn question(row: &Row) -> String {
    let terms: Vec<String> = row.terms.iter().map(|t| format!("`{}` ({})", t.id, t.name)).collect();
    let terms = terms.join(", ");
    let question = match row.kind {
        Kind::Places => "in which countries? Does the wording leave others open?".to_owned(),
        Kind::Certificates | Kind::Providers => "which ones, and is the list complete?".to_owned(),
        Kind::Provider => "which one?".to_owned(),
        Kind::Duration => {
            "how long, exactly or at most or at least? What is counted, and from when?".to_owned()
        }
        Kind::Percentage => "how many per cent?".to_owned(),
        Kind::Number => "how many?".to_owned(),
        Kind::Boolean if terms.is_empty() => "yes or no?".to_owned(),
        Kind::Boolean => format!("yes or no? If yes, is one of these meant: {terms}?"),
        Kind::Ids => format!("which of these, and is that all: {terms}?"),
        Kind::Text => "what does the document say, in our words?".to_owned(),
        Kind::Date => "on which day?".to_owned(),
    };
    match row.derived {
        Some(_) => {
            format!("{question} Worked out from the places; a claim only where the document says it itself.")
        }
        None => question,
    }
}
