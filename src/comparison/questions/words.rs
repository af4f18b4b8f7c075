//! A question in plain words, after the type of its row; and why it is open.

use super::open::{Open, disagrees};
use crate::{
    catalogue::{
        Catalogue,
        claim::{Claim, Evidence},
        provider::Provider,
        row::{About, Kind, Role, Row},
        words::{capitalised, joined},
    },
    language::{english, phrase, say},
    requirement::{
        Requirement, Terms, Test,
        evaluate::Context,
        ground::{Fact, Ground},
        words,
    },
};

/// The question about an open row, for the requirements asked.
pub fn text(open: &Open, vendor: &Provider, asked: &[&Requirement], catalogue: &Catalogue) -> String {
    let row = open.row;
    let mut text = match row.kind {
        Kind::Places => places(row, open.grounds.iter().any(|(_, ground)| says_it_exists(ground, vendor))),
        Kind::Certificates => certificates(row, &asked_names(asked, row, catalogue)),
        Kind::Providers | Kind::Ids => list(row, &asked_names(asked, row, catalogue)),
        _ => phrase("“{}”: {}{}", &[&say(&row.name), &scalar(row), &bounds(asked)]),
    };
    if asked.iter().any(|requirement| requirement.by_default) {
        text += say(" Is it so by default, or only as an option?");
    }
    if !open.conflicts.is_empty() {
        text += say(" Our sources disagree; which of the statements below is right?");
    }
    text
}

/// Whether the catalogue says that there is such a place, so that a question may take it for granted.
fn says_it_exists(ground: &Ground, vendor: &Provider) -> bool {
    let affirmed = |index: &usize| vendor.claims.get(*index).is_some_and(|c| c.assertion.value().is_some());
    let on_row = |index: &usize| vendor.claims.get(*index).is_some_and(|c| c.row == ground.row);
    match &ground.fact {
        Fact::Places { .. } | Fact::OneOf { .. } => true,
        Fact::Unnamed { .. } => ground.claims.iter().any(|index| affirmed(index) || on_row(index)),
        _ => false,
    }
}

fn places(row: &Row, exists: bool) -> String {
    let country = match (row.role, exists) {
        (Some(Role::Primary), _) => english("In which country is the data hosted?"),
        (Some(Role::Secondary), true) => english("In which country is the second place of the data?"),
        (Some(Role::Secondary), false) => {
            english("Is there a second place for the data? If so, in which country?")
        }
        (Some(Role::Backup), true) => english("In which country are the backups kept?"),
        (Some(Role::Backup), false) => english("Are backups made? If so, in which country are they kept?"),
        (Some(Role::AiProcessing), true) => english("In which country does AI process the data?"),
        (Some(Role::AiProcessing), false) => english("Does AI process the data? If so, in which country?"),
        (None, _) => return phrase("“{}”: in which country? Please name every place.", &[&say(&row.name)]),
    };
    format!("{} {}", say(country), say("Please name every place."))
}

fn certificates(row: &Row, names: &[String]) -> String {
    let names = joined(names, "and");
    let held = if names.is_empty() { say("certificates").to_owned() } else { names };
    let question = match row.about {
        About::Vendor => phrase("Do you yourself hold {}?", &[&held]),
        About::Host => {
            phrase("Where your service runs at a host: does the host hold {} for what you use?", &[&held])
        }
        About::Partner => {
            phrase("“{}”: where there is such a partner, does it hold {}?", &[&say(&row.name), &held])
        }
    };
    question + say(" Please name for each certificate its scope, its issuer and its last day.")
}

fn list(row: &Row, names: &[String]) -> String {
    let which = match (row.kind, &row.terms[..]) {
        (Kind::Ids, terms) if !terms.is_empty() => {
            let terms: Vec<&str> = terms.iter().map(|term| say(&term.name)).collect();
            phrase("which of these apply: {}?", &[&joined(&terms, "or")])
        }
        (Kind::Providers, _) => say("which providers?").to_owned(),
        _ => say("which?").to_owned(),
    };
    let asked = match names {
        [] => String::new(),
        [one] => phrase(" Is {} among them?", &[&one]),
        several => phrase(" Are {} among them?", &[&joined(several, "and")]),
    };
    phrase("“{}”: {}{} Is your list complete?", &[&say(&row.name), &which, &asked])
}

