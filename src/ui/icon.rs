//! Small signs. They never stand without a word beside them, so they are hidden from screen readers.

use yew::prelude::*;

use super::element::{Element, el};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    Meets,
    Open,
    Fails,
    Close,
    Chevron,
    Host,
    Differs,
    Same,
    One,
    Silent,
    Warning,
    Clock,
    Picture,
    Pin,
    Left,
    Right,
    Up,
    Down,
}

/// Draws a sign.
pub fn icon(sign: Sign) -> Html {
    match sign {
        Sign::Meets => {
            verdict("M17.2 9A8.2 8.2 0 1 1 .8 9a8.2 8.2 0 0 1 16.4 0", "shape", "M5.2 9.3 8 12l5-5.6", "cut")
        }
        Sign::Open => verdict(
            "M16.8 9A7.8 7.8 0 1 1 1.2 9a7.8 7.8 0 0 1 15.6 0",
            "ring",
            "M6.9 7.2a2.1 2.1 0 1 1 3 1.9c-.7.3-.9.7-.9 1.4M9 12.9h.01",
            "stroke",
        ),
        Sign::Fails => verdict(
            "M4.4 1h9.2A3.4 3.4 0 0 1 17 4.4v9.2a3.4 3.4 0 0 1-3.4 3.4H4.4A3.4 3.4 0 0 1 1 13.6V4.4A3.4 3.4 0 0 1 4.4 1",
            "shape",
            "m6 6 6 6m0-6-6 6",
            "cut",
        ),
        Sign::Close => line("m4 4 8 8m0-8-8 8"),
        Sign::Chevron => line("m6 3.5 4.5 4.5L6 12.5"),
        Sign::Pin => line("M5.5 2h5M6.2 2v4.6L4 9.2h8L9.8 6.6V2M8 9.2V14"),
        Sign::Left => line("M13 8H3m4-4L3 8l4 4"),
        Sign::Right => line("M3 8h10M9 4l4 4-4 4"),
        Sign::Up => line("M8 13V3M4 7l4-4 4 4"),
        Sign::Down => line("M8 3v10M4 9l4 4 4-4"),
        Sign::Host => line("M2.5 3h11v4h-11zM2.5 9h11v4h-11zM5 5h.01M5 11h.01"),
        Sign::Differs => line("M3 6h10M3 10h10M10.5 3l-5 10"),
        Sign::Same => line("M3 6h10M3 10h10"),
        Sign::One => line("M3 8h5M11 8h.01M13 8h.01"),
        Sign::Silent => line("M3 8h.01M6.3 8h.01M9.6 8h.01M13 8h.01"),
        Sign::Warning => line("M8 2.2 14.4 13.4H1.6zM8 6.6v3.1M8 11.6h.01"),
        Sign::Clock => line("M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0M8 4.6V8l2.4 1.6"),
        Sign::Picture => line("M2 3h12v10H2zM4 11l3-3.5 2.2 2.4L11 8.2l2.6 2.8M10.8 5.6h.01"),
    }
}

fn svg(class: &'static str, view: &'static str) -> Element {
    el("svg", class).is("viewBox", view).is("aria-hidden", "true")
}

/// An outline and what is drawn over it.
fn verdict(
    outline: &'static str,
    outline_class: &'static str,
    over: &'static str,
    over_class: &'static str,
) -> Html {
    let path = |class, d| el("path", class).is("d", d);
    svg("i i--verdict", "0 0 18 18").with(path(outline_class, outline)).with(path(over_class, over)).into()
}

fn line(path: &'static str) -> Html {
    svg("i", "0 0 16 16").with(el("path", "").is("d", path)).into()
}
