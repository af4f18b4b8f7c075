//! The comparison as a table for spreadsheets: what is required and how it came out on top, then a line for each row.

use super::{
    cell::{self, Line},
    csv,
};
use crate::{
    catalogue::{Catalogue, claim::Evidence, provider::Provider, row::Row, words::date},
    comparison::{Cell, Matrix},
    project::Project,
    requirement::{
        Requirement,
        evaluate::Context,
        outcome::{Outcome, assess},
        words,
    },
};

/// The table of the vendors in a matrix as CSV: section, row id, row, difference; and for each vendor the values with their
/// holder, the states, and the evidence. Several claims of a cell stand on lines of their own, in the same order. What the
/// visitor has noted about the vendors stands below the requirements.
pub fn comparison(
    matrix: &Matrix,
    requirements: &[Requirement],
    project: &Project,
    context: Context,
) -> String {
    let providers: Vec<&Provider> =
        matrix.vendors.iter().filter_map(|id| context.catalogue.provider(id)).collect();
    let mut lines = vec![heading(&providers)];
    lines.extend(outcome(&providers, requirements, context));
    lines.extend(notes(&providers, project));
    for section in &matrix.sections {
        let name = context.catalogue.sections.iter().find(|s| s.id == section.id).map(|s| &*s.name);
        for matrix_row in &section.rows {
            let Some(row) = context.catalogue.row(&matrix_row.id) else { continue };
            let mut line = start(name.unwrap_or_default(), row.id.as_str(), &row.name);
            line.push(matrix_row.difference.in_words().to_owned());
            let cells = matrix_row.cells.iter().zip(&providers);
            cells.for_each(|(cell, provider)| line.extend(self::cell(cell, provider, row, context)));
            lines.push(line);
        }
    }
    csv::file(&lines)
}

/// Every vendor of an outcome, in its order.
pub fn of_all(
    outcome: &Outcome,
    requirements: &[Requirement],
    project: &Project,
    context: Context,
) -> String {
    let vendors: Vec<_> = outcome.assessments.iter().map(|assessment| assessment.vendor.clone()).collect();
    comparison(&Matrix::of(&vendors, context), requirements, project, context)
}

fn start(section: &str, id: &str, name: &str) -> Vec<String> {
    [section, id, name].map(str::to_owned).to_vec()
}

fn heading(providers: &[&Provider]) -> Vec<String> {
    let mut line = start("Section", "Row id", "Row");
    line.push("Difference".to_owned());
    for provider in providers {
        let own = if provider.own { " (yours)" } else { "" };
        let columns = ["value", "state", "evidence"];
        line.extend(columns.map(|column| format!("{}{own}: {column}", provider.name)));
    }
    line
}

/// The outcome, and a line for each requirement with the verdicts and their reasons.
fn outcome(providers: &[&Provider], requirements: &[Requirement], context: Context) -> Vec<Vec<String>> {
    let verdict = |verdict| words::verdict(verdict).to_owned();
    let assessments: Vec<_> = providers.iter().map(|p| assess(requirements, p, context)).collect();
    let mut all = start("Outcome", "", &format!("As of {}", date(context.as_of)));
    all.push(String::new());
    all.extend(assessments.iter().flat_map(|a| [verdict(a.verdict), String::new(), String::new()]));
    let mut lines = vec![all];
    for (index, requirement) in requirements.iter().enumerate() {
        let mut line = start(
            "Requirement",
            &requirement.to_string(),
            &words::requirement(requirement, context.catalogue),
        );
        line.push(String::new());
        for finding in assessments.iter().filter_map(|assessment| assessment.findings.get(index)) {
            let reasons = words::finding(finding, requirement, context).join("\n");
            line.extend([verdict(finding.verdict), String::new(), reasons]);
        }
        lines.push(line);
    }
    lines
}

/// The line of the visitor's notes, where there are any.
fn notes(providers: &[&Provider], project: &Project) -> Option<Vec<String>> {
    let mut line = start("Note", "", "Your note");
    line.push(String::new());
    for provider in providers {
        let note = project.note(&provider.id).unwrap_or_default();
        line.extend([note, "", ""].map(str::to_owned));
    }
    providers.iter().any(|provider| project.note(&provider.id).is_some()).then_some(line)
}

/// The three columns of a vendor.
fn cell(cell: &Cell, provider: &Provider, row: &Row, context: Context) -> [String; 3] {
    let line = |line: Line| {
        let evidence = evidence(line.evidence(), context.catalogue);
        [line.value, line.state.to_owned(), evidence]
    };
    let lines: Vec<[String; 3]> = cell::lines(cell, provider, row, context).into_iter().map(line).collect();
    std::array::from_fn(|column| lines.iter().map(|line| &*line[column]).collect::<Vec<_>>().join("\n"))
}

/// "Trust page, Backups, 1 March 2025; …", each once.
fn evidence<'a>(evidence: impl Iterator<Item = &'a Evidence>, catalogue: &Catalogue) -> String {
    let passage = |evidence: &Evidence| {
        let document = catalogue.document(&evidence.document);
        let title = document.map_or(evidence.document.as_str(), |document| &document.title);
        let day = document.and_then(|d| d.date).map_or_else(|| "undated".to_owned(), date);
        let own = if document.is_some_and(|document| document.own) { " (yours)" } else { "" };
        format!("{title}{own}, {}, {day}", evidence.section)
    };
    let mut passages: Vec<String> = Vec::new();
    for passage in evidence.map(passage) {
        if !passages.contains(&passage) {
            passages.push(passage);
        }
    }
    passages.join("; ")
}
