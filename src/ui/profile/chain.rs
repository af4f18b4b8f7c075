//! The chain of providers behind a vendor, each with its role and its place.

use yew::prelude::*;

use super::open;
use crate::{
    catalogue::{
        claim::{Assertion, Claim},
        provider::Provider,
        row::Row,
        words::capitalised,
    },
    comparison::{
        Cell,
        chain::{Link, names_row, places_row},
    },
    language::english,
    ui::{
        cell::mark,
        element::{Element, el},
        page::Page,
    },
};

pub fn chain(vendor: &Provider, links: &[Link], page: &Page) -> Html {
    let column = |name, row: Option<&Row>| {
        let mark = row.and_then(|row| mark(&Cell::of(vendor, row, page.context()), vendor, row, page));
        el("th", "").is("role", "columnheader").is("scope", "col").says(name).says(" ").maybe(mark)
    };
    let head = el("tr", "")
        .is("role", "row")
        .with(column(english("Provider"), None))
        .with(column(english("What it does"), names_row(&page.catalogue)))
        .with(column(english("Place"), places_row(&page.catalogue)));
    let table = el("table", "matrix chain")
        .is("role", "table")
        .is("aria-labelledby", "chain-heading")
        .with(el("thead", "").is("role", "rowgroup").with(head))
        .with(el("tbody", "").is("role", "rowgroup").all(links.iter().map(|link| row(link, page)).collect()));
    let title = el("h3", "").is("id", "chain-heading").says("Providers behind it");
    el("section", "").with(title).with(table).into()
}

fn row(link: &Link, page: &Page) -> Html {
    let name = open(link.provider, page).text(link.provider.name.clone());
    let head = el("th", "").is("role", "rowheader").is("scope", "row").with(name);
    let cell = |name: &'static str, lines: Vec<Html>| {
        let name = el("span", "cellname").is("aria-hidden", "true").says(name);
        el("td", "").is("role", "cell").with(name).with(el("div", "cell").all(lines))
    };
    let roles = link.roles.iter().map(|claim| line(role(claim, page), claim)).collect();
    let places = match link.places.as_slice() {
        [] => vec![el("span", "none").says("Not stated").into()],
        claims => claims.iter().map(|claim| line(place(claim, page), claim)).collect(),
    };
    el("tr", "row")
        .is("role", "row")
        .attr("data-provider", link.provider.id.to_string())
        .with(head)
        .with(cell(english("What it does"), roles))
        .with(cell(english("Place"), places))
        .into()
}

/// A text in the look of the claim's state.
fn line(text: Element, claim: &Claim) -> Html {
    let chip = match &claim.assertion {
        Assertion::Optional(_) => english("optional"),
        Assertion::Unclear(readings) if readings.len() > 1 => english("sources disagree"),
        _ => return text.into(),
    };
    el("div", "").with(text).says(" ").with(el("span", "chip").says(chip)).into()
}

fn role(claim: &Claim, page: &Page) -> Element {
    match &claim.scope {
        Some(scope) => el("span", "").quoted(page).text(capitalised(scope)),
        None => el("span", "none").says("Not stated"),
    }
}

fn place(claim: &Claim, page: &Page) -> Element {
    let row = page.catalogue.row(&claim.row);
    let (class, value) = match &claim.assertion {
        Assertion::Unclear(readings) => ("unclear", readings.first().map(|reading| &reading.value)),
        other => ("val", other.value()),
    };
    let words = value.zip(row).map(|(value, row)| capitalised(&page.catalogue.value_in_words(value, row)));
    match words {
        Some(words) => el("span", class).text(words),
        None => el("span", "none").says("Not stated"),
    }
}
