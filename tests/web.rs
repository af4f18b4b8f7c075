//! Tests of the browser side that run inside a browser. `cargo xtask test` finds one for them.
#![cfg(target_arch = "wasm32")]

use js_sys::Function;
use vendor_compare::embed;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{HtmlElement, ShadowRootInit, ShadowRootMode};

wasm_bindgen_test_configure!(run_in_browser);

/// An element in the document, with the open shadow root that the JavaScript half gives it.
fn host() -> HtmlElement {
    let document = gloo::utils::document();
    let host = document.create_element("div").expect("an element");
    host.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open)).expect("a shadow root");
    gloo::utils::body().append_child(&host).expect("a place in the document");
    host.unchecked_into()
}

/// A browser that can do nothing: nothing is asked of it here.
fn browser() -> embed::Browser {
    js_sys::Object::new().unchecked_into()
}

/// Lets the browser finish what has been scheduled.
async fn settled() {
    gloo::timers::future::TimeoutFuture::new(50).await;
}

#[wasm_bindgen_test]
async fn mounting_fills_the_shadow_root_and_unmounting_empties_it() {
    let host = host();
    let root = host.shadow_root().expect("the shadow root");
    let instance =
        embed::mount(host.clone(), browser(), Function::new_no_args("return true"), None, None, None, "en")
            .expect("an instance");
    settled().await;
    assert!(root.query_selector("h1").expect("valid CSS").is_some());
    instance.unmount();
    settled().await;
    assert!(root.query_selector("h1").expect("valid CSS").is_none());
    host.remove();
}
