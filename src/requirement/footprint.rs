//! Which rows a requirement reads.

use super::Subject;
use crate::catalogue::{
    Catalogue,
    row::{Kind, Row},
};

/// The positions, among the rows of the catalogue, of those on which a verdict can depend.
pub fn footprint(subject: &Subject, catalogue: &Catalogue) -> Vec<usize> {
    let rows: Vec<&Row> = catalogue.rows().collect();
    let reads: Vec<&Row> = match subject {
        Subject::Cert => rows.iter().copied().filter(|row| row.kind == Kind::Certificates).collect(),
        Subject::Region => rows.iter().copied().filter(|row| row.role.is_some()).collect(),
        Subject::Row(id) => match rows.iter().find(|row| row.id == *id) {
            // What is worked out from the rows of places reads all of them.
            Some(row) if row.derived.is_some() => {
                rows.iter().copied().filter(|other| other.role.is_some() || other.id == row.id).collect()
            }
            Some(row) => vec![*row],
            None => Vec::new(),
        },
    };
    let about_places = reads.iter().any(|row| row.kind == Kind::Places);
    let vouches = |row: &&Row| about_places && row.derived.is_some();
    let tells_use = |row: &&Row| reads.iter().any(|read| read.exists_if.contains(&row.id));
    let positions = rows.iter().enumerate();
    positions
        .filter(|(_, row)| reads.iter().any(|read| read.id == row.id) || tells_use(row) || vouches(row))
        .map(|(position, _)| position)
        .collect()
}
