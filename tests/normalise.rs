//! How well free text is read: lists of spellings, written before the reader was.
#![cfg(not(target_arch = "wasm32"))]

use std::{collections::BTreeSet, path::Path};

use proptest::prelude::*;
use vendor_compare::{
    catalogue::{Catalogue, directory, spelling::key},
    curation::normalise::{Gazetteer, Reading, Registry, durations},
};

fn catalogue() -> Catalogue {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let loaded = directory::load(&folder);
    loaded.unwrap_or_else(|problems| panic!("{problems:#?}")).1
}

/// The rows of a list in `tests/fixtures/normalise`, without the heading.
fn list(name: &str) -> Vec<csv::StringRecord> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/normalise").join(name);
    let rows = csv::Reader::from_path(&file).unwrap().into_records().collect::<Result<Vec<_>, _>>();
    rows.unwrap()
}

/// What was found, with what the text adds to a length of time: "PT8H:business".
fn found(reading: &Reading, accepted: bool, with_details: bool) -> BTreeSet<String> {
    let found = reading.found.iter().filter(|found| found.confidence.is_accepted() == accepted);
    let shown = found.map(|found| match with_details && accepted {
        true => std::iter::once(&found.id).chain(&found.details).cloned().collect::<Vec<_>>().join(":"),
        false => found.id.clone(),
    });
    shown.collect()
}

fn words(text: &str) -> BTreeSet<String> {
    text.split_whitespace().map(str::to_owned).collect()
}

/// At least 95 % are read as expected: what is accepted, and what is proposed for somebody to look at. And what must
/// not be accepted never is.
fn assert_read(name: &str, with_details: bool, read: impl Fn(&str) -> Reading) {
    let rows = list(name);
    let mut wrong = Vec::new();
    let mut accepted_wrongly = Vec::new();
    for row in &rows {
        let reading = read(&row[0]);
        let (accepted, proposed) =
            (found(&reading, true, with_details), found(&reading, false, with_details));
        if (&accepted, &proposed) != (&words(&row[1]), &words(&row[2])) {
            wrong.push(format!("{:?}: accepted {accepted:?}, proposed {proposed:?}", &row[0]));
        }
        if !accepted.is_subset(&words(&row[1])) {
            accepted_wrongly.push(row[0].to_owned());
        }
    }
    let right = rows.len() - wrong.len();
    println!("{name}: {right} of {} are read as expected\n{}", rows.len(), wrong.join("\n"));
    assert_eq!(accepted_wrongly, [""; 0], "{name}: accepted for what it is not");
    assert!(right * 100 >= rows.len() * 95, "{name}: only {right} of {}", rows.len());
}

#[test]
fn spellings_of_certifications_are_read() {
    let rows = list("certifications.csv");
    let near_misses = rows.iter().filter(|row| row[1].is_empty() && row[2].is_empty()).count();
    assert!(rows.len() >= 200 && near_misses >= 40, "{} spellings, {near_misses} near misses", rows.len());
    let catalogue = catalogue();
    let registry = Registry::of(&catalogue.certifications);
    assert_read("certifications.csv", false, |text| registry.read(text));
}

#[test]
fn spellings_of_places_are_read() {
    let gazetteer = Gazetteer::of(&catalogue().places);
    assert_read("places.csv", false, |text| gazetteer.read(text));
}

#[test]
fn spellings_of_durations_are_read() {
    assert_read("durations.csv", true, durations);
}

