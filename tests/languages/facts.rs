//! What is said of all vendors of the built-in catalogue, about requirements of every kind on every row.

use std::collections::BTreeSet;

use vendor_compare::{
    catalogue::{
        Catalogue,
        claim::Assertion,
        date::Date,
        row::{Kind, Row},
        value::Value,
    },
    comparison::questions,
    embedded,
    requirement::{
        Requirement,
        evaluate::{Context, evaluate},
        outcome::Outcome,
        parse::parse,
        words,
    },
};

/// Requirements, reasons and questions as sentences, without the words of documents in them.
pub fn sentences() -> BTreeSet<String> {
    let catalogue = embedded::catalogue().unwrap();
    let context = Context { catalogue: &catalogue, as_of: Date::new(2026, 11, 22).unwrap() };
    let quoted = quoted(&catalogue);
    let mut said = BTreeSet::new();
    for requirement in requirements(&catalogue) {
        said.insert(words::requirement(&requirement, &catalogue));
        said.insert(words::subject(&requirement.subject, &catalogue));
        for vendor in catalogue.vendors() {
            let finding = evaluate(&requirement, vendor, context);
            said.insert(words::verdict(finding.verdict).to_owned());
            said.extend(words::finding(&finding, &requirement, context));
        }
        let requirements = [requirement];
        let outcome = Outcome::of(&requirements, context);
        said.extend(
            questions::of(&outcome, &requirements, context).into_iter().map(|question| question.text),
        );
    }
    said.into_iter()
        .map(|sentence| quoted.iter().fold(sentence, |text, words| text.replace(words, "")))
        .collect()
}

/// What stays as documents say it, longest first.
fn quoted(catalogue: &Catalogue) -> Vec<String> {
    let mut quoted = Vec::new();
    for claim in catalogue.providers.iter().flat_map(|provider| &provider.claims) {
        quoted.extend(claim.scope.clone());
        let values = match &claim.assertion {
            Assertion::Unclear(readings) => readings.iter().map(|reading| &reading.value).collect(),
            other => other.value().into_iter().collect::<Vec<_>>(),
        };
        quoted.extend(values.into_iter().filter_map(|value| match value {
            Value::Text(text) => Some(text.clone()),
            _ => None,
        }));
        match &claim.assertion {
            Assertion::Elsewhere { see } => quoted.push(see.clone()),
            Assertion::Planned { when, .. } => quoted.extend(when.clone()),
            _ => {}
        }
    }
    quoted.extend(catalogue.certifications.iter().map(|entry| entry.name.clone()));
    quoted.sort_by_key(|words| std::cmp::Reverse(words.len()));
    quoted
}

/// Every test that fits a row, with and without its turns.
fn requirements(catalogue: &Catalogue) -> Vec<Requirement> {
    let mut texts: Vec<String> = [
        "region in EEA",
        "region has NL,IE",
        "region has-any US,CH",
        "cert has iso-27001",
        "cert has-any iso-27001,soc-2",
    ]
    .map(str::to_owned)
    .into();
    texts.extend(
        catalogue.rows().flat_map(|row| tests(row).into_iter().map(|test| format!("{} {test}", row.id))),
    );
    let turns = |text: &String| {
        let (subject, test) = text.split_once(' ').unwrap();
        [
            text.clone(),
            format!("not {text}"),
            format!("{subject}@host {test} by-default"),
            format!("{subject}@any {test} or-cannot-tell"),
        ]
    };
    texts.iter().flat_map(turns).flat_map(|text| parse(&text, catalogue).requirements).collect()
}

fn tests(row: &Row) -> Vec<String> {
    let terms = || row.terms.iter().map(|term| term.id.to_string()).collect::<Vec<_>>().join(",");
    let tests: Vec<String> = match row.kind {
        Kind::Places => ["in EEA,CH", "has NL,IE", "has-any US"].map(str::to_owned).into(),
        Kind::Certificates => ["has iso-27001,gdpr", "has-any iso-27001,soc-2"].map(str::to_owned).into(),
        Kind::Providers => ["has azure", "has-any azure,nats"].map(str::to_owned).into(),
        Kind::Provider => vec!["is azure".to_owned()],
        Kind::Ids => vec![format!("has {}", terms()), format!("has-any {}", terms())],
        Kind::Duration => ["<= P30D", ">= P1Y", "<= PT8H"].map(str::to_owned).into(),
        Kind::Percentage => ["<= 99.5", ">= 99.9"].map(str::to_owned).into(),
        Kind::Number => ["<= 1", ">= 2"].map(str::to_owned).into(),
        Kind::Date => ["<= 2024-01-01", ">= 2024-01-01"].map(str::to_owned).into(),
        Kind::Boolean => vec!["is yes".to_owned(), "is no".to_owned()],
        Kind::Text => Vec::new(),
    };
    tests.into_iter().chain(["is-stated".to_owned()]).collect()
}
