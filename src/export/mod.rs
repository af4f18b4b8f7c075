//! What leaves the program: JSON in the shapes of the data files and of the command line; the comparison as a table; a
//! decision record and the questions to vendors in the forms in which people read and send them.

mod cell;
pub mod csv;
pub mod formula;
pub mod html;
pub mod json;
pub mod markdown;
pub mod offline;
pub mod questions;
pub mod said;
pub mod table;
pub mod text;

pub use crate::catalogue::written as source;
