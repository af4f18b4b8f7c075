//! What the results of a large catalogue need besides: who is left out, words to look for, an order, and further pages.

use yew::prelude::*;

use super::{
    element::{Element, button, el, list},
    focus,
    form::select,
    icon::{Sign, icon},
    page::Page,
};
use crate::{
    catalogue::words::capitalised,
    requirement::verdict::Verdict,
    state::{
        Sort,
        form::retention_rows,
        reduce::Action,
        window::{PAGE, Window, thousands},
    },
};

/// Who is left out, the words to look for, and the order.
pub fn tools(window: &Window, page: &Page) -> Html {
    let search = el("input", "input")
        .is("id", "search")
        .is("type", "search")
        .is("autocomplete", "off")
        .is("spellcheck", "false")
        .is("aria-describedby", "search-note")
        .value(page.state.search.clone())
        .on_input(page.on_value(|_, words| Some(Action::Search(words.to_owned()))));
    let search =
        el("div", "field").with(el("label", "").is("for", "search").says("Search")).with(search).with(
            el("p", "hint")
                .is("id", "search-note")
                .says("Words in names, summaries, certificates and providers."),
        );
    let chosen = page.state.sort.in_link();
    let sort = select("sort", "Order", orders(page), &chosen, page, |_, value| {
        Sort::from_link(value).map(Action::SortBy)
    });
    list(vec![left_out(window), el("div", "tools").is("role", "search").with(search).with(sort).into()])
}

/// The orders that there are: as they stand in a link, and in words.
fn orders(page: &Page) -> Vec<(String, String)> {
    let mut orders: Vec<(String, String)> = [
        ("name", "Name, A to Z"),
        ("name,descending", "Name, Z to A"),
        ("coverage,descending", "Most stated first"),
    ]
    .map(|(value, words)| (value.to_owned(), words.to_owned()))
    .into();
    for row in retention_rows(&page.catalogue) {
        orders.push((row.id.to_string(), format!("{}, shortest first", capitalised(row.short_name()))));
    }
    let chosen = page.state.sort.in_link();
    if orders.iter().all(|(value, _)| *value != chosen) {
        let row = page.catalogue.rows().find(|row| row.id == *page.state.sort.by);
        let name = row.map_or("", |row| row.short_name());
        let words =
            if name.is_empty() { "Least stated first".to_owned() } else { format!("{name}, longest first") };
        orders.push((chosen, words));
    }
    orders
}

/// In which order the vendors of a group stand.
pub fn order(page: &Page) -> String {
    let chosen = page.state.sort.in_link();
    let order = orders(page).into_iter().find(|(value, _)| *value == chosen);
    let order = order.map_or_else(String::new, |(_, words)| words);
    format!("Order inside a group: {order}. No score, nobody pays for a place.")
}

fn left_out(window: &Window) -> Html {
    let (total, first) = &window.left_out;
    if *total == 0 {
        return Html::default();
    }
    let who = match total {
        1 => "1 provider is left out, because something is wrong in its profile.".to_owned(),
        n => {
            format!("{} providers are left out, because something is wrong in their profiles.", thousands(*n))
        }
    };
    let items = first.iter().map(|problem| el("li", "").text(problem.clone()).into()).collect();
    let what = match first.len() {
        10 => "What is wrong: the first 10 problems",
        _ => "What is wrong",
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
        0 => format!("All {} are shown.", thousands(total)),
        _ => format!("{} of {} are shown.", thousands(shown), thousands(total)),
    };
    let show = focus::showing_more(Action::ShowMore(group), next == rest, page);
    let button = (rest > 0).then(|| button("btn", show).text(format!("Show {next} more")).into());
    let words: Element = el("p", "small muted").is("role", "status").is("tabindex", "-1").text(words);
    el("div", "more btns").maybe(button).with(words).into()
}
