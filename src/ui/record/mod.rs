//! The decision record as it stands now, with what can be written on it, and everything that can be taken away.

mod files;
mod outcome;
mod report;

use yew::prelude::*;

use super::{
    carried::{self, Carried},
    element::{Element, button, el},
    page::Page,
};
use crate::{
    catalogue::words::{capitalised, date},
    export::said::{as_sentence, cited},
    language::{english, phrase},
    project::decision::{Passage, Record, RecordedRequirement},
    state::entering::Field,
};

pub fn record(page: &Page) -> Html {
    let record = carried::record(page);
    el("section", "results record")
        .is("part", "record")
        .is("aria-labelledby", "view-heading")
        .with(el("h2", "").is("id", "view-heading").is("tabindex", "-1").says("Decision record"))
        .maybe(page.window.is_some().then(of_a_part))
        .with(tools(page))
        .maybe((!page.language.is_english()).then(in_english))
        .maybe(page.state.report.as_deref().map(|report| report::report(report, page)))
        .with(paper(&record, page))
        .with(files::files(page))
        .into()
}

fn of_a_part() -> Html {
    el("p", "notice notice--attn")
        .says("This catalogue is large: the record holds the vendors that are shown or compared, not all.")
        .into()
}

/// What is saved is the same whatever the language of the page.
fn in_english() -> Html {
    el("p", "small muted")
        .says("Files are in English, so that a record can be made again just as it is. Print shows what you see.")
        .into()
}

/// What can be taken away. The page around an embedded element has an address and a print of its own, so these two are
/// offered where the window is this page's.
fn tools(page: &Page) -> Element {
    let save = |class, what, words: &'static str| button(class, page.on_carry(what)).says(words);
    let here = |what, words| page.is_in_history.then(|| save("btn", what, words).into());
    el("div", "btns")
        .with(save("btn btn--main", Carried::RecordPage, english("Save as a page")))
        .maybe(here(Carried::Paper, english("Print")))
        .with(save("btn", Carried::RecordJson, english("Save as JSON")))
        .with(save("btn", Carried::RecordMarkdown, english("Save as Markdown")))
        .with(save("btn", Carried::Table, english("Save as a spreadsheet (CSV)")))
        .maybe(here(Carried::CopyLink, english("Copy the link")))
}

/// What is printed.
fn paper(record: &Record, page: &Page) -> Element {
    let passages = record.passages();
    el("div", "paper")
        .with(head(record, page))
        .with(required(record))
        .with(outcome::table(record))
        .with(outcome::vendors(record, &passages, page))
        .with(open(record))
        .with(evidence(&passages, page))
        .with(again(record))
}

/// What stands on top.
fn head(record: &Record, page: &Page) -> Element {
    let field = |id: &'static str, label: &'static str, value: Option<&String>, hint: &'static str, of| {
        let input = el("input", "input")
            .is("id", id)
            .is("placeholder", hint)
            .value(value.cloned().unwrap_or_default());
        el("div", "field")
            .with(el("label", "").is("for", id).says(label))
            .with(input.on_input(page.on_field(of)))
    };
    let project = &page.state.project;
    let line = |term: &'static str, text: String| {
        el("div", "").with(el("dt", "").says(term)).with(el("dd", "").text(text)).into()
    };
    let catalogue = &record.catalogue;
    let facts = vec![
        line(english("Made on"), date(record.made)),
        line(english("Facts judged as of"), date(record.as_of)),
        line(
            english("Catalogue"),
            match page.others {
                None => phrase("version {}, SHA-256 {}", &[&catalogue.version, &catalogue.sha256]),
                // It goes by the name of its file.
                Some(_) => phrase("{}, SHA-256 {}", &[&catalogue.version, &catalogue.sha256]),
            },
        ),
        line(english("Outcome"), capitalised(&record.outcome_in_words())),
    ];
    el("div", "")
        .with(
            el("div", "record__fields")
                .with(field(
                    "record-title",
                    english("Title"),
                    project.title.as_ref(),
                    english("Decision record"),
                    Field::Title,
                ))
                .with(field("record-author", english("Made by"), project.author.as_ref(), "", Field::Author)),
        )
        .with(el("dl", "record__facts").all(facts))
}

fn required(record: &Record) -> Element {
    let section = chapter(english("1. What was required"));
    if record.requirements.is_empty() {
        return section
            .with(el("p", "soft").says("Nothing yet: the record gets its content from what you require."));
    }
    let line = |requirement: &RecordedRequirement| {
        el("li", "")
            .text(as_sentence(&capitalised(&requirement.words)))
            .with(el("code", "id").text(requirement.text.clone()))
            .into()
    };
    let note =
        english("All of these must be met. What a document does not say counts neither for nor against.");
    section
        .with(el("ol", "").all(record.requirements.iter().map(line).collect()))
        .with(el("p", "small muted").says(note))
}

/// The questions, in short; they have a view of their own.
fn open(record: &Record) -> Element {
    let mut section = chapter(english("4. Questions that stay open"));
    for vendor in record.vendors.iter().filter(|vendor| !vendor.questions.is_empty()) {
        let list = vendor.questions.iter().map(|question| el("li", "").text(question.text.clone()).into());
        section = section.with(el("h4", "").text(vendor.name.clone())).with(el("ol", "").all(list.collect()));
    }
    let has_none = record.vendors.iter().all(|vendor| vendor.questions.is_empty());
    section.maybe(has_none.then(|| el("p", "soft").says("None.").into()))
}

fn evidence(passages: &[&Passage], page: &Page) -> Element {
    let line = |passage: &&Passage| {
        el("li", "")
            .quoted(page)
            .with(el("b", "").text(passage.said_by.clone()))
            .text(phrase(", {}: {}", &[&cited(passage), &passage.statement]))
            .into()
    };
    chapter(english("5. Evidence"))
        .with(el("ol", "small").all(passages.iter().map(line).collect()))
        .with(el("p", "small muted").says("What the documents say is given here in our words."))
}

fn again(record: &Record) -> Element {
    let how = phrase(
        "Open this record again here, or take the catalogue with the digest above, judge as of {} and paste:",
        &[&date(record.as_of)],
    );
    chapter(english("6. How to get the same outcome again"))
        .with(el("p", "").text(how))
        .with(el("p", "").with(el("code", "").text(record.requirements_text())))
}

fn chapter(title: &'static str) -> Element {
    el("section", "chapter").with(el("h3", "").says(title))
}
