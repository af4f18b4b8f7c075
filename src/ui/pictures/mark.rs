//! The mark of a vendor: its shape, with its letter.

use yew::prelude::*;

use crate::{
    pictures::{Certainty, Portrayed, Shape},
    ui::element::{Element, el},
};

/// A mark around the point 0, 0, about 22 units wide, with a text of one or two letters.
pub fn mark(shape: Shape, certainty: Certainty, text: String) -> Element {
    let class = match certainty {
        Certainty::Stated => "mark mark--stated",
        Certainty::Cited => "mark mark--cited",
        Certainty::Possible => "mark mark--possible",
    };
    let outline = match shape {
        Shape::Circle => "M-11 0a11 11 0 1 1 22 0a11 11 0 1 1-22 0z",
        Shape::Square => "M-8-10H8q2 0 2 2V8q0 2-2 2H-8q-2 0-2-2V-8q0-2 2-2z",
        Shape::Diamond => "M0-13.5 13.5 0 0 13.5-13.5 0z",
        Shape::Hexagon => "M-6.5-11h13L12.5 0 6.5 11h-13L-12.5 0z",
        Shape::Shield => "M-10.5-10.5h21V1c0 5.5-5 9-10.5 11.5C-5.5 10-10.5 6.5-10.5 1z",
    };
    el("g", class)
        .with(el("path", "").is("d", outline))
        .with(el("text", "").is("y", "4").is("text-anchor", "middle").text(text))
}

/// A mark that stands in a line of words.
pub fn inline(shape: Shape, certainty: Certainty, text: String) -> Html {
    el("svg", "sample")
        .is("viewBox", "-14 -14 28 28")
        .is("aria-hidden", "true")
        .with(mark(shape, certainty, text))
        .into()
}

/// The mark and the name of a vendor; the name alone where there is no other vendor to tell it from.
pub fn named(vendor: &Portrayed, is_alone: bool) -> Html {
    let mark = (!is_alone).then(|| inline(vendor.shape, Certainty::Stated, vendor.letter.to_string()));
    el("span", "vendor").maybe(mark).text(vendor.name.clone()).into()
}
