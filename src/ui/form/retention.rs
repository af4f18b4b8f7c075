//! How long something is kept, at most or at least.

use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::{
    option::{Choice, heads, radio},
    segmented::segmented,
};
use crate::{
    catalogue::duration::Duration,
    state::{
        form::{Direction, retention_rows},
        reduce::Action,
    },
    ui::page::{Page, PageProps},
};

/// The bounds that are offered without being written.
const OFFERED: [Duration; 5] =
    [Duration::days(30), Duration::days(60), Duration::days(90), Duration::months(12), Duration::months(60)];

/// The fieldset.
pub fn retention(page: &Page) -> Html {
    let form = &page.state.form;
    let chosen = form.bound(&page.state.requirements);
    let own = chosen.filter(|bound| !OFFERED.contains(bound));
    let option = |bound: Duration| Choice {
        value: bound.to_string(),
        label: bound.in_words(),
        hint: None,
        chosen: chosen == Some(bound),
        requirement: Some(form.period_requirement(bound)),
        action: Action::ChooseBound(Some(bound)),
    };
    let any = Choice {
        value: String::new(),
        label: "Any period".to_owned(),
        hint: None,
        chosen: chosen.is_none(),
        requirement: None,
        action: Action::ChooseBound(None),
    };
    let options = [any].into_iter().chain(OFFERED.into_iter().chain(own).map(option));
    const DIRECTIONS: [Direction; 2] = [Direction::AtMost, Direction::AtLeast];
    let on_direction = {
        let page = page.clone();
        Callback::from(move |index: usize| page.act(Action::ChooseDirection(DIRECTIONS[index])))
    };
    let direction = DIRECTIONS.iter().position(|d| *d == form.direction).unwrap_or(0);
    html! {
        <fieldset class="facet">
            <legend>{ "Keeping data" }</legend>
            { what_field(page) }
            { segmented("direction", "For", &["At most", "At least"], direction, &on_direction) }
            <div class="opts">{ heads() }{ for options.map(|choice| radio("bound", choice, page)) }</div>
            <OtherPeriod page={page.clone()}/>
        </fieldset>
    }
}

fn what_field(page: &Page) -> Html {
    let onchange = {
        let page = page.clone();
        Callback::from(move |event: Event| {
            let select = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
            let value = select.map(|select| select.value()).unwrap_or_default();
            if let Some(row) = retention_rows(&page.catalogue).find(|row| row.id == *value) {
                page.act(Action::ChoosePeriod(row.id.clone()));
            }
        })
    };
    html! {
        <div class="field">
            <label for="what">{ "What is kept" }</label>
            <select class="input" id="what" {onchange}>
                { for retention_rows(&page.catalogue).map(|row| html! {
                    <option value={row.id.to_string()} selected={row.id == page.state.form.period}>{ row.short_name() }</option>
                }) }
            </select>
        </div>
    }
}

/// Any other period: a number and a unit.
#[component]
fn OtherPeriod(PageProps { page }: &PageProps) -> Html {
    let (number, unit) = (use_node_ref(), use_node_ref());
    let wrong = use_state(|| false);
    let onclick = {
        let (page, number, unit, wrong) = (page.clone(), number.clone(), unit.clone(), wrong.clone());
        Callback::from(move |_: MouseEvent| {
            let number = number.cast::<HtmlInputElement>().map(|input| input.value()).unwrap_or_default();
            let unit = unit.cast::<HtmlSelectElement>().map(|select| select.value()).unwrap_or_default();
            let bound = format!("P{}{unit}", number.trim()).parse::<Duration>().ok();
            wrong.set(bound.is_none());
            if bound.is_some() {
                page.act(Action::ChooseBound(bound));
            }
        })
    };
    html! {
        <div class="field" role="group" aria-labelledby="other-period">
            <span class="label" id="other-period">{ "Another period" }</span>
            <div class="period">
                <input class="input num" inputmode="numeric" aria-label="Number" ref={number}
                    aria-invalid={wrong.then_some("true")} aria-describedby={wrong.then_some("other-period-wrong")}/>
                <select class="input" aria-label="Unit" ref={unit}>
                    <option value="D">{ "days" }</option>
                    <option value="M">{ "months" }</option>
                    <option value="Y">{ "years" }</option>
                </select>
                <button type="button" class="btn btn--s" {onclick}>{ "Set" }</button>
            </div>
            if *wrong {
                <p class="wrong small" id="other-period-wrong" role="alert">{ "Write a whole number, for instance 45." }</p>
            }
        </div>
    }
}
