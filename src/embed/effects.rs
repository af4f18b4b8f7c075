//! What the page asks of its surroundings, done by the browser.

use std::rc::Rc;

use js_sys::{JsString, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::ShadowRoot;
use yew::{Callback, platform::spawn_local};

use super::{
    address,
    keeping::Place,
    service::Asking,
    style,
    telling::{self, Host},
};
use crate::language::{phrase, say};
use crate::ui::{Effect, Template};

#[wasm_bindgen]
extern "C" {
    /// `static/effects.js` makes it.
    pub type Browser;

    #[wasm_bindgen(method, js_name = loadLater)]
    fn load_later(this: &Browser) -> Promise;
    #[wasm_bindgen(method)]
    fn outlines(this: &Browser) -> Promise;
    #[wasm_bindgen(method)]
    fn template(this: &Browser, catalogue: Option<&str>) -> Promise;
    #[wasm_bindgen(method)]
    fn save(this: &Browser, name: &str, media_type: &str, text: &str);
    #[wasm_bindgen(method)]
    fn copy(this: &Browser, text: &str) -> Promise;
    #[wasm_bindgen(method)]
    fn read(this: &Browser, file: web_sys::File) -> Promise;
    #[wasm_bindgen(method)]
    fn print(this: &Browser);
    /// What [`Browser::template`] brings: the page, and the catalogue that was given, packed.
    type Made;
    #[wasm_bindgen(method, getter)]
    fn page(this: &Made) -> String;
    #[wasm_bindgen(method, getter)]
    fn gzip(this: &Made) -> Option<Vec<u8>>;

    /// What is kept under a name, if anything is.
    #[wasm_bindgen(method)]
    pub fn kept(this: &Browser, name: &str) -> Option<String>;
    /// Keeps a text under a name, an empty one not; whether the browser does.
    #[wasm_bindgen(method)]
    pub fn keep(this: &Browser, name: &str, text: &str) -> bool;
}

/// What only the later part of the page's program calls; see `ui::later`.
mod door {
    use super::{Effect, Surroundings};

    /// Carries out what only that part asks for.
    #[inline(never)]
    pub fn carry_out(surroundings: &Surroundings, effect: Effect) {
        surroundings.carry_out_later(effect);
    }
}

/// What carries effects out.
pub struct Surroundings {
    pub browser: Rc<Browser>,
    pub root: ShadowRoot,
    pub asking: Option<Rc<Asking>>,
    /// Where projects are kept.
    pub place: Option<Rc<Place>>,
    pub host: Host,
}

impl Surroundings {
    pub fn effects(self) -> Callback<Effect> {
        Callback::from(move |effect| self.carry_out(effect))
    }

    fn carry_out(&self, effect: Effect) {
        match effect {
            Effect::LoadLater(told) => {
                let loaded = self.browser.load_later();
                later(loaded, move |ended| told.emit(ended.map(drop).map_err(unreachable)));
            }
            Effect::Style(css) => style::adopt_also(&self.root, css),
            Effect::Back => address::back(),
            Effect::Read(file, told) => later(self.browser.read(file), move |ended| told.emit(text(ended))),
            // What only the later part of the page asks for.
            effect => door::carry_out(self, effect),
        }
    }

    fn carry_out_later(&self, effect: Effect) {
        let Self { browser, host, .. } = self;
        match effect {
            Effect::LoadOutlines(told) => later(browser.outlines(), move |ended| told.emit(text(ended))),
            Effect::LoadTemplate(others, told) => {
                let catalogue = others.as_ref().and_then(|others| others.text.as_deref());
                later(browser.template(catalogue), move |ended| told.emit(template(ended)));
            }
            Effect::Ask(asked) => self.asking.iter().for_each(|asking| asking.ask(asked.clone())),
            Effect::Save(file) if telling::door::may_save(host, &file) => {
                browser.save(&file.name, file.media_type, &file.text);
            }
            Effect::Copy(text, told) if telling::door::may(host, "copy", Some(&text)) => {
                later(browser.copy(&text), move |ended| told.emit(ended.is_ok()));
            }
            Effect::Print if telling::door::may(host, "print", None) => browser.print(),
            Effect::Keep(slot, text, told) => {
                told.emit(self.place.as_ref().is_none_or(|place| place.keep(slot, &text)));
            }
            // The page around does it.
            Effect::Save(_) | Effect::Copy(..) | Effect::Print => {}
            // Done by `carry_out`.
            Effect::LoadLater(_) | Effect::Style(_) | Effect::Back | Effect::Read(..) => {}
        }
    }
}

fn later(promise: Promise, done: impl FnOnce(Result<JsValue, JsValue>) + 'static) {
    spawn_local(async move { done(JsFuture::from(promise).await) });
}

fn text(ended: Result<JsValue, JsValue>) -> Result<String, String> {
    ended.map(|text| JsString::from(text).into()).map_err(|error| words(&error))
}

fn template(ended: Result<JsValue, JsValue>) -> Result<Template, String> {
    let made: Made = ended.map_err(|error| words(&error))?.unchecked_into();
    Ok(Template { page: made.page(), gzip: made.gzip() })
}

fn unreachable(error: JsValue) -> String {
    phrase("Check the connection, then try again. Details: {}", &[&words(&error)])
}

/// What JavaScript says of an error.
fn words(error: &JsValue) -> String {
    let words = js_sys::Reflect::get(error, &"message".into()).ok().and_then(|words| words.as_string());
    words.unwrap_or_else(|| say("no details are known").to_owned())
}
