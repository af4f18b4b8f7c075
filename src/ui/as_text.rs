//! The requirements as text, to edit or to paste. What is being typed is kept even while it cannot be read.

use yew::prelude::*;

use super::{
    element::el,
    icon::{Sign, icon},
    page::Page,
};
use crate::{
    language::{phrase, say},
    requirement::{
        parse::{Parsed, parse},
        print,
    },
    state::{bounds::Locked, reduce::Action},
};

pub fn as_text(page: &Page) -> Html {
    let text = page.state.draft.clone().unwrap_or_else(|| print::list(&page.state.requirements));
    let parsed = parse(&text, &page.catalogue);
    let is_wrong = !parsed.errors.is_empty();
    let area = el("textarea", "input")
        .is("id", "as-text")
        .is("rows", "2")
        .is("spellcheck", "false")
        .is("aria-describedby", "as-text-note")
        .set_if(page.state.bounds.locked == Locked::All, "readonly", "")
        .set_if(is_wrong, "aria-invalid", "true")
        .is("placeholder", "region in EEA; cert@host has iso-27001; ret-backup <= P60D")
        .value(text)
        .on_input(page.on_value(|_, text| Some(Action::TypeText(text.to_owned()))))
        .on_blur(page.on(Action::LeaveText));
    let body = el("div", "astext__body")
        .with(el("label", "sr").is("for", "as-text").says("Requirements as text"))
        .with(area)
        .with(el("div", "").is("id", "as-text-note").is("aria-live", "polite").child(note(&parsed, page)));
    let summary = el("summary", "").child(icon(Sign::Chevron)).says(" As text, to edit or to paste");
    el("details", "astext").with(summary).with(body).into()
}

/// What was understood, or what was not and where.
fn note(parsed: &Parsed, page: &Page) -> Html {
    if parsed.errors.is_empty() {
        let understood = el("p", "small soft").text(understood(parsed.requirements.len()));
        return match page.is_in_history {
            true => understood.says(" The link to this page carries the same text."),
            false => understood,
        }
        .into();
    }
    let errors = parsed.errors.iter().map(|error| el("li", "").text(error.sentence()).into()).collect();
    let kept = el("p", "small soft").says("The results stay as they were until every part is understood.");
    el("div", "").with(el("ul", "wrong").all(errors)).with(kept).into()
}

fn understood(count: usize) -> String {
    match count {
        0 => say("No requirement.").to_owned(),
        1 => say("1 requirement understood.").to_owned(),
        n => phrase("{} requirements understood.", &[&n]),
    }
}
