//! Questionnaires with their answers, such as the CAIQ of the Cloud Security Alliance: a line for each question, with
//! its id, an answer, and perhaps a remark.
//!
//! A mapping, kept by the curator, says which row a question is about and what a yes or a no to it means. Nothing is
//! guessed: an answer that is blank or *not applicable* is no claim, least of all a no; one in free words is reported,
//! unless its row holds free words. The passage of each claim is the sheet and the question.

mod answer;
mod claim;
mod mapping;

use std::collections::BTreeMap;

pub use answer::Answer as Said;
pub use mapping::Mapping;

use super::{
    Defaults, Imported,
    base::Base,
    columns::{self, Columns, Known, Names},
    draft::{self, Draft, Places},
    table::{Place, Table},
};
use crate::catalogue::source::ClaimSource;
use claim::{Given, claim};
use mapping::Question;

const ID: usize = 0;
const ANSWER: usize = 1;
const REMARK: usize = 2;

static COLUMNS: [Known; 3] = [
    Known { name: "question id", also: &["id", "question no", "question number"], needed: true },
    Known { name: "answer", also: &["csp caiq answer", "caiq answer", "response"], needed: true },
    Known {
        name: "notes",
        also: &[
            "note",
            "comment",
            "comments",
            "remarks",
            "csp implementation description",
            "csp implementation description optional recommended",
        ],
        needed: false,
    },
];

/// Reads the answers of tables into the profile of `defaults`, and checks it as a part of `base`.
pub fn read(
    tables: &[Table],
    names: &Names,
    mapping: &Mapping,
    defaults: &Defaults,
    base: &Base,
) -> Imported {
    let mut imported = Imported::default();
    let answered = answers(tables, names, mapping, &mut imported);
    let whole =
        Place { file: tables.first().map(|t| t.file.clone()).unwrap_or_default(), ..Place::default() };
    let (Some(provider), Some(document)) = (&defaults.provider, &defaults.document) else {
        let help = "name both: --provider and --document";
        imported.problems.push(whole.problem("nothing says who answers, and in which document", help));
        return imported;
    };
    let Some(profile) = base.head(provider) else {
        imported.problems.push(draft::unknown_provider(&whole, provider));
        return imported;
    };
    let mut draft = Draft { profile, places: Places::in_cells() };
    let mut silent = Silent::default();
    for question in &mapping.0 {
        match answered.get(&question.id.to_lowercase()).map(Vec::as_slice) {
            None => silent.note("not in the questionnaire", question),
            Some([given, rest @ ..]) if rest.iter().all(|other| other.text == given.text) => {
                match claim(question, given, document) {
                    Ok(Some(claim)) => add(&mut draft, claim, question, given),
                    Ok(None) => silent.note(given.answer().silence(), question),
                    Err(problem) => imported.problems.push(problem),
                }
                if given.remarked {
                    silent.note("answered with a remark, which you should read", question);
                }
            }
            Some(several) => imported.problems.extend(several.last().map(|last| {
                let message = format!("{} is answered more than once, and not in the same way", question.id);
                last.place.problem(message, "keep the answer that is meant")
            })),
        }
    }
    imported.remarks.extend(silent.remarks());
    imported.profiles = base.checked(vec![draft], &[], &mut imported.problems);
    imported
}

/// The answers to the questions of the mapping, by question in lower case.
fn answers(
    tables: &[Table],
    names: &Names,
    mapping: &Mapping,
    imported: &mut Imported,
) -> BTreeMap<String, Vec<Given>> {
    let mut answers: BTreeMap<String, Vec<Given>> = BTreeMap::new();
    let mut others = 0;
    for columns in columns::columns(tables, &COLUMNS, names, &mut imported.problems) {
        for line in columns.lines() {
            let (id, text) = (columns.text(line, ID), columns.text(line, ANSWER));
            let place = columns.place(line, ANSWER);
            if id.is_empty() && !text.is_empty() {
                let help = "write its id into every line, also where cells were merged";
                imported.problems.push(place.problem("here is an answer without a question", help));
            } else if !mapping.asks(id) {
                others += usize::from(!id.is_empty());
            } else if let faults @ [_, ..] = &columns.faults(line)[..] {
                imported.problems.extend_from_slice(faults);
            } else {
                let remarked = !columns.text(line, REMARK).is_empty();
                let given = Given { text: text.to_owned(), remarked, section: section(&columns, id), place };
                answers.entry(id.to_lowercase()).or_default().push(given);
            }
        }
    }
    if others > 0 {
        imported.remarks.push(format!("{others} questions of the questionnaire are not in the mapping"));
    }
    answers
}

/// Where the answer stands, in evidence: the sheet and the question.
fn section(columns: &Columns, id: &str) -> String {
    match columns.sheet() {
        Some(sheet) => format!("{sheet}, {id}"),
        None => id.to_owned(),
    }
}

/// Adds a claim, or its evidence to one that says the same.
fn add(draft: &mut Draft, claim: ClaimSource, question: &Question, given: &Given) {
    let claims = &mut draft.profile.claims;
    let said = |c: &ClaimSource| {
        (c.row.clone(), c.state.clone(), c.value.clone(), c.holder.clone(), c.scope.clone())
    };
    let known = claims.iter().position(|known| said(known) == said(&claim));
    let index = known.unwrap_or(claims.len());
    let path = format!("claims[{index}]");
    match known {
        Some(index) => {
            draft
                .places
                .set(format!("{path}.evidence[{}]", claims[index].evidence.len()), given.place.clone());
            claims[index].note = claims[index].note.take().or(claim.note);
            claims[index].evidence.extend(claim.evidence);
        }
        None => {
            draft.places.set(path.clone(), given.place.clone());
            for part in ["value", "holder"] {
                draft.places.set(format!("{path}.{part}"), question.place.clone());
            }
            claims.push(claim);
        }
    }
}

/// Questions that made no claim, or one to look at, by the reason.
#[derive(Default)]
struct Silent<'a>(BTreeMap<&'static str, Vec<&'a str>>);

impl<'a> Silent<'a> {
    fn note(&mut self, reason: &'static str, question: &'a Question) {
        let questions = self.0.entry(reason).or_default();
        if questions.last() != Some(&&*question.id) {
            questions.push(&question.id);
        }
    }

    fn remarks(self) -> impl Iterator<Item = String> {
        self.0.into_iter().map(|(reason, questions)| format!("{reason}: {}", questions.join(", ")))
    }
}
