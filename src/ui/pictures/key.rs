//! What the looks of a map mean.

use yew::prelude::*;

use super::mark;
use crate::{
    language::{english, phrase},
    pictures::{Certainty, Map, map::Spot},
    ui::element::{Element, el},
};

/// The key of a map: only what it shows.
pub fn key(map: &Map) -> Html {
    let is_alone = map.vendors.len() == 1;
    let mut entries: Vec<Html> = Vec::new();
    if !is_alone {
        entries
            .extend(map.vendors.iter().map(|vendor| el("li", "").child(mark::named(vendor, false)).into()));
    }
    for certainty in [Certainty::Stated, Certainty::Cited, Certainty::Possible] {
        let is_shown = |spot: &Spot| spot.marks.iter().any(|m| m.certainty == certainty);
        if let (true, Some(first)) = (map.spots.iter().any(is_shown), map.vendors.first()) {
            let sample = mark::inline(first.shape, certainty, String::new());
            entries.push(el("li", "").child(sample).says(in_words(certainty)).into());
        }
    }
    if let Some(required) = &map.required {
        entries.push(
            el("li", "")
                .with(swatch("required"))
                .text(phrase("You require that {}", &[&required.words]))
                .into(),
        );
        if !required.area.conditional.is_empty() {
            let words = english("Inside what you require, but for some only");
            entries.push(el("li", "").with(swatch("conditional")).says(words).into());
        }
    }
    el("ul", "key small").all(entries).into()
}

fn in_words(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Stated => english("Stated by the vendor"),
        Certainty::Cited => english("Of a host or partner, as the vendor cites it"),
        Certainty::Possible => english("May be here: one of several, an option, or wording that is not firm"),
    }
}

fn swatch(class: &'static str) -> Element {
    el("svg", "sample")
        .is("viewBox", "0 0 28 28")
        .is("aria-hidden", "true")
        .with(el("path", class).is("d", "M3 6h22v16H3z"))
}
