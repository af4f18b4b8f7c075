//! One vendor among the results: why it stands in its group, and the facts behind that.

use yew::prelude::*;

use super::{
    element::{Element, el},
    facts::facts,
    later::door,
    own::yours,
    page::Page,
    profile, verdict,
};
use crate::{
    catalogue::provider::Provider,
    language::{english, phrase},
    requirement::{outcome::Assessment, verdict::Verdict, words},
    state::reduce::Action,
};

/// The card of an assessed vendor.
pub fn card(assessment: &Assessment, page: &Page) -> Html {
    let Some(provider) = page.catalogue.provider(&assessment.vendor) else { return Html::default() };
    let asked = !page.state.requirements.is_empty();
    let class = match assessment.verdict {
        _ if !asked => "card",
        Verdict::Yes => "card card--meets",
        Verdict::Unknown => "card card--open",
        Verdict::No => "card card--fails",
    };
    let tally = asked.then(|| el("span", "soft small").text(tally(assessment)).into());
    let about = match (asked, &provider.summary) {
        (true, _) => Some(why(assessment, page).into()),
        (false, Some(summary)) => Some(el("p", "card__why").quoted(page).text(summary.clone()).into()),
        (false, None) => None,
    };
    let opened = page.state.evidence.as_ref().filter(|cell| cell.provider == assessment.vendor);
    let opened = opened.map(|cell| {
        el("div", "card__evidence").child(page.later.show(page, || door::evidence(cell, "5", page))).into()
    });
    let all =
        profile::open(provider, page).says("All facts").with(el("span", "sr").text(about_whom(provider)));
    let name = el("h4", "").text(provider.name.clone());
    let top = el("div", "card__top").with(name).maybe(yours(provider.own)).with(all).maybe(tally);
    el("li", class)
        .is("part", "card")
        .key(assessment.vendor.as_str())
        .attr("data-vendor", assessment.vendor.to_string())
        .with(top.with(pick(provider, page)))
        .maybe(about)
        .with(facts(provider, page))
        .maybe(opened)
        .into()
}

fn about_whom(provider: &Provider) -> String {
    phrase(" about {}", &[&provider.name])
}

/// The box that puts the vendor into the comparison.
pub fn pick(provider: &Provider, page: &Page) -> Element {
    let chosen = page.state.compared.contains(&provider.id);
    let toggle = page.on(Action::ToggleCompared(provider.id.clone()));
    el("label", "pick push")
        .with(el("input", "").is("type", "checkbox").checked(chosen).on_change(toggle))
        .says("Compare")
        .with(el("span", "sr").text(format!(" {}", provider.name)))
}

/// "1 of 3 met, 2 open".
pub fn tally(assessment: &Assessment) -> String {
    let (met, of) = (assessment.count(Verdict::Yes), assessment.findings.len());
    let mut text = phrase("{} of {} met", &[&met, &of]);
    for (verdict, words) in [(Verdict::Unknown, english(", {} open")), (Verdict::No, english(", {} not met"))]
    {
        let count = assessment.count(verdict);
        if count > 0 {
            text += &phrase(words, &[&count]);
        }
    }
    text
}

/// Per requirement: the verdict, what decides it, and what else was found.
fn why(assessment: &Assessment, page: &Page) -> Element {
    let mut reasons = Vec::new();
    for (requirement, finding) in page.state.requirements.iter().zip(&assessment.findings) {
        let mut first = String::new();
        let mut rest = String::new();
        let accepted = requirement.accepts(finding.verdict);
        let accepted = accepted.then(|| el("b", "").says("Stays in the running: ").into());
        for sentence in words::finding(finding, requirement, page.context()) {
            match first.is_empty() {
                true => first = format!("{sentence}."),
                false => rest += &format!(" {sentence}."),
            }
        }
        let reason = el("li", "")
            .attr("data-requirement", requirement.to_string())
            .child(verdict::mark(finding.verdict))
            .with(el("span", "").maybe(accepted).with(el("b", "").text(first)).text(rest));
        reasons.push(reason.into());
    }
    el("ul", "why").all(reasons)
}
