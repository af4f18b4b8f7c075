//! Questions to the vendors: whatever leaves a requirement open, and every conflict of sources that a requirement meets,
//! as one question for each row.

mod open;
mod words;

use crate::{
    catalogue::{
        id::{ProviderId, RowId},
        order,
        provider::Provider,
    },
    requirement::{Requirement, evaluate::Context, outcome::Outcome},
};
use open::{Open, open_rows};

/// One question to a vendor, about one row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    pub vendor: ProviderId,
    pub row: RowId,
    /// The positions of the requirements that an answer would settle, or help to.
    pub settles: Vec<usize>,
    /// The question in words. It asserts nothing that the catalogue does not say.
    pub text: String,
    /// Why it is open, as sentences without their full stops.
    pub reasons: Vec<String>,
}

impl Question {
    /// What the question is called as long as it is asked: `witivio:region-secondary`.
    pub fn key(&self) -> String {
        format!("{}:{}", self.vendor, self.row)
    }
}

/// The vendor and the row in a key, where it has that form.
pub fn parts_of_key(key: &str) -> Option<(ProviderId, RowId)> {
    let (vendor, row) = key.split_once(':')?;
    Some((ProviderId::new(vendor), RowId::new(row)))
}

/// The questions to all vendors of an outcome, vendor by vendor in its order, each in the order of the rows.
pub fn of(outcome: &Outcome, requirements: &[Requirement], context: Context) -> Vec<Question> {
    let mut questions = Vec::new();
    for assessment in &outcome.assessments {
        let Some(vendor) = context.catalogue.provider(&assessment.vendor) else { continue };
        let open = open_rows(vendor, requirements, &assessment.findings, context);
        questions.extend(open.iter().map(|open| question(open, vendor, requirements, context)));
    }
    questions
}

fn question(open: &Open, vendor: &Provider, requirements: &[Requirement], context: Context) -> Question {
    let mut settles: Vec<usize> = Vec::new();
    for index in open.grounds.iter().map(|(index, _)| *index).chain(open.conflicts.iter().map(|(i, _)| *i)) {
        if !settles.contains(&index) {
            settles.push(index);
        }
    }
    order::sort_by(&mut settles, usize::cmp);
    let asked: Vec<&Requirement> = settles.iter().filter_map(|index| requirements.get(*index)).collect();
    Question {
        vendor: vendor.id.clone(),
        row: open.row.id.clone(),
        settles,
        text: words::text(open, vendor, &asked, context.catalogue),
        reasons: words::reasons(open, vendor, requirements, context),
    }
}
