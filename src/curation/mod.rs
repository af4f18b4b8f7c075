//! What the curator's commands work out, as plain functions over catalogues and texts: no arguments, no printing.
//! Native only; the commands in `bin/catalogue` put it into words on a terminal.

pub mod advice;
pub mod age;
pub mod check;
pub mod coverage;
pub mod difference;
pub mod format;
pub mod identity;
pub mod normalise;
pub mod schema;
pub mod skeleton;

pub use crate::catalogue::claim_words as words;
