//! The JSON parser's complaints, with the place, the path and the remedy that it leaves out.

use crate::catalogue::{json_map, problem::Problem, suggest};

/// What stopped the parser, as a problem.
pub fn problem(name: &str, text: &str, error: &serde_json::Error) -> Problem {
    let full = error.to_string();
    let message = full.rsplit_once(" at line ").map_or(&*full, |(message, _)| message);
    let offset = json_map::offset_of(text, error.line(), error.column());
    let (path, start) = json_map::value_at(text, offset);
    // A value of the wrong shape is best looked up where it begins; what is not JSON, where reading stopped.
    let (line, column) = if error.is_data() { start } else { json_map::line_column(text, offset) };
    Problem {
        file: name.to_owned(),
        line,
        column,
        path: shortened(path),
        message: in_words(message),
        help: help_for(message).or_else(|| remedy(message).map(str::to_owned)),
    }
}

/// The parser's terms in those of JSON.
pub fn in_words(message: &str) -> String {
    let (found, expected) = message.split_once(", expected ").unwrap_or((message, ""));
    let found = match found {
        "invalid type: sequence" => "invalid type: a list",
        "invalid type: map" => "invalid type: an object",
        // A list is read as the fields of an object in their order, until one is missing.
        found if found.starts_with("invalid length") => "invalid type: a list",
        found => found,
    };
    match expected {
        "" => found.to_owned(),
        "a sequence" => format!("{found}, expected a list"),
        "f64" => format!("{found}, expected a number"),
        expected => format!("{found}, expected {expected}"),
    }
}

/// The nearest known word to an unknown one: the parser names the unknown and then the known, between backquotes.
pub fn help_for(message: &str) -> Option<String> {
    let mut quoted = message.split('`').skip(1).step_by(2);
    let wrong = quoted.next().filter(|_| message.starts_with("unknown"))?;
    suggest::nearest(wrong, quoted).map(|near| format!("did you mean \"{near}\"?"))
}

/// A path as far as a reader follows it.
fn shortened(mut path: String) -> String {
    const LONGEST: usize = 120;
    if path.len() > LONGEST {
        let end = (0..LONGEST).rev().find(|i| path.is_char_boundary(*i)).unwrap_or(0);
        path.truncate(end);
        path.push('…');
    }
    path
}

fn remedy(message: &str) -> Option<&'static str> {
    Some(match message {
        "trailing comma" => "take the last comma away",
        "key must be a string" => {
            "a key stands between double quotes; after the last member there is no comma"
        }
        "recursion limit exceeded" => "nest less deeply",
        _ if message.starts_with("EOF while parsing") => "the text is cut off, or a closing mark is missing",
        _ if message.starts_with("expected `,`") => "a comma is missing, or a closing mark",
        _ if message.starts_with("duplicate field") => "keep one of the two",
        _ if message.starts_with("missing field") => "add it",
        _ => return None,
    })
}
