//! Writing the test of a requirement: what fits the type of its row, each value with what it would leave.

use yew::prelude::*;

use super::{
    adding::{cancel, close_on_escape},
    element::{Element, button, el},
    focus,
    form::{
        Choice, another_place, describe, offered_certifications, offered_places, option, options, place_term,
        segmented, select,
    },
    page::Page,
};
use crate::{
    catalogue::{provider::Kind as ProviderKind, row::Kind},
    language::{english, phrase, say},
    requirement::{PlaceTerm, Subject, parse::tests_of, words},
    state::{
        adding::{AddingAction, UNITS, Writing},
        reduce::Action,
    },
};

/// The editor of a requirement.
pub fn writing(writing: &Writing, page: &Page) -> Element {
    let heading = el("h3", "").is("id", "adding-heading").is("tabindex", "-1");
    let heading = heading.text(words::subject(&writing.subject, &page.catalogue));
    let tests = tests_of(writing.kind).iter().map(|test| {
        let action = Action::Adding(AddingAction::ChooseTest(test));
        (test_in_words(test, writing.kind), *test == writing.test, action)
    });
    let values = match writing.test {
        "is-stated" => Html::default(),
        "<=" | ">=" => bound(writing, page).into(),
        _ => values(writing, page),
    };
    let take = button("btn btn--main btn--s", page.on(Action::Adding(AddingAction::Take)));
    let take = take.says(if writing.replaces.is_some() { "Change" } else { "Add" });
    el("div", "panel adding__panel")
        .is("role", "group")
        .is("aria-labelledby", "adding-heading")
        .on_keydown(close_on_escape(page))
        .with(heading)
        .with(segmented("adding-test", english("The document must say"), tests.collect(), page))
        .child(values)
        .with(consequence(writing, page))
        .with(el("div", "btns").with(take).with(cancel(page)))
}

fn test_in_words(test: &str, kind: Kind) -> &'static str {
    match (test, kind) {
        ("in", _) => english("Everything inside"),
        ("has", _) => english("All of these"),
        ("has-any", _) => english("At least one of these"),
        ("<=", Kind::Date) => english("No later than"),
        (">=", Kind::Date) => english("No earlier than"),
        ("<=", _) => english("At most"),
        (">=", _) => english("At least"),
        ("is", _) => english("This answer"),
        _ => english("Anything at all"),
    }
}

/// What is wrong, or what taking it over would require and leave.
fn consequence(writing: &Writing, page: &Page) -> Element {
    let status = el("div", "").is("role", "status");
    if let Some(wrong) = &writing.wrong {
        return status.with(el("p", "wrong").is("id", "adding-wrong").text(wrong.clone()));
    }
    let Ok(requirement) = writing.requirement(&page.catalogue) else { return status };
    let requirement = writing.taken_over(requirement, &page.state.requirements);
    let clause = words::requirement(&requirement, &page.catalogue);
    let counts = page.counts(&requirement).map_or_else(String::new, |counts| {
        phrase(" {} would meet, {} cannot be told.", &[&counts.meets, &counts.cannot_tell])
    });
    status.with(el("p", "small soft").text(phrase("You would require that {}.{}", &[&clause, &counts])))
}

/// A number with its unit, or a day.
fn bound(writing: &Writing, page: &Page) -> Element {
    let (label, kind) = match writing.kind {
        Kind::Date => (english("Day"), "date"),
        Kind::Percentage => (english("Percent, for instance 99.9"), "text"),
        Kind::Duration => (english("Number, for instance 30"), "text"),
        _ => (english("Number"), "text"),
    };
    let field = el("input", "input num")
        .is("id", "adding-bound")
        .is("type", kind)
        .is("autocomplete", "off")
        .set_if(writing.wrong.is_some(), "aria-invalid", "true")
        .set_if(writing.wrong.is_some(), "aria-describedby", "adding-wrong")
        .value(writing.bound.clone())
        .on_focus(Callback::from(focus::select))
        .on_input(page.on_value(|_, text| Some(Action::Adding(AddingAction::TypeBound(text.to_owned())))));
    let number = el("div", "field").with(el("label", "").is("for", "adding-bound").says(label)).with(field);
    let unit = (writing.kind == Kind::Duration).then(|| {
        let units = UNITS.map(|(unit, name)| (unit.to_owned(), say(name).to_owned())).into();
        let unit = select("adding-unit", english("Unit"), units, writing.unit, page, |_, value| {
            let unit = UNITS.iter().find(|(unit, _)| *unit == value)?.0;
            Some(Action::Adding(AddingAction::ChooseUnit(unit)))
        });
        unit.into()
    });
    el("div", "adding__bound").with(number).maybe(unit)
}

/// The values to choose from, each with its counts.
fn values(writing: &Writing, page: &Page) -> Html {
    let is_one = writing.test == "is";
    let mut boxes = Vec::new();
    for (value, label) in offered(writing, page) {
        let action = match is_one {
            true => AddingAction::ChooseValue(value.clone()),
            false => AddingAction::ToggleValue(value.clone()),
        };
        let choice = Choice {
            label,
            hint: None,
            chosen: writing.values.contains(&value),
            requirement: writing.with_value(&value, &page.state.requirements, &page.catalogue),
            action: Action::Adding(action),
            value,
        };
        boxes.push(option(if is_one { "radio" } else { "checkbox" }, "adding-value", choice, page));
    }
    let more = (writing.kind == Kind::Places).then(|| {
        let more = another_place("adding-place", &chosen_places(writing, page), page, |_, id| {
            (!id.is_empty()).then(|| Action::Adding(AddingAction::ToggleValue(id.to_owned())))
        });
        more.into()
    });
    el("div", "adding__values").with(options(boxes)).maybe(more).into()
}

fn chosen_places(writing: &Writing, page: &Page) -> Vec<PlaceTerm> {
    writing.values.iter().filter_map(|value| place_term(value, &page.catalogue)).collect()
}

/// The values of the row's type: as the grammar writes them, and their names.
fn offered(writing: &Writing, page: &Page) -> Vec<(String, String)> {
    let catalogue = &page.catalogue;
    match writing.kind {
        Kind::Places => offered_places(page, &chosen_places(writing, page))
            .iter()
            .map(|term| (term.to_string(), describe(term, catalogue).0))
            .collect(),
        Kind::Certificates => {
            let known = catalogue.certifications.iter().map(|entry| &entry.id);
            let chosen: Vec<_> =
                known.filter(|id| writing.values.contains(&id.to_string())).cloned().collect();
            let ids = offered_certifications(page, &chosen).into_iter();
            ids.map(|id| (id.to_string(), catalogue.certification_name(&id))).collect()
        }
        Kind::Providers | Kind::Provider => {
            let behind = catalogue.providers.iter().filter(|p| p.kind == ProviderKind::Provider);
            behind.map(|p| (p.id.to_string(), p.name.clone())).collect()
        }
        _ => {
            let mut values = match writing.kind {
                Kind::Boolean => {
                    vec![("yes".to_owned(), say("Yes").to_owned()), ("no".to_owned(), say("No").to_owned())]
                }
                _ => Vec::new(),
            };
            if let Subject::Row(id) = &writing.subject {
                let terms = catalogue.row(id).into_iter().flat_map(|row| &row.terms);
                values.extend(terms.map(|term| (term.id.to_string(), say(&term.name).to_owned())));
            }
            values
        }
    }
}
