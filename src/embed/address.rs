//! The address bar: the state's link form in the query of the page, and the way back.

use gloo::{events::EventListener, utils::window};
use wasm_bindgen::JsValue;

use crate::{state::link, ui::Change};

/// The query of the page, without its question mark.
pub fn query() -> String {
    let search = window().location().search().unwrap_or_default();
    search.trim_start_matches('?').to_owned()
}

/// Writes a state into the address. Each step is one that Back undoes; everything else replaces the address.
///
/// Where a browser refuses (some do on `file:`), the page works on without it.
pub fn write(change: &Change) {
    let query = query();
    let new = link::write(&change.state, &query);
    if !change.is_step && new == query && number() == Some(change.number) {
        return;
    }
    let location = window().location();
    let path = location.pathname().unwrap_or_default();
    let hash = location.hash().unwrap_or_default();
    let url = if new.is_empty() { format!("{path}{hash}") } else { format!("{path}?{new}{hash}") };
    let Ok(history) = window().history() else { return };
    let mark = JsValue::from(mark(change.number));
    let _ = match change.is_step {
        true => history.push_state_with_url(&mark, "", Some(&url)),
        false => history.replace_state_with_url(&mark, "", Some(&url)),
    };
}

/// The number of the step that the browser has gone to, if it was taken since the page was loaded.
pub fn number() -> Option<usize> {
    let mark = window().history().ok()?.state().ok()?.as_string()?;
    mark.strip_prefix(&load())?.parse().ok()
}

/// Goes one step back.
pub fn back() {
    let _ = window().history().map(|history| history.back());
}

fn mark(number: usize) -> String {
    format!("{}{number}", load())
}

/// What tells this load of the page from others, whose steps are not kept any more.
fn load() -> String {
    thread_local! {
        // As a whole number, because writing fractions takes a lot of program.
        static LOAD: String = format!("vendor-compare {} ", (js_sys::Math::random() * f64::from(u32::MAX)) as u32);
    }
    LOAD.with(Clone::clone)
}

/// Calls back whenever the visitor goes back or forward, until it is dropped.
pub fn on_navigation(mut callback: impl FnMut() + 'static) -> EventListener {
    EventListener::new(&window(), "popstate", move |_| callback())
}
