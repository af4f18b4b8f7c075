//! What could not be read or done. It stays until it is dismissed.

use yew::prelude::*;

use super::{
    icon::{Sign, icon},
    page::Page,
};
use crate::state::reduce::Action;

pub fn notices(page: &Page) -> Html {
    let notices = &page.state.notices;
    html! {
        <div role="alert" class="notices">
            if !notices.is_empty() {
                <div class="notice notice--attn">
                    { icon(Sign::Warning) }
                    <div>
                        <ul class="notice__list">
                            { for notices.iter().map(|notice| html! { <li>{ notice }</li> }) }
                        </ul>
                        <div class="btns"><button type="button" class="btn btn--s" onclick={page.on(Action::DismissNotices)}>
                            { "Understood" }
                        </button></div>
                    </div>
                </div>
            }
        </div>
    }
}
