//! The vendors chosen for comparison, at the lower edge.

use yew::prelude::*;

use super::{
    element::{button, el},
    focus,
    icon::{Sign, icon},
    page::Page,
};
use crate::{
    catalogue::id::ProviderId,
    comparison::MIN,
    language::phrase,
    state::{View, reduce::Action},
};

pub fn tray(page: &Page) -> Html {
    let chosen = &page.state.compared;
    if chosen.is_empty() {
        return Html::default();
    }
    let next = match chosen.len() >= MIN {
        true => button("btn btn--main", page.on(Action::Show(View::Compare)))
            .text(phrase("Compare {} vendors", &[&chosen.len()])),
        false => el("span", "small soft push").says("Choose at least one more to compare."),
    };
    let count = el("span", "small soft")
        .with(el("b", "num").text(chosen.len().to_string()))
        .text(phrase(" of {} chosen", &[&page.state.bounds.max_compare]));
    el("section", "tray")
        .is("part", "tray")
        .is("aria-label", "Chosen for comparison")
        .with(count)
        .with(el("ul", "").all(chosen.iter().map(|id| token(id, page)).collect()))
        .with(next)
        .into()
}

fn token(id: &ProviderId, page: &Page) -> Html {
    let name = page.catalogue.provider_name(id);
    let remove = button("", focus::removing(Action::ToggleCompared(id.clone()), "li", page))
        .attr("aria-label", phrase("Take {} out of the comparison", &[&name]))
        .child(icon(Sign::Close));
    el("li", "token").key(id.as_str()).text(name).with(remove).into()
}
