//! Where data may sit: in which role, everything or something of it, in which countries and groups.

use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::{
    option::{Choice, checkbox, heads},
    segmented::segmented,
};
use crate::{
    catalogue::{
        Catalogue,
        place::{PlaceCode, PlaceSet},
        row::Kind,
        value::{Places, Value},
    },
    requirement::{PlaceTerm, Subject},
    state::{form::Containment, reduce::Action},
    ui::page::Page,
};

/// The fieldset.
pub fn region(page: &Page) -> Html {
    let form = &page.state.form;
    let chosen = form.places(&page.state.requirements);
    let options = offered(&page.catalogue, chosen).into_iter().map(|term| {
        let (label, hint) = describe(&term, &page.catalogue);
        let choice = Choice {
            value: term.to_string(),
            label,
            hint,
            chosen: chosen.contains(&term),
            requirement: Some(form.place_requirement(vec![term.clone()])),
            action: Action::TogglePlace(term),
        };
        checkbox("place", choice, page)
    });
    const CONTAIN: [Containment; 2] = [Containment::Everything, Containment::Something];
    let on_contain = {
        let page = page.clone();
        Callback::from(move |index: usize| page.act(Action::ChooseContainment(CONTAIN[index])))
    };
    let contained = CONTAIN.iter().position(|c| *c == form.containment).unwrap_or(0);
    html! {
        <fieldset class="facet">
            <legend>{ "Where data sits" }</legend>
            { role_field(page) }
            { segmented("containment", "How much of it", &["Everything inside", "Something inside"], contained, &on_contain) }
            <div class="opts">{ heads() }{ for options }</div>
            { another_place(page) }
        </fieldset>
    }
}

/// Every group, the countries that some vendor names for certain, and what is already chosen.
fn offered(catalogue: &Catalogue, chosen: &[PlaceTerm]) -> Vec<PlaceTerm> {
    let groups = catalogue.groups.iter().map(|group| PlaceTerm::Group(group.id.clone()));
    let mut terms: Vec<PlaceTerm> = groups.collect();
    let claims = catalogue.vendors().flat_map(|vendor| &vendor.claims);
    let named = claims.filter_map(|claim| match claim.assertion.value() {
        Some(Value::Places(Places::All { places, .. })) => Some(*places),
        _ => None,
    });
    let named = named.fold(PlaceSet::new(), |all, places| all.union(&places));
    terms.extend(
        catalogue.places.iter().map(|p| p.code).filter(|code| named.contains(code)).map(PlaceTerm::Place),
    );
    for term in chosen {
        if !terms.contains(term) {
            terms.push(term.clone());
        }
    }
    terms
}

fn describe(term: &PlaceTerm, catalogue: &Catalogue) -> (String, Option<String>) {
    match term {
        PlaceTerm::Place(code) => (catalogue.place_name(*code), None),
        PlaceTerm::Group(id) => {
            let summary = catalogue.group(id).and_then(|group| group.summary.clone());
            (id.to_string(), summary)
        }
    }
}

fn selected(event: &Event) -> Option<String> {
    let select = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
    select.map(|select| select.value())
}

fn role_field(page: &Page) -> Html {
    let roles = || page.catalogue.rows().filter(|row| row.kind == Kind::Places && row.role.is_some());
    let onchange = {
        let page = page.clone();
        Callback::from(move |event: Event| {
            let Some(value) = selected(&event) else { return };
            let row = page.catalogue.rows().find(|row| row.id == *value);
            page.act(Action::ChooseRole(row.map_or(Subject::Region, |row| Subject::Row(row.id.clone()))));
        })
    };
    let current = page.state.form.place.id();
    html! {
        <div class="field">
            <label for="role">{ "Role of the place" }</label>
            <select class="input" id="role" {onchange}>
                <option value="region" selected={current == "region"}>{ "Every role in use" }</option>
                { for roles().map(|row| html! {
                    <option value={row.id.to_string()} selected={current == row.id.as_str()}>{ &row.name }</option>
                }) }
            </select>
        </div>
    }
}

/// All the other countries, behind one list.
fn another_place(page: &Page) -> Html {
    let chosen = page.state.form.places(&page.state.requirements).to_vec();
    let onchange = {
        let page = page.clone();
        Callback::from(move |event: Event| {
            if let Some(code) = selected(&event).and_then(|code| code.parse::<PlaceCode>().ok()) {
                page.act(Action::TogglePlace(PlaceTerm::Place(code)));
            }
        })
    };
    let places = page.catalogue.places.iter().filter(|p| !chosen.contains(&PlaceTerm::Place(p.code)));
    html! {
        <div class="field">
            <label for="another-place">{ "Another country" }</label>
            <select class="input" id="another-place" key={chosen.len()} {onchange}>
                <option value="" selected=true>{ "Choose a country" }</option>
                { for places.map(|place| html! {
                    <option value={place.code.to_string()}>{ &place.name }</option>
                }) }
            </select>
        </div>
    }
}
