//! A table of claims, as CSV or as a sheet of a workbook.
//!
//! Each line is one passage: a claim with one piece of its evidence. A claim with several has several lines, which
//! share its number in `claim` and repeat what is said of the claim as a whole, so that a line can be read, filtered
//! and sorted by itself. The readings of an unclear claim are numbered in `reading` in the same way, and `value` is
//! then that of the reading. What is said about the profile (`name`, `kind`, `summary`, `covers`) stands in a line of
//! its own, which has no row.

mod gather;
mod read;
mod said;
mod write;

pub use read::read;
pub use write::write;

use super::{
    columns::{Columns, Known, Names},
    table::Table,
};

/// Whether a table has the header of claims.
pub fn is_one(table: &Table) -> bool {
    Columns::of(table, &COLUMNS, &Names::default()).is_some()
}

/// The columns, in the order in which they are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Column {
    Provider,
    Claim,
    Row,
    State,
    Reading,
    Value,
    Counts,
    From,
    Holder,
    Scope,
    AsOf,
    Expires,
    PlannedFor,
    PlannedBy,
    See,
    Document,
    Section,
    Statement,
    SaidBy,
    Note,
    Name,
    Kind,
    Summary,
    Covers,
}

/// The name of each column, at its place in [`Column`].
static COLUMNS: [Known; 24] = [
    Known::new("provider"),
    Known::new("claim"),
    Known::needed("row"),
    Known::needed("state"),
    Known::new("reading"),
    Known::new("value"),
    Known::new("counts"),
    Known::new("from"),
    Known::new("holder"),
    Known::new("scope"),
    Known::new("as_of"),
    Known::new("expires"),
    Known::new("planned_for"),
    Known::new("planned_by"),
    Known::new("see"),
    Known::new("document"),
    Known::new("section"),
    Known::new("statement"),
    Known::new("said_by"),
    Known::new("note"),
    Known::new("name"),
    Known::new("kind"),
    Known::new("summary"),
    Known::new("covers"),
];
