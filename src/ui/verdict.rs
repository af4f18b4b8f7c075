//! A verdict: word, shape, colour, in this order of importance.

use yew::prelude::*;

use super::{
    element::el,
    icon::{Sign, icon},
};
use crate::requirement::{verdict::Verdict, words};

/// The verdict under its own name.
pub fn mark(verdict: Verdict) -> Html {
    mark_as(verdict, words::verdict(verdict).to_owned())
}

/// The verdict under another text.
pub fn mark_as(verdict: Verdict, text: String) -> Html {
    let (class, sign) = match verdict {
        Verdict::Yes => ("v v--meets", Sign::Meets),
        Verdict::Unknown => ("v v--open", Sign::Open),
        Verdict::No => ("v v--fails", Sign::Fails),
    };
    el("span", class).child(icon(sign)).text(text).into()
}
