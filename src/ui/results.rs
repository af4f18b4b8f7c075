//! The vendors in their three groups.

use yew::prelude::*;

use super::{card::Card, page::use_page, verdict::VerdictMark};
use crate::requirement::{verdict::Verdict, words};

#[component]
pub fn Results() -> Html {
    let page = use_page();
    let asked = !page.state.requirements.is_empty();
    html! {
        <section class="results" aria-labelledby="results-heading">
            <h2 id="results-heading">{ "Results" }</h2>
            if asked {
                { for [Verdict::Yes, Verdict::Unknown, Verdict::No].map(|verdict| html! { <Group {verdict}/> }) }
                <p class="small muted">
                    { "Order inside a group: fewest open points first, then by name. No score, nobody pays for a place." }
                </p>
            } else {
                <Cards verdict={None}/>
            }
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct GroupProps {
    verdict: Verdict,
}

#[component]
fn Group(GroupProps { verdict }: &GroupProps) -> Html {
    let page = use_page();
    let count = page.outcome.group(*verdict).count();
    let meaning = match (verdict, count) {
        (Verdict::Yes, 0) => "No vendor states everything that is asked for.",
        (Verdict::Yes, _) => "Every requirement holds on what the documents say.",
        (Verdict::Unknown, 0) => "Nothing is left open.",
        (Verdict::Unknown, _) => "Nothing speaks against them; something is not said.",
        (Verdict::No, 0) => "No document rules a requirement out.",
        (Verdict::No, _) => "The document itself rules at least one requirement out.",
    };
    let id = format!("group-{}", super::verdict::class(*verdict));
    let text = format!("{}: {count}", words::verdict(*verdict));
    html! {
        <section class="group" aria-labelledby={id.clone()}>
            <div class="group__h">
                <h3 {id}><VerdictMark verdict={*verdict} {text}/></h3>
                <p>{ meaning }</p>
            </div>
            <Cards verdict={Some(*verdict)}/>
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct CardsProps {
    /// The group; `None` is every vendor.
    verdict: Option<Verdict>,
}

#[component]
fn Cards(CardsProps { verdict }: &CardsProps) -> Html {
    let page = use_page();
    let shown =
        page.outcome.assessments.iter().filter(|a| verdict.is_none_or(|verdict| a.verdict == verdict));
    html! {
        <ul class="cards">
            { for shown.map(|a| html! { <Card key={a.vendor.as_str()} vendor={a.vendor.clone()}/> }) }
        </ul>
    }
}
