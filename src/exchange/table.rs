//! Tables of texts, whatever file they come from, and the places in them that problems name.

use std::collections::BTreeMap;

use crate::catalogue::problem::Problem;

/// One table of a file.
#[derive(Debug, Clone, Default)]
pub struct Table {
    /// The file, or the name under which its bytes were given.
    pub file: String,
    /// The sheet of a workbook; `None` where the file is one table.
    pub sheet: Option<String>,
    pub lines: Vec<Line>,
}

/// One line; a cell without a text is not kept, so that a stray one far to the right costs nothing.
#[derive(Debug, Clone, Default)]
pub struct Line {
    /// Counted from 1, as the program that shows the file counts.
    pub number: usize,
    /// The texts by column, counted from 0; none of them is empty.
    pub cells: BTreeMap<usize, String>,
    /// Cells that have no value but a fault, such as a formula that gives `#REF!`.
    pub faults: BTreeMap<usize, String>,
}

/// Where something stands.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Place {
    pub file: String,
    pub line: usize,
    pub column: usize,
    /// The cell of a sheet (`CAIQ!C7`), or the name of the column.
    pub path: String,
}

impl Place {
    pub fn problem(&self, message: impl Into<String>, help: impl Into<String>) -> Problem {
        Problem {
            file: self.file.clone(),
            line: self.line,
            column: self.column,
            path: self.path.clone(),
            message: message.into(),
            help: Some(help.into()),
        }
    }
}

impl Line {
    /// The text of a cell; empty where it has none.
    pub fn cell(&self, column: usize) -> &str {
        self.cells.get(&column).map_or("", String::as_str)
    }
}

impl Table {
    /// The place of a cell; `name` is that of its column.
    pub fn place(&self, line: usize, column: usize, name: &str) -> Place {
        let path = match &self.sheet {
            Some(sheet) => format!("{sheet}!{}{line}", letters(column)),
            None => name.to_owned(),
        };
        Place { file: self.file.clone(), line, column: column + 1, path }
    }
}

/// The letters by which spreadsheets call a column: A to Z, AA, AB …
fn letters(column: usize) -> String {
    let last = char::from(b'A' + (column % 26) as u8);
    match column / 26 {
        0 => last.to_string(),
        before => letters(before - 1) + &last.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_called_as_spreadsheets_call_them() {
        for (column, called) in [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16_383, "XFD")]
        {
            assert_eq!(letters(column), called);
        }
        let sheet = Table { sheet: Some("CAIQ".to_owned()), file: "a.xlsx".to_owned(), ..Table::default() };
        let place = sheet.place(7, 2, "answer");
        assert_eq!((place.line, place.column, &*place.path), (7, 3, "CAIQ!C7"));
    }
}
