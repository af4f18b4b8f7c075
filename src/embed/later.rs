//! The part of the program that the page loads when it is first asked for: how it is brought.

use js_sys::{Function, JsString, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use yew::{Callback, platform::spawn_local};

use crate::ui::Told;

/// What the page asks with. `load` returns a promise that is kept when the part is there; it may be called again.
pub fn loading(load: Function) -> Callback<Told> {
    Callback::from(move |told: Told| {
        let load = load.clone();
        spawn_local(async move { told.emit(ended(&load).await.map_err(words)) });
    })
}

async fn ended(load: &Function) -> Result<(), JsValue> {
    let promise: Promise = load.call0(&JsValue::UNDEFINED)?.dyn_into()?;
    JsFuture::from(promise).await.map(drop)
}

/// What JavaScript says of an error.
fn words(error: JsValue) -> String {
    let words = js_sys::Reflect::get(&error, &"message".into()).ok().and_then(|words| words.as_string());
    let words = words.unwrap_or_else(|| JsString::from(error).into());
    format!("Check the connection, then try again. Details: {words}")
}
