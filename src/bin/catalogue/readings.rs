//! What was read in free text, as a table, CSV and JSON.

use std::fmt::Write;

use serde_json::{Value as Json, json};
use vendor_compare::curation::normalise::{Cell, Found, Reading};

use crate::answer::Refusal;

/// Each text, and below it what it means.
pub fn table(readings: &[(Cell, Reading)]) -> String {
    let found = || readings.iter().flat_map(|(_, reading)| &reading.found);
    let width = |length: &dyn Fn(&Found) -> usize| found().map(length).max().unwrap_or(0);
    let (ids, details) = (width(&|found| found.id.len()), width(&|found| in_one(found).chars().count()));
    let mut out = String::new();
    for (cell, reading) in readings {
        let column = cell.column.as_ref().map_or_else(String::new, |column| format!(" {column}"));
        let _ = writeln!(out, "{}{column}: {}", cell.row, cell.text.trim());
        for found in &reading.found {
            let line = format!(
                "  {:6}  {:ids$}  {:details$}  {}",
                found.confidence.id(),
                found.id,
                in_one(found),
                doubts(found)
            );
            let _ = writeln!(out, "{}", line.trim_end());
        }
        if reading.found.is_empty() {
            let _ = writeln!(out, "  none");
        }
        if !reading.rest.is_empty() {
            let _ = writeln!(out, "  not understood: {}", reading.rest.join("; "));
        }
    }
    let _ = writeln!(out, "{}", summary(readings));
    out
}

/// A line for each id, and one for a text that means none.
pub fn csv(readings: &[(Cell, Reading)]) -> Result<String, Refusal> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let unwritten = |error: &dyn std::fmt::Display| Refusal::because(format!("cannot be written: {error}"));
    let heading = ["row", "column", "text", "id", "details", "confidence", "doubts", "not_understood"];
    writer.write_record(heading).map_err(|error| unwritten(&error))?;
    for (cell, reading) in readings {
        let (row, column) = (cell.row.to_string(), cell.column.clone().unwrap_or_default());
        let rest = reading.rest.join("; ");
        let mut write = |id: &str, details: &str, confidence: &str, doubts: &str| {
            let record = [&*row, &*column, &*cell.text, id, details, confidence, doubts, &*rest];
            writer.write_record(record).map_err(|error| unwritten(&error))
        };
        if reading.found.is_empty() {
            write("", "", "none", "")?;
        }
        for found in &reading.found {
            write(&found.id, &in_one(found), found.confidence.id(), &doubts(found))?;
        }
    }
    let bytes = writer.into_inner().map_err(|error| unwritten(&error))?;
    String::from_utf8(bytes).map_err(|error| unwritten(&error))
}

pub fn json(readings: &[(Cell, Reading)]) -> Json {
    let found = |found: &Found| {
        json!({
            "id": found.id,
            "details": found.details,
            "confidence": found.confidence.id(),
            "doubts": found.doubts.iter().map(|doubt| doubt.in_words()).collect::<Vec<_>>(),
        })
    };
    let reading = |(cell, reading): &(Cell, Reading)| {
        json!({
            "row": cell.row,
            "column": cell.column,
            "text": cell.text,
            "found": reading.found.iter().map(found).collect::<Vec<_>>(),
            "not_understood": reading.rest,
        })
    };
    json!({ "readings": readings.iter().map(reading).collect::<Vec<_>>() })
}

fn in_one(found: &Found) -> String {
    found.details.join(", ")
}

fn doubts(found: &Found) -> String {
    found.doubts.iter().map(|doubt| doubt.in_words()).collect::<Vec<_>>().join("; ")
}

/// "12 texts: 9 understood, 2 to look at, 1 without an id".
fn summary(readings: &[(Cell, Reading)]) -> String {
    let (mut sure, mut open, mut none) = (0, 0, 0);
    for (_, reading) in readings {
        match &reading.found[..] {
            [] => none += 1,
            found if found.iter().all(|found| found.confidence.is_accepted()) => sure += 1,
            _ => open += 1,
        }
    }
    let texts = if readings.len() == 1 { "text" } else { "texts" };
    format!("{} {texts}: {sure} understood, {open} to look at, {none} without an id", readings.len())
}
