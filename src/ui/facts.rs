//! The headline facts of a vendor: where its data sits, which certificates there are, how long data is kept.

use yew::prelude::*;

use super::{cell::cell, page::Page, verdict};
use crate::{
    catalogue::{
        Catalogue,
        id::{RowId, SectionId},
        row::Kind,
    },
    requirement::{Requirement, Subject, outcome::Assessment, verdict::Verdict},
};

/// A column: the rows of one type, the section they stand in, and how many are shown even where nothing is stated.
const COLUMNS: [(&str, Kind, usize); 3] = [
    ("Where data sits", Kind::Places, 4),
    ("Certificates", Kind::Certificates, 2),
    ("Keeping data", Kind::Duration, 2),
];

pub fn facts(assessment: &Assessment, page: &Page) -> Html {
    let Some(provider) = page.catalogue.provider(&assessment.vendor) else { return Html::default() };
    let columns = COLUMNS.iter().filter_map(|(title, kind, always)| {
        let section = page.catalogue.sections.iter().find(|s| s.rows.iter().any(|row| row.kind == *kind))?;
        let of_kind = section.rows.iter().filter(|row| row.kind == *kind);
        let claimed = |row: &RowId| provider.claims_on(row).next().is_some();
        let rows = of_kind.enumerate().filter(|(index, row)| index < always || claimed(&row.id));
        let verdict = verdict_on(&section.id, assessment, &page.state.requirements, &page.catalogue);
        Some(html! {
            <div class="fact">
                <dt>{ *title }if let Some(verdict) = verdict { { verdict::mark(verdict) } }</dt>
                { for rows.map(|(_, row)| html! {
                    <dd class="line">
                        <span class="k">{ row.short_name() }</span>
                        { cell(provider, row, true, page) }
                    </dd>
                }) }
            </div>
        })
    });
    html! { <dl class="facts">{ for columns }</dl> }
}

/// What the requirements on the rows of a section come to.
fn verdict_on(
    section: &SectionId,
    assessment: &Assessment,
    requirements: &[Requirement],
    catalogue: &Catalogue,
) -> Option<Verdict> {
    let kind_of = |kind: Kind| catalogue.sections.iter().find(|s| s.rows.iter().any(|r| r.kind == kind));
    let section_of = |requirement: &Requirement| match &requirement.subject {
        Subject::Region => kind_of(Kind::Places),
        Subject::Cert => kind_of(Kind::Certificates),
        Subject::Row(row) => catalogue.section_of(row),
    };
    let on_section =
        |(requirement, _): &(&Requirement, _)| section_of(requirement).is_some_and(|s| s.id == *section);
    let mut findings = requirements.iter().zip(&assessment.findings).filter(on_section).peekable();
    findings.peek()?;
    Some(Verdict::all(findings.map(|(_, finding)| finding.verdict)))
}
