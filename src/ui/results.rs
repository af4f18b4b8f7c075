//! The vendors in their three groups.

use yew::prelude::*;

use super::{card::card, page::Page, verdict};
use crate::requirement::{verdict::Verdict, words};

pub fn results(page: &Page) -> Html {
    let asked = !page.state.requirements.is_empty();
    html! {
        <section class="results" aria-labelledby="results-heading">
            <h2 id="results-heading">{ "Results" }</h2>
            if asked {
                { for [Verdict::Yes, Verdict::Unknown, Verdict::No].map(|verdict| group(verdict, page)) }
                <p class="small muted">
                    { "Order inside a group: fewest open points first, then by name. No score, nobody pays for a place." }
                </p>
            } else {
                { cards(None, page) }
            }
        </section>
    }
}

fn group(verdict: Verdict, page: &Page) -> Html {
    let count = page.outcome.group(verdict).count();
    let meaning = match (verdict, count) {
        (Verdict::Yes, 0) => "No vendor states everything that is asked for.",
        (Verdict::Yes, _) => "Every requirement holds on what the documents say.",
        (Verdict::Unknown, 0) => "Nothing is left open.",
        (Verdict::Unknown, _) => "Nothing speaks against them; something is not said.",
        (Verdict::No, 0) => "No document rules a requirement out.",
        (Verdict::No, _) => "The document itself rules at least one requirement out.",
    };
    let id = format!("group-{}", verdict::class(verdict));
    let text = format!("{}: {count}", words::verdict(verdict));
    html! {
        <section class="group" aria-labelledby={id.clone()}>
            <div class="group__h">
                <h3 {id}>{ verdict::mark_as(verdict, text.into()) }</h3>
                <p>{ meaning }</p>
            </div>
            { cards(Some(verdict), page) }
        </section>
    }
}

/// The cards of a group; `None` is every vendor.
fn cards(group: Option<Verdict>, page: &Page) -> Html {
    let shown = page.outcome.assessments.iter().filter(|a| group.is_none_or(|verdict| a.verdict == verdict));
    html! {
        <ul class="cards">
            { for shown.map(|a| card(a, page)) }
        </ul>
    }
}
