//! Advice: what is no error and still deserves a curator's look.

use std::collections::HashMap;

use super::age::Dates;
use crate::catalogue::{
    Catalogue,
    claim::{Assertion, Claim},
    date::Date,
    document::Document,
    id::DocumentId,
    order,
    provider::Provider,
    value::{List, Places, Value},
};

/// What an advice is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    Expired,
    PlanPassed,
    PlanUndated,
    Repeated,
    Disagreeing,
    OpenList,
    UndatedDocument,
    UncitedDocument,
}

impl Kind {
    /// In the order in which they are shown: the most pressing first.
    pub const ALL: [Kind; 8] = [
        Kind::Expired,
        Kind::PlanPassed,
        Kind::PlanUndated,
        Kind::Repeated,
        Kind::Disagreeing,
        Kind::OpenList,
        Kind::UndatedDocument,
        Kind::UncitedDocument,
    ];

    /// The name in JSON.
    pub fn id(self) -> &'static str {
        match self {
            Kind::Expired => "expired",
            Kind::PlanPassed => "plan-passed",
            Kind::PlanUndated => "plan-undated",
            Kind::Repeated => "repeated",
            Kind::Disagreeing => "disagreeing",
            Kind::OpenList => "open-list",
            Kind::UndatedDocument => "undated-document",
            Kind::UncitedDocument => "uncited-document",
        }
    }

    /// What it is, and what can be done.
    pub fn in_words(self) -> (&'static str, &'static str) {
        match self {
            Kind::Expired => ("claims that have run out", "look for what came after them"),
            Kind::PlanPassed => ("plans whose day has passed", "ask whether it is there by now"),
            Kind::PlanUndated => {
                ("plans without a last day", "give \"planned_by\", so that it shows when they have passed")
            }
            Kind::Repeated => ("claims that say the same twice", "make them one, with the evidence of both"),
            Kind::Disagreeing => (
                "claims about one thing that do not agree",
                "make them one in state \"unclear\" with a reading each, or give each its scope",
            ),
            Kind::OpenList => ("open lists", "ask the vendor for the whole list"),
            Kind::UndatedDocument => (
                "documents without a date",
                "the age of claims is not known: give the date of the document, or \"as_of\" in the claims",
            ),
            Kind::UncitedDocument => ("documents that nothing cites", "read them, or take them out"),
        }
    }
}

/// A piece of advice at a path of a text.
#[derive(Debug, Clone, PartialEq)]
pub struct Advice {
    pub kind: Kind,
    pub path: String,
    /// What it is about, in words.
    pub message: String,
}

/// What can be said of one provider's claims.
pub fn on_claims(provider: &Provider, as_of: Date) -> Vec<Advice> {
    let mut all: Vec<Advice> = Vec::new();
    for (index, claim) in provider.claims.iter().enumerate() {
        let scope = claim.scope.as_ref().map_or_else(String::new, |scope| format!(" ({scope})"));
        let one = on_claim(claim, as_of).into_iter().map(|(kind, field, message)| {
            let message = format!("{}{scope}{message}", claim.row);
            Advice { kind, path: format!("claims[{index}]{field}"), message }
        });
        all.extend(one);
    }
    all.extend(on_pairs(&provider.claims));
    all
}

/// What can be said of a claim alone: the kind, the field, and the words after the name of the row.
fn on_claim(claim: &Claim, as_of: Date) -> Vec<(Kind, &'static str, String)> {
    let mut all = Vec::new();
    if let Some(last) = claim.expires.filter(|last| *last < as_of) {
        all.push((Kind::Expired, ".expires", format!(" ran out on {last}")));
    }
    match &claim.assertion {
        Assertion::Planned { by: Some(by), .. } if *by < as_of => {
            all.push((Kind::PlanPassed, ".planned_by", format!(" was planned until {by}")));
        }
        Assertion::Planned { when: Some(when), by: None } => {
            all.push((Kind::PlanUndated, ".planned_for", format!(" is planned for {when}")));
        }
        assertion if assertion.value().is_some_and(is_open) => {
            all.push((Kind::OpenList, ".value", String::new()));
        }
        _ => {}
    }
    all
}

fn is_open(value: &Value) -> bool {
    match value {
        Value::Places(Places::All { open, .. }) => *open,
        Value::Certificates(List { open, .. }) => *open,
        Value::Providers(List { open, .. }) => *open,
        Value::Ids(List { open, .. }) => *open,
        _ => false,
    }
}

/// What can be said of two claims about one thing: the same row, holder and scope.
fn on_pairs(claims: &[Claim]) -> Vec<Advice> {
    let thing = |index: usize| (&claims[index].row, &claims[index].holder, &claims[index].scope);
    // Claims about one thing come to stand side by side.
    let order = order::positions(claims.len(), &|a, b| thing(a).cmp(&thing(b)));
    let pairs = order.windows(2).filter(|pair| thing(pair[0]) == thing(pair[1]));
    let advice = |pair: &[usize]| {
        let (first, second) = (&claims[pair[0]], &claims[pair[1]]);
        let (kind, words) = match (first.assertion == second.assertion, certain(first) && certain(second)) {
            (true, _) => (Kind::Repeated, "says what stands at"),
            (false, true) => (Kind::Disagreeing, "does not agree with"),
            _ => return None,
        };
        let message = format!("{} {words} claims[{}]", second.row, pair[0]);
        Some(Advice { kind, path: format!("claims[{}]", pair[1]), message })
    };
    pairs.filter_map(advice).collect()
}

/// Whether the claim gives the one answer, beside which there is no room for another.
fn certain(claim: &Claim) -> bool {
    match &claim.assertion {
        Assertion::No => true,
        Assertion::Stated(value) | Assertion::Inherited(value) => {
            // Lists add up, and so may texts.
            !matches!(value, Value::Certificates(_) | Value::Providers(_) | Value::Ids(_) | Value::Text(_))
        }
        _ => false,
    }
}

/// Who cites which document, gathered provider by provider.
#[derive(Default)]
pub struct Citations(HashMap<DocumentId, Citation>);

#[derive(Default)]
struct Citation {
    claims: usize,
    /// Claims whose age nothing tells.
    ageless: usize,
}

impl Citations {
    pub fn add(&mut self, provider: &Provider, dates: &Dates) {
        for claim in &provider.claims {
            let ageless = usize::from(dates.known_to_hold(claim).is_none());
            let mut cited: Vec<&DocumentId> = claim.all_evidence().map(|e| &e.document).collect();
            cited.sort();
            cited.dedup();
            for document in cited {
                let citation = self.0.entry(document.clone()).or_default();
                citation.claims += 1;
                citation.ageless += ageless;
            }
        }
    }

    /// What can be said of the documents.
    pub fn on_documents(&self, catalogue: &Catalogue) -> Vec<Advice> {
        let advice = |(index, document): (usize, &Document)| {
            let path = format!("documents[{index}]");
            match self.0.get(&document.id) {
                None => Some(Advice { kind: Kind::UncitedDocument, path, message: document.id.to_string() }),
                Some(Citation { ageless: 0, .. }) => None,
                Some(Citation { claims, ageless }) if document.date.is_none() => {
                    let message = format!("{}: {ageless} of its {claims} claims", document.id);
                    Some(Advice { kind: Kind::UndatedDocument, path, message })
                }
                Some(_) => None,
            }
        };
        catalogue.documents.iter().enumerate().filter_map(advice).collect()
    }
}
