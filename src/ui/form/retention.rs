//! How long something is kept, at most or at least.

use yew::prelude::*;

use super::{
    field::{facet, segmented, select},
    option::{Choice, option, options},
};
use crate::{
    catalogue::duration::Duration,
    language::{english, say},
    state::{
        form::{Direction, OtherPeriod, in_slot, retention_rows},
        reduce::Action,
    },
    ui::{
        element::{Element, button, el},
        page::Page,
    },
};

/// The bounds that are offered without being written.
const OFFERED: [Duration; 5] =
    [Duration::days(30), Duration::days(60), Duration::days(90), Duration::months(12), Duration::months(60)];

/// The fieldset.
pub fn retention(page: &Page) -> Html {
    let form = &page.state.form;
    let chosen = form.bound(&page.state.requirements);
    let mut bounds = vec![None];
    bounds.extend(OFFERED.map(Some));
    if !bounds.contains(&chosen) {
        bounds.push(chosen);
    }
    let requirements = &page.state.requirements;
    let slot = form.period_slot(requirements);
    let alone = |requirement| in_slot(requirement, slot, requirements);
    let mut radios = Vec::new();
    for bound in bounds {
        let choice = Choice {
            value: bound.map_or_else(String::new, |bound| bound.to_string()),
            label: bound.map_or_else(|| say("Any period").to_owned(), Duration::in_words),
            hint: None,
            chosen: chosen == bound,
            requirement: bound.map(|bound| alone(form.period_requirement(bound))),
            action: Action::ChooseBound(bound),
        };
        radios.push(option("radio", "bound", choice, page));
    }
    let bounded = |words, direction| (words, form.direction == direction, Action::ChooseDirection(direction));
    let directions = vec![
        bounded(english("At most"), Direction::AtMost),
        bounded(english("At least"), Direction::AtLeast),
    ];
    facet(english("Keeping data"))
        .with(what(page))
        .with(segmented("direction", english("For how long"), directions, page))
        .with(options(radios))
        .child(other_period(page))
        .into()
}

fn what(page: &Page) -> Element {
    let rows =
        retention_rows(&page.catalogue).map(|row| (row.id.to_string(), say(row.short_name()).to_owned()));
    select(
        "what",
        english("What is kept"),
        rows.collect(),
        page.state.form.period.as_str(),
        page,
        |page, id| {
            retention_rows(&page.catalogue)
                .find(|row| row.id == *id)
                .map(|row| Action::ChoosePeriod(row.id.clone()))
        },
    )
}

/// Any other period: a number and a unit.
fn other_period(page: &Page) -> Html {
    let OtherPeriod { number, unit, is_wrong } = &page.state.form.other;
    let is_wrong = *is_wrong;
    let number = el("input", "input num")
        .is("inputmode", "numeric")
        .is("aria-label", "Number")
        .set_if(is_wrong, "aria-invalid", "true")
        .set_if(is_wrong, "aria-describedby", "other-period-wrong")
        .value(number.clone())
        .on_input(page.on_value(|_, number| Some(Action::TypeNumber(number.to_owned()))));
    let mut units = el("select", "input")
        .is("aria-label", "Unit")
        .on_change(page.on_value(|_, unit| unit.chars().next().map(Action::ChooseUnit)));
    for (value, name) in [("D", english("days")), ("M", english("months")), ("Y", english("years"))] {
        let is_chosen = value.starts_with(*unit);
        units = units.with(el("option", "").is("value", value).property("selected", is_chosen).says(name));
    }
    let set = button("btn btn--s", page.on(Action::SetOtherPeriod)).says("Set");
    let fields = el("div", "period").with(number).with(units).with(set);
    let remedy = is_wrong.then(|| {
        let words = english("Write a whole number, for instance 45.");
        el("p", "wrong").is("id", "other-period-wrong").is("role", "alert").says(words).into()
    });
    el("div", "field")
        .is("role", "group")
        .is("aria-labelledby", "other-period")
        .with(el("span", "label").is("id", "other-period").says("Another period"))
        .with(fields)
        .maybe(remedy)
        .into()
}
