//! What a visitor enters beside the requirements: notes, questions in other words, answers, profiles, and what stands on
//! the decision record.

use std::rc::Rc;

use super::State;
use crate::{
    catalogue::{
        Catalogue,
        date::Date,
        id::{ProviderId, RowId},
    },
    project::{Answer, EditedQuestion, Note, Project, typed::Typed},
};

/// What a visitor can enter.
#[derive(Debug, Clone, PartialEq)]
pub enum Entry {
    Title(String),
    Author(String),
    Note(ProviderId, String),
    /// Other words for a question, by its key; `None` takes them back.
    Question(String, Option<String>),
    /// Begins to enter what a vendor has answered about a row.
    BeginAnswer(ProviderId, RowId),
    WriteAnswer(Draft),
    /// Saves the answer that is being written.
    SaveAnswer,
    LeaveAnswer,
    /// Takes an answer back, by its place among them.
    RemoveAnswer(usize),
    /// Takes an own profile back.
    RemoveProfile(String),
    /// Puts away what has been told about an opened file.
    LeaveReport,
}

/// An answer that is being written.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    pub vendor: ProviderId,
    pub row: RowId,
    /// Whether the vendor has said no, or that there is none.
    pub is_no: bool,
    pub typed: Typed,
    /// What was answered, in the visitor's words.
    pub statement: String,
    pub answered_by: String,
    pub date: Option<Date>,
    /// What has to be changed before it can be saved, as a sentence.
    pub problem: Option<String>,
}

/// Carries out an entry.
pub fn enter(state: &mut State, entry: Entry, catalogue: &Catalogue) {
    let project = Rc::make_mut(&mut state.project);
    match entry {
        Entry::Title(title) => project.title = Some(title).filter(|title| !title.trim().is_empty()),
        Entry::Author(author) => project.author = Some(author).filter(|author| !author.trim().is_empty()),
        Entry::Note(vendor, text) => note(project, vendor, text),
        Entry::Question(key, text) => {
            project.questions.retain(|question| question.key != key);
            project.questions.extend(text.map(|text| EditedQuestion { key, text }));
        }
        Entry::BeginAnswer(vendor, row) => {
            state.answer = Some(Draft {
                vendor,
                row,
                is_no: false,
                typed: Typed::default(),
                statement: String::new(),
                answered_by: String::new(),
                date: None,
                problem: None,
            });
        }
        Entry::WriteAnswer(draft) => state.answer = Some(draft),
        Entry::SaveAnswer => save_answer(state, catalogue),
        Entry::LeaveAnswer => state.answer = None,
        Entry::RemoveAnswer(index) => {
            if index < project.answers.len() {
                project.answers.remove(index);
            }
        }
        Entry::RemoveProfile(id) => {
            project.profiles.retain(|profile| profile.id != id);
            state.compared.retain(|vendor| *vendor != *id);
        }
        Entry::LeaveReport => state.report = None,
    }
}

fn note(project: &mut Project, vendor: ProviderId, text: String) {
    let place = project.notes.iter().position(|note| note.vendor == vendor);
    match (place, text.is_empty()) {
        (Some(place), true) => drop(project.notes.remove(place)),
        (Some(place), false) => project.notes[place].text = text,
        (None, true) => {}
        (None, false) => project.notes.push(Note { vendor, text }),
    }
}

/// Makes an answer of what has been written, or says what is missing.
fn save_answer(state: &mut State, catalogue: &Catalogue) {
    let Some(draft) = state.answer.take() else { return };
    match draft.answer(catalogue) {
        Ok(answer) => Rc::make_mut(&mut state.project).answers.push(answer),
        Err(problem) => state.answer = Some(Draft { problem: Some(problem), ..draft }),
    }
}

impl Draft {
    fn answer(&self, catalogue: &Catalogue) -> Result<Answer, String> {
        let row = catalogue.row(&self.row).ok_or("The catalogue does not have this row any more.")?;
        let value = if self.is_no { None } else { Some(self.typed.value(row, catalogue)?) };
        let given = |text: &str, words: &str| match text.trim() {
            "" => Err(words.to_owned()),
            text => Ok(text.to_owned()),
        };
        Ok(Answer {
            vendor: self.vendor.clone(),
            row: self.row.clone(),
            state: if self.is_no { "no" } else { "stated" }.to_owned(),
            value,
            holder: None,
            scope: None,
            expires: None,
            planned_for: None,
            planned_by: None,
            see: None,
            statement: given(&self.statement, "Write what was answered, in a sentence.")?,
            answered_by: given(&self.answered_by, "Write who answered.")?,
            date: self.date.ok_or("Choose the day of the answer.")?,
        })
    }
}
