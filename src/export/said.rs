//! Small wordings that the forms of a record share.

use crate::language::{phrase, say};
use crate::{catalogue::words::date, project::decision::Passage};

/// With a full stop where it has no end of its own.
pub fn as_sentence(text: &str) -> String {
    if text.ends_with(['.', '?', '!', ':']) { text.to_owned() } else { format!("{text}.") }
}

/// Where a passage stands: "Trust page, 1 March 2025, section Backups".
pub fn cited(passage: &Passage) -> String {
    let own = if passage.own { say(" (yours)") } else { "" };
    phrase("{}{}, {}, section {}", &[&passage.document, &own, &dated(passage), &passage.section])
}

/// The date of a passage's document in words.
fn dated(passage: &Passage) -> String {
    passage.date.map_or_else(|| say("undated").to_owned(), date)
}
