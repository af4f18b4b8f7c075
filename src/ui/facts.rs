//! The headline facts of a vendor: where its data sits, which certificates there are, how long data is kept.

use yew::prelude::*;

use super::{cell::cell, element::el, page::Page, verdict};
use crate::{
    catalogue::{Catalogue, provider::Provider, row::Kind, row::Section},
    requirement::{Requirement, Subject, outcome::Assessment, verdict::Verdict},
};

/// A column: the rows of one type, and how many of them are shown even where nothing is stated.
const COLUMNS: [(&str, Kind, usize); 3] = [
    ("Where data sits", Kind::Places, 4),
    ("Certificates", Kind::Certificates, 2),
    ("Keeping data", Kind::Duration, 2),
];

pub fn facts(assessment: &Assessment, page: &Page) -> Html {
    let Some(provider) = page.catalogue.provider(&assessment.vendor) else { return Html::default() };
    let mut columns = Vec::new();
    for (title, kind, always) in COLUMNS {
        let Some(section) = section_of(kind, &page.catalogue) else { continue };
        let verdict = verdict_on(section, assessment, &page.state.requirements, &page.catalogue);
        let heading = el("dt", "").says(title).maybe(verdict.map(verdict::mark));
        columns
            .push(el("div", "fact").with(heading).all(lines(provider, section, kind, always, page)).into());
    }
    el("dl", "facts").all(columns).into()
}

fn lines(provider: &Provider, section: &Section, kind: Kind, always: usize, page: &Page) -> Vec<Html> {
    let mut lines = Vec::new();
    for row in section.rows.iter().filter(|row| row.kind == kind) {
        if lines.len() < always || provider.claims_on(&row.id).next().is_some() {
            let name = el("span", "k").text(row.short_name().to_owned());
            lines.push(el("dd", "line").with(name).child(cell(provider, row, true, page)).into());
        }
    }
    lines
}

/// The first section that has rows of this type.
fn section_of(kind: Kind, catalogue: &Catalogue) -> Option<&Section> {
    catalogue.sections.iter().find(|section| section.rows.iter().any(|row| row.kind == kind))
}

/// What the requirements on the rows of a section come to; `None` where there are none.
fn verdict_on(
    section: &Section,
    assessment: &Assessment,
    requirements: &[Requirement],
    catalogue: &Catalogue,
) -> Option<Verdict> {
    let mut joint = None;
    for (requirement, finding) in requirements.iter().zip(&assessment.findings) {
        let asked = match &requirement.subject {
            Subject::Region => section_of(Kind::Places, catalogue),
            Subject::Cert => section_of(Kind::Certificates, catalogue),
            Subject::Row(row) => catalogue.section_of(row),
        };
        if asked.is_some_and(|asked| asked.id == section.id) {
            joint = Some(joint.unwrap_or(Verdict::Yes).and(finding.verdict));
        }
    }
    joint
}
