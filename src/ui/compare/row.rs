//! A row of the table: whether it differs, in words, and beside a reference how each vendor stands against it.

use yew::prelude::*;

use crate::{
    catalogue::{provider::Provider, row::Row},
    comparison::{Cell, Difference, Direction, Matrix, MatrixRow, Standing},
    language::english,
    ui::{
        cell::cell,
        element::{Element, el},
        icon::{Sign, icon},
        page::Page,
    },
};

pub fn row(row: &MatrixRow, matrix: &Matrix, page: &Page) -> Html {
    let Some(known) = page.catalogue.row(&row.id) else { return Html::default() };
    let providers = matrix.vendors.iter().filter_map(|vendor| page.catalogue.provider(vendor));
    let sides: Vec<(&Cell, &Provider)> = row.cells.iter().zip(providers).collect();
    let reference = page.state.comparing.reference.as_ref();
    let reference = sides.iter().copied().find(|(_, provider)| Some(&provider.id) == reference);
    let direction = Direction::of(known, &page.state.requirements);
    let mut cells: Vec<Html> = Vec::new();
    for side in sides {
        let provider = side.1;
        let is_reference = reference.is_some_and(|reference| reference.1.id == provider.id);
        let held = reference.filter(|_| !is_reference).map(|reference| {
            let standing = Standing::of(side, reference, known, direction, page.as_of);
            standing_against(standing, reference.1)
        });
        let name = el("span", "cellname").is("aria-hidden", "true").text(provider.name.clone());
        let shown = el("div", "").child(cell(provider, known, false, page)).maybe(held);
        let shown = el("td", "").is("role", "cell").with(name).with(shown);
        cells.push(shown.set_if(is_reference, "data-reference", "true").into());
    }
    let direction = direction.filter(|_| reference.is_some());
    el("tr", "row")
        .key(row.id.as_str())
        .is("role", "row")
        .is("data-diff", row.difference.id())
        .attr("data-row", row.id.to_string())
        .with(head(known, row.difference, direction))
        .all(cells)
        .into()
}

fn head(row: &Row, difference: Difference, direction: Option<Direction>) -> Element {
    let name = el("span", "").name(&row.name).with(el("span", "id").text(row.id.to_string()));
    let direction = direction.map(|direction| {
        let says = el("span", "scope").says(direction.in_words(row.kind));
        if direction.is_required { says.says(", as you require") } else { says }.into()
    });
    el("th", "")
        .is("role", "rowheader")
        .is("scope", "row")
        .with(name)
        .with(self::difference(difference))
        .maybe(direction)
}

fn difference(difference: Difference) -> Element {
    let sign = match difference {
        Difference::Differs => Sign::Differs,
        Difference::MayDiffer => Sign::Open,
        Difference::Same => Sign::Same,
        Difference::OnlyOneStates => Sign::One,
        Difference::NobodyStates => Sign::Silent,
    };
    el("span", "diff").child(icon(sign)).says(difference.in_words())
}

/// "Better", and for who cannot see the column of the reference: "than wflow.com".
fn standing_against(standing: Standing, reference: &Provider) -> Html {
    let (sign, link) = match standing {
        Standing::Better => (Sign::Up, english(" than ")),
        Standing::Worse => (Sign::Down, english(" than ")),
        Standing::Different => (Sign::Differs, english(" from ")),
        Standing::Same => (Sign::Same, english(" as ")),
        Standing::CannotCompare => (Sign::Silent, english(" with ")),
    };
    el("p", "standing")
        .is("data-standing", standing.id())
        .child(icon(sign))
        .with(
            el("span", "")
                .says(standing.in_words())
                .with(el("span", "sr").says(link).text(reference.name.clone())),
        )
        .into()
}
