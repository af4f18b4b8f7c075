//! One file of a folder: from bytes to text to a structure, with everything that is wrong on the way.

use std::{fs, io, path::Path};

use crate::catalogue::{
    build::{self, Origin},
    json_map,
    problem::Problem,
    record::FromJson,
};

/// Twice what the ledgers of the documents of ten thousand vendors need; a file beyond it is there by mistake.
const LARGEST: u64 = 64 << 20;

/// A text with the name by which problems call it.
pub struct File {
    pub shown: String,
    pub text: String,
}

impl File {
    /// Reads a text.
    ///
    /// # Errors
    /// The file cannot be read, is too large, or is not UTF-8.
    pub fn read(path: &Path, shown: &str) -> Result<Self, Problem> {
        let size = fs::metadata(path).map_or(0, |known| known.len());
        if size > LARGEST {
            let message = format!("the file has {} MiB; at most {} are read", size >> 20, LARGEST >> 20);
            let help = Some("is it the right file?".to_owned());
            return Err(Problem { help, ..whole(shown, message) });
        }
        let bytes = fs::read(path).map_err(|error| unreadable(shown, &error))?;
        match String::from_utf8(bytes) {
            Ok(text) => Ok(Self { shown: shown.to_owned(), text }),
            Err(error) => Err(not_text(shown, error.as_bytes(), error.utf8_error().valid_up_to())),
        }
    }

    /// Reads the text into a structure of [`crate::catalogue::source`], with all that is wrong with its shape.
    pub fn parse<T: FromJson>(&self) -> (Option<T>, Vec<Problem>) {
        match build::parse(&self.shown, &self.text) {
            Err(problems) => (None, problems),
            Ok(structure) => (Some(structure), build::repeated_keys(&self.shown, &self.text)),
        }
    }
}

/// A profile is a file of its own: its paths are those of the file.
impl Origin for File {
    fn resolve<'s, 'p>(&'s self, path: &'p str) -> (&'s str, &'s str, &'p str) {
        (&self.shown, &self.text, path)
    }
}

/// A problem of a file that could not be read.
pub fn unreadable(shown: &str, error: &io::Error) -> Problem {
    let help = match error.kind() {
        io::ErrorKind::NotFound => Some("is it the right folder?"),
        io::ErrorKind::IsADirectory => Some("a file is expected here, and this is a folder"),
        io::ErrorKind::NotADirectory => Some("a folder is expected here, and this is a file"),
        io::ErrorKind::PermissionDenied => Some("ask for the right to read it"),
        _ => None,
    };
    Problem { help: help.map(str::to_owned), ..whole(shown, format!("cannot be read: {error}")) }
}

fn whole(shown: &str, message: String) -> Problem {
    Problem { file: shown.to_owned(), line: 0, column: 0, path: String::new(), message, help: None }
}

fn not_text(shown: &str, bytes: &[u8], valid: usize) -> Problem {
    let good = bytes.get(..valid).and_then(|good| str::from_utf8(good).ok()).unwrap_or_default();
    let (line, column) = json_map::line_column(good, good.len());
    let help = Some("save the file as UTF-8".to_owned());
    Problem { line, column, help, ..whole(shown, "what stands here is not UTF-8".to_owned()) }
}
