//! What a command gives back, and how that leaves the program.

use std::{
    fs,
    io::{self, Write},
    path::Path,
    process::ExitCode,
};

use serde_json::Value as Json;
use vendor_compare::catalogue::problem::Problem;

/// What a command prints, and whether all is well: `check` answers in full and fails all the same.
pub struct Answer {
    pub text: String,
    pub well: bool,
}

/// Why a command could not be carried out: what is wrong and the remedy, one thing a line.
pub struct Refusal(pub Vec<String>);

/// What a command comes to.
pub type Reply = Result<Answer, Refusal>;

impl Answer {
    /// A text, and all is well.
    pub fn text(text: impl Into<String>) -> Self {
        Self { text: text.into(), well: true }
    }

    /// A text that goes into a file where one is named.
    pub fn into(text: String, file: Option<&Path>) -> Reply {
        let Some(path) = file else { return Ok(Self::text(text)) };
        match fs::write(path, text) {
            Ok(()) => Ok(Self::text(format!("Written to {}.\n", path.display()))),
            Err(error) => Err(Refusal::because(format!("{}: cannot be written: {error}", path.display()))),
        }
    }

    /// JSON for people and programs, and all is well.
    pub fn json(json: &Json) -> Self {
        Self::text(format!("{json:#}\n"))
    }
}

impl Refusal {
    /// One thing that is wrong.
    pub fn because(line: impl Into<String>) -> Self {
        Self(vec![line.into()])
    }
}

impl From<Vec<Problem>> for Refusal {
    fn from(problems: Vec<Problem>) -> Self {
        Self(problems.iter().map(ToString::to_string).collect())
    }
}

/// Prints an answer, or says why there is none.
pub fn give(reply: Reply) -> ExitCode {
    match reply {
        Ok(Answer { text, well }) => match io::stdout().lock().write_all(text.as_bytes()) {
            // A reader that has seen enough (`| head`) is no failure.
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => ExitCode::FAILURE,
            _ if well => ExitCode::SUCCESS,
            _ => ExitCode::FAILURE,
        },
        Err(Refusal(lines)) => {
            for line in lines {
                eprintln!("error: {line}");
            }
            ExitCode::FAILURE
        }
    }
}
