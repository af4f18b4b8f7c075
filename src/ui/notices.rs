//! What could not be read or done. It stays until it is dismissed.

use yew::prelude::*;

use super::{
    element::{button, el},
    icon::{Sign, icon},
    page::Page,
};
use crate::state::reduce::Action;

pub fn notices(page: &Page) -> Html {
    let notices = &page.state.notices;
    let shown = (!notices.is_empty()).then(|| {
        let items = notices.iter().map(|notice| el("li", "").text(notice.clone()).into()).collect();
        let dismiss = button("btn btn--s", page.on(Action::DismissNotices)).says("Understood");
        let body =
            el("div", "").with(el("ul", "notice__list").all(items)).with(el("div", "btns").with(dismiss));
        el("div", "notice notice--attn").child(icon(Sign::Warning)).with(body).into()
    });
    el("div", "notices").is("part", "notices").is("role", "alert").maybe(shown).into()
}
