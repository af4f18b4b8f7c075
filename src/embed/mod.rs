//! The Rust half of `<vendor-compare>` (stub while the pipeline is built).
use wasm_bindgen::prelude::*;
use yew::prelude::*;

/// Called once, when the module is loaded.
pub fn start() {}

/// A mounted element.
#[wasm_bindgen]
pub struct Instance {
    app: yew::AppHandle<App>,
    container: web_sys::Element,
}

#[component]
fn App() -> Html {
    html! { <h1>{ "Vendor comparison" }</h1> }
}

/// Mounts the page into the open shadow root of `element`.
#[wasm_bindgen]
pub fn mount(element: web_sys::HtmlElement) -> Result<Instance, JsValue> {
    let root = element.shadow_root().ok_or("no shadow root")?;
    let container = gloo::utils::document().create_element("div")?;
    root.append_child(&container)?;
    let app = yew::Renderer::<App>::with_root(container.clone()).render();
    Ok(Instance { app, container })
}

#[wasm_bindgen]
impl Instance {
    /// The host element's attribute has changed.
    #[wasm_bindgen(js_name = attributeChanged)]
    pub fn attribute_changed(&self, _name: &str, _value: Option<String>) {}
    /// Ends the instance and frees what it held.
    pub fn unmount(self) {
        self.app.destroy();
        self.container.remove();
    }
}
