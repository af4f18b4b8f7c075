//! A choice among a few, as real radio buttons in one bar.

use yew::prelude::*;

/// The choice itself. `name` is that of the radio group, and the beginning of the id of its label.
pub fn segmented(
    name: &'static str,
    label: &'static str,
    options: &[&'static str],
    chosen: usize,
    on_choose: &Callback<usize>,
) -> Html {
    let options = options.iter().enumerate().map(|(index, option)| {
        let onchange = on_choose.reform(move |_: Event| index);
        html! {
            <label>
                <input type="radio" {name} checked={index == chosen} {onchange}/>{ *option }
            </label>
        }
    });
    html! {
        <div class="field">
            <span class="label" id={format!("{name}-label")}>{ label }</span>
            <div class="seg" role="radiogroup" aria-labelledby={format!("{name}-label")}>{ for options }</div>
        </div>
    }
}
