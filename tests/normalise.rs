//! How well free text is read: lists of spellings, written before the reader was.
#![cfg(not(target_arch = "wasm32"))]

use std::{collections::BTreeSet, path::Path};

use vendor_compare::{
    catalogue::{Catalogue, directory},
    curation::normalise::{Reading, Registry},
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

fn ids(reading: &Reading, accepted: bool) -> BTreeSet<&str> {
    let found = reading.found.iter().filter(|found| found.confidence.is_accepted() == accepted);
    found.map(|found| found.id.as_str()).collect()
}

fn words(text: &str) -> BTreeSet<&str> {
    text.split_whitespace().collect()
}

/// At least 95 % are read as expected: what is accepted, and what is proposed for somebody to look at. And what must
/// not be accepted never is.
#[test]
fn spellings_of_certifications_are_read() {
    let catalogue = catalogue();
    let registry = Registry::of(&catalogue.certifications);
    let rows = list("certifications.csv");
    let near_misses = rows.iter().filter(|row| row[1].is_empty()).count();
    assert!(rows.len() >= 200 && near_misses >= 40, "{} spellings, {near_misses} near misses", rows.len());
    let mut wrong = Vec::new();
    let mut accepted_wrongly = Vec::new();
    for row in &rows {
        let reading = registry.read(&row[0]);
        let (accepted, proposed) = (ids(&reading, true), ids(&reading, false));
        if (&accepted, &proposed) != (&words(&row[1]), &words(&row[2])) {
            wrong.push(format!("{:?}: accepted {accepted:?}, proposed {proposed:?}", &row[0]));
        }
        if !accepted.is_subset(&words(&row[1])) {
            accepted_wrongly.push(row[0].to_owned());
        }
    }
    let right = rows.len() - wrong.len();
    println!("{right} of {} spellings of certifications are read as expected", rows.len());
    println!("otherwise:\n{}", wrong.join("\n"));
    assert_eq!(accepted_wrongly, [""; 0], "accepted for what it is not");
    assert!(right * 100 >= rows.len() * 95, "only {right} of {}", rows.len());
}
