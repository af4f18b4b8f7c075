//! The table of questions that a vendor has filled in (see [`crate::export::questions::table`]), to answers.
//!
//! A line whose answer is blank, or *not applicable*, says nothing. What cannot be read as a value of its row is told
//! with its place, and is no answer: nothing is guessed.

mod written;

use super::{
    columns::{self, Columns, Known, Names},
    questionnaire::Said,
    table::{Line, Place, Table},
};
use crate::{
    catalogue::{
        Catalogue,
        date::Date,
        id::{ProviderId, RowId},
        problem::Problem,
        spelling, suggest,
    },
    language::{phrase, say},
    project::{self, Answer, Project, typed::in_a_cell},
};

const VENDOR: usize = 0;
const ROW: usize = 1;
const ANSWER: usize = 2;
const ANSWERED_BY: usize = 3;
const DATE: usize = 4;

static COLUMNS: [Known; 5] = [
    Known::needed("vendor"),
    Known::needed("row id"),
    Known::needed("answer"),
    Known { name: "who answered", also: &["answered by"], needed: false },
    Known { name: "day of the answer", also: &["date"], needed: false },
];

/// What a table of questions comes to.
#[derive(Debug, Default)]
pub struct Filled {
    /// What is answered, without what was known before.
    pub answers: Vec<Answer>,
    /// Everything that is wrong, with its place in the file.
    pub problems: Vec<Problem>,
    /// How many questions are left without an answer.
    pub silent: usize,
}

impl Filled {
    /// What came of it, in sentences; `name` is how the file is called.
    pub fn in_words(&self, name: &str) -> Vec<String> {
        let taken = match self.answers.len() {
            0 => phrase("{}: No new answer is added.", &[&name]),
            1 => phrase("{}: 1 answer is added, and marked as yours.", &[&name]),
            count => phrase("{}: {} answers are added, and marked as yours.", &[&name, &count]),
        };
        let silent = match self.silent {
            0 => String::new(),
            1 => say(" 1 question has no answer.").to_owned(),
            count => phrase(" {} questions have no answer.", &[&count]),
        };
        let told = self.problems.iter().map(|problem| phrase("Left out: {}", &[problem]));
        [taken + &silent].into_iter().chain(told).collect()
    }
}

/// Whether a table has the header of questions.
pub fn is_one(table: &Table) -> bool {
    Columns::of(table, &COLUMNS, &Names::default()).is_some()
}

/// Reads the answers of a table, which must fit `catalogue`. `known` are those that the visitor has already.
pub fn read(table: Table, catalogue: &Catalogue, known: &[Answer]) -> Filled {
    let mut filled = Filled::default();
    let mut places = Vec::new();
    let tables = [table];
    for columns in columns::columns(&tables, &COLUMNS, &Names::default(), &mut filled.problems) {
        for line in columns.lines() {
            match answer(line, &columns, catalogue) {
                Ok(Some(answer)) if known.contains(&answer) || filled.answers.contains(&answer) => {}
                Ok(Some(answer)) => {
                    filled.answers.push(answer);
                    places.push(columns.place(line, ANSWER));
                }
                Ok(None) => filled.silent += 1,
                Err(problem) => filled.problems.push(problem),
            }
        }
    }
    checked(filled, &places, catalogue)
}

/// Takes out what does not fit the catalogue, and tells it at its place.
fn checked(mut filled: Filled, places: &[Place], catalogue: &Catalogue) -> Filled {
    let project = Project { answers: filled.answers, ..Project::default() };
    let (_, problems) = project::joined(catalogue, &project);
    let index =
        |problem: &Problem| problem.path.strip_prefix("answers[")?.split(']').next()?.parse::<usize>().ok();
    let wrong: Vec<Option<usize>> = problems.iter().map(index).collect();
    let answers = project.answers.into_iter().enumerate();
    filled.answers =
        answers.filter(|(at, _)| !wrong.contains(&Some(*at))).map(|(_, answer)| answer).collect();
    filled.problems.extend(problems.into_iter().zip(wrong).map(|(problem, at)| {
        let place = at.and_then(|at| places.get(at)).cloned().unwrap_or_default();
        Problem { help: problem.help, ..place.problem(problem.message, String::new()) }
    }));
    filled
}

/// The answer of a line; `None` where it says nothing.
fn answer(line: &Line, columns: &Columns, catalogue: &Catalogue) -> Result<Option<Answer>, Problem> {
    let text = |column| columns.text(line, column).trim();
    let problem = |column, message: &str, help: &str| columns.place(line, column).problem(message, help);
    if matches!(written::said(text(ANSWER)), Said::Blank | Said::NotApplicable) {
        return Ok(None);
    }
    let vendor = vendor(text(VENDOR), catalogue)
        .map_err(|help| problem(VENDOR, &format!("there is no vendor \"{}\"", text(VENDOR)), &help))?;
    let row = catalogue.row(&RowId::new(text(ROW))).ok_or_else(|| {
        let near = suggest::nearest(text(ROW), catalogue.rows().map(|row| row.id.as_str()));
        problem(ROW, &format!("\"{}\" is not a row", text(ROW)), &did_you_mean(near))
    })?;
    let (state, value) = written::value(text(ANSWER), row, catalogue).map_err(|why| Problem {
        // A near miss says enough.
        help: (!why.ends_with('?')).then(|| in_a_cell(row.kind).to_owned()),
        ..problem(ANSWER, why.trim_end_matches('.'), "")
    })?;
    if text(ANSWERED_BY).is_empty() {
        let help = "name the person or the office that answered";
        return Err(problem(ANSWERED_BY, "nothing says who answered", help));
    }
    let date: Date = text(DATE)
        .parse()
        .map_err(|_| problem(DATE, "the day of the answer is missing, or is none", "write 2026-12-31"))?;
    Ok(Some(Answer {
        state: state.to_owned(),
        value,
        statement: text(ANSWER).to_owned(),
        answered_by: text(ANSWERED_BY).to_owned(),
        ..Answer::about(vendor, row.id.clone(), date)
    }))
}

/// The vendor with an id or a name, in any spelling; else the remedy.
fn vendor(text: &str, catalogue: &Catalogue) -> Result<ProviderId, String> {
    let key = spelling::key(text);
    let same = |name: &str| spelling::key(name) == key;
    let found = catalogue.vendors().find(|vendor| same(vendor.id.as_str()) || same(&vendor.name));
    found
        .map(|vendor| vendor.id.clone())
        .ok_or_else(|| did_you_mean(suggest::nearest(text, catalogue.vendors().map(|vendor| &*vendor.name))))
}

fn did_you_mean(near: Option<&str>) -> String {
    match near {
        Some(near) => format!("did you mean \"{near}\"?"),
        None => "leave this column as the table had it".to_owned(),
    }
}
