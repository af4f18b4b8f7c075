//! What a check has found, as text, JSON and annotations.

mod excerpt;
mod github;

use std::fmt::Write;

use serde_json::{Value as Json, json};
use vendor_compare::{
    catalogue::problem::Problem,
    curation::{
        advice::Kind,
        check::{Placed, Report},
    },
};

pub use github::github;

/// The errors with their lines, the advice by kind, and the counts.
pub fn text(report: &Report) -> String {
    let mut out = String::new();
    for error in &report.errors {
        out.push_str(&excerpt::with_lines(error));
    }
    for (kind, all) in by_kind(report) {
        let (what, remedy) = kind.in_words();
        let _ = writeln!(out, "advice: {what}; {remedy}");
        for Placed { advice, file, line, column } in all {
            let _ = writeln!(out, "  {file}:{line}:{column}: {}", advice.message);
        }
        out.push('\n');
    }
    out.push_str(&summary(report));
    out
}

/// One line: how much was checked, and what was found.
pub fn summary(report: &Report) -> String {
    let count = |number: usize, one: &str, many: &str| match number {
        0 => format!("no {many}"),
        1 => format!("1 {one}"),
        _ => format!("{number} {many}"),
    };
    format!(
        "{} with {}: {}, {}\n",
        count(report.profiles, "profile", "profiles"),
        count(report.claims, "claim", "claims"),
        count(report.errors.len(), "error", "errors"),
        count(report.advice.len(), "piece of advice", "pieces of advice"),
    )
}

/// Everything, for programs.
pub fn json(report: &Report) -> Json {
    let errors = report.errors.iter().map(|error| {
        let Problem { file, line, column, path, message, help } = &error.problem;
        json!({ "file": file, "line": line, "column": column, "path": path, "message": message, "help": help })
    });
    let advice = report.advice.iter().map(|Placed { advice, file, line, column }| {
        let (what, remedy) = advice.kind.in_words();
        json!({
            "kind": advice.kind.id(), "file": file, "line": line, "column": column, "path": advice.path,
            "message": format!("{what}: {}", advice.message), "help": remedy,
        })
    });
    json!({
        "errors": errors.collect::<Vec<_>>(),
        "advice": advice.collect::<Vec<_>>(),
        "profiles": report.profiles,
        "claims": report.claims,
    })
}

/// The kinds of which there is advice, each with all of it.
fn by_kind(report: &Report) -> impl Iterator<Item = (Kind, impl Iterator<Item = &Placed>)> {
    Kind::ALL.into_iter().filter_map(|kind| {
        let mut all = report.advice.iter().filter(move |placed| placed.advice.kind == kind).peekable();
        all.peek()?;
        Some((kind, all))
    })
}
