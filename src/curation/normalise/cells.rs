//! The texts of a table or a list, with where they stand.

use std::fmt;

use serde_json::Value as Json;

use crate::catalogue::suggest;

/// A text and its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// Counted from 1, without the heading.
    pub row: usize,
    /// Where the input has columns.
    pub column: Option<String>,
    pub text: String,
}

/// How the input is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Comma-separated values with a heading.
    Csv,
    /// A list of texts or of objects.
    Json,
    /// One text a line.
    Lines,
}

/// Why the cells of an input cannot be told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CellsError {
    Unreadable(String),
    NotAList,
    NoColumns,
    UnknownColumn { column: String, known: Vec<String> },
}

impl fmt::Display for CellsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            CellsError::Unreadable(why) => f.write_str(why),
            CellsError::NotAList => {
                f.write_str("this is not a list; write [\"…\", …] or [{\"column\": \"…\"}, …]")
            }
            CellsError::NoColumns => f.write_str("this input has no columns; leave --column out"),
            CellsError::UnknownColumn { column, known } => {
                let near = suggest::nearest(column, known.iter().map(String::as_str));
                write!(f, "there is no column \"{column}\"; ")?;
                match near {
                    Some(near) => write!(f, "did you mean \"{near}\"?"),
                    None => write!(f, "known are {}", known.join(", ")),
                }
            }
        }
    }
}

impl std::error::Error for CellsError {}

/// The cells of an input that are not blank: those of some columns, or of all where none is named.
///
/// # Errors
/// What is wrong with the input, or with the columns.
pub fn cells(text: &str, form: Form, columns: &[String]) -> Result<Vec<Cell>, CellsError> {
    let text = text.trim_start_matches('\u{feff}');
    let (cells, known) = match form {
        Form::Csv => of_csv(text)?,
        Form::Json => of_json(text)?,
        Form::Lines => of_lines(text),
    };
    if let Some(column) = columns.iter().find(|column| !known.contains(column)) {
        return Err(match known.is_empty() {
            true => CellsError::NoColumns,
            false => CellsError::UnknownColumn { column: column.clone(), known },
        });
    }
    let is_wanted = |cell: &Cell| {
        columns.is_empty() || cell.column.as_ref().is_some_and(|column| columns.contains(column))
    };
    Ok(cells.into_iter().filter(|cell| is_wanted(cell) && !cell.text.trim().is_empty()).collect())
}

type Found = (Vec<Cell>, Vec<String>);

fn of_csv(text: &str) -> Result<Found, CellsError> {
    let unreadable = |error: csv::Error| CellsError::Unreadable(error.to_string());
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    let heading: Vec<String> = reader.headers().map_err(unreadable)?.iter().map(str::to_owned).collect();
    let mut cells = Vec::new();
    for (index, record) in reader.records().enumerate() {
        for (field, column) in record.map_err(unreadable)?.iter().zip(&heading) {
            cells.push(Cell { row: index + 1, column: Some(column.clone()), text: field.to_owned() });
        }
    }
    Ok((cells, heading))
}

fn of_json(text: &str) -> Result<Found, CellsError> {
    let json: Json = serde_json::from_str(text).map_err(|error| CellsError::Unreadable(error.to_string()))?;
    let Json::Array(items) = json else { return Err(CellsError::NotAList) };
    let (mut cells, mut known): Found = (Vec::new(), Vec::new());
    for (index, item) in items.iter().enumerate() {
        let row = index + 1;
        match item {
            Json::Object(members) => {
                for (column, value) in members {
                    if !known.contains(column) {
                        known.push(column.clone());
                    }
                    let column = Some(column.clone());
                    cells.extend(texts(value).map(|text| Cell { row, column: column.clone(), text }));
                }
            }
            Json::String(text) => cells.push(Cell { row, column: None, text: text.clone() }),
            _ => return Err(CellsError::NotAList),
        }
    }
    Ok((cells, known))
}

/// The texts of a member: one, or a list of them. Numbers and the like are none.
fn texts(value: &Json) -> impl Iterator<Item = String> {
    let one = value.as_str().into_iter();
    let several = value.as_array().into_iter().flatten().filter_map(Json::as_str);
    one.chain(several).map(str::to_owned)
}

fn of_lines(text: &str) -> Found {
    let cell =
        |(index, line): (usize, &str)| Cell { row: index + 1, column: None, text: line.trim().to_owned() };
    (text.lines().enumerate().map(cell).collect(), Vec::new())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, form: Form, columns: &[&str]) -> Result<Vec<String>, String> {
        let columns: Vec<String> = columns.iter().map(|column| (*column).to_owned()).collect();
        let shown = |cell: Cell| format!("{} {} {}", cell.row, cell.column.unwrap_or_default(), cell.text);
        let cells = cells(text, form, &columns).map_err(|error| error.to_string())?;
        Ok(cells.into_iter().map(shown).collect())
    }

    #[test]
    fn cells_keep_their_place() {
        let csv = "\u{feff}vendor,certs\nAcme,\"ISO 27001, SOC 2\"\nBolt,\nCask,TISAX,more\n";
        assert_eq!(read(csv, Form::Csv, &["certs"]).unwrap(), ["1 certs ISO 27001, SOC 2", "3 certs TISAX"]);
        let json = r#"[{"certs": ["ISO 27001", "SOC 2"], "seats": 5}, "TISAX"]"#;
        assert_eq!(read(json, Form::Json, &[]).unwrap(), ["1 certs ISO 27001", "1 certs SOC 2", "2  TISAX"]);
        assert_eq!(read("ISO 27001\n\n SOC 2 \n", Form::Lines, &[]).unwrap(), ["1  ISO 27001", "3  SOC 2"]);
    }

    #[test]
    fn what_is_wrong_has_a_remedy() {
        let wrong = |text, form, column| read(text, form, &[column]).unwrap_err();
        assert_eq!(
            wrong("certs\nx", Form::Csv, "cert"),
            "there is no column \"cert\"; did you mean \"certs\"?"
        );
        assert_eq!(wrong("a,b\nx,y", Form::Csv, "vendors"), "there is no column \"vendors\"; known are a, b");
        assert_eq!(wrong("x", Form::Lines, "a"), "this input has no columns; leave --column out");
        assert!(wrong("{}", Form::Json, "a").starts_with("this is not a list"));
        assert!(wrong("[", Form::Json, "a").contains("EOF"));
    }
}
