//! One question: its words, why it is open, and the answer.

use yew::prelude::*;

use super::answer;
use crate::{
    comparison::questions::parts_of_key,
    language::{phrase, say},
    project::decision::{RecordedQuestion, RecordedVendor},
    state::{
        entering::{Entry, Field},
        reduce::Action,
    },
    ui::{
        element::{button, el},
        page::Page,
    },
};

pub fn question(vendor: &RecordedVendor, question: &RecordedQuestion, page: &Page) -> Html {
    let Some((_, row)) = parts_of_key(&question.key) else { return Html::default() };
    let field = format!("ask-{}", question.key.replace(':', "-"));
    let label = el("label", "asked__row").attr("for", field.clone()).name(&question.name);
    let words = el("textarea", "input")
        .attr("id", field)
        .is("rows", "2")
        .value(question.text.clone())
        .on_input(page.on_field(Field::Question(question.key.clone())));
    let is_edited = page.state.project.questions.iter().any(|edited| edited.key == question.key);
    let undo = is_edited.then(|| {
        let action = Action::Enter(Entry::AskAsItComes(question.key.clone()));
        button("link small", page.on(action)).says("Back to the original wording").into()
    });
    let reasons = question.reasons.iter().map(|reason| el("li", "").text(format!("{reason}.")).into());
    let reasons = el("ul", "asked__why small soft").all(reasons.collect());
    let writing = page.state.answer.as_ref().filter(|draft| draft.vendor == vendor.id && draft.row == row);
    let begin = Action::Enter(Entry::BeginAnswer(vendor.id.clone(), row.clone()));
    let next = match writing {
        Some(draft) => answer::form(draft, page),
        None => button("btn btn--s", page.on(begin))
            .says("Enter the answer")
            .with(el("span", "sr").text(phrase(" of {} on: {}", &[&vendor.name, &say(&question.name)])))
            .into(),
    };
    el("li", "")
        .key(question.key.as_str())
        .attr("data-row", row.to_string())
        .with(label)
        .with(words)
        .maybe(undo)
        .with(reasons)
        .child(next)
        .into()
}
