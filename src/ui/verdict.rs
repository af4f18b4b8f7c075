//! A verdict: word, shape, colour, in this order of importance.

use yew::prelude::*;

use super::icon::{Sign, icon};
use crate::requirement::{verdict::Verdict, words};

/// The class that carries the look of a verdict.
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
    html! { <span class={classes!("v", format!("v--{}", class(verdict)))}>{ icon(sign) }{ text }</span> }
}