fn scalar(row: &Row) -> String {
    match row.kind {
        Kind::Duration if row.tells_how_long_kept() => {
            say("how long, counted from when? Is that a fixed time or a limit?").to_owned()
        }
        Kind::Duration => {
            say("how long, counted from when, and in elapsed time or in working hours?").to_owned()
        }
        Kind::Percentage => {
            say("what percentage, over which period? Is that promised to every customer, or an option?")
                .to_owned()
        }
        Kind::Boolean if !row.terms.is_empty() => {
            let terms: Vec<&str> = row.terms.iter().map(|term| say(&term.name)).collect();
            phrase("yes or no? If yes: {}?", &[&joined(&terms, "or")])
        }
        Kind::Boolean => say("yes or no?").to_owned(),
        Kind::Number => say("which number?").to_owned(),
        Kind::Provider => say("which provider is it?").to_owned(),
        Kind::Date => say("which day?").to_owned(),
        _ => say("what applies?").to_owned(),
    }
}

/// What would be enough, each once: " Is it at most 30 days?"
fn bounds(asked: &[&Requirement]) -> String {
    let mut text = String::new();
    for requirement in asked {
        let bound = match &requirement.test {
            Test::AtMost(bound) => words::at_most(bound),
            Test::AtLeast(bound) => words::at_least(bound),
            _ => continue,
        };
        let question = phrase(" Is it {}?", &[&bound]);
        if !text.contains(&question) {
            text += &question;
        }
    }
    text
}

/// What the requirements ask for by name, each once.
fn asked_names(asked: &[&Requirement], row: &Row, catalogue: &Catalogue) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for requirement in asked {
        let (Test::Has(terms) | Test::HasAny(terms)) = &requirement.test else { continue };
        let found: Vec<String> = match terms {
            Terms::Certifications(ids) => ids.iter().map(|id| catalogue.certification_name(id)).collect(),
            Terms::Providers(ids) => ids.iter().map(|id| catalogue.provider_name(id)).collect(),
            Terms::Ids(ids) => ids.iter().map(|id| row.term_name(id)).collect(),
            Terms::Places(_) => Vec::new(),
        };
        for name in found {
            if !names.contains(&name) {
                names.push(name);
            }
        }
    }
    names
}

/// Why the row is open, as sentences without their full stops, each once. Where sources disagree, all of them are quoted,
/// in the words of the catalogue.
pub fn reasons(
    open: &Open,
    vendor: &Provider,
    requirements: &[Requirement],
    context: Context,
) -> Vec<String> {
    let mut reasons: Vec<String> = Vec::new();
    let mut add = |reason: String| {
        if !reasons.contains(&reason) {
            reasons.push(reason);
        }
    };
    for (index, ground) in &open.grounds {
        let quoted = ground.claims.iter().any(|claim| open.conflicts.iter().any(|(_, known)| known == claim));
        if let (Some(requirement), false) = (requirements.get(*index), quoted) {
            add(words::ground(ground, requirement, context));
        }
    }
    let mut claims: Vec<usize> = Vec::new();
    for (_, claim) in &open.conflicts {
        if !claims.contains(claim) {
            claims.push(*claim);
        }
    }
    if !claims.is_empty() {
        let claims = claims.iter().filter_map(|index| vendor.claims.get(*index));
        add(phrase(
            "{}: the sources disagree: {}",
            &[&capitalised(say(&open.row.name)), &quotes(claims, context)],
        ));
    }
    reasons
}

/// What the sources of some claims say, with document and section.
fn quotes<'a>(claims: impl Iterator<Item = &'a Claim>, context: Context) -> String {
    let quote = |evidence: &Evidence| {
        let document = context.catalogue.document(&evidence.document);
        let title = document.map_or(evidence.document.as_str(), |document| &document.title);
        phrase("“{}” ({}, {})", &[&evidence.statement, &title, &evidence.section])
    };
    // The evidence of a claim as a whole stands for no reading where the readings have their own.
    let passages = claims.flat_map(|claim| {
        let skipped = if disagrees(claim) { claim.evidence.len() } else { 0 };
        claim.all_evidence().skip(skipped)
    });
    let mut quotes: Vec<String> = Vec::new();
    for quote in passages.map(quote) {
        if !quotes.contains(&quote) {
            quotes.push(quote);
        }
    }
    quotes.join(say("; "))
}
