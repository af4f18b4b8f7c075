//! Everything that is claimed about a provider, section by section, and what is not stated.

use yew::prelude::*;

use crate::{
    catalogue::{
        provider::{Kind, Provider},
        row::{Row, Section},
    },
    comparison::chain::{names_row, places_row},
    language::{phrase, say},
    ui::{cell::cell, element::el, page::Page},
};

pub fn facts(provider: &Provider, page: &Page) -> Vec<Html> {
    page.catalogue.sections.iter().filter_map(|section| self::section(provider, section, page)).collect()
}

fn section(provider: &Provider, section: &Section, page: &Page) -> Option<Html> {
    // The chain shows what these two say.
    let of_chain = [names_row(&page.catalogue), places_row(&page.catalogue)];
    let bounds = &page.state.bounds;
    let rows = section.rows.iter().filter(|row| bounds.shows(&row.id) && !of_chain.contains(&Some(*row)));
    let answers = |row: &&Row| {
        provider.claims_on(&row.id).next().is_some()
            || (row.derived.is_some() && provider.kind == Kind::Vendor)
    };
    let (stated, silent): (Vec<&Row>, Vec<&Row>) = rows.partition(answers);
    // What nobody says of a provider behind a vendor was not looked for either.
    let silent = if provider.kind == Kind::Vendor { silent } else { Vec::new() };
    if stated.is_empty() && silent.is_empty() {
        return None;
    }
    let title = el("h3", "").attr("id", format!("profile-{}", section.id)).name(&section.name);
    let table = (!stated.is_empty()).then(|| table(provider, section, &stated, page));
    let words = if provider.covers.contains(&section.id) { say("Not stated") } else { say("Not read yet") };
    let names: Vec<&str> = silent.iter().map(|row| say(&row.name)).collect();
    let silent = (!names.is_empty())
        .then(|| el("p", "small none").text(phrase("{}: {}.", &[&words, &names.join(say("; "))])).into());
    Some(
        el("section", "")
            .attr("data-section", section.id.to_string())
            .with(title)
            .maybe(table)
            .maybe(silent)
            .into(),
    )
}

fn table(provider: &Provider, section: &Section, rows: &[&Row], page: &Page) -> Html {
    let lines = rows.iter().map(|row| {
        let name = el("span", "").name(&row.name).with(el("span", "id").text(row.id.to_string()));
        let head = el("th", "").is("role", "rowheader").is("scope", "row").with(name);
        let shown = el("td", "").is("role", "cell").child(cell(provider, row, false, page));
        let line = el("tr", "row").is("role", "row").attr("data-row", row.id.to_string());
        line.with(head).with(shown).into()
    });
    el("table", "matrix")
        .is("role", "table")
        .attr("aria-labelledby", format!("profile-{}", section.id))
        .with(el("tbody", "").is("role", "rowgroup").all(lines.collect()))
        .into()
}
