//! A vendor's line of the table.

use yew::prelude::*;

use crate::{
    catalogue::{
        id::RowId,
        provider::Provider,
        row::{Kind, Row},
    },
    comparison::Cell,
    requirement::{
        Requirement, Subject, footprint::footprint, ground::Finding, outcome::Assessment, verdict::Verdict,
        words,
    },
    ui::{
        card::{pick, tally},
        cell::{cell, mark},
        element::{Element, el, list},
        evidence::evidence,
        own::yours,
        page::Page,
        profile, verdict,
    },
};

/// The vendor, its outcome, a cell for each requirement and each column; below it, the evidence that is open.
pub fn line(assessment: &Assessment, columns: &[&Row], page: &Page) -> Html {
    let Some(provider) = page.catalogue.provider(&assessment.vendor) else { return Html::default() };
    let requirements = &page.state.requirements;
    let mut cells = Vec::new();
    if !requirements.is_empty() {
        let tally = el("span", "scope").text(tally(assessment));
        cells.push(el("td", "").child(verdict::mark(assessment.verdict)).with(tally).into());
    }
    // The mark of a row stands once in a line: in its own column, else with the first requirement that reads it.
    let mut marked: Vec<RowId> = columns.iter().map(|row| row.id.clone()).collect();
    for (requirement, finding) in requirements.iter().zip(&assessment.findings) {
        let marks = marks(&requirement.subject, provider, &mut marked, page);
        cells.push(answer(requirement, finding, page).all(marks).into());
    }
    cells.extend(columns.iter().map(|row| el("td", "").child(cell(provider, row, true, page)).into()));
    let width = cells.len() + 1;
    let line = el("tr", line_class(assessment.verdict, requirements.is_empty()))
        .attr("data-vendor", provider.id.to_string())
        .with(name(provider, page))
        .all(cells);
    let opened = page.state.evidence.as_ref().filter(|cell| cell.provider == provider.id).map(|cell| {
        let panel = el("td", "").attr("colspan", width.to_string()).child(evidence(cell, "3", page));
        el("tr", "sheet__evidence").with(panel).into()
    });
    list(vec![line.into(), opened.unwrap_or_default()])
}

fn line_class(verdict: Verdict, is_unasked: bool) -> &'static str {
    match verdict {
        _ if is_unasked => "",
        Verdict::Yes => "line--meets",
        Verdict::Unknown => "line--open",
        Verdict::No => "line--fails",
    }
}

fn name(provider: &Provider, page: &Page) -> Element {
    let open = profile::open(provider, page).text(provider.name.clone());
    let open = open.with(el("span", "sr").says(": all facts"));
    el("th", "").is("scope", "row").with(open).maybe(yours(provider.own)).with(pick(provider, page))
}

/// What was found on a requirement: the verdict, and what decides it.
fn answer(requirement: &Requirement, finding: &Finding, page: &Page) -> Element {
    let reason = words::finding(finding, requirement, page.context()).into_iter().next();
    let reason = reason.map_or_else(String::new, |reason| format!("{reason}. "));
    let accepts = requirement.accepts(finding.verdict);
    let accepted = accepts.then(|| el("span", "scope").says("Stays in the running.").into());
    el("td", "")
        .attr("data-requirement", requirement.to_string())
        .child(verdict::mark(finding.verdict))
        .maybe(accepted)
        .with(el("span", "sheet__why").text(reason))
}

/// The marks of the rows that a requirement is answered by, but for those that the line has already.
fn marks(subject: &Subject, provider: &Provider, marked: &mut Vec<RowId>, page: &Page) -> Vec<Html> {
    let rows: Vec<&Row> = page.catalogue.rows().collect();
    let read = footprint(subject, &page.catalogue).into_iter().filter_map(|index| rows.get(index).copied());
    let is_of_kind = |row: &&Row| match subject {
        // Beside the places themselves, what tells whether a second one is in use says nothing of its own.
        Subject::Region => row.kind == Kind::Places,
        Subject::Cert | Subject::Row(_) => true,
    };
    let mut marks = Vec::new();
    for row in read.filter(is_of_kind) {
        if !marked.contains(&row.id) {
            marks.extend(mark(&Cell::of(provider, row, page.context()), provider, row, page));
            marked.push(row.id.clone());
        }
    }
    marks
}
