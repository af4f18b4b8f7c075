//! A verdict: word, shape, colour, in this order of importance.

use yew::prelude::*;

use super::icon::{Sign, icon};
use crate::requirement::{verdict::Verdict, words};

/// What the look of a verdict hangs on, in `data-v`. (A class that is not a literal would bring 10 kB of Yew with it.)
pub fn class(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Yes => "meets",
        Verdict::Unknown => "open",
        Verdict::No => "fails",
    }
}

/// The verdict under its own name.
pub fn mark(verdict: Verdict) -> Html {
    mark_as(verdict, words::verdict(verdict).into())
}

/// The verdict under another text.
pub fn mark_as(verdict: Verdict, text: AttrValue) -> Html {
    let sign = match verdict {
        Verdict::Yes => Sign::Meets,
        Verdict::Unknown => Sign::Open,
        Verdict::No => Sign::Fails,
    };
    html! { <span class="v" data-v={class(verdict)}>{ icon(sign) }{ text }</span> }
}
