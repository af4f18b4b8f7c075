//! How the results are arranged: the words to look for, the order, cards or a table.

use yew::prelude::*;

use super::{
    element::el,
    form::{segmented, select},
    page::Page,
};
use crate::{
    catalogue::words::capitalised,
    language::{english, phrase, say},
    state::{
        Sort,
        form::retention_rows,
        reduce::Action,
        results::{Arrange, Layout},
    },
};

/// The fields above the results.
pub fn tools(page: &Page) -> Html {
    let search = el("input", "input")
        .is("id", "search")
        .is("type", "search")
        .is("autocomplete", "off")
        .is("spellcheck", "false")
        .is("placeholder", "Name, certificate, provider")
        .value(page.state.search.clone())
        .on_input(page.on_value(|_, words| Some(Action::Search(words.to_owned()))));
    let search = el("div", "field").with(el("label", "").is("for", "search").says("Search")).with(search);
    let chosen = page.state.sort.in_link();
    let sort = select("sort", english("Order"), orders(page), &chosen, page, |_, value| {
        Sort::from_link(value).map(Action::SortBy)
    });
    let layout = page.state.arrangement.layout;
    let shown = |words, as_layout| (words, layout == as_layout, Action::Arrange(Arrange::As(as_layout)));
    let layouts = vec![shown(english("Cards"), Layout::Cards), shown(english("Table"), Layout::Table)];
    el("div", "tools")
        .is("role", "search")
        .is("aria-label", "Results")
        .with(search)
        .with(sort)
        .with(segmented("layout", english("Shown as"), layouts, page))
        .into()
}

/// The orders that there are: as they stand in a link, and in words.
fn orders(page: &Page) -> Vec<(String, String)> {
    // A catalogue that the page holds is judged as a whole, and begins with the order of the outcome.
    let first = match page.window.is_none() && !page.state.requirements.is_empty() {
        true => english("Fewest open points, then name"),
        false => english("Name, A to Z"),
    };
    let mut orders: Vec<(String, String)> = [
        ("name", first),
        ("name,descending", english("Name, Z to A")),
        ("coverage,descending", english("Most stated first")),
        ("coverage", english("Least stated first")),
    ]
    .map(|(value, words)| (value.to_owned(), say(words).to_owned()))
    .into();
    for row in retention_rows(&page.catalogue) {
        let name = capitalised(say(row.short_name()));
        orders.push((row.id.to_string(), phrase("{}, shortest first", &[&name])));
        orders.push((format!("{},descending", row.id), phrase("{}, longest first", &[&name])));
    }
    orders
}

/// In which order the vendors of a group stand.
pub fn order_in_words(page: &Page) -> String {
    let chosen = page.state.sort.in_link();
    let order = orders(page).into_iter().find(|(value, _)| *value == chosen);
    let order = order.map_or_else(String::new, |(_, words)| words);
    let silent = match &*page.state.sort.by {
        "name" | "coverage" => "",
        _ => say(" Vendors that do not state it come last."),
    };
    phrase("Order inside a group: {}.{} No score, nobody pays for a place.", &[&order, &silent])
}
