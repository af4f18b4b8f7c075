//! What leaves the program: JSON in the shapes of the data files and of the command line, and tables.

pub mod csv;
pub mod formula;
pub mod json;

pub use crate::catalogue::written as source;
