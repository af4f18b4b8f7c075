//! Makes a decision record.

use super::{
    Format, Kind, Passage, Record, RecordedClaim, RecordedFinding, RecordedQuestion, RecordedRequirement,
    RecordedVendor,
};
use crate::{
    catalogue::{
        Catalogue,
        claim::{Claim, Evidence},
        claim_words::{assertion, part_and_holder},
        date::Date,
        identity::Identity,
        provider::Provider,
        row::Row,
        words::{capitalised, date},
        written,
    },
    comparison::{Question, questions},
    project::Project,
    requirement::{
        Requirement,
        evaluate::Context,
        footprint::footprint,
        ground::Finding,
        outcome::{Assessment, Outcome},
        print, words,
    },
};

const TITLE: &str = "Decision record";

/// All that a record is made of.
#[derive(Clone, Copy)]
pub struct Occasion<'a> {
    pub project: &'a Project,
    /// What is required; it takes the place of what the project says.
    pub requirements: &'a [Requirement],
    /// The catalogue with what the project adds ([`crate::project::joined`]), and the day as of which is judged.
    pub context: Context<'a>,
    /// The catalogue without what the project adds.
    pub identity: &'a Identity,
    /// The day on which the record is made.
    pub made: Date,
}

impl Record {
    pub fn of(occasion: Occasion) -> Self {
        let Occasion { project, requirements, context, identity, made } = occasion;
        let outcome = Outcome::of(requirements, context);
        let questions = questions::of(&outcome, requirements, context);
        let rows = rows_read(requirements, context.catalogue);
        let vendors = outcome.assessments.iter().filter_map(|assessment| {
            let vendor = context.catalogue.provider(&assessment.vendor)?;
            Some(recorded_vendor(vendor, assessment, &questions, &rows, occasion))
        });
        Self {
            kind: Kind,
            format: Format,
            title: project.title.clone().unwrap_or_else(|| TITLE.to_owned()),
            author: project.author.clone(),
            made,
            as_of: context.as_of,
            catalogue: identity.clone(),
            requirements: requirements.iter().map(|r| recorded_requirement(r, context.catalogue)).collect(),
            vendors: vendors.collect(),
            project: Project {
                requirements: Some(print::list(requirements)).filter(|text| !text.is_empty()),
                as_of: Some(context.as_of),
                ..project.clone()
            },
        }
    }
}

fn recorded_requirement(requirement: &Requirement, catalogue: &Catalogue) -> RecordedRequirement {
    RecordedRequirement { text: requirement.to_string(), words: words::requirement(requirement, catalogue) }
}

/// The rows that the requirements read, in the order of the catalogue.
pub(super) fn rows_read<'a>(requirements: &[Requirement], catalogue: &'a Catalogue) -> Vec<&'a Row> {
    let read: Vec<usize> = requirements.iter().flat_map(|r| footprint(&r.subject, catalogue)).collect();
    let rows = catalogue.rows().enumerate().filter(|(position, _)| read.contains(position));
    rows.map(|(_, row)| row).collect()
}

fn recorded_vendor(
    vendor: &Provider,
    assessment: &Assessment,
    questions: &[Question],
    rows: &[&Row],
    occasion: Occasion,
) -> RecordedVendor {
    let Occasion { project, requirements, context, .. } = occasion;
    let findings = requirements.iter().zip(&assessment.findings);
    let asked = questions.iter().filter(|question| question.vendor == vendor.id);
    RecordedVendor {
        id: vendor.id.clone(),
        name: vendor.name.clone(),
        own: vendor.own,
        outcome: assessment.verdict,
        note: project.note(&vendor.id).map(str::to_owned),
        findings: findings.map(|(requirement, f)| finding(f, requirement, vendor, context)).collect(),
        questions: asked.map(|q| recorded_question(q, occasion)).collect(),
        claims: claims(vendor, rows, context.catalogue),
    }
}

fn finding(
    finding: &Finding,
    requirement: &Requirement,
    vendor: &Provider,
    context: Context,
) -> RecordedFinding {
    let mut evidence: Vec<Passage> = Vec::new();
    for claim in finding.grounds.iter().flat_map(|ground| &ground.claims) {
        for passage in vendor.claims.get(*claim).into_iter().flat_map(Claim::all_evidence) {
            let passage = Passage::of(passage, context.catalogue);
            if !evidence.contains(&passage) {
                evidence.push(passage);
            }
        }
    }
    RecordedFinding {
        outcome: finding.verdict,
        reasons: words::finding(finding, requirement, context),
        evidence,
    }
}

impl Passage {
    /// Where evidence stands and what it says, with the names of the catalogue.
    pub fn of(evidence: &Evidence, catalogue: &Catalogue) -> Self {
        let document = catalogue.document(&evidence.document);
        Self {
            document: document
                .map_or_else(|| evidence.document.to_string(), |document| document.title.clone()),
            section: evidence.section.clone(),
            date: document.and_then(|document| document.date),
            statement: evidence.statement.clone(),
            said_by: catalogue.provider_name(&evidence.said_by),
            own: document.is_some_and(|document| document.own),
        }
    }
}

fn recorded_question(question: &Question, occasion: Occasion) -> RecordedQuestion {
    let row = occasion.context.catalogue.row(&question.row);
    let settles = question.settles.iter().filter_map(|index| occasion.requirements.get(*index));
    RecordedQuestion {
        key: question.key(),
        name: row.map_or_else(|| question.row.to_string(), |row| row.name.clone()),
        text: occasion.project.text_of(question).to_owned(),
        reasons: question.reasons.clone(),
        settles: settles.map(Requirement::to_string).collect(),
    }
}

/// The claims of a vendor on some rows, in their order.
pub(super) fn claims(vendor: &Provider, rows: &[&Row], catalogue: &Catalogue) -> Vec<RecordedClaim> {
    let on_rows = rows.iter().flat_map(|row| vendor.claims_on(&row.id).map(move |claim| (*row, claim)));
    on_rows.map(|(row, claim)| recorded_claim(claim, row, catalogue)).collect()
}

fn recorded_claim(claim: &Claim, row: &Row, catalogue: &Catalogue) -> RecordedClaim {
    let until = claim.expires.map_or_else(String::new, |day| format!(", until {}", date(day)));
    let words = assertion(&claim.assertion, row, catalogue);
    RecordedClaim {
        name: row.name.clone(),
        words: capitalised(&format!("{words}{}{until}", part_and_holder(claim, catalogue))),
        claim: written::claim(claim),
        evidence: claim.all_evidence().map(|evidence| Passage::of(evidence, catalogue)).collect(),
    }
}
