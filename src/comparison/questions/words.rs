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
    requirement::{
        Bound, Requirement, Terms, Test,
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
        _ => format!("“{}”: {}{}", row.name, scalar(row), bounds(asked)),
    };
    if asked.iter().any(|requirement| requirement.by_default) {
        text += " Is it so by default, or only as an option?";
    }
    if !open.conflicts.is_empty() {
        text += " Our sources disagree; which of the statements below is right?";
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
        (Some(Role::Primary), _) => "In which country is the data hosted?",
        (Some(Role::Secondary), true) => "In which country is the second place of the data?",
        (Some(Role::Secondary), false) => "Is there a second place for the data? If so, in which country?",
        (Some(Role::Backup), true) => "In which country are the backups kept?",
        (Some(Role::Backup), false) => "Are backups made? If so, in which country are they kept?",
        (Some(Role::AiProcessing), true) => "In which country does AI process the data?",
        (Some(Role::AiProcessing), false) => "Does AI process the data? If so, in which country?",
        (None, _) => return format!("“{}”: in which country? Please name every place.", row.name),
    };
    format!("{country} Please name every place.")
}

fn certificates(row: &Row, names: &[String]) -> String {
    let names = joined(names, "and");
    let held = if names.is_empty() { "certificates".to_owned() } else { names };
    let question = match row.about {
        About::Vendor => format!("Do you yourself hold {held}?"),
        About::Host => {
            format!("Where your service runs at a host: does the host hold {held} for what you use?")
        }
        About::Partner => format!("“{}”: where there is such a partner, does it hold {held}?", row.name),
    };
    format!("{question} Please name for each certificate its scope, its issuer and its last day.")
}

fn list(row: &Row, names: &[String]) -> String {
    let which = match (row.kind, &row.terms[..]) {
        (Kind::Ids, terms) if !terms.is_empty() => {
            let terms: Vec<&str> = terms.iter().map(|term| &*term.name).collect();
            format!("which of these apply: {}?", joined(&terms, "or"))
        }
        (Kind::Providers, _) => "which providers?".to_owned(),
        _ => "which?".to_owned(),
    };
    let asked = match names {
        [] => String::new(),
        [one] => format!(" Is {one} among them?"),
        several => format!(" Are {} among them?", joined(several, "and")),
    };
    format!("“{}”: {which}{asked} Is your list complete?", row.name)
}

fn scalar(row: &Row) -> String {
    match row.kind {
        Kind::Duration if row.tells_how_long_kept() => {
            "how long, counted from when? Is that a fixed time or a limit?".to_owned()
        }
        Kind::Duration => "how long, counted from when, and in elapsed time or in working hours?".to_owned(),
        Kind::Percentage => {
            "how many percent, over which period? Is that promised to every customer, or an option?"
                .to_owned()
        }
        Kind::Boolean if !row.terms.is_empty() => {
            let terms: Vec<&str> = row.terms.iter().map(|term| &*term.name).collect();
            format!("yes or no? If yes: {}?", joined(&terms, "or"))
        }
        Kind::Boolean => "yes or no?".to_owned(),
        Kind::Number => "which number?".to_owned(),
        Kind::Provider => "which provider is it?".to_owned(),
        Kind::Date => "which day?".to_owned(),
        _ => "what applies?".to_owned(),
    }
}

/// What would be enough, each once: " Is it at most 30 days?"
fn bounds(asked: &[&Requirement]) -> String {
    let mut text = String::new();
    for requirement in asked {
        let (limit, bound) = match &requirement.test {
            Test::AtMost(bound @ Bound::Date(_)) => ("no later than", bound),
            Test::AtLeast(bound @ Bound::Date(_)) => ("no earlier than", bound),
            Test::AtMost(bound) => ("at most", bound),
            Test::AtLeast(bound) => ("at least", bound),
            _ => continue,
        };
        let question = format!(" Is it {limit} {}?", words::bound_in_words(bound));
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
            Terms::Ids(ids) => ids
                .iter()
                .map(|id| row.term(id).map_or_else(|| id.to_string(), |term| term.name.clone()))
                .collect(),
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
        add(format!("{}: the sources disagree: {}", capitalised(&open.row.name), quotes(claims, context)));
    }
    reasons
}

/// What the sources of some claims say, with document and section.
fn quotes<'a>(claims: impl Iterator<Item = &'a Claim>, context: Context) -> String {
    let quote = |evidence: &Evidence| {
        let document = context.catalogue.document(&evidence.document);
        let title = document.map_or(evidence.document.as_str(), |document| &document.title);
        format!("“{}” ({title}, {})", evidence.statement, evidence.section)
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
    quotes.join("; ")
}
