//! The head of the page: its name, the two views, the day as of which everything is judged.

use yew::prelude::*;

use super::{
    element::{Element, button, el},
    outcome_bar::counted,
    page::Page,
};
use crate::{
    comparison::MIN,
    language::{english, phrase, say},
    state::{View, reduce::Action},
};

pub fn head(page: &Page) -> Html {
    let vendors = counted(page.totals.all, english("{} vendor"), english("{} vendors"));
    let documents = page.window.as_ref().map_or(page.catalogue.documents.len(), |window| window.documents);
    let documents = counted(documents, english("{} document"), english("{} documents"));
    let title = el("div", "head__title")
        .with(el("h1", "").is("part", "title").says("Vendor comparison"))
        .with(el("p", "").text(phrase("{}, {}. {}", &[&vendors, &documents, &kept(page)])));
    el("header", "head")
        .is("part", "head")
        .with(title)
        .with(views(page))
        .with(as_of(page))
        .with(undo(page))
        .into()
}

/// Where what is entered stays, and for how long.
fn kept(page: &Page) -> &'static str {
    say(match page.keeping {
        Some(true) => "What you enter stays in this browser.",
        Some(false) => {
            "What you enter stays on this page. This browser keeps nothing: save your project as a file (Record)."
        }
        None => "What you enter stays on this page.",
    })
}

fn views(page: &Page) -> Element {
    let chosen = page.state.compared.len();
    let view = |view: View, action| {
        let shown = page.state.view == view;
        button("", page.on(action)).set_if(shown, "aria-current", "page")
    };
    let results = view(View::Results, Action::Show(View::Results)).says("Requirements");
    let to_compare = match chosen {
        MIN.. => Action::Show(View::Compare),
        _ => Action::Notify(choose(page.state.bounds.max_compare)),
    };
    let compare =
        view(View::Compare, to_compare).says("Compare ").with(el("span", "num").text(format!("({chosen})")));
    let questions = view(View::Questions, Action::Show(View::Questions)).says("Questions");
    let record = view(View::Record, Action::Show(View::Record)).says("Record");
    let views = [results, compare, questions, record].map(|view| el("li", "").with(view).into());
    let list = el("ul", "views").all(views.into());
    el("nav", "").is("part", "views").is("aria-label", "Views").with(list)
}

fn choose(most: usize) -> String {
    match most {
        MIN => phrase("Choose {} vendors in the results, then compare them.", &[&MIN]),
        _ => phrase("Choose {} to {} vendors in the results, then compare them.", &[&MIN, &most]),
    }
}

/// It stays when there is nothing to take back, so that the focus is not lost on it.
fn undo(page: &Page) -> Element {
    let undo = page.undo.clone().unwrap_or_else(Callback::noop);
    button("btn", undo.reform(|_: MouseEvent| ()))
        .is("id", "undo")
        .set_if(page.undo.is_none(), "aria-disabled", "true")
        .says("Undo")
        .with(el("span", "sr").says(" the last step"))
}

fn as_of(page: &Page) -> Element {
    let field =
        el("input", "input").is("id", "as-of").is("type", "date").value(page.as_of.to_string()).on_change(
            page.on_value(|page, text| {
                // An emptied field is today again.
                Some(Action::JudgeAsOf(text.parse().ok().filter(|day| *day != page.today)))
            }),
        );
    el("p", "asof").with(el("label", "").is("for", "as-of").says("Judged as of")).with(field)
}
