//! What holds for the registry of certifications and for the groups of places, whatever is added to them.
#![cfg(not(target_arch = "wasm32"))]

use std::{collections::BTreeMap, path::Path};

use vendor_compare::catalogue::{
    Catalogue,
    date::Date,
    directory,
    id::GroupId,
    place::{Area, PlaceSet},
    spelling,
};

/// The registry as it is written; the embedded one has no spellings and no issuers.
fn catalogue() -> Catalogue {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let loaded = directory::load(&folder);
    loaded.unwrap_or_else(|problems| panic!("{problems:#?}")).1
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn area(catalogue: &Catalogue, group: &str, on: &str) -> Area {
    catalogue.area(&GroupId::new(group), day(on))
}

fn codes(places: &PlaceSet) -> String {
    places.iter().map(|place| place.to_string()).collect::<Vec<_>>().join(" ")
}

#[test]
fn the_registry_holds_what_procurement_meets() {
    let catalogue = catalogue();
    assert!(catalogue.certifications.len() >= 80, "{}", catalogue.certifications.len());
    for entry in &catalogue.certifications {
        // GxP and the like are words of a trade: nobody issues them.
        let nobody_issues = entry.id == *"gxp";
        assert!(entry.issuer.is_some() || nobody_issues, "{} has no issuer", entry.id);
        assert!(
            entry.issuer.as_ref().is_none_or(|issuer| issuer.len() <= 32),
            "{}: a short issuer",
            entry.id
        );
    }
    let found = |id: &str| catalogue.certifications.iter().find(|entry| entry.id == *id).unwrap();
    assert!(found("eucs").planned && !found("eucs").counts());
    assert_eq!(found("privacy-shield").ended, Some(day("2020-07-15")));
}

/// A spelling leads to one entry, and so does an id: also where a reader takes away what is between the letters.
#[test]
fn each_spelling_of_a_certification_belongs_to_one() {
    let catalogue = catalogue();
    let mut owner: BTreeMap<String, &str> = BTreeMap::new();
    for entry in &catalogue.certifications {
        let editions: Vec<&str> = entry.editions.iter().flat_map(|edition| edition.names()).collect();
        for name in entry.names() {
            let with_edition = editions.iter().map(|edition| format!("{name} {edition}"));
            for spelling in with_edition.chain([name.to_owned(), entry.id.to_string()]) {
                assert!(entry.is_spelled(&spelling) || spelling == entry.id.as_str(), "{spelling}");
                let before = owner.insert(spelling::key(&spelling), entry.id.as_str());
                assert!(
                    before.is_none_or(|before| before == entry.id.as_str()),
                    "{spelling} leads to {} and to {before:?}",
                    entry.id
                );
            }
        }
    }
}

#[test]
fn the_eu_and_the_eea_have_their_members_of_the_day() {
    let catalogue = catalogue();
    let count = |group: &str, on: &str| area(&catalogue, group, on).certain.len();
    assert_eq!(count("EU", "2026-11-22"), 27);
    assert_eq!(count("EEA", "2026-11-22"), 30);
    assert_eq!(count("EU", "2019-06-30"), 28);
    assert_eq!(count("EU", "2020-01-31"), 28);
    assert_eq!(count("EU", "2020-02-01"), 27);
    assert_eq!(count("EU", "2013-07-01"), 28);
    assert_eq!(count("EU", "2013-06-30"), 27);
    assert_eq!(count("EU", "1957-12-31"), 0);
    let of = |group| area(&catalogue, group, "2026-11-22").certain;
    assert_eq!(codes(&of("EEA").difference(&of("EU"))), "IS LI NO");
    assert_eq!(codes(&of("EEA-CH").difference(&of("EEA"))), "CH");
}

#[test]
fn adequacy_is_that_of_the_day_and_may_have_a_condition() {
    let catalogue = catalogue();
    let on = |day| area(&catalogue, "ADEQUACY", day);
    assert_eq!(codes(&on("2026-11-22").certain), "AD AR BR CH FO GB GG IL IM JE KR NZ UY");
    assert_eq!(codes(&on("2026-11-22").conditional), "CA JP US");
    // Between the end of the Privacy Shield and the Data Privacy Framework.
    assert_eq!(codes(&on("2021-06-27").conditional), "CA JP");
    assert!(!on("2021-06-27").certain.contains(&"GB".parse().unwrap()));
    assert!(!on("2032-01-01").certain.contains(&"GB".parse().unwrap()));
}

#[test]
fn a_union_of_groups_holds_what_each_of_them_holds() {
    let catalogue = catalogue();
    for on in ["2026-11-22", "2020-12-31", "2021-01-01", "2016-08-01"] {
        let parts = area(&catalogue, "EEA", on).union(&area(&catalogue, "ADEQUACY", on));
        assert_eq!(area(&catalogue, "EEA-ADEQUACY", on), parts, "{on}");
    }
}

/// A group is told from the others by what a visitor reads.
#[test]
fn groups_are_told_apart() {
    let catalogue = catalogue();
    let names: Vec<&String> = catalogue.groups.iter().map(|group| &group.name).collect();
    let mut once = names.clone();
    once.sort();
    once.dedup();
    assert_eq!(once.len(), names.len());
    let conditions = catalogue.groups.iter().flat_map(|g| &g.members).filter_map(|m| m.condition.as_ref());
    for condition in conditions {
        assert!(condition.starts_with("for ") && !condition.ends_with('.'), "{condition}");
    }
}
