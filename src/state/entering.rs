//! What a visitor enters beside the requirements: notes, questions in other words, answers, profiles, and what stands on
//! the decision record.

use std::rc::Rc;

use super::{Report, State, View, form::Form};
use crate::{
    catalogue::{
        Catalogue,
        date::Date,
        id::{ProviderId, RowId},
    },
    comparison::MAX,
    language::{english, phrase, say},
    project::{Answer, EditedQuestion, Note, Project, typed::Typed},
    requirement::parse::parse,
};

/// What a visitor can enter.
#[derive(Debug, Clone, PartialEq)]
pub enum Entry {
    /// A field has this text now.
    Write(Field, String),
    /// Takes back the visitor's words for a question, by its key.
    AskAsItComes(String),
    /// Begins to enter what a vendor has answered about a row.
    BeginAnswer(ProviderId, RowId),
    /// The answer that is being written is a no, or that there is none; or the other way round.
    ToggleNo,
    /// There may be more than the answer names; or not.
    ToggleOpen,
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

/// A field that is written in.
#[derive(Debug, Clone, PartialEq)]
pub enum Field {
    Title,
    Author,
    /// The note about a vendor.
    Note(ProviderId),
    /// A question, by its key.
    Question(String),
    /// Of the answer that is being written.
    Value,
    Unit,
    Limit,
    Statement,
    AnsweredBy,
    Date,
}

impl Field {
    /// Whether it belongs to the answer that is being written, and not to the project.
    fn is_of_answer(&self) -> bool {
        !matches!(self, Self::Title | Self::Author | Self::Note(_) | Self::Question(_))
    }
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

/// What only the later part of the page's program calls; see `ui::later`.
pub mod door {
    use std::rc::Rc;

    use super::{Entry, State};
    use crate::{catalogue::Catalogue, project::Project, state::Report};

    /// Carries out an entry.
    #[inline(never)]
    pub fn enter(state: &mut State, entry: Entry, catalogue: &Catalogue) {
        super::enter(state, entry, catalogue);
    }

