//! What the JavaScript half is told, as JSON: it makes events and properties of it.

use js_sys::{Function, JsString};
use wasm_bindgen::JsValue;

use super::reading::Fault;
use crate::{
    catalogue::id::ProviderId,
    requirement::print,
    state::{
        View, link,
        window::{list, quoted},
    },
    ui::{Intent, Settled},
};

/// Who is told; whether it lets the page go on.
#[derive(Clone)]
pub struct Host(pub Function);

impl Host {
    /// What holds now.
    pub fn change(&self, settled: &Settled) {
        self.tell("change", &now(settled));
    }

    pub fn may(&self, intent: &Intent) -> bool {
        match intent {
            Intent::Select(id, name) => {
                let detail = format!(r#"{{"provider":{},"name":{}}}"#, quoted(id.as_str()), quoted(name));
                self.tell("select", &detail)
            }
            Intent::Compare(vendors) => self.tell("compare", &format!(r#"{{"providers":{}}}"#, ids(vendors))),
        }
    }

    fn tell(&self, event: &str, detail: &str) -> bool {
        let (event, detail) = (JsString::from(event), JsString::from(detail));
        let goes_on = self.0.call2(&JsValue::NULL, &event, &detail);
        goes_on.is_ok_and(|goes_on| goes_on.is_truthy())
    }
}

/// What only the later part of the page's program calls; see `ui::later`.
pub mod door {
    use super::{Fault, Host, quoted};
    use crate::ui::Saved;

    /// Whether the page may save a file by itself.
    #[inline(never)]
    pub fn may_save(host: &Host, file: &Saved) -> bool {
        let [name, media_type, text] = [&*file.name, file.media_type, &*file.text].map(quoted);
        host.tell(
            "export",
            &format!(r#"{{"action":"save","name":{name},"type":{media_type},"text":{text}}}"#),
        )
    }

    /// Whether the page may copy or print by itself.
    #[inline(never)]
    pub fn may(host: &Host, action: &str, text: Option<&str>) -> bool {
        let text = text.map_or_else(|| "null".to_owned(), quoted);
        host.tell("export", &format!(r#"{{"action":"{action}","name":null,"type":null,"text":{text}}}"#))
    }

    /// Something is wrong with an attribute.
    #[inline(never)]
    pub fn wrong(host: &Host, fault: &Fault) {
        let (words, value, name) = (quoted(&fault.words), quoted(&fault.value), fault.attribute);
        let detail =
            format!(r#"{{"kind":"attribute","message":{words},"attribute":"{name}","value":{value}}}"#);
        host.tell("error", &detail);
    }
}

fn now(Settled { state, totals, shown }: &Settled) -> String {
    let view = match state.view {
        View::Results => "results",
        View::Compare => "compare",
        View::Questions => "questions",
        View::Record => "record",
        View::Profile(_) => "profile",
    };
    let [meets, cannot_tell, does_not_meet] = shown.each_ref().map(|group| ids(group));
    format!(
        r#"{{"state":{},"requirements":{},"asOf":{},"view":"{view}","compared":{},"maxCompare":{},"outcome":{{"vendors":{},"meets":{{"count":{},"ids":{meets}}},"cannotTell":{{"count":{},"ids":{cannot_tell}}},"doesNotMeet":{{"count":{},"ids":{does_not_meet}}}}}}}"#,
        quoted(&link::write(state, "")),
        quoted(&print::list(&state.requirements)),
        state.as_of.map_or_else(|| "null".to_owned(), |day| quoted(&day.to_string())),
        ids(&state.compared),
        state.bounds.max_compare,
        totals.all,
        totals.meets,
        totals.cannot_tell,
        totals.does_not_meet,
    )
}

fn ids(vendors: &[ProviderId]) -> String {
    list(&vendors.iter().map(ProviderId::as_str).collect::<Vec<_>>())
}
