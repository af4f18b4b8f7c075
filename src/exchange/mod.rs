//! Profiles and answers that come from other people's tables, and profiles that go back into them.
//!
//! In: a table of claims (CSV, or a sheet of a workbook), a questionnaire with its answers, or JSON. Out: a table of
//! claims, which reads back as the same profiles. Everything here is a function of bytes and of the catalogue that the
//! result must fit; the catalogue's own checks decide what is right.
//!
//! What comes in is read as far as it goes: each fault is reported with its place in the file, the claim that has it
//! is left out, and the others are given.

pub mod answers;
mod base;
mod brought;
mod cited;
pub mod claims;
mod columns;
mod csv;
mod draft;
pub mod json;
pub mod notation;
pub mod questionnaire;
mod table;
#[cfg(not(target_arch = "wasm32"))]
mod workbook;

pub use base::Base;
pub use brought::{Brought, brought};
pub use columns::Names;
pub use table::Table;

#[cfg(not(target_arch = "wasm32"))]
use std::io::Read;

#[cfg(not(target_arch = "wasm32"))]
use table::Place;

use crate::catalogue::{
    problem::Problem,
    source::{DocumentSource, ProviderSource},
};

/// What an import comes to.
#[derive(Debug, Default)]
pub struct Imported {
    /// The profiles, with the claims in which nothing is wrong.
    pub profiles: Vec<ProviderSource>,
    /// Documents that come with them; none where every document must be known.
    pub documents: Vec<DocumentSource>,
    /// Everything that is wrong, with its place in the file.
    pub problems: Vec<Problem>,
    /// What is not wrong but should be known, such as answers that say nothing.
    pub remarks: Vec<String>,
}

/// What stands for cells that a table leaves empty, or has no column for.
#[derive(Debug, Clone, Default)]
pub struct Defaults {
    /// Whose profile it is.
    pub provider: Option<String>,
    /// The document that the evidence is from.
    pub document: Option<String>,
}

/// The largest file that is read: more than any questionnaire has.
#[cfg(not(target_arch = "wasm32"))]
const MAX_BYTES: u64 = 16 << 20;

/// The tables of a file, which is a workbook or, where its name does not end in `.xlsx`, a CSV file. What is wrong with
/// single lines goes to `problems`.
///
/// # Errors
/// A file that cannot be read, or is too large.
#[cfg(not(target_arch = "wasm32"))]
pub fn tables(name: &str, file: impl Read, problems: &mut Vec<Problem>) -> Result<Vec<Table>, Problem> {
    let place = Place { file: name.to_owned(), ..Place::default() };
    let mut bytes = Vec::new();
    if let Err(error) = file.take(MAX_BYTES + 1).read_to_end(&mut bytes) {
        return Err(place.problem(format!("cannot be read: {error}"), "is it the right file?"));
    }
    if bytes.len() as u64 > MAX_BYTES {
        let message = format!("the file is too large: at most {} MiB are read", MAX_BYTES >> 20);
        return Err(place.problem(message, "split it"));
    }
    match name.to_ascii_lowercase().ends_with(".xlsx") {
        true => workbook::read(name, &bytes),
        false => csv::read(name, &bytes, problems).map(|table| vec![table]),
    }
}
