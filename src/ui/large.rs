//! What the results of a catalogue of others need besides: who is left out, and further pages.

use yew::prelude::*;

use super::{
    element::{Element, button, el},
    focus,
    icon::{Sign, icon},
    page::Page,
};
use crate::{
    language::{phrase, say},
    requirement::verdict::Verdict,
    state::{
        others::Others,
        reduce::Action,
        window::{PAGE, thousands},
    },
};

/// Who is left out, because something is wrong in its profile.
pub fn left_out(others: &Others) -> Html {
    let (total, first) = &others.left_out;
    if *total == 0 {
        return Html::default();
    }
    let who = match total {
        1 => say("1 provider is left out, because something is wrong in its profile.").to_owned(),
        n => phrase(
            "{} providers are left out, because something is wrong in their profiles.",
            &[&thousands(*n)],
        ),
    };
    let items = first.iter().map(|problem| el("li", "").text(problem.clone()).into()).collect();
    let what = match first.len() {
        10 => say("What is wrong: the first 10 problems"),
        _ => say("What is wrong"),
    };
    let details = el("details", "astext")
        .with(el("summary", "").child(icon(Sign::Chevron)).text(format!(" {what}")))
        .with(el("ul", "notice__list small").all(items));
    let body = el("div", "").with(el("p", "").text(who).says(" The rest is here.")).with(details);
    el("div", "notice notice--attn").child(icon(Sign::Warning)).with(body).into()
}

/// How much of a group is shown, and what shows more.
pub fn more(verdict: Verdict, shown: usize, page: &Page) -> Html {
    let total = page.totals.of(verdict);
    if total <= PAGE {
        return Html::default();
    }
    let group = match verdict {
        Verdict::Yes => 0,
        Verdict::Unknown => 1,
        Verdict::No => 2,
    };
    let rest = total.saturating_sub(shown);
    let next = rest.min(PAGE);
    let words = match rest {
        0 => phrase("All {} are shown.", &[&thousands(total)]),
        _ => phrase("{} of {} are shown.", &[&thousands(shown), &thousands(total)]),
    };
    let show = focus::showing_more(Action::ShowMore(group), next == rest, page);
    let button = (rest > 0).then(|| button("btn", show).text(phrase("Show {} more", &[&next])).into());
    let words: Element = el("p", "small muted").is("role", "status").is("tabindex", "-1").text(words);
    el("div", "more btns").maybe(button).with(words).into()
}
