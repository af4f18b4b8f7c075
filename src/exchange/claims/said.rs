//! What cells say, and which of them speak of the same thing.

use std::collections::BTreeMap;

use super::{COLUMNS, Column};
use crate::{
    catalogue::problem::Problem,
    exchange::{
        columns::Columns,
        draft::{self, Places},
        table::{Line, Place},
    },
};

/// What several lines say of one profile.
pub const HEAD: [Column; 4] = [Column::Name, Column::Kind, Column::Summary, Column::Covers];
/// Of one claim.
pub const CLAIM: [Column; 10] = [
    Column::Row,
    Column::State,
    Column::Holder,
    Column::Scope,
    Column::AsOf,
    Column::Expires,
    Column::PlannedFor,
    Column::PlannedBy,
    Column::See,
    Column::Note,
];
/// Of one value: that of a claim, or that of a reading.
pub const VALUE: [Column; 3] = [Column::Value, Column::Counts, Column::From];
/// And what each line says for itself.
pub const EVIDENCE: [Column; 4] = [Column::Document, Column::Section, Column::Statement, Column::SaidBy];

/// What cells say together, each once.
#[derive(Debug, Clone, Default)]
pub struct Said(pub BTreeMap<Column, (String, Place)>);

impl Said {
    /// Takes over the filled cells of a line in some columns. What was said before must be the same.
    pub fn take(&mut self, said: &[Column], line: &Line, columns: &Columns) -> Vec<Problem> {
        let mut problems = Vec::new();
        for column in said {
            let text = columns.text(line, *column as usize);
            if text.is_empty() {
                continue;
            }
            let place = columns.place(line, *column as usize);
            match self.0.get(column) {
                None => drop(self.0.insert(*column, (text.to_owned(), place))),
                Some((before, _)) if before == text => {}
                Some((before, first)) => problems.push(place.problem(
                    format!(
                        "\"{text}\" is not what line {} says of the same thing: \"{before}\"",
                        first.line
                    ),
                    "say the same on all lines, or leave it empty on all but one",
                )),
            }
        }
        problems
    }

    pub fn text(&self, column: Column) -> String {
        self.optional(column).unwrap_or_default()
    }

    pub fn optional(&self, column: Column) -> Option<String> {
        self.0.get(&column).map(|(text, _)| text.clone())
    }

    /// Notes the place of each cell under the name of its column.
    pub fn places(&self, path: &str, places: &mut Places) {
        for (column, (_, place)) in &self.0 {
            places.set(draft::joined(path, COLUMNS[*column as usize].name), place.clone());
        }
    }
}
