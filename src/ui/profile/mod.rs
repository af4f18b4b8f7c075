//! The page of one provider: the chain of providers behind it, then everything that is claimed about it.

mod chain;
mod facts;

use yew::prelude::*;

use super::{
    element::{Element, button, el},
    evidence::evidence,
    own::yours,
    page::Page,
    pictures, verdict,
};
use crate::{
    catalogue::{
        id::ProviderId,
        provider::{Kind, Provider},
    },
    comparison::chain as core,
    language::english,
    state::{View, reduce::Action},
};

pub fn profile(id: &ProviderId, page: &Page) -> Html {
    let Some(provider) = page.catalogue.provider(id) else { return Html::default() };
    let opened = page.state.evidence.as_ref().filter(|cell| cell.provider == *id);
    let links = core::of(provider, &page.catalogue);
    let chain = (!links.is_empty()).then(|| chain::chain(provider, &links, page));
    let pictures = (provider.kind == Kind::Vendor).then(|| pictures::disclosure(page));
    let facts = el("div", "profile").maybe(pictures).maybe(chain).all(facts::facts(provider, page));
    el("section", "results")
        .is("part", "profile")
        .key(id.as_str())
        .is("aria-labelledby", "view-heading")
        .with(head(provider, page))
        .with(el("div", "split").with(facts).maybe(opened.map(|cell| evidence(cell, "3", page))))
        .into()
}

fn head(provider: &Provider, page: &Page) -> Element {
    let assessed = page.outcome.of_vendor(&provider.id).filter(|_| !page.state.requirements.is_empty());
    let back = button("btn", page.on(Action::Show(View::Results))).says("Back to the results");
    let source = match provider.kind {
        Kind::Vendor => english("What its documents say, section by section."),
        Kind::Provider => {
            english("What the documents of vendors say about it; its own documents have not been read.")
        }
    };
    let name = el("h2", "").is("id", "view-heading").is("tabindex", "-1").text(provider.name.clone());
    let title = el("div", "profile__title")
        .with(name)
        .maybe(yours(provider.own))
        .maybe(assessed.map(|assessment| verdict::mark(assessment.verdict)));
    el("div", "profile__head")
        .with(
            el("div", "")
                .with(title)
                .maybe(
                    provider
                        .summary
                        .as_ref()
                        .map(|text| el("p", "soft").quoted(page).text(text.clone()).into()),
                )
                .with(el("p", "small muted").says(source)),
        )
        .with(back)
}

/// Opens the page of a provider.
pub fn open(provider: &Provider, page: &Page) -> Element {
    let show = Action::Show(View::Profile(provider.id.clone()));
    button("link", page.on(show))
}
