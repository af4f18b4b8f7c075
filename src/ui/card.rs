//! One vendor among the results: why it stands in its group, and the facts behind that.

use yew::prelude::*;

use super::{
    evidence::evidence,
    facts::facts,
    page::Page,
    verdict::{self, class},
};
use crate::{
    requirement::{outcome::Assessment, verdict::Verdict, words},
    state::reduce::Action,
};

/// The card of an assessed vendor.
pub fn card(assessment: &Assessment, page: &Page) -> Html {
    let vendor = &assessment.vendor;
    let Some(provider) = page.catalogue.provider(vendor) else { return Html::default() };
    let asked = !page.state.requirements.is_empty();
    let compared = page.state.compared.contains(vendor);
    let look = asked.then(|| format!("card--{}", class(assessment.verdict)));
    let opened = page.state.evidence.clone().filter(|cell| cell.provider == *vendor);
    html! {
        <li key={vendor.as_str()} class={classes!("card", look)} data-vendor={vendor.to_string()}>
            <div class="card__top">
                <h4>{ &provider.name }</h4>
                if asked {
                    <span class="soft small">{ tally(assessment) }</span>
                }
                <label class="pick push">
                    <input type="checkbox" checked={compared} onchange={page.on(Action::ToggleCompared(vendor.clone()))}/>
                    { "Compare" }<span class="sr">{ format!(" {}", provider.name) }</span>
                </label>
            </div>
            if asked {
                { why(assessment, page) }
            } else if let Some(summary) = &provider.summary {
                <p class="card__why">{ summary }</p>
            }
            { facts(assessment, page) }
            if let Some(cell) = opened {
                <div class="card__evidence">{ evidence(&cell, page) }</div>
            }
        </li>
    }
}

/// "1 of 3 met, 2 open".
fn tally(assessment: &Assessment) -> String {
    let mut parts = vec![format!("{} of {} met", assessment.count(Verdict::Yes), assessment.findings.len())];
    for (verdict, word) in [(Verdict::Unknown, "open"), (Verdict::No, "not met")] {
        match assessment.count(verdict) {
            0 => {}
            n => parts.push(format!("{n} {word}")),
        }
    }
    parts.join(", ")
}

/// Per requirement: the verdict, what decides it, and what else was found.
fn why(assessment: &Assessment, page: &Page) -> Html {
    let reasons = page.state.requirements.iter().zip(&assessment.findings).map(|(requirement, finding)| {
        let mut sentences = words::finding(finding, requirement, page.context()).into_iter();
        let first = sentences.next().unwrap_or_default();
        let rest: String = sentences.map(|sentence| format!(" {sentence}.")).collect();
        html! {
            <li data-requirement={requirement.to_string()}>
                { verdict::mark(finding.verdict) }
                <span><b>{ first }{ "." }</b>{ rest }</span>
            </li>
        }
    });
    html! { <ul class="why">{ for reasons }</ul> }
}
