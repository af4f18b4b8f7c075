//! Answers as plain text, for people at a terminal.

use std::fmt::Write;

use vendor_compare::{
    catalogue::{
        claim::{Assertion, Claim},
        provider::Provider,
        row::Row,
        words::date,
    },
    comparison::{Cell, Matrix},
    curation::words::{assertion, part_and_holder},
    requirement::{Requirement, evaluate::Context, outcome::Outcome, verdict::Verdict, words},
};

/// Writing to a text cannot fail.
macro_rules! line {
    ($out:expr, $($arg:tt)*) => { let _ = writeln!($out, $($arg)*); };
}

/// An empty line between parts.
fn separate(out: &mut String) {
    if !out.is_empty() {
        out.push('\n');
    }
}

pub fn outcome(outcome: &Outcome, requirements: &[Requirement], context: Context) -> String {
    let mut out = String::new();
    for requirement in requirements {
        line!(out, "You require that {}.", words::requirement(requirement, context.catalogue));
    }
    for verdict in [Verdict::Yes, Verdict::Unknown, Verdict::No] {
        separate(&mut out);
        line!(out, "{}: {}", words::verdict(verdict), outcome.group(verdict).count());
        for assessment in outcome.group(verdict) {
            line!(out, "  {}", context.catalogue.provider_name(&assessment.vendor));
            for (requirement, finding) in requirements.iter().zip(&assessment.findings) {
                line!(out, "    {requirement}: {}", words::verdict(finding.verdict).to_lowercase());
                for reason in words::finding(finding, requirement, context) {
                    line!(out, "      {reason}");
                }
            }
        }
    }
    out
}

pub fn row(provider: &Provider, row: &Row, context: Context) -> String {
    let mut out = String::new();
    let cell = Cell::of(provider, row, context);
    line!(out, "{}: {} ({})", provider.name, row.name, row.id);
    for text in cell_lines(&cell, provider, row, context) {
        line!(out, "  {text}");
    }
    for claim in cell.claims_of(provider) {
        for evidence in claim.all_evidence() {
            let document = context.catalogue.document(&evidence.document);
            let title = document.map_or(evidence.document.as_str(), |d| &d.title);
            line!(out, "  § {title}, {}: {}", evidence.section, evidence.statement);
        }
    }
    out
}

pub fn matrix(matrix: &Matrix, context: Context) -> String {
    let mut out = String::new();
    let providers: Vec<&Provider> =
        matrix.vendors.iter().filter_map(|id| context.catalogue.provider(id)).collect();
    for section in &matrix.sections {
        let known = context.catalogue.sections.iter().find(|s| s.id == section.id);
        separate(&mut out);
        line!(out, "{}", known.map_or("", |s| &s.name));
        for matrix_row in &section.rows {
            let Some(row) = context.catalogue.row(&matrix_row.id) else { continue };
            line!(out, "  {} ({}): {}", row.name, row.id, matrix_row.difference.in_words().to_lowercase());
            for (cell, provider) in matrix_row.cells.iter().zip(&providers) {
                for text in cell_lines(cell, provider, row, context) {
                    line!(out, "    {}: {text}", provider.name);
                }
            }
        }
    }
    out
}

fn cell_lines(cell: &Cell, provider: &Provider, row: &Row, context: Context) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some(finding) = &cell.derived {
        lines.push(match finding.verdict {
            Verdict::Yes => "Yes, worked out from the places".to_owned(),
            Verdict::No => "No, worked out from the places".to_owned(),
            Verdict::Unknown => "Cannot be worked out from the places".to_owned(),
        });
    }
    lines.extend(cell.claims_of(provider).map(|claim| claim_line(claim, row, context)));
    match (lines.is_empty(), cell.read) {
        (true, true) => lines.push("Not stated".to_owned()),
        (true, false) => lines.push("Not read yet".to_owned()),
        _ => {}
    }
    lines
}

fn claim_line(claim: &Claim, row: &Row, context: Context) -> String {
    let assertion = assertion(&claim.assertion, row, context.catalogue);
    let passed = match &claim.assertion {
        Assertion::Planned { by: Some(by), .. } if *by < context.as_of => "; that date has passed",
        _ => "",
    };
    let ran_out = claim.expires.filter(|_| claim.expired_on(context.as_of));
    let ran_out = ran_out.map_or_else(String::new, |day| format!("; ran out on {}", date(day)));
    format!("{assertion}{passed}{}{ran_out}", part_and_holder(claim, context.catalogue))
}
