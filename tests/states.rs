//! Every state and every type of row of the fictional catalogue in `tests/fixtures/catalogue`: what is answered, and in
//! which words.
//!
//! `tests/states.txt` holds one case a paragraph: `vendor: requirement: verdict`, and the sentences below. To add one,
//! write `vendor: requirement` and run with `UPDATE_GOLDEN=1`; then read what it says, aloud.
#![cfg(not(target_arch = "wasm32"))]

use std::{env, fs, path::Path};

use vendor_compare::{
    catalogue::{Catalogue, claim::State, date::Date, directory, row::Kind},
    requirement::{
        evaluate::{Context, evaluate},
        parse::parse,
        words,
    },
};

fn catalogue() -> Catalogue {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/catalogue");
    let loaded = directory::load(&folder);
    loaded.unwrap_or_else(|problems| panic!("{problems:#?}")).1
}

fn context(catalogue: &Catalogue) -> Context<'_> {
    Context { catalogue, as_of: Date::new(2026, 11, 22).unwrap() }
}

/// What is said to a line of the table.
fn answered(line: &str, catalogue: &Catalogue) -> String {
    let mut parts = line.splitn(3, ": ");
    let (vendor, text) = (parts.next().unwrap(), parts.next().unwrap_or_default());
    let parsed = parse(text, catalogue);
    assert_eq!(parsed.errors, [], "{line}");
    let provider = catalogue.providers.iter().find(|p| p.id == *vendor).unwrap_or_else(|| panic!("{line}"));
    let requirement = &parsed.requirements[0];
    let finding = evaluate(requirement, provider, context(catalogue));
    let verdict = words::verdict(finding.verdict).to_lowercase();
    let mut answer = format!("{vendor}: {text}: {verdict}\n");
    for sentence in words::finding(&finding, requirement, context(catalogue)) {
        answer.push_str(&format!("    {sentence}\n"));
    }
    answer
}

#[test]
fn every_state_is_answered_in_the_expected_words() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/states.txt");
    let expected = fs::read_to_string(&path).unwrap();
    let catalogue = catalogue();
    let said: String = expected
        .lines()
        .filter(|line| !line.starts_with(' '))
        .map(|line| match line {
            comment if comment.is_empty() || comment.starts_with('#') => format!("{comment}\n"),
            case => answered(case, &catalogue),
        })
        .collect();
    if env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(&path, &said).unwrap();
        return;
    }
    for (expected, said) in expected.lines().zip(said.lines()) {
        assert_eq!(said, expected, "see tests/states.txt");
    }
    assert_eq!(said, expected);
}

#[test]
fn the_fixture_has_every_state_and_every_type() {
    let catalogue = catalogue();
    let claims = || catalogue.providers.iter().flat_map(|p| &p.claims);
    for state in State::ALL {
        assert!(claims().any(|c| c.assertion.state() == state), "no claim is {}", state.id());
    }
    for kind in Kind::ALL {
        let row = catalogue.rows().find(|row| row.kind == kind).unwrap_or_else(|| panic!("{}", kind.id()));
        assert!(claims().any(|c| c.row == row.id), "nothing is claimed about {}", row.id);
    }
}

/// No sentence is empty, ends like one, or shows an id where a name belongs.
#[test]
fn sentences_are_whole() {
    let catalogue = catalogue();
    let table = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/states.txt")).unwrap();
    for sentence in table.lines().filter_map(|line| line.strip_prefix("    ")) {
        let first = sentence.chars().next().unwrap();
        assert!(first.is_uppercase() && !sentence.ends_with('.'), "{sentence}");
        let mut ids = catalogue.rows().map(|row| row.id.as_str()).filter(|id| id.contains('-'));
        assert_eq!(ids.find(|id| sentence.contains(id)), None, "{sentence}");
    }
}

/// A negation is a sentence of its own, and says what it means; what lies partly inside is not called inside.
#[test]
fn requirements_read_as_sentences() {
    let catalogue = catalogue();
    for (text, expected) in [
        ("not region in EEA", "some data is outside the EEA"),
        ("region has DE", "some data is inside Germany"),
        ("not region has DE", "all data, in every role, is outside Germany"),
        ("region has DE,FR", "some data is inside each of Germany and France"),
        ("not region has DE,FR", "no data is inside at least one of Germany and France"),
        ("region is-stated", "the place of all data, in every role, is stated"),
        ("not region is-stated", "the place of some data is not stated"),
        (
            "region-backup has DE,FR",
            "the place of the backups is at least partly inside each of Germany and France",
        ),
        (
            "not region-backup has DE,FR",
            "the place of the backups is wholly outside at least one of Germany and France",
        ),
        ("region-primary has-any DE", "the main place is at least partly inside Germany"),
        ("not region-primary has DE", "the main place is wholly outside Germany"),
        ("not region-primary in DE", "the main place is at least partly outside Germany"),
        ("not cert has-any iso-27001,soc-2", "the vendor itself holds none of ISO 27001 and SOC 2"),
        ("not ret-backup <= P60D", "backups are kept for more than 60 days"),
        ("ret-backup is-stated", "backups are kept for a stated time"),
        ("not ret-backup is-stated", "backups are kept for a time that is not stated"),
        ("ret-backup@host <= P60D", "backups are kept for at most 60 days at the host"),
        ("ret-backup <= P60D or-cannot-tell", "backups are kept for at most 60 days, or it cannot be told"),
    ] {
        let parsed = parse(text, &catalogue);
        let words: Vec<String> =
            parsed.requirements.iter().map(|r| words::requirement(r, &catalogue)).collect();
        assert_eq!(words, [expected], "{:?}", parsed.errors);
    }
}
