//! The mapping: which question is about which row, and what its answers mean.
//!
//! A table with a line for each. `question` is the id in the questionnaire, `row` the row, `asks` what is asked in our
//! words, as it follows "Asked …". `yes` and `no` say what the two answers mean: a value in the notation of
//! [`super::super::notation`], the word `no` for the state of that name, or nothing. `counts`, `from`, `holder` and
//! `scope` are those of the claim. A question about several rows has several lines.

use std::collections::BTreeSet;

use serde_json::Value as Json;

use crate::{
    catalogue::{problem::Problem, row::Kind, suggest},
    exchange::{
        base::Base,
        columns::{self, Columns, Known, Names},
        notation::{self, Cells},
        table::{Line, Place, Table},
    },
};

/// The questions that mean something, in the order of the table.
#[derive(Debug, Default)]
pub struct Mapping(pub(super) Vec<Question>);

#[derive(Debug)]
pub(super) struct Question {
    pub id: String,
    pub row: String,
    pub kind: Kind,
    /// What it asks, in our words: "whether backups are made".
    pub asks: String,
    pub yes: Meaning,
    pub no: Meaning,
    pub holder: Option<String>,
    pub scope: Option<String>,
    /// Where the mapping says so.
    pub place: Place,
}

/// What an answer says about the row.
#[derive(Debug)]
pub(super) enum Meaning {
    Nothing,
    /// The state *no*.
    No,
    Value(Json),
}

const QUESTION: usize = 0;
const ROW: usize = 1;
const ASKS: usize = 2;
const YES: usize = 3;
const NO: usize = 4;
const COUNTS: usize = 5;
const FROM: usize = 6;
const HOLDER: usize = 7;
const SCOPE: usize = 8;

static COLUMNS: [Known; 9] = [
    Known::needed("question"),
    Known::needed("row"),
    Known::needed("asks"),
    Known::needed("yes"),
    Known::needed("no"),
    Known::new("counts"),
    Known::new("from"),
    Known::new("holder"),
    Known::new("scope"),
];

impl Mapping {
    /// Reads tables. Their rows must be those of `base`; whether a value fits its row is seen with the first claim.
    pub fn read(tables: &[Table], base: &Base, problems: &mut Vec<Problem>) -> Self {
        let names = Names::default();
        let mut questions = Vec::new();
        for columns in columns::columns(tables, &COLUMNS, &names, problems) {
            problems.extend(columns.unknown(&names));
            for line in columns.lines() {
                match question(line, &columns, base) {
                    Ok(question) => questions.push(question),
                    Err(problem) => problems.push(problem),
                }
            }
        }
        Self(questions)
    }

    pub(super) fn asks(&self, id: &str) -> bool {
        self.0.iter().any(|question| question.id.eq_ignore_ascii_case(id))
    }
}

fn question(line: &Line, columns: &Columns, base: &Base) -> Result<Question, Problem> {
    let text = |column| columns.text(line, column);
    let optional = |column| Some(text(column).to_owned()).filter(|text| !text.is_empty());
    for column in [QUESTION, ASKS] {
        if text(column).is_empty() {
            let name = COLUMNS[column].name;
            return Err(columns.place(line, column).problem(format!("\"{name}\" is empty"), "fill it"));
        }
    }
    let row = text(ROW);
    let Some(kind) = base.kind_of(row) else {
        return Err(unknown_row(row, &columns.place(line, ROW), base));
    };
    let meaning = |column: usize| {
        let cells =
            Cells { value: text(column).to_owned(), counts: text(COUNTS).into(), from: text(FROM).into() };
        match &*cells.value {
            "" => Ok(Meaning::Nothing),
            no if no.eq_ignore_ascii_case("no") => Ok(Meaning::No),
            _ => match notation::read(&cells, kind) {
                Ok(value) => Ok(Meaning::Value(value)),
                Err(wrong) => Err(columns.place(line, column).problem(wrong.message, wrong.help)),
            },
        }
    };
    Ok(Question {
        id: text(QUESTION).to_owned(),
        row: row.to_owned(),
        kind,
        asks: text(ASKS).to_owned(),
        yes: meaning(YES)?,
        no: meaning(NO)?,
        holder: optional(HOLDER),
        scope: optional(SCOPE),
        place: columns.place(line, YES),
    })
}

fn unknown_row(row: &str, place: &Place, base: &Base) -> Problem {
    let rows: BTreeSet<&str> = base.catalogue.rows().map(|row| row.id.as_str()).collect();
    let help = match suggest::nearest(row, rows) {
        Some(near) => format!("did you mean \"{near}\"?"),
        None => "the ids of the rows are in rows.json".to_owned(),
    };
    place.problem(format!("\"{row}\" is not a row"), help)
}
