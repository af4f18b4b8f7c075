//! The outcome in the record: in a table, and vendor by vendor with reasons and the visitor's note.

use yew::prelude::*;

use crate::{
    catalogue::words::capitalised,
    export::said::as_sentence,
    language::{phrase, say},
    project::decision::{Passage, Record, RecordedFinding, RecordedVendor},
    state::entering::Field,
    ui::{
        element::{Element, el},
        page::Page,
        verdict,
    },
};

/// Every vendor with its outcome, and what each requirement came to.
pub fn table(record: &Record) -> Element {
    let mut heads = vec![say("Vendor").to_owned(), say("Outcome").to_owned()];
    heads.extend((1..=record.requirements.len()).map(|number| phrase("No. {}", &[&number])));
    let head = |words: String| el("th", "").is("scope", "col").text(words).into();
    let line = |vendor: &RecordedVendor| {
        let each =
            vendor.findings.iter().map(|finding| el("td", "").child(verdict::mark(finding.outcome)).into());
        el("tr", "")
            .with(el("th", "").is("scope", "row").text(name(vendor)))
            .with(el("td", "").child(verdict::mark(vendor.outcome)))
            .all(each.collect())
            .into()
    };
    let table = el("table", "plain")
        .with(el("thead", "").with(el("tr", "").all(heads.into_iter().map(head).collect())))
        .with(el("tbody", "").all(record.vendors.iter().map(line).collect()));
    let wide =
        el("div", "wide").is("tabindex", "0").is("role", "region").is("aria-label", "Outcome").with(table);
    el("section", "chapter").with(el("h3", "").says("2. Outcome")).with(wide)
}

/// Why, vendor by vendor.
pub fn vendors(record: &Record, passages: &[&Passage], page: &Page) -> Element {
    let vendors = record.vendors.iter().map(|vendor| self::vendor(vendor, record, passages, page)).collect();
    el("section", "chapter").with(el("h3", "").says("3. Why, vendor by vendor")).all(vendors)
}

fn vendor(vendor: &RecordedVendor, record: &Record, passages: &[&Passage], page: &Page) -> Html {
    let title = el("h4", "").text(name(vendor)).child(verdict::mark(vendor.outcome));
    let findings = record.requirements.iter().zip(&vendor.findings).map(|(requirement, finding)| {
        el("li", "")
            .child(verdict::mark(finding.outcome))
            .with(
                el("span", "")
                    .with(el("b", "").text(as_sentence(&capitalised(&requirement.words))))
                    .text(format!(" {}", why(finding, passages))),
            )
            .into()
    });
    let field = format!("note-{}", vendor.id);
    let note = page.state.project.note(&vendor.id).unwrap_or_default().to_owned();
    let has_note = !note.is_empty();
    let words = el("textarea", "input")
        .attr("id", field.clone())
        .is("rows", "2")
        .value(note.clone())
        .on_input(page.on_field(Field::Note(vendor.id.clone())));
    let label = el("label", "").attr("for", field).text(phrase("Your note on {}", &[&vendor.name]));
    // Paper has no fields that grow.
    let printed = has_note.then(|| el("p", "on-paper").text(phrase("Note: {}", &[&note])).into());
    el("div", "judged")
        .key(vendor.id.as_str())
        .attr("data-vendor", vendor.id.to_string())
        .with(title)
        .with(el("ul", "why").all(findings.collect()))
        .with(el("div", "field off-paper").with(label).with(words))
        .maybe(printed)
        .into()
}

/// The reasons, with the numbers of the passages that they rest on.
fn why(finding: &RecordedFinding, passages: &[&Passage]) -> String {
    let mut why: Vec<String> =
        finding.reasons.iter().map(|reason| as_sentence(&capitalised(reason))).collect();
    let number = |passage: &Passage| passages.iter().position(|known| *known == passage).map(|at| at + 1);
    let numbers: Vec<String> = finding.evidence.iter().filter_map(number).map(|n| n.to_string()).collect();
    if !numbers.is_empty() {
        why.push(format!("[{}]", numbers.join(", ")));
    }
    why.join(" ")
}

fn name(vendor: &RecordedVendor) -> String {
    format!("{}{}", vendor.name, if vendor.own { say(" (yours)") } else { "" })
}
