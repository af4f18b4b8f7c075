//! The questions to the vendors, to be sent: as Markdown, as plain text, as a table to be filled in, and as the subject and
//! body of an e-mail.

use std::fmt::Write;

use super::{csv, markdown::escaped, said::as_sentence};
use crate::{
    catalogue::Catalogue,
    comparison::questions::parts_of_key,
    language::{phrase, say},
    project::{decision::RecordedQuestion, typed::in_a_cell},
};

/// The questions to one vendor.
#[derive(Debug, Clone, PartialEq)]
pub struct Letter<'a> {
    /// The name of the vendor.
    pub vendor: &'a str,
    pub questions: &'a [RecordedQuestion],
}

/// A message that a link can begin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Email {
    pub subject: String,
    /// Lines end with CRLF, as messages want it.
    pub body: String,
}

impl Email {
    /// The address of a link that begins the message; to whom is left open.
    pub fn link(&self) -> String {
        format!("mailto:?subject={}&body={}", percent_encoded(&self.subject), percent_encoded(&self.body))
    }
}

/// All letters, a heading for each vendor.
pub fn markdown(letters: &[Letter]) -> String {
    let mut out = String::new();
    for letter in letters.iter().filter(|letter| !letter.questions.is_empty()) {
        let gap = if out.is_empty() { "" } else { "\n" };
        let _ = writeln!(out, "{gap}## {}\n", phrase("Questions to {}", &[&escaped(letter.vendor)]));
        for (number, question) in (1..).zip(letter.questions) {
            let _ = writeln!(out, "{number}. {}", escaped(&question.text));
            for reason in &question.reasons {
                let _ = writeln!(out, "   - {}", escaped(&as_sentence(reason)));
            }
        }
    }
    out
}

/// All letters, for a message or a note.
pub fn plain(letters: &[Letter]) -> String {
    let mut out = String::new();
    for letter in letters.iter().filter(|letter| !letter.questions.is_empty()) {
        let gap = if out.is_empty() { "" } else { "\n" };
        let _ = writeln!(out, "{gap}{}\n", phrase("Questions to {}", &[&letter.vendor]));
        list(letter, &mut out);
    }
    out
}

/// The columns of the table. Who answers fills in the last three, which are what the visitor enters of an answer; they are
/// read again by `exchange::answers`.
const COLUMNS: [&str; 10] = [
    "Vendor",
    "Row id",
    "Row",
    "Question",
    "Why it is open",
    "Requirements that it would settle",
    "How to write the answer",
    "Answer",
    "Who answered",
    "Day of the answer",
];

/// All letters as one table for spreadsheets (CSV), a line for each question.
pub fn table(letters: &[Letter], catalogue: &Catalogue) -> String {
    let mut lines = vec![COLUMNS.map(str::to_owned).to_vec()];
    for letter in letters {
        for question in letter.questions {
            let row = parts_of_key(&question.key).map(|(_, row)| row);
            let how = row.as_ref().and_then(|row| catalogue.row(row)).map_or("", |row| in_a_cell(row.kind));
            let row = row.map_or_else(String::new, |row| row.to_string());
            let reasons = question.reasons.iter().map(|reason| as_sentence(reason)).collect::<Vec<_>>();
            let [name, text] = [&question.name, &question.text].map(String::clone);
            let mut line = vec![letter.vendor.to_owned(), row, name, text];
            line.extend([reasons.join("\n"), question.settles.join("; "), how.to_owned()]);
            line.resize(COLUMNS.len(), String::new());
            lines.push(line);
        }
    }
    csv::file(&lines)
}

/// The letter to one vendor.
pub fn email(letter: &Letter) -> Email {
    let count = letter.questions.len();
    let greeting = say("Hello,");
    let opening = say("We are comparing vendors by what their documents say. These points are open to us:");
    let mut body = format!("{greeting}\n\n{opening}\n\n");
    list(letter, &mut body);
    body += &format!("\n{}\n", say("Please name the document that says it, where there is one."));
    Email {
        subject: match count {
            1 => phrase("A question about data protection and security at {}", &[&letter.vendor]),
            _ => phrase("{} questions about data protection and security at {}", &[&count, &letter.vendor]),
        },
        body: body.replace('\n', "\r\n"),
    }
}

fn list(letter: &Letter, out: &mut String) {
    for (number, question) in (1..).zip(letter.questions) {
        let _ = writeln!(out, "{number}. {}", question.text);
        for reason in &question.reasons {
            let _ = writeln!(out, "   ({})", as_sentence(reason));
        }
    }
}

/// A text inside an address (RFC 6068).
fn percent_encoded(text: &str) -> String {
    let mut out = String::new();
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => out.push(char::from(byte)),
            byte => {
                const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
                let digit = |four: u8| char::from(DIGITS[usize::from(four)]);
                out.extend(['%', digit(byte >> 4), digit(byte & 15)]);
            }
        }
    }
    out
}
