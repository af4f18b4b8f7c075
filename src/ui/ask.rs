//! What is required, as a sentence whose parts can be changed and removed.

use yew::prelude::*;

use super::{
    as_text::AsText,
    focus,
    icon::{Icon, Sign},
    page::use_page,
};
use crate::{requirement::words, state::reduce::Action};

#[component]
pub fn Ask() -> Html {
    let page = use_page();
    let heading = use_node_ref();
    let requirements = &page.state.requirements;
    let changed = requirements.is_empty() && page.state.compared.is_empty() && page.state.as_of.is_none();
    let reset = {
        let (page, heading) = (page.clone(), heading.clone());
        Callback::from(move |_: MouseEvent| {
            page.act(Action::Reset);
            focus::node(&heading);
        })
    };
    html! {
        <section class="ask" aria-labelledby="view-heading">
            <div class="ask__top">
                <h2 id="view-heading" tabindex="-1" ref={heading.clone()}>{ "You require" }</h2>
                if !changed {
                    <button class="link small" type="button" onclick={reset}>{ "Reset everything" }</button>
                }
            </div>
            if requirements.is_empty() {
                <p class="soft">{ "Nothing yet. Choose below where data may sit, which certificates are held and how long \
                    data is kept; or write it as text." }</p>
            } else {
                <ul class="sentence">
                    { for (0..requirements.len()).map(|index| html! { <Part {index} heading={heading.clone()}/> }) }
                </ul>
            }
            <AsText/>
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct PartProps {
    index: usize,
    /// Where the focus goes when the last part is removed.
    heading: NodeRef,
}

#[component]
fn Part(PartProps { index, heading }: &PartProps) -> Html {
    let page = use_page();
    let Some(requirement) = page.state.requirements.get(*index) else { return Html::default() };
    let clause = words::requirement(requirement, &page.catalogue);
    let glue = match (*index, *index + 1 == page.state.requirements.len()) {
        (0, _) => "that ",
        (_, true) => "and that ",
        _ => "that ",
    };
    let remove = {
        let (page, heading, index) = (page.clone(), heading.clone(), *index);
        Callback::from(move |_: MouseEvent| {
            page.act(Action::RemoveRequirement(index));
            focus::node(&heading);
        })
    };
    html! {
        <li>
            <span class="glue">{ glue }</span>
            <span class="part">
                <button type="button" onclick={page.on(Action::EditRequirement(*index))}>
                    <span class="sr">{ "Show in the form: " }</span>{ &clause }
                </button>
                <button type="button" aria-label={format!("Remove: {clause}")} onclick={remove}>
                    <Icon sign={Sign::Close}/>
                </button>
            </span>
        </li>
    }
}
