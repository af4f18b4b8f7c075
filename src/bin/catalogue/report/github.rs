//! Annotations of a GitHub workflow: it reads them from the log and shows them beside the lines of a change.

use std::fmt::Write;

use vendor_compare::curation::check::Report;

use super::summary;

/// An annotation for each error and each piece of advice, and the counts.
pub fn github(report: &Report) -> String {
    let mut out = String::new();
    for error in &report.errors {
        let problem = &error.problem;
        let path = if problem.path.is_empty() { String::new() } else { format!("{}: ", problem.path) };
        let help = problem.help.as_ref().map_or_else(String::new, |help| format!("; {help}"));
        let message = format!("{path}{}{help}", problem.message);
        annotation(&mut out, "error", &problem.file, (problem.line, problem.column), &message);
    }
    for placed in &report.advice {
        let (what, remedy) = placed.advice.kind.in_words();
        let message = format!("{what}: {}; {remedy}", placed.advice.message);
        annotation(&mut out, "notice", &placed.file, (placed.line, placed.column), &message);
    }
    out.push_str(&summary(report));
    out
}

fn annotation(out: &mut String, level: &str, file: &str, (line, column): (usize, usize), message: &str) {
    let _ = write!(out, "::{level} file={}", property(file));
    if line > 0 {
        let _ = write!(out, ",line={line},col={column}");
    }
    let _ = writeln!(out, "::{}", data(message));
}

/// A message: what would end it is written as its code.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A property: what would end it too.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_end_an_annotation_is_escaped() {
        let mut out = String::new();
        annotation(&mut out, "error", "a,b:c%.json", (1, 2), "50 %: \r\n::error::no");
        assert_eq!(out, "::error file=a%2Cb%3Ac%25.json,line=1,col=2::50 %25: %0D%0A::error::no\n");
    }
}
