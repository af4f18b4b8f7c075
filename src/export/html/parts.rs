//! The sections of the page.

use super::escape::{element, text};
use crate::{
    catalogue::words::capitalised,
    export::said::{as_sentence, cited},
    project::decision::{Passage, Record, RecordedFinding, RecordedQuestion, RecordedVendor},
    requirement::{verdict::Verdict, words},
};

fn verdict(verdict: Verdict) -> String {
    let class = match verdict {
        Verdict::Yes => "meets",
        Verdict::Unknown => "open",
        Verdict::No => "fails",
    };
    element("span", class, words::verdict(verdict))
}

fn name(vendor: &RecordedVendor) -> String {
    format!("{}{}", text(&vendor.name), if vendor.own { " (yours)" } else { "" })
}

/// A table that scrolls by itself where it is too wide, also by the keyboard.
fn table(label: &str, heading: &[String], lines: &str) -> String {
    let heading: String = heading.iter().map(|cell| format!("<th scope=\"col\">{cell}</th>")).collect();
    format!(
        "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"{label}\"><table><thead><tr>{heading}</tr></thead>\
         <tbody>{lines}</tbody></table></div>"
    )
}

/// The requirements with their numbers.
pub fn required(record: &Record) -> String {
    if record.requirements.is_empty() {
        return element("p", "", "Nothing.");
    }
    let lines: String = (1..)
        .zip(&record.requirements)
        .map(|(number, requirement)| {
            let words = as_sentence(&text(&capitalised(&requirement.words)));
            let code = element("code", "", &text(&requirement.text));
            format!("<tr><td>{number}</td><td>{words}</td><td>{code}</td></tr>")
        })
        .collect();
    let heading = ["No.", "In words", "As text"].map(str::to_owned);
    let said = "All of these must be met. What a document does not say counts neither for nor against.";
    format!("{}{}", table("Requirements", &heading, &lines), element("p", "quiet", said))
}

/// Every vendor with its outcome.
pub fn outcome(record: &Record) -> String {
    let mut heading = vec!["Vendor".to_owned(), "Outcome".to_owned()];
    heading.extend((1..=record.requirements.len()).map(|number| number.to_string()));
    let line = |vendor: &RecordedVendor| {
        let each: String =
            vendor.findings.iter().map(|f| element("td", "", words::verdict(f.outcome))).collect();
        format!("<tr><th scope=\"row\">{}</th><td>{}</td>{each}</tr>", name(vendor), verdict(vendor.outcome))
    };
    table("Outcome", &heading, &record.vendors.iter().map(line).collect::<String>())
}

/// Every vendor with the reasons and what they rest on.
pub fn vendors(record: &Record, passages: &[&Passage]) -> String {
    let vendor = |vendor: &RecordedVendor| {
        let findings = record.requirements.iter().zip(&vendor.findings);
        let lines: String = findings
            .map(|(requirement, f)| {
                let asked = element("td", "", &as_sentence(&text(&capitalised(&requirement.words))));
                format!("<tr>{asked}<td>{}</td><td>{}</td></tr>", verdict(f.outcome), reasons(f, passages))
            })
            .collect();
        let heading = ["Required", "Outcome", "Why"].map(str::to_owned);
        let note = vendor.note.as_ref().map(|note| element("p", "", &format!("Note: {}", text(note))));
        let title = element("h3", "", &format!("{} {}", name(vendor), verdict(vendor.outcome)));
        let table = if lines.is_empty() { String::new() } else { table(&name(vendor), &heading, &lines) };
        element("div", "vendor", &format!("{title}{}{table}", note.unwrap_or_default()))
    };
    record.vendors.iter().map(vendor).collect::<Vec<_>>().join("\n")
}

fn reasons(finding: &RecordedFinding, passages: &[&Passage]) -> String {
    let reasons: Vec<String> = finding.reasons.iter().map(|reason| text(&as_sentence(reason))).collect();
    let number = |passage: &Passage| passages.iter().position(|known| *known == passage).map(|at| at + 1);
    let marks = finding.evidence.iter().filter_map(number);
    let marks: Vec<String> = marks.map(|number| format!("<a href=\"#e{number}\">{number}</a>")).collect();
    let marks = if marks.is_empty() { String::new() } else { element("sup", "", &marks.join(", ")) };
    format!("{}{marks}", reasons.join("<br>"))
}

/// The questions to each vendor.
pub fn questions(record: &Record) -> String {
    let open = record.vendors.iter().filter(|vendor| !vendor.questions.is_empty());
    let letters: String = open
        .map(|vendor| {
            let question = |question: &RecordedQuestion| {
                let reasons: Vec<String> = question.reasons.iter().map(|r| text(&as_sentence(r))).collect();
                let why = element("span", "quiet", &reasons.join(" "));
                element("li", "", &format!("{}<br>{why}", text(&question.text)))
            };
            let list = vendor.questions.iter().map(question).collect::<String>();
            format!("{}{}\n", element("h3", "", &name(vendor)), element("ol", "", &list))
        })
        .collect();
    if letters.is_empty() { element("p", "", "None.") } else { letters }
}

/// The passages with their numbers.
pub fn evidence(passages: &[&Passage]) -> String {
    if passages.is_empty() {
        return element("p", "", "None.");
    }
    let item = |(number, passage): (usize, &&Passage)| {
        let said = format!("{}: {}", cited(passage), passage.statement);
        let said_by = element("b", "", &text(&passage.said_by));
        format!("<li id=\"e{number}\">{said_by}: {}</li>\n", text(&said))
    };
    let list: String = (1..).zip(passages).map(item).collect();
    format!(
        "{}{}",
        element("ol", "", &list),
        element("p", "quiet", "What the documents say is given here in our words.")
    )
}
