//! The stylesheet, and what the later part adds to it; each made once for the page and shared by every shadow root.

use std::cell::RefCell;

use wasm_bindgen::JsValue;
use web_sys::{CssStyleSheet, ShadowRoot};

const CSS: &str = include_str!(concat!(env!("OUT_DIR"), "/vendor-compare.css"));

thread_local! {
    static SHEET: Result<CssStyleSheet, JsValue> = made(CSS);
    /// For what comes later: made when it is first there.
    static ALSO: RefCell<Option<CssStyleSheet>> = const { RefCell::new(None) };
}

fn made(css: &str) -> Result<CssStyleSheet, JsValue> {
    let sheet = CssStyleSheet::new()?;
    sheet.replace_sync(css)?;
    Ok(sheet)
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

/// Gives a shadow root what the later part adds. Where that fails, it goes on without.
pub fn adopt_also(root: &ShadowRoot, css: &str) {
    ALSO.with_borrow_mut(|also| {
        if also.is_none() {
            *also = made(css).ok();
        }
        if let (Some(also), Ok(sheet)) = (also, SHEET.with(Clone::clone)) {
            root.set_adopted_style_sheets(&js_sys::Array::of2(&sheet, also));
        }
    });
}
