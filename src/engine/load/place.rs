//! Places in a text: a line and a column.

use crate::catalogue::problem::Problem;

/// A place in a text, as far as its lines have been counted. It only goes on, so that a text is counted through once,
/// however much is wrong in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// In bytes.
    at: usize,
    /// Both from 1.
    pub line: usize,
    pub column: usize,
}

impl Place {
    /// Where a text begins.
    pub const START: Self = Self { at: 0, line: 1, column: 1 };

    /// With a line and a column that have been counted before.
    pub fn new(line: usize, column: usize) -> Self {
        Self { at: 0, line, column }
    }

    /// Counts on to a byte of the text.
    pub fn on_to(&mut self, text: &str, byte: usize) -> Self {
        for letter in text[self.at..byte].chars() {
            if letter == '\n' {
                self.line += 1;
                self.column = 1;
            } else {
                self.column += 1;
            }
        }
        self.at = byte;
        *self
    }

    /// A problem of something that begins here, with its place in the whole text.
    pub fn moved(self, problem: Problem, path: &str) -> Problem {
        let is_first = problem.line == 1;
        Problem {
            column: if is_first { problem.column + self.column - 1 } else { problem.column },
            line: problem.line + self.line - 1,
            path: format!("{path}{}", problem.path),
            ..problem
        }
    }
}
