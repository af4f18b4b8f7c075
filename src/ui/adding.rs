//! The panel in which a requirement on any row is made: finding the row, as a combobox over a list in groups.

use yew::prelude::*;

use super::{
    element::{Element, button, el},
    focus,
    icon::{Sign, icon},
    later,
    page::Page,
    writing::writing,
};
use crate::language::{phrase, say};
use crate::state::{
    adding::{Adding, AddingAction, Offer, offers},
    bounds::Locked,
    reduce::Action,
};

/// The button that opens the panel, and the panel, which comes later.
pub fn adding(page: &Page) -> Html {
    if page.state.bounds.locked == Locked::All {
        return Html::default();
    }
    let is_open = page.state.adding != Adding::Closed;
    let action = if is_open { AddingAction::Close } else { AddingAction::Open };
    let open = button("btn btn--s", page.on(Action::Adding(action)))
        .is("id", "adding-open")
        .is("aria-expanded", if is_open { "true" } else { "false" })
        .says("Add a requirement");
    let body = is_open.then(|| page.later.show(page, || later::door::panel(page)));
    el("div", "adding").with(el("div", "btns").with(open)).maybe(body).into()
}

/// The panel.
pub fn panel(page: &Page) -> Html {
    match &page.state.adding {
        Adding::Closed => Html::default(),
        Adding::Finding { words, active } => finding(words, *active, page).into(),
        Adding::Writing(written) => writing(written, page).into(),
    }
}

fn finding(words: &str, active: usize, page: &Page) -> Element {
    let offers = offers(words, &page.catalogue);
    let active = active.min(offers.len().saturating_sub(1));
    let mut field = el("input", "input")
        .is("id", "adding-words")
        .is("role", "combobox")
        .is("autocomplete", "off")
        .is("spellcheck", "false")
        .is("aria-autocomplete", "list")
        .is("aria-expanded", "true")
        .is("aria-controls", "adding-list")
        .is("aria-describedby", "adding-note")
        .value(words.to_owned())
        .on_input(page.on_value(|_, words| Some(Action::Adding(AddingAction::Find(words.to_owned())))))
        .on_keydown(keys(&offers, active, page));
    if !offers.is_empty() {
        field = field.attr("aria-activedescendant", option_id(active));
    }
    let note = match offers.len() {
        0 => say("Nothing matches these words. Try fewer letters.").to_owned(),
        1 => say("1 found.").to_owned(),
        found => phrase("{} found.", &[&found]),
    };
    el("div", "panel adding__panel")
        .with(el("label", "label").is("for", "adding-words").says("What is the requirement about?"))
        .with(field)
        .with(el("p", "hint").is("id", "adding-note").is("role", "status").text(note))
        .with(found(&offers, active, page))
}

/// The list, in groups by section.
fn found(offers: &[Offer], active: usize, page: &Page) -> Element {
    let mut groups = Vec::new();
    let mut start = 0;
    while let Some(first) = offers.get(start) {
        let count = offers[start..].iter().take_while(|offer| offer.group == first.group).count();
        let id = format!("adding-group-{start}");
        let name = el("div", "adding__group").attr("id", id.clone()).is("role", "presentation");
        let mut group = el("div", "").key(&first.group).is("role", "group").attr("aria-labelledby", id);
        group = group.with(name.text(first.group.clone()));
        for (index, offer) in offers.iter().enumerate().skip(start).take(count) {
            let is_active = if index == active { "true" } else { "false" };
            let choose = AddingAction::Choose(offer.subject.clone(), offer.value.clone());
            let option = button("adding__option", page.on(Action::Adding(choose)))
                .attr("id", option_id(index))
                .is("role", "option")
                .is("tabindex", "-1")
                .is("aria-selected", is_active);
            group = group.with(option.text(offer.name.clone()));
        }
        groups.push(group.into());
        start += count;
    }
    el("div", "adding__list")
        .is("id", "adding-list")
        .is("role", "listbox")
        .is("aria-label", "Rows, certificates and providers")
        .all(groups)
}

fn option_id(index: usize) -> String {
    format!("adding-option-{index}")
}

/// What closures call, which are in the first part of the program whoever makes them; see [`super::later`].
mod door {
    use web_sys::KeyboardEvent;

    use super::{AddingAction, focus, option_id};
    use crate::{state::reduce::Action, ui::page::Page};

    /// Arrows move, Enter chooses, Escape closes; everything else is typing.
    #[inline(never)]
    pub fn pressed(
        event: &KeyboardEvent,
        active: usize,
        count: usize,
        chosen: Option<&AddingAction>,
        page: &Page,
    ) {
        let action = match event.key().as_str() {
            "ArrowDown" if active + 1 < count => Some(AddingAction::Activate(active + 1)),
            "ArrowDown" if count > 0 => Some(AddingAction::Activate(0)),
            "ArrowUp" if count > 0 => {
                Some(AddingAction::Activate(active.checked_sub(1).unwrap_or(count - 1)))
            }
            "Enter" => chosen.cloned(),
            "Escape" => Some(AddingAction::Close),
            _ => None,
        };
        if let Some(action) = action {
            event.prevent_default();
            if let AddingAction::Activate(index) = action {
                focus::show_option(event, &option_id(index));
            }
            page.act(Action::Adding(action));
        }
    }
}

/// What the keys do in the field.
fn keys(offers: &[Offer], active: usize, page: &Page) -> Callback<KeyboardEvent> {
    let page = page.clone();
    let count = offers.len();
    let chosen = offers.get(active).map(|o| AddingAction::Choose(o.subject.clone(), o.value.clone()));
    Callback::from(move |event: KeyboardEvent| door::pressed(&event, active, count, chosen.as_ref(), &page))
}

/// Escape closes the panel.
pub fn close_on_escape(page: &Page) -> Callback<KeyboardEvent> {
    let page = page.clone();
    Callback::from(move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            page.act(Action::Adding(AddingAction::Close));
        }
    })
}

/// What closes the panel.
pub fn cancel(page: &Page) -> Element {
    button("btn btn--s", page.on(Action::Adding(AddingAction::Close))).child(icon(Sign::Close)).says("Cancel")
}
