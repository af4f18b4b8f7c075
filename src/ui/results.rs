//! The vendors in their three groups.

use yew::prelude::*;

use super::{
    card::card,
    element::{Element, el, list},
    later::door,
    page::Page,
    tools::{self, tools},
    verdict,
};
use crate::{
    language::{english, phrase, say},
    requirement::{verdict::Verdict, words},
    state::{
        results::{Layout, are_arranged},
        window::{Totals, thousands},
    },
};

pub fn results(page: &Page) -> Html {
    // What the page itself searches and sorts, it does with its later part.
    let body = match page.window.is_none() && are_arranged(&page.state) {
        true => page.later.show(page, || arranged(page)),
        false => arranged(page),
    };
    el("section", "results")
        .is("part", "results")
        .is("aria-labelledby", "results-heading")
        .set_if(page.is_waiting, "aria-busy", "true")
        .with(el("h2", "").is("id", "results-heading").says("Results"))
        .maybe(page.others.as_ref().map(|others| door::left_out(others)))
        .child(tools(page))
        .child(body)
        .into()
}

/// The vendors, in the form that the visitor has chosen, and in which order they stand.
fn arranged(page: &Page) -> Html {
    let found = (!page.state.search.trim().is_empty()).then(|| {
        let Totals { all, meets, cannot_tell, does_not_meet } = page.totals;
        let found = thousands(meets + cannot_tell + does_not_meet);
        let words = phrase("Only vendors that match the search: {} of {}.", &[&found, &thousands(all)]);
        el("p", "small soft").text(words).into()
    });
    let vendors = match page.state.arrangement.layout {
        Layout::Table => page.later.show(page, || door::table(page)),
        Layout::Cards => groups(page),
    };
    let order = el("p", "small muted").text(tools::order_in_words(page));
    list(vec![found.unwrap_or_default(), vendors, order.into()])
}

/// The groups as cards.
fn groups(page: &Page) -> Html {
    if page.state.requirements.is_empty() {
        let (title, meaning) = match page.state.search.is_empty() {
            true => (say("All vendors"), english("Nothing is required yet, so nothing is ruled out.")),
            false => (
                say("Vendors that match these words"),
                english("Nothing is required yet, so no other is ruled out."),
            ),
        };
        let title = phrase("{}: {}", &[&title, &thousands(page.totals.meets)]);
        let title = el("h3", "").is("id", "group-all").text(title);
        return group("group-all", title, meaning, None, page).into();
    }
    list(vec![
        judged("group-meets", Verdict::Yes, page).into(),
        judged("group-open", Verdict::Unknown, page).into(),
        judged("group-fails", Verdict::No, page).into(),
    ])
}

fn judged(id: &'static str, verdict: Verdict, page: &Page) -> Element {
    let count = page.totals.of(verdict);
    let accepts = page.state.requirements.iter().any(|requirement| requirement.or_cannot_tell);
    let meaning = match (verdict, count) {
        (Verdict::Yes, 0) => english("No vendor states everything that is asked for."),
        (Verdict::Yes, _) if accepts => {
            english("Every requirement is met, or you accept that it cannot be told.")
        }
        (Verdict::Yes, _) => english("Every requirement is met by what the documents say."),
        (Verdict::Unknown, 0) => english("Nothing is left open."),
        (Verdict::Unknown, _) => english("Nothing speaks against them; something is not said."),
        (Verdict::No, 0) => english("No document contradicts a requirement."),
        (Verdict::No, _) => english("The document itself contradicts at least one requirement."),
    };
    let name = verdict::mark_as(verdict, phrase("{}: {}", &[&words::verdict(verdict), &thousands(count)]));
    group(id, el("h3", "").is("id", id).child(name), meaning, Some(verdict), page)
}

/// A group with its cards; `None` is every vendor.
fn group(
    id: &'static str,
    title: Element,
    meaning: &'static str,
    verdict: Option<Verdict>,
    page: &Page,
) -> Element {
    let heading = el("div", "group__h").with(title).with(el("p", "").says(meaning));
    let shown = page.shown(verdict);
    let more = page.window.as_ref().map(|_| door::more(verdict.unwrap_or(Verdict::Yes), shown.len(), page));
    let cards = shown.into_iter().map(|assessment| card(assessment, page)).collect();
    let cards = el("ul", "cards").all(cards);
    el("section", "group").is("aria-labelledby", id).with(heading).with(cards).maybe(more)
}
