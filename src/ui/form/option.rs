//! An option with its two counts.

use yew::prelude::*;

use crate::{
    requirement::{Requirement, counts},
    state::reduce::Action,
    ui::page::Page,
};

/// What there is to choose.
pub struct Choice {
    /// The grammar's word for it.
    pub value: String,
    pub label: String,
    /// One line below the label.
    pub hint: Option<String>,
    pub chosen: bool,
    /// What choosing this alone would require; without it there are no counts.
    pub requirement: Option<Requirement>,
    pub action: Action,
}

/// A box to tick, in a group of this name.
pub fn checkbox(name: &'static str, choice: Choice, page: &Page) -> Html {
    option("checkbox", name, choice, page)
}

/// One of several, in a group of this name.
pub fn radio(name: &'static str, choice: Choice, page: &Page) -> Html {
    option("radio", name, choice, page)
}

fn option(kind: &'static str, name: &'static str, choice: Choice, page: &Page) -> Html {
    let Choice { value, label, hint, chosen, requirement, action } = choice;
    let counts = requirement.map(|r| counts::of_option(&r, &page.state.requirements, page.context()));
    let meets_class = if counts.is_some_and(|c| c.meets > 0) { "c c--m" } else { "c c--z" };
    html! {
        <div class="opt" key={value.clone()}>
            <label>
                <input type={kind} {name} {value} checked={chosen} onchange={page.on::<Event>(action)}/>
                <span>
                    { label }
                    if let Some(hint) = hint { <small>{ hint }</small> }
                    if let Some(counts) = counts {
                        <span class="sr">
                            { format!(": {} would meet, {} cannot be told", counts.meets, counts.cannot_tell) }
                        </span>
                    }
                </span>
            </label>
            if let Some(counts) = counts {
                <span class={meets_class} aria-hidden="true">{ counts.meets }</span>
                <span class="c c--o" aria-hidden="true">{ counts.cannot_tell }</span>
            }
        </div>
    }
}

/// The heads of the two columns of counts.
pub fn heads() -> Html {
    html! {
        <div class="opts__head" aria-hidden="true">
            <span></span><span>{ "meets" }</span><span>{ "cannot tell" }</span>
        </div>
    }
}
