//! The vendors chosen for comparison, at the lower edge.

use yew::prelude::*;

use super::{
    icon::{Sign, icon},
    page::Page,
};
use crate::{
    comparison::{MAX, MIN},
    state::{View, reduce::Action},
};

pub fn tray(page: &Page) -> Html {
    let chosen = &page.state.compared;
    if chosen.is_empty() {
        return Html::default();
    }
    let tokens = chosen.iter().map(|id| {
        let name = page.catalogue.provider_name(id);
        html! {
            <li class="token" key={id.as_str()}>
                { &name }
                <button type="button" aria-label={format!("Take {name} out of the comparison")}
                    onclick={page.on(Action::ToggleCompared(id.clone()))}>{ icon(Sign::Close) }</button>
            </li>
        }
    });
    html! {
        <section class="tray" aria-label="Chosen for comparison">
            <span class="small soft"><b class="num">{ chosen.len() }</b>{ format!(" of {MAX} chosen") }</span>
            <ul>{ for tokens }</ul>
            if chosen.len() >= MIN {
                <button type="button" class="btn btn--main" onclick={page.on(Action::Show(View::Compare))}>
                    { format!("Compare {} vendors", chosen.len()) }
                </button>
            } else {
                <span class="small soft push">{ "Choose at least one more to compare." }</span>
            }
        </section>
    }
}
