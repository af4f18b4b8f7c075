//! The one stylesheet, made once for the page and shared by every shadow root.

use wasm_bindgen::JsValue;
use web_sys::{CssStyleSheet, ShadowRoot};

const CSS: &str = include_str!(concat!(env!("OUT_DIR"), "/vendor-compare.css"));

thread_local! {
    static SHEET: Result<CssStyleSheet, JsValue> = CssStyleSheet::new().and_then(|sheet| {
        sheet.replace_sync(CSS)?;
        Ok(sheet)
    });
}

/// Gives a shadow root the stylesheet.
///
/// # Errors
/// Where the browser has no constructable stylesheets.
pub fn adopt(root: &ShadowRoot) -> Result<(), JsValue> {
    SHEET.with(|sheet| {
        let sheet = sheet.as_ref().map_err(Clone::clone)?;
        root.set_adopted_style_sheets(&js_sys::Array::of1(sheet));
        Ok(())
    })
}
