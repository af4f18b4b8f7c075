//! The three answers in one glance.

use yew::prelude::*;

use super::{
    element::{el, list},
    page::Page,
    verdict,
};
use crate::{catalogue::words::joined, requirement::verdict::Verdict, state::window::thousands};

pub fn outcome_bar(page: &Page) -> Html {
    let count = |verdict| thousands(page.totals.of(verdict));
    let (meets, open, fails) = (count(Verdict::Yes), count(Verdict::Unknown), count(Verdict::No));
    let asked = !page.state.requirements.is_empty();
    let said = match (asked, &page.window) {
        (false, None) => "No requirement; every vendor is shown.".to_owned(),
        (false, Some(_)) => format!("No requirement; vendors: {meets}."),
        (true, _) => format!("{meets} meet, {open} cannot be told, {fails} do not meet."),
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
    let total = page.totals.of(verdict);
    let names = if total > 6 { 5 } else { 6 };
    let shown = page.shown(Some(verdict)).into_iter().take(names);
    let names: Vec<String> = shown.map(|a| page.catalogue.provider_name(&a.vendor)).collect();
    let who = match total {
        0 => "Nobody".to_owned(),
        1..=6 => joined(&names, "and"),
        n => format!("{}, and {} more", names.join(", "), thousands(n - names.len())),
    };
    el("li", class)
        .with(el("span", "n").text(thousands(total)))
        .child(verdict::mark(verdict))
        .with(el("span", "who").text(who))
        .into()
}
