//! What a visitor's file brings: profiles, answers to questions, or something else.

use serde_json::Value as Json;

use super::{Base, Defaults, Imported, Names, answers, claims, csv, json, table::Place};
use crate::{
    catalogue::{Catalogue, problem::Problem},
    project::Answer,
};

/// What a file brings.
pub enum Brought {
    /// Profiles of vendors, and what they cite.
    Profiles(Imported),
    /// The questions to the vendors, filled in.
    Answers(answers::Filled),
    /// No profile and no table: a project or a record, or nothing that is known.
    Other,
}

/// Reads the content of a file as far as it is a table or holds profiles. `known` are the answers that the visitor has.
///
/// # Errors
/// A file that is neither text that is known nor a table.
pub fn brought(name: &str, text: &str, catalogue: &Catalogue, known: &[Answer]) -> Result<Brought, Problem> {
    let is_table = [".csv", ".tsv", ".txt"].iter().any(|end| name.to_ascii_lowercase().ends_with(end));
    if !is_table {
        let json: Json = serde_json::from_str(text.trim_start_matches('\u{feff}')).unwrap_or_default();
        let has = |key| json.get(key).is_some();
        return Ok(match has("providers") || has("claims") || has("covers") {
            true => Brought::Profiles(json::read(name, text, &Base::of(catalogue))),
            false => Brought::Other,
        });
    }
    let mut problems = Vec::new();
    let table = csv::read(name, text.as_bytes(), &mut problems)?;
    if answers::is_one(&table) {
        let mut filled = answers::read(table, catalogue, known);
        filled.problems.splice(0..0, problems);
        return Ok(Brought::Answers(filled));
    }
    if !claims::is_one(&table) {
        let place = Place { file: name.to_owned(), line: 1, ..Place::default() };
        return Err(place.problem(
            "this is neither a table of claims nor the questions of this page, filled in",
            "the one begins with a line that names provider, row and state, the other with one that names vendor, row id \
             and answer",
        ));
    }
    let mut imported = claims::read(&[table], &Names::default(), &Defaults::default(), &Base::of(catalogue));
    imported.problems.splice(0..0, problems);
    Ok(Brought::Profiles(imported))
}
