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

/// `heading` is the place for the focus when what had it goes away.
pub fn ask(heading: &NodeRef, page: &Page) -> Html {
    let requirements = &page.state.requirements;
    let changed = requirements.is_empty() && page.state.compared.is_empty() && page.state.as_of.is_none();
    let reset = {
        let (page, heading) = (page.clone(), heading.clone());
        Callback::from(move |_: MouseEvent| {
            page.act(Action::Reset);
            focus::node(&heading);
        })
    };
    html! {
        <section class="ask" aria-labelledby="view-heading">
            <div class="ask__top">
                <h2 id="view-heading" tabindex="-1" ref={heading.clone()}>{ "You require" }</h2>
                if !changed {
                    <button class="link small" type="button" onclick={reset}>{ "Reset everything" }</button>
                }
            </div>
            if requirements.is_empty() {
                <p class="soft">{ "Nothing yet. Choose below where data may sit, which certificates are held and how long \
                    data is kept; or write it as text." }</p>
            } else {
                <ul class="sentence">
                    { for requirements.iter().enumerate().map(|(index, requirement)| part(index, requirement, heading, page)) }
                </ul>
            }
            <AsText page={page.clone()}/>
        </section>
    }
}

/// One requirement; the focus goes to `heading` when it is removed.
fn part(index: usize, requirement: &Requirement, heading: &NodeRef, page: &Page) -> Html {
    let clause = words::requirement(requirement, &page.catalogue);
    let glue = match (index, index + 1 == page.state.requirements.len()) {
        (0, _) => "that ",
        (_, true) => "and that ",
        _ => "that ",
    };
    let remove = {
        let (page, heading, index) = (page.clone(), heading.clone(), index);
        Callback::from(move |_: MouseEvent| {
            page.act(Action::RemoveRequirement(index));
            focus::node(&heading);
        })
    };
    html! {
        <li>
            <span class="glue">{ glue }</span>
            <span class="part">
                <button type="button" onclick={page.on(Action::EditRequirement(index))}>
                    <span class="sr">{ "Show in the form: " }</span>{ &clause }
                </button>
                <button type="button" aria-label={format!("Remove: {clause}")} onclick={remove}>
                    { icon(Sign::Close) }
                </button>
            </span>
        </li>
    }
}
