//! How long something is kept, at most or at least.

use yew::prelude::*;

use super::{
    field::{facet, segmented, select},
    option::{Choice, option, options},
};
use crate::{
    catalogue::duration::Duration,
    state::{
        form::{Direction, OtherPeriod, retention_rows},
        reduce::Action,
    },
    ui::{
        element::{Element, button, el, value_of},
        page::Page,
    },
};

/// The bounds that are offered without being written.
const OFFERED: [Duration; 5] =
    [Duration::days(30), Duration::days(60), Duration::days(90), Duration::months(12), Duration::months(60)];

const DIRECTIONS: [Direction; 2] = [Direction::AtMost, Direction::AtLeast];

/// The fieldset.
pub fn retention(page: &Page) -> Html {
    let form = &page.state.form;
    let chosen = form.bound(&page.state.requirements);
    let mut bounds = vec![None];
    bounds.extend(OFFERED.map(Some));
    if !bounds.contains(&chosen) {
        bounds.push(chosen);
    }
    let mut radios = Vec::new();
    for bound in bounds {
        let choice = Choice {
            value: bound.map_or_else(String::new, |bound| bound.to_string()),
            label: bound.map_or_else(|| "Any period".to_owned(), Duration::in_words),
            hint: None,
            chosen: chosen == bound,
            requirement: bound.map(|bound| form.period_requirement(bound)),
            action: Action::ChooseBound(bound),
        };
        radios.push(option("radio", "bound", choice, page));
    }
    let on_direction = {
        let page = page.clone();
        Callback::from(move |index: usize| page.act(Action::ChooseDirection(DIRECTIONS[index])))
    };
    let direction = DIRECTIONS.iter().position(|d| *d == form.direction).unwrap_or(0);
    facet("Keeping data")
        .with(what(page))
        .with(segmented("direction", "For how long", &["At most", "At least"], direction, &on_direction))
        .with(options(radios))
        .child(other_period(page))
        .into()
}

fn what(page: &Page) -> Element {
    let rows = retention_rows(&page.catalogue).map(|row| (row.id.to_string(), row.short_name().to_owned()));
    let choose = {
        let page = page.clone();
        Callback::from(move |id: String| {
            if let Some(row) = retention_rows(&page.catalogue).find(|row| row.id == *id) {
                page.act(Action::ChoosePeriod(row.id.clone()));
            }
        })
    };
    select("what", "What is kept", rows.collect(), page.state.form.period.as_str(), choose)
}

/// Any other period: a number and a unit.
fn other_period(page: &Page) -> Html {
    let OtherPeriod { number, unit, is_wrong } = &page.state.form.other;
    let is_wrong = *is_wrong;
    let type_number = {
        let page = page.clone();
        Callback::from(move |event: InputEvent| {
            page.act(Action::TypeNumber(value_of(&event).unwrap_or_default()))
        })
    };
    let choose_unit = {
        let page = page.clone();
        Callback::from(move |event: Event| {
            if let Some(unit) = value_of(&event).and_then(|value| value.chars().next()) {
                page.act(Action::ChooseUnit(unit));
            }
        })
    };
    let number = el("input", "input num")
        .is("inputmode", "numeric")
        .is("aria-label", "Number")
        .set_if(is_wrong, "aria-invalid", "true")
        .set_if(is_wrong, "aria-describedby", "other-period-wrong")
        .value(number.clone())
        .on_input(type_number);
    let mut units = el("select", "input").is("aria-label", "Unit").on_change(choose_unit);
    for (value, name) in [("D", "days"), ("M", "months"), ("Y", "years")] {
        let is_chosen = value.starts_with(*unit);
        units = units.with(el("option", "").is("value", value).property("selected", is_chosen).says(name));
    }
    let set = button("btn btn--s", page.on(Action::SetOtherPeriod)).says("Set");
    let fields = el("div", "period").with(number).with(units).with(set);
    let remedy = is_wrong.then(|| {
        let words = "Write a whole number, for instance 45.";
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
