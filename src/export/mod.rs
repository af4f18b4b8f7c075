//! What leaves the program: for now JSON, in the shapes of the data files and of the command line.

pub mod json;
pub mod source;
pub mod text;
