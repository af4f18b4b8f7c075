//! From text to JSON. The parser's complaints get the place in words and the remedy that it leaves out.

use serde_json::Value as Json;

use crate::catalogue::{
    json, json_map,
    problem::{Problem, TELLS},
};

/// Parses a text.
pub fn json(name: &str, text: &str) -> Result<Json, Problem> {
    if TELLS && text.starts_with('\u{feff}') {
        let message = "the text begins with a byte-order mark, which JSON does not allow";
        let help = Some("save it as UTF-8 without the mark".to_owned());
        return Err(problem(name, (1, 1), String::new(), message, help));
    }
    if !TELLS {
        return json::parse(text).ok_or_else(Problem::untold);
    }
    if text.trim().is_empty() {
        let help = Some("fill it, or take it away".to_owned());
        return Err(problem(name, (1, 1), String::new(), "the file is empty", help));
    }
    serde_json::from_str(text).map_err(|error| {
        let full = error.to_string();
        let message = full.rsplit_once(" at line ").map_or(&*full, |(message, _)| message);
        let offset = json_map::offset_of(text, error.line(), error.column());
        let (path, _) = json_map::value_at(text, offset);
        let help = remedy(message).map(str::to_owned);
        problem(name, json_map::line_column(text, offset), shortened(path), message, help)
    })
}

/// Members of objects that stand twice; the parser lets the last of them win.
pub fn repeated_keys(name: &str, text: &str) -> Vec<Problem> {
    let problem = |(path, place): (String, (usize, usize))| {
        let message = format!(
            "the key \"{}\" stands twice in the same object",
            path.rsplit('.').next().unwrap_or_default()
        );
        problem(name, place, path, &message, Some("keep one of the two".to_owned()))
    };
    json_map::repeated(text).into_iter().map(problem).collect()
}

fn problem(
    name: &str,
    (line, column): (usize, usize),
    path: String,
    message: &str,
    help: Option<String>,
) -> Problem {
    Problem { file: name.to_owned(), line, column, path, message: message.to_owned(), help }
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
        "trailing characters" => "a file is one text: take away what follows it",
        "number out of range" => "write a smaller number",
        "invalid escape" => "write a backslash as two",
        "expected value" => {
            "texts stand between double quotes; numbers, true and false are written as they are; there are no comments"
        }
        _ if message.starts_with("control character") => "write a line feed as \\n, and a tab as \\t",
        "unexpected end of hex escape" | "lone leading surrogate in hex escape" => "write the letter itself",
        _ if message.starts_with("EOF while parsing") => "the text is cut off, or a closing mark is missing",
        _ if message.starts_with("expected `,`") => "a comma is missing, or a closing mark",
        _ => return None,
    })
}
