//! What is to be told of a record that was opened: whether the catalogue is still the same, and what a change moved.

use yew::prelude::*;

use crate::{
    catalogue::words::date,
    language::{english, phrase, say},
    requirement::{verdict::Verdict, words},
    state::{Report, entering::Entry, reduce::Action},
    ui::{
        element::{button, el},
        focus,
        page::Page,
    },
};

pub fn report(report: &Report, page: &Page) -> Html {
    let found = &report.found;
    let same = found.claims.is_empty() && found.moved.is_empty();
    let said = match (found.same_catalogue, same) {
        (true, _) => english("The catalogue is the one that it was made with."),
        (false, true) => {
            english("The catalogue is another one now. Nothing that the requirements read has changed.")
        }
        (false, false) => english("The catalogue has changed since, and that matters here:"),
    };
    let outcome = |verdict: Option<Verdict>| verdict.map_or_else(|| say("not assessed"), words::verdict);
    let moved = found.moved.iter().map(|moved| {
        phrase(
            "{}: the outcome was “{}”, and is “{}” now.",
            &[&moved.name, &outcome(moved.from), &outcome(moved.to)],
        )
    });
    let claim = |text: &Option<String>| text.clone().unwrap_or_else(|| say("nothing").to_owned());
    let claims = found.claims.iter().map(|change| {
        phrase(
            "{}, {}: it said {}; it says {} now.",
            &[&change.name, &say(&change.row_name), &claim(&change.before), &claim(&change.after)],
        )
    });
    let problems = found.problems.iter().map(ToString::to_string);
    let items = moved.chain(claims).chain(problems).map(|text| el("li", "").text(text).into()).collect();
    let close = focus::leaving(Action::Enter(Entry::LeaveReport), page);
    let close = button("btn btn--s", close).says("Understood");
    let title = phrase("Opened: {}, made on {} ({})", &[&report.title, &date(report.made), &report.file]);
    el("section", "notice report")
        .is("role", "status")
        .with(
            el("div", "")
                .with(el("p", "").with(el("b", "").text(title)))
                .with(el("p", "").says(said))
                .with(el("ul", "notice__list").all(items))
                .with(close),
        )
        .into()
}
