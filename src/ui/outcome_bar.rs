//! The three answers in one glance: who, and what decides it.

use yew::prelude::*;

use super::{
    element::{Element, el},
    page::Page,
    verdict,
};
use crate::{
    language::{english, phrase, plural, say},
    requirement::{outcome::Assessment, verdict::Verdict, words},
    state::window::{Totals, thousands},
};

/// Up to so many vendors of a group stand here with their reasons; of more, the first names.
const WITH_REASONS: usize = 6;
const NAMED: usize = 5;

/// The groups; nothing where nothing is required.
pub fn outcome_bar(page: &Page) -> Html {
    if page.state.requirements.is_empty() {
        return Html::default();
    }
    let parts = [
        part("meets", Verdict::Yes, page),
        part("open", Verdict::Unknown, page),
        part("fails", Verdict::No, page),
    ];
    el("ul", "outcome").is("part", "outcome").is("aria-label", "Outcome").all(parts.into()).into()
}

/// The outcome as it is announced: "1 meets, 2 cannot be told, 1 does not meet".
pub fn in_words(totals: Totals, is_asked: bool) -> String {
    let Totals { meets, cannot_tell, does_not_meet, .. } = totals;
    if !is_asked {
        return phrase(
            "Nothing is required: {} shown.",
            &[&counted(meets, english("{} vendor"), english("{} vendors"))],
        );
    }
    let meet = counted(meets, english("{} meets"), english("{} meet"));
    let fail = counted(does_not_meet, english("{} does not meet"), english("{} do not meet"));
    let open = phrase("{} cannot be told", &[&thousands(cannot_tell)]);
    format!("{meet}, {open}, {fail}.")
}

/// A count with its words.
pub fn counted(count: usize, one: &str, several: &str) -> String {
    phrase(plural(count, one, several), &[&thousands(count)])
}

fn part(class: &'static str, verdict: Verdict, page: &Page) -> Html {
    let total = page.totals.of(verdict);
    let shown = page.shown(Some(verdict));
    let who = match total {
        0 => el("p", "who").says("Nobody"),
        1..=WITH_REASONS => {
            el("ul", "who").all(shown.into_iter().map(|assessment| with_reason(assessment, page)).collect())
        }
        _ => {
            let names = shown.iter().take(NAMED).map(|a| page.catalogue.provider_name(&a.vendor));
            let names: Vec<String> = names.collect();
            let more = thousands(total - names.len());
            el("p", "who").text(phrase("{}, and {} more", &[&names.join(", "), &more]))
        }
    };
    el("li", class)
        .with(el("span", "n").text(thousands(total)))
        .child(verdict::mark(verdict))
        .with(who)
        .into()
}

/// A vendor with the first of the findings that put it into its group, and how many others there are.
fn with_reason(assessment: &Assessment, page: &Page) -> Html {
    let requirements = page.state.requirements.iter().zip(&assessment.findings);
    let mut deciding =
        requirements.filter(|(requirement, f)| requirement.for_the_group(f.verdict) == assessment.verdict);
    let reason = deciding.next().and_then(|(requirement, finding)| {
        words::finding(finding, requirement, page.context()).into_iter().next()
    });
    let name = page.catalogue.provider_name(&assessment.vendor);
    let more = match deciding.count() {
        0 => ".".to_owned(),
        others => phrase("; and {} more.", &[&others]),
    };
    let line: Element = el("li", "").with(el("b", "").text(name));
    line.maybe(reason.map(|reason| Html::from([say(": "), &reason, &more].concat()))).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_is_said_otherwise_than_several() {
        let totals = Totals { all: 4, meets: 1, cannot_tell: 2, does_not_meet: 1 };
        assert_eq!(in_words(totals, true), "1 meets, 2 cannot be told, 1 does not meet.");
        let totals = Totals { all: 4000, meets: 0, cannot_tell: 1000, does_not_meet: 3000 };
        assert_eq!(in_words(totals, true), "0 meet, 1,000 cannot be told, 3,000 do not meet.");
        assert_eq!(in_words(Totals { meets: 1, ..totals }, false), "Nothing is required: 1 vendor shown.");
    }
}
