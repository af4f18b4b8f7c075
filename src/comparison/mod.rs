//! Vendors side by side: a matrix of rows and vendors in which differences are told by meaning.

pub mod chain;
pub mod difference;
pub mod matrix;

pub use difference::Difference;
pub use matrix::{Cell, Matrix, MatrixRow, MatrixSection};

/// How many vendors one comparison holds.
pub const MIN: usize = 2;
pub const MAX: usize = 5;
