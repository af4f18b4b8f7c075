//! The address bar: the state's link form in the query of the page, and the way back.

use std::rc::Rc;

use gloo::{events::EventListener, utils::window};
use wasm_bindgen::JsValue;

use crate::state::{State, link};

/// The query of the page, without its question mark.
pub fn query() -> String {
    let search = window().location().search().unwrap_or_default();
    search.trim_start_matches('?').to_owned()
}

/// Writes a state into the address. Another view is a step that Back undoes; everything else replaces the address.
///
/// Where a browser refuses (some do on `file:`), the page works on without it.
pub fn write(state: &State, before: Option<&Rc<State>>) {
    let query = query();
    let new = link::write(state, &query);
    if new == query {
        return;
    }
    let location = window().location();
    let path = location.pathname().unwrap_or_default();
    let hash = location.hash().unwrap_or_default();
    let url = if new.is_empty() { format!("{path}{hash}") } else { format!("{path}?{new}{hash}") };
    let Ok(history) = window().history() else { return };
    let is_step = before.is_some_and(|before| before.view != state.view);
    let _ = match is_step {
        true => history.push_state_with_url(&JsValue::NULL, "", Some(&url)),
        false => history.replace_state_with_url(&JsValue::NULL, "", Some(&url)),
    };
}

/// Calls back whenever the visitor goes back or forward, until it is dropped.
pub fn on_navigation(mut callback: impl FnMut() + 'static) -> EventListener {
    EventListener::new(&window(), "popstate", move |_| callback())
}
