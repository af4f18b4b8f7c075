//! A verdict: word, shape, colour, in this order of importance.

use yew::prelude::*;

use super::icon::{Icon, Sign};
use crate::requirement::{verdict::Verdict, words};

/// The class that carries the look of a verdict.
pub fn class(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Yes => "meets",
        Verdict::Unknown => "open",
        Verdict::No => "fails",
    }
}

#[derive(Properties, PartialEq)]
pub struct Props {
    pub verdict: Verdict,
    /// In place of the verdict's own word.
    #[prop_or_default]
    pub text: Option<AttrValue>,
}

#[component]
pub fn VerdictMark(Props { verdict, text }: &Props) -> Html {
    let sign = match verdict {
        Verdict::Yes => Sign::Meets,
        Verdict::Unknown => Sign::Open,
        Verdict::No => Sign::Fails,
    };
    let word = text.clone().unwrap_or(AttrValue::Static(words::verdict(*verdict)));
    html! { <span class={classes!("v", format!("v--{}", class(*verdict)))}><Icon {sign}/>{ word }</span> }
}
