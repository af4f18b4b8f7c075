//! The vendors in their three groups.

use yew::prelude::*;

use super::{
    card::card,
    element::{Element, el},
    page::Page,
    verdict,
};
use crate::requirement::{verdict::Verdict, words};

pub fn results(page: &Page) -> Html {
    let section = el("section", "results")
        .is("aria-labelledby", "results-heading")
        .with(el("h2", "").is("id", "results-heading").says("Results"));
    if page.state.requirements.is_empty() {
        let title = format!("All vendors: {}", page.outcome.assessments.len());
        let title = el("h3", "").is("id", "group-all").text(title);
        return section
            .with(group("group-all", title, "Nothing is required yet, so nothing is ruled out.", None, page))
            .into();
    }
    let order =
        "Order inside a group: fewest open points first, then by name. No score, nobody pays for a place.";
    section
        .with(judged("group-meets", Verdict::Yes, page))
        .with(judged("group-open", Verdict::Unknown, page))
        .with(judged("group-fails", Verdict::No, page))
        .with(el("p", "small muted").says(order))
        .into()
}

fn judged(id: &'static str, verdict: Verdict, page: &Page) -> Element {
    let count = page.outcome.group(verdict).count();
    let meaning = match (verdict, count) {
        (Verdict::Yes, 0) => "No vendor states everything that is asked for.",
        (Verdict::Yes, _) => "Every requirement holds on what the documents say.",
        (Verdict::Unknown, 0) => "Nothing is left open.",
        (Verdict::Unknown, _) => "Nothing speaks against them; something is not said.",
        (Verdict::No, 0) => "No document rules a requirement out.",
        (Verdict::No, _) => "The document itself rules at least one requirement out.",
    };
    let name = verdict::mark_as(verdict, format!("{}: {count}", words::verdict(verdict)));
    group(id, el("h3", "").is("id", id).child(name), meaning, Some(verdict), page)
}

fn group(
    id: &'static str,
    title: Element,
    meaning: &'static str,
    verdict: Option<Verdict>,
    page: &Page,
) -> Element {
    let heading = el("div", "group__h").with(title).with(el("p", "").says(meaning));
    el("section", "group").is("aria-labelledby", id).with(heading).with(cards(verdict, page))
}

/// The cards of a group; `None` is every vendor.
fn cards(group: Option<Verdict>, page: &Page) -> Element {
    let shown = page.outcome.assessments.iter().filter(|a| group.is_none_or(|verdict| a.verdict == verdict));
    el("ul", "cards").all(shown.map(|assessment| card(assessment, page)).collect())
}
