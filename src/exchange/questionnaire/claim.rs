//! What an answer to a question claims.

use super::{
    answer::Answer,
    mapping::{Meaning, Question},
};
use crate::{
    catalogue::{
        problem::Problem,
        row::Kind,
        source::{ClaimSource, EvidenceSource},
    },
    exchange::table::Place,
};

/// An answer as it was given.
pub struct Given {
    pub text: String,
    /// Whether a remark stands beside it.
    pub remarked: bool,
    /// The passage, for evidence.
    pub section: String,
    pub place: Place,
}

impl Given {
    pub fn answer(&self) -> Answer {
        Answer::of(&self.text)
    }
}

/// The claim that an answer makes; `None` where it says nothing.
pub fn claim(question: &Question, given: &Given, document: &str) -> Result<Option<ClaimSource>, Problem> {
    let answer = given.answer();
    let stated = if question.holder.is_some() { "inherited" } else { "stated" };
    let (state, value) = match (answer, &question.yes, &question.no) {
        (Answer::Blank | Answer::NotApplicable, ..) => return Ok(None),
        (Answer::Free, ..) if question.kind == Kind::Text => (stated, Some(given.text.clone().into())),
        (Answer::Free, ..) => return Err(free(question, given)),
        (Answer::Yes, Meaning::No, _) | (Answer::No, _, Meaning::No) => ("no", None),
        (Answer::Optional, Meaning::Value(value), _) => ("optional", Some(value.clone())),
        (Answer::Yes, Meaning::Value(value), _) | (Answer::No, _, Meaning::Value(value)) => {
            (stated, Some(value.clone()))
        }
        // There is no optional no.
        (Answer::Optional, Meaning::No, _) => return Ok(None),
        (Answer::Yes | Answer::Optional, Meaning::Nothing, _) | (Answer::No, _, Meaning::Nothing) => {
            return Ok(None);
        }
    };
    let evidence = EvidenceSource {
        document: document.to_owned(),
        section: given.section.clone(),
        statement: format!("Asked {}, the questionnaire answers {}.", question.asks, answer.in_words()),
        said_by: None,
    };
    let note = match (answer, given.remarked) {
        (Answer::Free, _) => Some("In the words of the questionnaire."),
        (_, true) => Some("The questionnaire adds a remark to this answer."),
        _ => None,
    };
    Ok(Some(ClaimSource {
        row: question.row.clone(),
        state: state.to_owned(),
        value,
        holder: question.holder.clone(),
        scope: question.scope.clone(),
        evidence: vec![evidence],
        note: note.map(str::to_owned),
        ..ClaimSource::default()
    }))
}

fn free(question: &Question, given: &Given) -> Problem {
    let Question { id, row, kind, .. } = question;
    given.place.problem(
        format!("{id} is answered in free words, and {row} holds a value of type {}", kind.id()),
        "read the answer and write the claim yourself; the import does not guess",
    )
}
