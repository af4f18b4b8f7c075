//! What to ask the vendors: whatever leaves a requirement open, and every conflict that one meets, vendor by vendor.

mod answer;
mod question;

use yew::prelude::*;

use super::{
    carried::{self, Carried},
    element::{Element, button, el},
    page::Page,
};
use crate::{
    export::questions::{Letter, email},
    language::{english, phrase, say},
    project::decision::{Record, RecordedVendor},
    state::{View, reduce::Action},
};

pub fn questions(page: &Page) -> Html {
    let record = carried::record(page);
    let asked: Vec<&RecordedVendor> = record.vendors.iter().filter(|v| !v.questions.is_empty()).collect();
    let count: usize = asked.iter().map(|vendor| vendor.questions.len()).sum();
    let has_some = count > 0;
    let letters = asked.into_iter().map(|vendor| letter(vendor, page)).collect();
    el("section", "results questions")
        .is("part", "questions")
        .is("aria-labelledby", "view-heading")
        .with(head(&record, count))
        .maybe(has_some.then(|| tools(page).into()))
        .all(letters)
        .maybe(answer::all(page))
        .into()
}

fn head(record: &Record, count: usize) -> Element {
    let about = match (record.requirements.is_empty(), count) {
        (true, _) => english("Nothing is required yet, so nothing is open. State what you require first."),
        (false, 0) => english("Nothing that you require is left open, and no sources disagree on it."),
        (false, _) => english(
            "What leaves your requirements open, and where sources disagree. Change the words as you like; enter the \
             answers here, and they count, marked as yours.",
        ),
    };
    let title = match count {
        0 => say("No questions").to_owned(),
        1 => say("1 question to the vendors").to_owned(),
        count => phrase("{} questions to the vendors", &[&count]),
    };
    let heading = el("h2", "").is("id", "view-heading").is("tabindex", "-1").text(title);
    el("div", "").with(heading).with(el("p", "soft").says(about))
}

fn tools(page: &Page) -> Element {
    el("div", "btns")
        .with(button("btn", page.on_carry(Carried::QuestionsMarkdown)).says("Save as Markdown"))
        .with(button("btn", page.on_carry(Carried::QuestionsText)).says("Save as plain text"))
        .with(button("btn", page.on_carry(Carried::QuestionsTable)).says("Save as a spreadsheet (CSV)"))
        .with(button("btn", page.on(Action::Show(View::Record))).says("To the decision record"))
}

/// The questions to one vendor.
fn letter(vendor: &RecordedVendor, page: &Page) -> Html {
    let id = format!("questions-{}", vendor.id);
    let message = email(&Letter { vendor: &vendor.name, questions: &vendor.questions }).link();
    let to = || el("span", "sr").text(phrase(" to {}", &[&vendor.name]));
    let send = el("a", "btn btn--s").attr("href", message).says("Write an e-mail").with(to());
    let copy = page.on_carry(Carried::CopyQuestions(vendor.id.clone()));
    let copy = button("btn btn--s", copy).says("Copy the questions").with(to());
    let title = el("h3", "").attr("id", id.clone()).text(phrase("To {}", &[&vendor.name]));
    let top = el("div", "group__h").with(title).with(el("div", "btns push").with(copy).with(send));
    let list = vendor.questions.iter().map(|question| question::question(vendor, question, page)).collect();
    el("section", "group")
        .key(vendor.id.as_str())
        .attr("data-vendor", vendor.id.to_string())
        .attr("aria-labelledby", id)
        .with(top)
        .with(el("ol", "asked").all(list))
        .into()
}
