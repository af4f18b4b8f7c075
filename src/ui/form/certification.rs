//! Which certificates must be held, and by whom.

use yew::prelude::*;

use super::{
    field::{facet, segmented},
    option::{Choice, option, options},
};
use crate::{
    catalogue::{id::CertificationId, value::Value},
    language::{english, phrase, plural, say},
    requirement::Holder,
    state::{form::in_slot, reduce::Action},
    ui::{
        element::{button, el},
        page::Page,
    },
};

/// How many options are shown before "more" is asked for.
const SHOWN: usize = 6;

/// The fieldset.
pub fn certification(page: &Page) -> Html {
    let form = &page.state.form;
    let show_all = form.all_certificates;
    let chosen = form.certificates(&page.state.requirements);
    let requirements = &page.state.requirements;
    let slot = form.certificate_slot(requirements);
    let mut hidden = 0;
    let mut boxes = Vec::new();
    for (index, id) in offered(page, chosen).into_iter().enumerate() {
        if !show_all && index >= SHOWN && !chosen.contains(&id) {
            hidden += 1;
            continue;
        }
        let choice = Choice {
            value: id.to_string(),
            label: page.catalogue.certification_name(&id),
            hint: None,
            chosen: chosen.contains(&id),
            requirement: Some(in_slot(form.certificate_requirement(vec![id.clone()]), slot, requirements)),
            action: Action::ToggleCertification(id),
        };
        boxes.push(option("checkbox", "certification", choice, page));
    }
    let more = (hidden > 0 || show_all).then(|| {
        let text = match show_all {
            true => say("Show fewer").to_owned(),
            false => phrase(
                plural(hidden, "{} more certificate or attestation", "{} more certificates and attestations"),
                &[&hidden],
            ),
        };
        let toggle = button("link small", page.on(Action::ToggleAllCertificates));
        toggle.is("aria-expanded", if show_all { "true" } else { "false" }).text(text).into()
    });
    let held = |words, holder| (words, form.holder == holder, Action::ChooseHolder(holder));
    let holders = vec![
        held(english("The vendor"), Holder::Own),
        held(english("Its host"), Holder::Host),
        held(english("Either"), Holder::Any),
    ];
    facet(english("Certification"))
        .with(segmented("holder", english("Held by"), holders, page))
        .with(el("p", "hint").says("A certificate of the host says nothing about the vendor’s own work."))
        .with(options(boxes))
        .maybe(more)
        .into()
}

/// What a requirement can count and some vendor's list names, in the order of the registry, and what is chosen.
pub fn offered(page: &Page, chosen: &[CertificationId]) -> Vec<CertificationId> {
    let catalogue = &page.catalogue;
    let named = |id: &CertificationId| {
        match &page.window {
        Some(window) => window.certifications.contains(id),
        None => catalogue.vendors().flat_map(|vendor| &vendor.claims).any(|claim| {
            matches!(claim.assertion.value(), Some(Value::Certificates(list)) if list.items.contains(id))
        }),
    }
    };
    let entries = catalogue.certifications.iter();
    let offered = entries.filter(|entry| chosen.contains(&entry.id) || (entry.counts() && named(&entry.id)));
    offered.map(|entry| entry.id.clone()).collect()
}