    /// Takes over a project, or the one inside a record; a report tells what has changed since.
    #[inline(never)]
    pub fn open(state: &State, project: Project, report: Option<Rc<Report>>, catalogue: &Catalogue) -> State {
        super::open(state, project, report, catalogue)
    }
}

/// Everything is as in the project; what the catalogue does not know is told and, but for requirements, kept.
fn open(state: &State, mut project: Project, report: Option<Rc<Report>>, catalogue: &Catalogue) -> State {
    let text = project.requirements.take().unwrap_or_default();
    let parsed = parse(&text, catalogue);
    let is_vendor = |id: &ProviderId| catalogue.vendors().any(|vendor| vendor.id == *id);
    let mut next = State {
        form: Form::showing(&parsed.requirements, catalogue),
        requirements: parsed.requirements,
        as_of: project.as_of.take(),
        compared: std::mem::take(&mut project.compared).into_iter().filter(is_vendor).take(MAX).collect(),
        view: View::Record,
        notices: state.notices.clone(),
        project: Rc::new(project),
        report,
        ..State::default()
    };
    next.notices.extend(
        parsed
            .errors
            .iter()
            .map(|error| phrase("A requirement in the file is left out. {}", &[&error.sentence()])),
    );
    next
}

fn enter(state: &mut State, entry: Entry, catalogue: &Catalogue) {
    match entry {
        Entry::Write(field, text) => write(state, field, text),
        Entry::AskAsItComes(key) => {
            Rc::make_mut(&mut state.project).questions.retain(|question| question.key != key);
        }
        Entry::BeginAnswer(vendor, row) => state.answer = Some(Draft::new(vendor, row)),
        Entry::ToggleNo => state.answer.iter_mut().for_each(|draft| draft.is_no = !draft.is_no),
        Entry::ToggleOpen => {
            state.answer.iter_mut().for_each(|draft| draft.typed.is_open = !draft.typed.is_open);
        }
        Entry::SaveAnswer => save_answer(state, catalogue),
        Entry::LeaveAnswer => state.answer = None,
        Entry::RemoveAnswer(index) => {
            if index < state.project.answers.len() {
                Rc::make_mut(&mut state.project).answers.remove(index);
            }
        }
        Entry::RemoveProfile(id) => {
            Rc::make_mut(&mut state.project).remove_profile(&id);
            state.compared.retain(|vendor| *vendor != *id);
        }
        Entry::LeaveReport => state.report = None,
    }
}

/// Only what belongs to the project touches it: whether it has changed is told by its identity.
fn write(state: &mut State, field: Field, text: String) {
    if field.is_of_answer() {
        return state.answer.iter_mut().for_each(|draft| draft.write(&field, &text));
    }
    let project = Rc::make_mut(&mut state.project);
    let filled = |text: String| Some(text).filter(|text| !text.trim().is_empty());
    match field {
        Field::Title => project.title = filled(text),
        Field::Author => project.author = filled(text),
        Field::Note(vendor) => match project.notes.iter_mut().find(|note| note.vendor == vendor) {
            Some(note) => note.text = text,
            None => project.notes.push(Note { vendor, text }),
        },
        Field::Question(key) => match project.questions.iter_mut().find(|question| question.key == key) {
            Some(question) => question.text = text,
            None => project.questions.push(EditedQuestion { key, text }),
        },
        _ => {}
    }
    project.notes.retain(|note| !note.text.is_empty());
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
    fn new(vendor: ProviderId, row: RowId) -> Self {
        Self {
            vendor,
            row,
            is_no: false,
            typed: Typed::default(),
            statement: String::new(),
            answered_by: String::new(),
            date: None,
            problem: None,
        }
    }

    fn write(&mut self, field: &Field, text: &str) {
        match field {
            Field::Value => text.clone_into(&mut self.typed.text),
            Field::Unit => self.typed.unit = text.chars().next().unwrap_or('D'),
            Field::Limit => text.clone_into(&mut self.typed.limit),
            Field::Statement => text.clone_into(&mut self.statement),
            Field::AnsweredBy => text.clone_into(&mut self.answered_by),
            Field::Date => self.date = text.parse().ok(),
            Field::Title | Field::Author | Field::Note(_) | Field::Question(_) => {}
        }
    }

    fn answer(&self, catalogue: &Catalogue) -> Result<Answer, String> {
        let row =
            catalogue.row(&self.row).ok_or_else(|| say("The catalogue does not have this row any more."))?;
        let value = if self.is_no { None } else { Some(self.typed.value(row, catalogue)?) };
        let given = |text: &str, words: &str| match text.trim() {
            "" => Err(say(words).to_owned()),
            text => Ok(text.to_owned()),
        };
        let statement = given(&self.statement, english("Write what was answered, in a sentence."))?;
        let answered_by = given(&self.answered_by, english("Write who answered."))?;
        let date = self.date.ok_or_else(|| say("Choose the day of the answer."))?;
        let state = if self.is_no { "no" } else { "stated" }.to_owned();
        let about = Answer::about(self.vendor.clone(), self.row.clone(), date);
        Ok(Answer { state, value, statement, answered_by, ..about })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_that_is_being_written_leaves_the_project_alone() {
        let catalogue = Catalogue::default();
        let mut state = State::default();
        let begin = Entry::BeginAnswer(ProviderId::new("avid"), RowId::new("sla"));
        enter(&mut state, begin, &catalogue);
        let before = state.project.clone();
        enter(&mut state, Entry::Write(Field::Statement, "By letter.".to_owned()), &catalogue);
        assert!(Rc::ptr_eq(&state.project, &before));
        assert_eq!(state.answer.map(|draft| draft.statement).as_deref(), Some("By letter."));
        let mut state = State { project: before.clone(), ..State::default() };
        enter(&mut state, Entry::Write(Field::Title, "Round two".to_owned()), &catalogue);
        assert!(!Rc::ptr_eq(&state.project, &before) && state.project.title.is_some());
    }
}
