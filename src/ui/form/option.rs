//! An option with its two counts.

use yew::prelude::*;

use crate::{
    requirement::{Requirement, counts},
    ui::page::{Page, use_page},
};

/// What the option stands among: boxes to tick, or one of several.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    Checkbox,
    Radio,
}

#[derive(Properties, PartialEq)]
pub struct Props {
    pub name: AttrValue,
    pub form: Form,
    /// The grammar's word for it.
    pub value: AttrValue,
    pub label: AttrValue,
    #[prop_or_default]
    pub hint: Option<AttrValue>,
    pub chosen: bool,
    /// What choosing this option alone would require; without it there are no counts.
    #[prop_or_default]
    pub requirement: Option<Requirement>,
    pub on_choose: Callback<()>,
}

#[component]
pub fn Counted(props: &Props) -> Html {
    let page = use_page();
    let counts =
        props.requirement.as_ref().map(|r| counts::of_option(r, &page.state.requirements, page.context()));
    let kind = match props.form {
        Form::Checkbox => "checkbox",
        Form::Radio => "radio",
    };
    let onchange = props.on_choose.reform(|_: Event| ());
    let meets_class = if counts.is_some_and(|c| c.meets > 0) { "c c--m" } else { "c c--z" };
    html! {
        <div class="opt">
            <label>
                <input type={kind} name={props.name.clone()} value={props.value.clone()} checked={props.chosen} {onchange}/>
                <span>
                    { &props.label }
                    if let Some(hint) = &props.hint { <small>{ hint }</small> }
                    if let Some(counts) = counts {
                        <span class="sr">{ format!(": {} would meet, {} cannot be told", counts.meets, counts.cannot_tell) }</span>
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
    html! { <div class="opts__head" aria-hidden="true"><span></span><span>{ "meets" }</span><span>{ "cannot tell" }</span></div> }
}

/// A callback without an argument that acts on the page.
pub fn act(page: &Page, action: crate::state::reduce::Action) -> Callback<()> {
    page.on(action)
}
