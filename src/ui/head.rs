//! The head of the page: its name, the two views, the day as of which everything is judged.

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::page::Page;
use crate::{
    comparison::MIN,
    state::{View, reduce::Action},
};

pub fn head(page: &Page) -> Html {
    let vendors = page.catalogue.vendors().count();
    let documents = page.catalogue.documents.len();
    html! {
        <header class="head">
            <div class="head__title">
                <h1>{ "Vendor comparison" }</h1>
                <p>{ format!("{vendors} vendors, {documents} documents. What you enter stays in this browser.") }</p>
            </div>
            { views(page) }
            { as_of(page) }
        </header>
    }
}

fn views(page: &Page) -> Html {
    let chosen = page.state.compared.len();
    let current = |view| (page.state.view == view).then_some("page");
    let compare = if chosen >= MIN { page.on(Action::Show(View::Compare)) } else { Callback::noop() };
    html! {
        <nav aria-label="Views"><ul class="views">
            <li><button type="button" aria-current={current(View::Results)} onclick={page.on(Action::Show(View::Results))}>
                { "Requirements" }
            </button></li>
            <li><button type="button" aria-current={current(View::Compare)} onclick={compare}
                aria-disabled={(chosen < MIN).then_some("true")}
                title={(chosen < MIN).then_some("Choose at least two vendors in the results")}>
                { "Compare " }<span class="num">{ format!("({chosen})") }</span>
            </button></li>
        </ul></nav>
    }
}

fn as_of(page: &Page) -> Html {
    let today = page.today;
    let onchange = {
        let page = page.clone();
        Callback::from(move |event: Event| {
            let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
            // An emptied field is today again.
            let day = input.and_then(|input| input.value().parse().ok()).filter(|day| *day != today);
            page.act(Action::JudgeAsOf(day));
        })
    };
    html! {
        <p class="asof">
            <label for="as-of">{ "Judged as of" }</label>
            <input class="input" id="as-of" type="date" value={page.as_of.to_string()} {onchange}/>
        </p>
    }
}
