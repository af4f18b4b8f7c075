//! What is required, as a sentence whose parts can be changed and removed.

use yew::prelude::*;

use super::{
    as_text::AsText,
    focus,
    icon::{Sign, icon},
    page::Page,
};
use crate::{
    requirement::{Requirement, words},
    state::reduce::Action,
};

pub fn ask(page: &Page) -> Html {
    let requirements = &page.state.requirements;
    let changed = !requirements.is_empty() || !page.state.compared.is_empty() || page.state.as_of.is_some();
    let reset = {
        let page = page.clone();
        Callback::from(move |event: MouseEvent| {
            focus::heading(&event);
            page.act(Action::Reset);
        })
    };
    html! {
        <section class="ask" aria-labelledby="view-heading">
            <div class="ask__top">
                <h2 id="view-heading" tabindex="-1">{ "You require" }</h2>
                if changed {
                    <button class="link small" type="button" onclick={reset}>{ "Reset everything" }</button>
                }
            </div>
            if requirements.is_empty() {
                <p class="soft">{ "Nothing yet. Choose below where data may sit, which certificates must be held and how \
                    long data may be kept." }</p>
            } else {
                <ul class="sentence">
                    { for requirements.iter().enumerate().map(|(index, requirement)| part(index, requirement, page)) }
                </ul>
            }
            <AsText page={page.clone()}/>
        </section>
    }
}

/// One requirement. When it is removed, the focus goes to the next one.
fn part(index: usize, requirement: &Requirement, page: &Page) -> Html {
    let clause = words::requirement(requirement, &page.catalogue);
    let requirements = &page.state.requirements;
    let last = index + 1 == requirements.len();
    let glue = match (index, last) {
        (0, _) => "that ",
        (_, true) => " and that ",
        _ => ", that ",
    };
    // A requirement may be written twice, but a key may not.
    let key = match requirements[..index].contains(requirement) {
        true => format!("{index} {requirement}"),
        false => requirement.to_string(),
    };
    let remove = {
        let page = page.clone();
        Callback::from(move |event: MouseEvent| {
            focus::beside(&event, "li");
            page.act(Action::RemoveRequirement(index));
        })
    };
    html! {
        <li {key}>
            <span class="glue">{ glue }</span>
            <span class="part">
                <button type="button" onclick={page.on(Action::EditRequirement(index))}>
                    <span class="sr">{ "Show in the form: " }</span>{ &clause }
                </button>
                <button type="button" aria-label={format!("Remove: {clause}")} onclick={remove}>
                    { icon(Sign::Close) }
                </button>
            </span>
            if last { <span class="glue">{ "." }</span> }
        </li>
    }
}