/// What is said beside the ids: editions, limits and clocks, and what was not understood.
#[test]
fn what_a_text_adds_is_told() {
    let catalogue = catalogue();
    let registry = Registry::of(&catalogue.certifications);
    let told = |text: &str| {
        let reading = registry.read(text);
        let found =
            reading.found.iter().map(|f| format!("{} {}", f.id, f.details.join(",")).trim().to_owned());
        (found.collect::<Vec<_>>(), reading.rest)
    };
    for (text, found, rest) in [
        ("ISO/IEC 27001:2022 certified (BSI)", &["iso-27001 2022"][..], &["BSI"][..]),
        // The type at the end is that of all which have types.
        ("SOC 1, 2 & 3 Type II", &["soc-1 Type II", "soc-2 Type II", "soc-3"], &[]),
        ("SOC 1 Type I, SOC 2 Type II", &["soc-1 Type I", "soc-2 Type II"], &[]),
        ("Type II SOC 2", &["soc-2 Type II"], &[]),
        ("ISO 27001:2013/2022", &["iso-27001 2013,2022"], &[]),
        // The year of a certificate is no edition.
        ("ISO 27001 certified since 2013", &["iso-27001"], &["2013"]),
        ("FedRAMP High, high availability", &["fedramp High"], &["high"]),
        ("DoD IL4/IL5", &["dod-il IL4,IL5"], &[]),
        ("TISAX and no ISO 27001", &["tisax"], &["ISO 27001 (the text denies it)"]),
        ("ISO 27001, our promise of care", &["iso-27001"], &["promise", "care"]),
    ] {
        assert_eq!(
            told(text),
            (found.iter().map(|s| (*s).to_owned()).collect(), rest.iter().map(|s| (*s).to_owned()).collect()),
            "{text}"
        );
    }
}

/// A name and its aliases are read as the entry, with every edition.
#[test]
fn every_spelling_of_the_registry_is_read() {
    let catalogue = catalogue();
    let registry = Registry::of(&catalogue.certifications);
    for entry in &catalogue.certifications {
        for name in entry.names() {
            let with_editions = entry
                .editions
                .iter()
                .map(|edition| (format!("{name} {}", edition.name), Some(&edition.name)));
            for (text, edition) in with_editions.chain([(name.to_owned(), None)]) {
                let reading = registry.read(&text);
                let found = reading.found.iter().find(|found| found.id == entry.id.as_str());
                let found = found.unwrap_or_else(|| panic!("{text:?}: {reading:?}"));
                assert!(edition.is_none_or(|edition| found.details.contains(edition)), "{text:?}: {found:?}");
            }
        }
    }
}

/// A digit that differs makes another standard, wherever in a name it stands.
#[test]
fn a_digit_off_is_never_the_same() {
    let catalogue = catalogue();
    let registry = Registry::of(&catalogue.certifications);
    for entry in &catalogue.certifications {
        // "MTCS SS 585" still names MTCS.
        let holds_another =
            |name: &&str| entry.names().any(|other| other != *name && key(name).contains(&key(other)));
        for name in entry.names().filter(|name| !holds_another(name)) {
            for (at, digit) in name.char_indices().filter_map(|(at, letter)| Some((at, letter.to_digit(10)?)))
            {
                let other = (digit + 1) % 10;
                let text = format!("{}{other}{}", &name[..at], &name[at + 1..]);
                let reading = registry.read(&text);
                let same = reading.found.iter().find(|found| found.id == entry.id.as_str());
                assert!(same.is_none(), "{text:?} is read as {same:?}");
            }
        }
    }
}

#[test]
fn no_text_makes_it_stumble() {
    let catalogue = catalogue();
    let (registry, gazetteer) = (Registry::of(&catalogue.certifications), Gazetteer::of(&catalogue.places));
    let parts = "(ISO|IEC|SOC|27001|2|II|Type|Germany|US|30|days|within|no|,|;|/|&|\\+|\\(|\\)|\\.|-|:| |❌|é|日|.){0,25}";
    proptest!(ProptestConfig::with_cases(500), |(text in parts)| {
        for reading in [registry.read(&text), gazetteer.read(&text), durations(&text)] {
            prop_assert!(reading.found.iter().all(|found| found.confidence.is_accepted() == found.doubts.is_empty()));
            prop_assert!(reading.rest.iter().all(|rest| !rest.trim().is_empty()));
        }
    });
}
