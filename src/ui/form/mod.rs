//! The requirements form: region, certification, retention, each option with what it would leave.

mod certification;
mod option;
mod region;
mod retention;
mod segmented;

use yew::prelude::*;

use super::{
    icon::{Sign, icon},
    page::PageProps,
};
use certification::Certification;
use region::region;
use retention::retention;

/// Below a certain width of the element the form is behind a button; above, it is always open.
#[component]
pub fn RequirementsForm(PageProps { page }: &PageProps) -> Html {
    let open = use_state(|| false);
    let toggle = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(!*open))
    };
    html! {
        <div class={classes!("facets-wrap", open.then_some("facets-wrap--open"))}>
            <button type="button" class="btn facets-toggle" aria-expanded={open.to_string()} aria-controls="facets"
                onclick={toggle}>{ icon(Sign::Chevron) }{ "Change requirements" }</button>
            <div class="panel facets" id="facets" role="group" aria-label="Requirements">
                <p class="xs muted counts">{ "Counts: what this choice alone would leave, with your other requirements." }</p>
                { region(page) }
                <Certification page={page.clone()}/>
                { retention(page) }
            </div>
        </div>
    }
}
