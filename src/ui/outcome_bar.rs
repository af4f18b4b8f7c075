//! The three answers in one glance.

use yew::prelude::*;

use super::{
    element::{el, list},
    page::Page,
    verdict,
};
use crate::{catalogue::words::joined, requirement::verdict::Verdict};

pub fn outcome_bar(page: &Page) -> Html {
    let count = |verdict| page.outcome.group(verdict).count();
    let (meets, open, fails) = (count(Verdict::Yes), count(Verdict::Unknown), count(Verdict::No));
    let asked = !page.state.requirements.is_empty();
    let said = match asked {
        false => "No requirement; every vendor is shown.".to_owned(),
        true => format!("{meets} meet, {open} cannot be told, {fails} do not meet."),
    };
    let bar = asked.then(|| {
        let parts = [
            part("meets", Verdict::Yes, page),
            part("open", Verdict::Unknown, page),
            part("fails", Verdict::No, page),
        ];
        el("ul", "outcome").is("aria-label", "Outcome").all(parts.into()).into()
    });
    list(vec![el("p", "sr").is("role", "status").text(said).into(), bar.unwrap_or_default()])
}

fn part(class: &'static str, verdict: Verdict, page: &Page) -> Html {
    let names: Vec<String> =
        page.outcome.group(verdict).map(|a| page.catalogue.provider_name(&a.vendor)).collect();
    let who = match names.len() {
        0 => "Nobody".to_owned(),
        1..=6 => joined(&names, "and"),
        n => format!("{}, and {} more", names[..5].join(", "), n - 5),
    };
    el("li", class)
        .with(el("span", "n").text(names.len().to_string()))
        .child(verdict::mark(verdict))
        .with(el("span", "who").text(who))
        .into()
}
