//! The headline facts of a vendor: where its data sits, which certificates there are, how long data is kept.

use yew::prelude::*;

use super::{cell::cell, page::Page};
use crate::catalogue::{provider::Provider, row::Kind};

/// A column: the rows of one type in the section where they stand, and how many are shown even where nothing is
/// stated.
const COLUMNS: [(&str, Kind, usize); 3] = [
    ("Where data sits", Kind::Places, 4),
    ("Certificates", Kind::Certificates, 2),
    ("Keeping data", Kind::Duration, 2),
];

pub fn facts(provider: &Provider, page: &Page) -> Html {
    html! { <dl class="facts">{ for COLUMNS.map(|(title, kind, always)| column(title, kind, always, provider, page)) }</dl> }
}

fn column(title: &'static str, kind: Kind, always: usize, provider: &Provider, page: &Page) -> Html {
    let section = page.catalogue.sections.iter().find(|s| s.rows.iter().any(|row| row.kind == kind));
    let Some(section) = section else { return Html::default() };
    let rows = section.rows.iter().filter(|row| row.kind == kind).enumerate();
    let shown = rows.filter(|(index, row)| *index < always || provider.claims_on(&row.id).next().is_some());
    html! {
        <div class="fact">
            <dt>{ title }</dt>
            { for shown.map(|(_, row)| html! {
                <dd class="line"><span class="k">{ row.short_name() }</span>{ cell(provider, row, true, page) }</dd>
            }) }
        </div>
    }
}
