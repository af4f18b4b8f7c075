//! A decision record as Markdown.

use std::fmt::Write;

use super::said::{as_sentence, cited};
use crate::{
    catalogue::words::{capitalised, date},
    project::decision::{Record, RecordedVendor},
    requirement::words,
};

/// Writing to a text cannot fail.
macro_rules! line {
    ($out:expr, $($argument:tt)*) => { let _ = writeln!($out, $($argument)*); };
}

/// The whole record.
pub fn record(record: &Record) -> String {
    let mut out = format!("# {}\n\n", escaped(&record.title));
    head(record, &mut out);
    required(record, &mut out);
    outcome(record, &mut out);
    line!(out, "## Why, vendor by vendor\n");
    for vendor in &record.vendors {
        self::vendor(vendor, record, &mut out);
    }
    questions(record, &mut out);
    line!(out, "## How to get the same outcome again\n");
    line!(
        out,
        "Open the catalogue with the digest above, set the date to {} and paste:\n",
        date(record.as_of)
    );
    line!(out, "```text\n{}\n```", record.requirements_text());
    out
}

fn head(record: &Record, out: &mut String) {
    if let Some(author) = &record.author {
        line!(out, "- Made by {}", escaped(author));
    }
    line!(out, "- Made on {}", date(record.made));
    line!(out, "- Judged as of {}", date(record.as_of));
    let catalogue = &record.catalogue;
    line!(out, "- Catalogue {}, SHA-256 `{}`", escaped(&catalogue.version), catalogue.sha256);
    line!(out, "- Outcome: {}\n", record.outcome_in_words());
}

fn required(record: &Record, out: &mut String) {
    line!(out, "## What was required\n");
    for (number, requirement) in (1..).zip(&record.requirements) {
        let words = escaped(&as_sentence(&capitalised(&requirement.words)));
        line!(out, "{number}. {words} `{}`", requirement.text);
    }
    if record.requirements.is_empty() {
        line!(out, "Nothing.");
    }
    line!(out, "\nWhat a document does not say counts neither for nor against.\n");
}

fn outcome(record: &Record, out: &mut String) {
    line!(out, "## Outcome\n");
    let numbers = (1..=record.requirements.len()).map(|number| format!(" {number} |"));
    line!(out, "| Vendor | Outcome |{}", numbers.collect::<String>());
    line!(out, "| --- | --- |{}", " --- |".repeat(record.requirements.len()));
    for vendor in &record.vendors {
        let each = vendor.findings.iter().map(|finding| format!(" {} |", words::verdict(finding.outcome)));
        let name = escaped(&vendor.name);
        line!(out, "| {name} | {} |{}", words::verdict(vendor.outcome), each.collect::<String>());
    }
    out.push('\n');
}

fn vendor(vendor: &RecordedVendor, record: &Record, out: &mut String) {
    let own = if vendor.own { " (yours)" } else { "" };
    line!(
        out,
        "### {}{own}: {}\n",
        escaped(&vendor.name),
        words::verdict(vendor.outcome).to_ascii_lowercase()
    );
    if let Some(note) = &vendor.note {
        line!(out, "Note: {}\n", escaped(note));
    }
    for (requirement, finding) in record.requirements.iter().zip(&vendor.findings) {
        line!(out, "- `{}`: **{}**", requirement.text, words::verdict(finding.outcome).to_ascii_lowercase());
        for reason in &finding.reasons {
            line!(out, "  - {}", escaped(&as_sentence(reason)));
        }
        for passage in &finding.evidence {
            line!(out, "  - § {}: {}", escaped(&cited(passage)), escaped(&passage.statement));
        }
    }
    out.push('\n');
}

fn questions(record: &Record, out: &mut String) {
    let open: Vec<&RecordedVendor> = record.vendors.iter().filter(|v| !v.questions.is_empty()).collect();
    if open.is_empty() {
        return;
    }
    line!(out, "## Questions that stay open\n");
    for vendor in open {
        line!(out, "### {}\n", escaped(&vendor.name));
        for (number, question) in (1..).zip(&vendor.questions) {
            line!(out, "{number}. {}", escaped(&question.text));
            for reason in &question.reasons {
                line!(out, "   - {}", escaped(&as_sentence(reason)));
            }
        }
        out.push('\n');
    }
}

/// A text in which Markdown sees no mark-up of its own. It stays on its line.
pub fn escaped(text: &str) -> String {
    let mut out = String::new();
    for letter in text.chars() {
        match letter {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '&' | '~' => {
                out.extend(['\\', letter])
            }
            '\n' | '\r' => out.push(' '),
            letter => out.push(letter),
        }
    }
    out
}
