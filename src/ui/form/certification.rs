//! Which certificates must be held, and by whom.

use yew::prelude::*;

use super::{
    option::{Choice, checkbox, heads},
    segmented::segmented,
};
use crate::{
    catalogue::{Catalogue, id::CertificationId, value::Value},
    requirement::Holder,
    state::reduce::Action,
    ui::page::PageProps,
};

/// How many options are shown before "more" is asked for.
const SHOWN: usize = 6;

#[component]
pub fn Certification(PageProps { page }: &PageProps) -> Html {
    let all = use_state(|| false);
    let form = &page.state.form;
    let chosen = form.certificates(&page.state.requirements);
    let offered = offered(&page.catalogue, chosen);
    let hidden =
        offered.iter().enumerate().filter(|(i, id)| !*all && *i >= SHOWN && !chosen.contains(id)).count();
    let shown = offered.iter().enumerate().filter(|(i, id)| *all || *i < SHOWN || chosen.contains(id));
    let options = shown.map(|(_, id)| {
        let choice = Choice {
            value: id.to_string(),
            label: page.catalogue.certification_name(id),
            hint: None,
            chosen: chosen.contains(id),
            requirement: Some(form.certificate_requirement(vec![id.clone()])),
            action: Action::ToggleCertification(id.clone()),
        };
        checkbox("certification", choice, page)
    });
    let on_holder = {
        let page = page.clone();
        Callback::from(move |index: usize| page.act(Action::ChooseHolder(Holder::ALL[index])))
    };
    let held = Holder::ALL.iter().position(|h| *h == form.holder).unwrap_or(0);
    let show_all = {
        let all = all.clone();
        Callback::from(move |_: MouseEvent| all.set(!*all))
    };
    html! {
        <fieldset class="facet">
            <legend>{ "Certification" }</legend>
            { segmented("holder", "Held by", &["The vendor", "Its host", "Either"], held, &on_holder) }
            <p class="hint">{ "A certificate of the host says nothing about the vendor’s own work." }</p>
            <div class="opts">{ heads() }{ for options }</div>
            if hidden > 0 || *all {
                <button class="link small" type="button" aria-expanded={all.to_string()} onclick={show_all}>
                    { if *all { "Show fewer".to_owned() } else { format!("{hidden} more certificates and attestations") } }
                </button>
            }
        </fieldset>
    }
}

/// What a requirement can count and some vendor's list names, in the order of the registry, and what is chosen.
fn offered(catalogue: &Catalogue, chosen: &[CertificationId]) -> Vec<CertificationId> {
    let named = |id: &CertificationId| {
        catalogue.vendors().flat_map(|vendor| &vendor.claims).any(|claim| {
            matches!(claim.assertion.value(), Some(Value::Certificates(list)) if list.items.contains(id))
        })
    };
    let entries = catalogue.certifications.iter();
    let offered =
        entries.filter(|entry| chosen.contains(&entry.id) || (entry.kind.counts() && named(&entry.id)));
    offered.map(|entry| entry.id.clone()).collect()
}
