//! The requirements as text, to edit or to paste. What is being typed is kept even while it cannot be read.

use wasm_bindgen::JsCast;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use super::{
    icon::{Sign, icon},
    page::PageProps,
};
use crate::{
    requirement::{parse::parse, print},
    state::reduce::Action,
};

#[component]
pub fn AsText(PageProps { page }: &PageProps) -> Html {
    let draft = use_state(|| None::<String>);
    let current = print::list(&page.state.requirements);
    let text = (*draft).clone().unwrap_or_else(|| current.clone());
    let parsed = parse(&text, &page.catalogue);
    let oninput = {
        let (page, draft) = (page.clone(), draft.clone());
        Callback::from(move |event: InputEvent| {
            let area = event.target().and_then(|target| target.dyn_into::<HtmlTextAreaElement>().ok());
            let Some(text) = area.map(|area| area.value()) else { return };
            let parsed = parse(&text, &page.catalogue);
            if parsed.errors.is_empty() {
                page.act(Action::ReplaceRequirements(parsed.requirements));
            }
            draft.set(Some(text));
        })
    };
    // A text that was understood gives way to its printed form once the field is left.
    let onblur = {
        let (draft, understood) = (draft.clone(), parsed.errors.is_empty());
        Callback::from(move |_: FocusEvent| {
            if understood {
                draft.set(None);
            }
        })
    };
    html! {
        <details class="astext">
            <summary>{ icon(Sign::Chevron) }{ " As text, to edit or to paste" }</summary>
            <div class="astext__body">
                <label class="sr" for="as-text">{ "Requirements as text" }</label>
                <textarea class="input" id="as-text" rows="2" spellcheck="false" aria-describedby="as-text-note"
                    aria-invalid={(!parsed.errors.is_empty()).then_some("true")}
                    placeholder="region in EEA; cert@host has iso-27001; ret-backup <= P60D"
                    value={text.clone()} {oninput} {onblur}/>
                <div id="as-text-note" aria-live="polite">
                    if parsed.errors.is_empty() {
                        <p class="ok"><span>{ understood(parsed.requirements.len()) }</span></p>
                    } else {
                        <ul class="wrong">
                            { for parsed.errors.iter().map(|error| html! { <li>{ error.to_string() }</li> }) }
                        </ul>
                        <p class="ok"><span>{ "The results stay as they were until every part is understood." }</span></p>
                    }
                </div>
            </div>
        </details>
    }
}

fn understood(count: usize) -> String {
    let which = match count {
        0 => "No requirement.".to_owned(),
        1 => "1 requirement understood.".to_owned(),
        n => format!("{n} requirements understood."),
    };
    format!("{which} The same text stands in the link and on the command line.")
}
