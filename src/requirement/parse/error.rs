//! Why a text is not a requirement, and what to do about it.

use std::{fmt, ops::Range};

use crate::catalogue::words::capitalised;
use crate::language::{phrase, say};

/// Why a part of the text is not a requirement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParseError {
    /// Bytes of the text at fault.
    pub at: Range<usize>,
    /// The number of its first character, counted from 1, as people count.
    pub character: usize,
    /// The text at fault.
    pub found: String,
    pub message: String,
    /// The remedy.
    pub help: Option<String>,
}

impl fmt::Display for ParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = phrase("at character {}", &[&self.character]);
        f.write_str(&phrase("{}: {}", &[&place, &self.message_and_help()]))
    }
}

impl std::error::Error for ParseError {}

impl ParseError {
    /// As a sentence without the place, for where the text is not what a person wrote: "… ; write 99.9."
    pub fn remedy(&self) -> String {
        let text = capitalised(&self.message_and_help());
        if text.ends_with('?') { text } else { text + "." }
    }

    fn message_and_help(&self) -> String {
        self.help
            .as_ref()
            .map_or_else(|| self.message.clone(), |help| [&*self.message, say("; "), help].concat())
    }

    /// As a sentence of its own: "At character 11: … ."
    pub fn sentence(&self) -> String {
        let text = capitalised(&self.to_string());
        if text.ends_with('?') { text } else { text + "." }
    }
}

/// "a, b or c".
pub(super) fn or_list(words: &[&str]) -> String {
    match words {
        [] => say("nothing").to_owned(),
        [one] => (*one).to_owned(),
        [first @ .., last] => phrase("{} or {}", &[&first.join(", "), &last]),
    }
}

/// The remedy, where something near is known.
pub(super) fn did_you_mean(near: Option<&str>) -> Option<String> {
    near.map(|near| phrase("did you mean \"{}\"?", &[&near]))
}
