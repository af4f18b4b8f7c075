//! Where data may sit: in which role, everything or something of it, in which countries and groups.

use yew::prelude::*;

use super::{
    field::{facet, segmented, select},
    option::{Choice, option, options},
};
use crate::{
    catalogue::{
        Catalogue, order,
        place::{Place, PlaceCode, PlaceSet},
        spelling,
        value::{Places, Value},
    },
    language::{english, say},
    requirement::{PlaceTerm, Subject},
    state::{
        form::{Containment, in_slot},
        reduce::Action,
    },
    ui::{element::Element, page::Page},
};

/// How many groups are shown as boxes; the others are in the list below. The catalogue names the most used first.
const GROUPS_SHOWN: usize = 5;

/// The fieldset.
pub fn region(page: &Page) -> Html {
    let form = &page.state.form;
    let chosen = form.places(&page.state.requirements);
    let requirements = &page.state.requirements;
    let slot = form.place_slot(requirements);
    let alone = |requirement| in_slot(requirement, slot, requirements);
    let mut boxes = Vec::new();
    for term in offered(page, chosen) {
        let (label, hint) = describe(&term, &page.catalogue);
        let choice = Choice {
            value: term.to_string(),
            label,
            hint,
            chosen: chosen.contains(&term),
            requirement: Some(alone(form.place_requirement(vec![term.clone()]))),
            action: Action::TogglePlace(term),
        };
        boxes.push(option("checkbox", "place", choice, page));
    }
    let contain =
        |words, containment| (words, form.containment == containment, Action::ChooseContainment(containment));
    let contains = vec![
        contain(english("Everything inside"), Containment::Everything),
        contain(english("Something inside"), Containment::Something),
    ];
    facet(english("Where data sits"))
        .with(role(page))
        .with(segmented("containment", english("How much of it"), contains, page))
        .with(options(boxes))
        .with(another_place("another-place", chosen, page, |page, id| {
            place_term(id, &page.catalogue).map(Action::TogglePlace)
        }))
        .into()
}

/// The first groups, the countries that some vendor names for certain, and what is already chosen.
pub fn offered(page: &Page, chosen: &[PlaceTerm]) -> Vec<PlaceTerm> {
    let catalogue = &page.catalogue;
    let mut terms: Vec<PlaceTerm> = Vec::new();
    for (index, group) in catalogue.groups.iter().enumerate() {
        let term = PlaceTerm::Group(group.id.clone());
        if index < GROUPS_SHOWN || chosen.contains(&term) {
            terms.push(term);
        }
    }
    let named = match &page.window {
        Some(window) => window.places,
        None => named(catalogue),
    };
    let places = catalogue.places.iter().map(|place| PlaceTerm::Place(place.code));
    terms.extend(places.filter(|term| {
        chosen.contains(term) || matches!(term, PlaceTerm::Place(code) if named.contains(code))
    }));
    terms
}

fn named(catalogue: &Catalogue) -> PlaceSet {
    let mut named = PlaceSet::new();
    for claim in catalogue.vendors().flat_map(|vendor| &vendor.claims) {
        if let Some(Value::Places(Places::All { places, .. })) = claim.assertion.value() {
            named = named.union(places);
        }
    }
    named
}

pub fn describe(term: &PlaceTerm, catalogue: &Catalogue) -> (String, Option<String>) {
    match term {
        PlaceTerm::Place(code) => (catalogue.place_name(*code), None),
        PlaceTerm::Group(id) => match catalogue.group(id) {
            Some(group) => {
                (say(&group.name).to_owned(), group.summary.as_deref().map(|text| say(text).to_owned()))
            }
            None => (id.to_string(), None),
        },
    }
}

fn role(page: &Page) -> Element {
    let mut roles = vec![("region".to_owned(), say("Every role in use").to_owned())];
    for row in page.catalogue.rows().filter(|row| row.role.is_some()) {
        roles.push((row.id.to_string(), say(&row.name).to_owned()));
    }
    select("role", english("Role of the place"), roles, page.state.form.place.id(), page, |page, id| {
        let row = page.catalogue.rows().find(|row| row.id == *id);
        Some(Action::ChooseRole(row.map_or(Subject::Region, |row| Subject::Row(row.id.clone()))))
    })
}

/// All the other groups and countries by their names, behind one list.
pub fn another_place(
    id: &'static str,
    chosen: &[PlaceTerm],
    page: &Page,
    action: fn(&Page, &str) -> Option<Action>,
) -> Element {
    let mut places = vec![(String::new(), say("Choose a country or a group").to_owned())];
    for group in page.catalogue.groups.iter().skip(GROUPS_SHOWN) {
        if !chosen.contains(&PlaceTerm::Group(group.id.clone())) {
            places.push((group.id.to_string(), say(&group.name).to_owned()));
        }
    }
    let others = page.catalogue.places.iter().filter(|p| !chosen.contains(&PlaceTerm::Place(p.code)));
    // By their letters: a mark does not put "Österreich" behind all others.
    let mut others: Vec<(String, &Place)> =
        others.map(|place| (spelling::key(say(&place.name)), place)).collect();
    order::sort_by(&mut others, |(a, _), (b, _)| a.cmp(b));
    places.extend(others.iter().map(|(_, place)| (place.code.to_string(), say(&place.name).to_owned())));
    select(id, english("Another country or group"), places, "", page, action)
}

/// The country or the group that the grammar writes like this.
pub fn place_term(id: &str, catalogue: &Catalogue) -> Option<PlaceTerm> {
    let group = catalogue.groups.iter().find(|group| group.id == *id);
    let group = group.map(|group| PlaceTerm::Group(group.id.clone()));
    group.or_else(|| id.parse::<PlaceCode>().ok().map(PlaceTerm::Place))
}
