//! One vendor among the results: why it stands in its group, and the facts behind that.

use yew::prelude::*;

use super::{
    evidence::Evidence,
    facts::Facts,
    page::use_page,
    verdict::{VerdictMark, class},
};
use crate::{
    catalogue::id::ProviderId,
    requirement::{outcome::Assessment, verdict::Verdict, words},
    state::reduce::Action,
};

#[derive(Properties, PartialEq)]
pub struct Props {
    pub vendor: ProviderId,
}

#[component]
pub fn Card(Props { vendor }: &Props) -> Html {
    let page = use_page();
    let (Some(provider), Some(assessment)) =
        (page.catalogue.provider(vendor), page.outcome.of_vendor(vendor))
    else {
        return Html::default();
    };
    let asked = !page.state.requirements.is_empty();
    let compared = page.state.compared.contains(vendor);
    let look = asked.then(|| format!("card--{}", class(assessment.verdict)));
    let evidence = page.state.evidence.clone().filter(|cell| cell.provider == *vendor);
    html! {
        <li class={classes!("card", look)} data-vendor={vendor.to_string()}>
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
                <Why vendor={vendor.clone()}/>
            } else if let Some(summary) = &provider.summary {
                <p class="card__why">{ summary }</p>
            }
            <Facts vendor={vendor.clone()}/>
            if let Some(cell) = evidence {
                <div class="card__evidence"><Evidence {cell}/></div>
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
#[component]
fn Why(Props { vendor }: &Props) -> Html {
    let page = use_page();
    let Some(assessment) = page.outcome.of_vendor(vendor) else { return Html::default() };
    let reasons = page.state.requirements.iter().zip(&assessment.findings).map(|(requirement, finding)| {
        let mut sentences = words::finding(finding, requirement, page.context()).into_iter();
        let first = sentences.next().unwrap_or_default();
        let rest: String = sentences.map(|sentence| format!(" {sentence}.")).collect();
        html! {
            <li data-requirement={requirement.to_string()}>
                <VerdictMark verdict={finding.verdict}/>
                <span><b>{ first }{ "." }</b>{ rest }</span>
            </li>
        }
    });
    html! { <ul class="why">{ for reasons }</ul> }
}
