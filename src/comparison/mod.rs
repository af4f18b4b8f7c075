//! Vendors side by side: a matrix of rows and vendors in which differences are told by meaning; who stands behind a
//! vendor; and what to ask it.

pub mod chain;
pub mod difference;
pub mod direction;
pub mod filter;
pub mod matrix;
mod measure;
pub mod questions;
pub mod standing;

pub use difference::Difference;
pub use direction::Direction;
pub use filter::Filter;
pub use matrix::{Cell, Matrix, MatrixRow, MatrixSection};
pub use questions::Question;
pub use standing::Standing;

/// How many vendors one comparison holds.
pub const MIN: usize = 2;
pub const MAX: usize = 5;

/// A row without anything special, for tests.
#[cfg(test)]
fn row_of(id: &str, kind: crate::catalogue::row::Kind) -> crate::catalogue::row::Row {
    use crate::catalogue::{id::RowId, row};
    row::Row {
        id: RowId::new(id),
        name: id.to_owned(),
        short: None,
        clause: None,
        kind,
        role: None,
        exists_if: Vec::new(),
        about: row::About::Vendor,
        derived: None,
        better: None,
        terms: Vec::new(),
    }
}
