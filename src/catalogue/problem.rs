//! What is wrong with a text of the catalogue: where, why, and what to do about it.

use std::fmt;

/// Whether problems are told in words.
///
/// The engine leaves the words out, which makes it smaller; it still notices that something is wrong. The words for that
/// are in a program of their own, which is fetched when there is something to tell. The page tells what is wrong with
/// the visitor's own files.
pub const TELLS: bool = cfg!(any(feature = "details", feature = "page", not(target_arch = "wasm32")));

/// A text about a problem: like `format!`, and empty where nothing is told.
macro_rules! told {
    ($($argument:tt)*) => {
        if $crate::catalogue::problem::TELLS { format!($($argument)*) } else { String::new() }
    };
}

pub(crate) use told;

/// One problem. [`fmt::Display`] writes it on one or two lines: place, what is wrong, remedy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The file, or the name under which a text was given.
    pub file: String,
    /// Counted from 1; 0 where the place is not known.
    pub line: usize,
    /// Counted from 1, in characters.
    pub column: usize,
    /// The JSON path, for instance `claims[3].value.all[0]`; empty for the whole text.
    pub path: String,
    /// What stands there and what was expected.
    pub message: String,
    /// The remedy.
    pub help: Option<String>,
}

impl Problem {
    /// A problem where none is told.
    pub fn untold() -> Self {
        let message = "something is wrong here".to_owned();
        let (file, path) = (String::new(), String::new());
        Self { file, line: 0, column: 0, path, message, help: None }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.file)?;
        if self.line > 0 {
            write!(f, ":{}:{}", self.line, self.column)?;
        }
        if !self.path.is_empty() {
            write!(f, ": {}", self.path)?;
        }
        write!(f, ": {}", self.message)?;
        match &self.help {
            Some(help) => write!(f, "; {help}"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for Problem {}
