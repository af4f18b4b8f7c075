//! Vendors side by side: a matrix of rows and vendors in which differences are told by meaning; who stands behind a
//! vendor; and what to ask it.

pub mod chain;
pub mod difference;
pub mod matrix;
pub mod questions;

pub use difference::Difference;
pub use matrix::{Cell, Matrix, MatrixRow, MatrixSection};
pub use questions::Question;

/// How many vendors one comparison holds.
pub const MIN: usize = 2;
pub const MAX: usize = 5;
