//! How long something is kept, at most or at least.

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::{
    field::{facet, segmented, select},
    option::{Choice, option, options},
};
use crate::{
    catalogue::duration::Duration,
    state::{
        form::{Direction, retention_rows},
        reduce::Action,
    },
    ui::{
        element::{Element, button, el},
        page::{Page, PageProps},
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
        .with(segmented("direction", "For", &["At most", "At least"], direction, &on_direction))
        .with(options(radios))
        .child(html! { <OtherPeriod page={page.clone()}/> })
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
#[component]
fn OtherPeriod(PageProps { page }: &PageProps) -> Html {
    let (number, unit) = (use_node_ref(), use_node_ref());
    let wrong = use_state(|| false);
    let is_wrong = *wrong;
    let set = {
        let (page, number, unit) = (page.clone(), number.clone(), unit.clone());
        Callback::from(move |_| {
            let number = number.cast::<HtmlInputElement>().map(|input| input.value()).unwrap_or_default();
            let unit = unit.cast::<HtmlSelectElement>().map(|select| select.value()).unwrap_or_default();
            let bound = format!("P{}{unit}", number.trim()).parse::<Duration>().ok();
            wrong.set(bound.is_none());
            if bound.is_some() {
                page.act(Action::ChooseBound(bound));
            }
        })
    };
    let option = |value, name| el("option", "").is("value", value).says(name);
    let number = el("input", "input num").is("inputmode", "numeric").is("aria-label", "Number").node(&number);
    let number = number.is_if(is_wrong, "aria-invalid", "true").is_if(
        is_wrong,
        "aria-describedby",
        "other-period-wrong",
    );
    let unit = el("select", "input").is("aria-label", "Unit").node(&unit);
    let unit = unit.with(option("D", "days")).with(option("M", "months")).with(option("Y", "years"));
    let fields = el("div", "period").with(number).with(unit).with(button("btn btn--s", set).says("Set"));
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
