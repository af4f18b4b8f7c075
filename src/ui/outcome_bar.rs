//! The three answers in one glance.

use yew::prelude::*;

use super::{
    page::Page,
    verdict::{self, class},
};
use crate::{catalogue::words::joined, requirement::verdict::Verdict};

pub fn outcome_bar(page: &Page) -> Html {
    let part = |verdict: Verdict| {
        let names: Vec<String> =
            page.outcome.group(verdict).map(|a| page.catalogue.provider_name(&a.vendor)).collect();
        let who = match names.len() {
            0 => "Nobody".to_owned(),
            1..=6 => joined(&names, "and"),
            n => format!("{}, and {} more", names[..5].join(", "), n - 5),
        };
        html! {
            <li class={class(verdict)}>
                <span class="n">{ names.len() }</span>
                <span class="w">{ verdict::mark(verdict) }</span>
                <span class="who">{ who }</span>
            </li>
        }
    };
    let [meets, open, fails] =
        [Verdict::Yes, Verdict::Unknown, Verdict::No].map(|verdict| page.outcome.group(verdict).count());
    let said = match page.state.requirements.is_empty() {
        true => "No requirement; every vendor is shown.".to_owned(),
        false => format!("{meets} meet, {open} cannot be told, {fails} do not meet."),
    };
    html! {<>
        <p class="sr" role="status">{ said }</p>
        if !page.state.requirements.is_empty() {
            <ul class="outcome" aria-label="Outcome">
                { part(Verdict::Yes) }{ part(Verdict::Unknown) }{ part(Verdict::No) }
            </ul>
        }
    </>}
}
