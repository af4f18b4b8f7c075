//! The table of questions that a vendor has filled in (see [`crate::export::questions::table`]), to answers.
//!
//! A line whose answer is blank, or *not applicable*, says nothing. What cannot be read as a value of its row is told
//! with its place, and is no answer: nothing is guessed.

use serde_json::Value as Json;

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
        row::{Kind, Row},
        spelling, suggest,
    },
    language::{english, phrase, say},
    project::{
        self, Answer, Project,
        typed::{Typed, UNITS, in_a_cell},
    },
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
    if matches!(said(text(ANSWER)), Said::Blank | Said::NotApplicable) {
        return Ok(None);
    }
    let vendor = vendor(text(VENDOR), catalogue)
        .map_err(|help| problem(VENDOR, &format!("there is no vendor \"{}\"", text(VENDOR)), &help))?;
    let row = catalogue.row(&RowId::new(text(ROW))).ok_or_else(|| {
        let near = suggest::nearest(text(ROW), catalogue.rows().map(|row| row.id.as_str()));
        problem(ROW, &format!("\"{}\" is not a row", text(ROW)), &did_you_mean(near))
    })?;
    let (state, value) = value(text(ANSWER), row, catalogue).map_err(|why| Problem {
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

/// The state of an answer, and its value in the JSON form of a profile.
fn value(text: &str, row: &Row, catalogue: &Catalogue) -> Result<(&'static str, Option<Json>), String> {
    let said = said(text);
    if said == Said::No && row.kind != Kind::Text {
        return Ok(("no", None));
    }
    let state = if said == Said::Optional { "optional" } else { "stated" };
    Ok((state, Some(typed(text, row.kind).value(row, catalogue)?)))
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

/// The meaning of an answer, in English or in the language in force.
fn said(text: &str) -> Said {
    let is = |word: &str| text.eq_ignore_ascii_case(say(word));
    match text {
        _ if is(english("yes")) => Said::Yes,
        _ if is(english("no")) => Said::No,
        _ if is(english("not applicable")) => Said::NotApplicable,
        text => Said::of(text),
    }
}

/// What a cell says, taken apart as the page's own fields have it.
fn typed(text: &str, kind: Kind) -> Typed {
    let mut typed = Typed::default();
    let mut rest = text.trim();
    match kind {
        Kind::Duration => {
            let limits = [
                ("at most", "at-most"),
                ("up to", "at-most"),
                ("at least", "at-least"),
                (say("at most"), "at-most"),
                (say("at least"), "at-least"),
            ];
            for (words, limit) in limits {
                if let Some(after) = after(rest, words) {
                    (rest, typed.limit) = (after.trim_start(), limit.to_owned());
                }
            }
            let digits = rest.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(rest.len());
            let (number, unit) = rest.split_at(digits);
            match unit_of(unit.trim()) {
                Some(unit) => (rest, typed.unit) = (number, unit),
                // Without a unit that is known, it is told as no number.
                None => rest = text,
            }
        }
        Kind::Places | Kind::Certificates | Kind::Providers | Kind::Ids => {
            if let Some(before) = rest.strip_suffix("(open)") {
                (rest, typed.is_open) = (before, true);
            }
        }
        Kind::Boolean => {
            // A yes of a kind names the kind.
            let is_plain = matches!(said(rest), Said::Yes | Said::Optional);
            rest = if is_plain { "" } else { after(rest, "yes,").unwrap_or(rest) };
        }
        // Some languages write a comma before the tenths.
        Kind::Percentage | Kind::Number => return Typed { text: rest.replace(',', "."), ..typed },
        Kind::Text | Kind::Date | Kind::Provider => {}
    }
    rest.trim().clone_into(&mut typed.text);
    typed
}

/// What follows some words at the beginning, whatever their case.
fn after<'t>(text: &'t str, words: &str) -> Option<&'t str> {
    let begin = text.get(..words.len())?;
    begin.eq_ignore_ascii_case(words).then(|| &text[words.len()..])
}

/// The letter of a unit: "day", "days".
fn unit_of(word: &str) -> Option<char> {
    let word = word.trim_end_matches('.').to_ascii_lowercase();
    // One of them is said without the end: "day", "Tag".
    let is = |name: &str| {
        let name = name.to_ascii_lowercase();
        word == name || word.len() > 2 && name.strip_prefix(&word).is_some_and(|end| end.len() <= 2)
    };
    UNITS.iter().find(|(_, name)| is(name) || is(say(name))).map(|(letter, _)| *letter)
}
