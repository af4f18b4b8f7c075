//! The heading of a vendor's column: its name and verdict, and the buttons that make it the reference, move it and take
//! it out.

use yew::prelude::*;

use crate::{
    catalogue::id::ProviderId,
    language::{english, phrase},
    state::{
        comparing::{Step, Way},
        reduce::Action,
    },
    ui::{
        element::{Element, button, el},
        focus,
        icon::{Sign, icon},
        own::yours,
        page::Page,
        profile, verdict,
    },
};

/// The heading of the column at a place, counted from 0.
pub fn heading(index: usize, vendor: &ProviderId, page: &Page) -> Html {
    let Some(provider) = page.catalogue.provider(vendor) else { return Html::default() };
    let name = &provider.name;
    let is_reference = page.state.comparing.reference.as_ref() == Some(vendor);
    let assessed = page.outcome.of_vendor(vendor).filter(|_| !page.state.requirements.is_empty());
    let pin = tool(Action::Comparing(Step::ToggleReference(vendor.clone())), Sign::Pin, page)
        .is("aria-pressed", if is_reference { "true" } else { "false" })
        .attr("id", format!("reference-{vendor}"))
        .attr("aria-label", phrase("Compare the others with {}", &[&name]));
    let remove = button("iconbtn", focus::removing(Action::ToggleCompared(vendor.clone()), "th", page))
        .attr("aria-label", phrase("Take {} out of the comparison", &[&name]))
        .child(icon(Sign::Close));
    let tools = el("span", "coltools")
        .with(pin)
        .with(mover(Way::Left, index, vendor, name, page))
        .with(mover(Way::Right, index, vendor, name, page))
        .with(remove);
    let title = el("strong", "").with(profile::open(provider, page).text(name.clone()));
    el("th", "")
        .key(vendor.as_str())
        .is("role", "columnheader")
        .is("scope", "col")
        // Read out with every cell, which needs the name and not the buttons.
        .attr("aria-label", name.clone())
        .attr("data-vendor", vendor.to_string())
        .set_if(is_reference, "data-reference", "true")
        .with(title)
        .maybe(yours(provider.own))
        .maybe(assessed.map(|assessment| verdict::mark(assessment.verdict)))
        .maybe(is_reference.then(|| el("span", "chip").says("Reference").into()))
        .with(tools)
        .into()
}

/// Moves the column. At the edge the button stays, so that it keeps the focus, and says that it does nothing.
fn mover(way: Way, index: usize, vendor: &ProviderId, name: &str, page: &Page) -> Element {
    let all = page.state.compared.len();
    let (sign, words, id, is_edge) = match way {
        Way::Left => (Sign::Left, english("Move {} left, now column {} of {}"), "move-left-", index == 0),
        Way::Right => {
            (Sign::Right, english("Move {} right, now column {} of {}"), "move-right-", index + 1 == all)
        }
    };
    tool(Action::Comparing(Step::Move(vendor.clone(), way)), sign, page)
        .attr("id", format!("{id}{vendor}"))
        .set_if(is_edge, "aria-disabled", "true")
        .attr("aria-label", phrase(words, &[&name, &(index + 1), &all]))
}

fn tool(action: Action, sign: Sign, page: &Page) -> Element {
    button("iconbtn", page.on(action)).child(icon(sign))
}
