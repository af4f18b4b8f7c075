//! A choice among a few, as real radio buttons in one bar.

use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    /// The name of the radio group, and the id of its label.
    pub name: AttrValue,
    pub label: AttrValue,
    pub options: Vec<AttrValue>,
    pub chosen: usize,
    pub on_choose: Callback<usize>,
}

#[component]
pub fn Segmented(Props { name, label, options, chosen, on_choose }: &Props) -> Html {
    let options = options.iter().enumerate().map(|(index, option)| {
        let onchange = on_choose.reform(move |_: Event| index);
        html! {
            <label>
                <input type="radio" name={name.clone()} checked={index == *chosen} {onchange}/>{ option }
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
