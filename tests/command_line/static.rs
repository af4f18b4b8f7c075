//! The table for readers without scripts.

use super::{AS_OF, fixture, not_golden, printed, refused};

const REQUIREMENTS: &str = "region in EEA; cert has iso-27001";

/// A call on the fictional catalogue, on a fixed day.
fn asked(arguments: &[&str]) -> String {
    printed(&[&["--data", &fixture(), "--as-of", AS_OF, "static"], arguments].concat())
}

#[test]
fn it_reads_as_expected() {
    let said = asked(&["--require", REQUIREMENTS, "--providers", "acme,bolt", "--evidence"]);
    let wrong = not_golden("static", &said);
    assert!(wrong.is_none(), "{}", wrong.unwrap_or_default());
}

#[test]
fn it_needs_no_style_no_script_and_no_request() {
    let said = asked(&["--require", REQUIREMENTS, "--evidence"]);
    for sign in [" style=", "<style", "<script", "src=", "href=\"h"] {
        assert!(!said.contains(sign), "{sign}");
    }
    // Every number leads to its passage.
    for (at, mark) in said.match_indices("href=\"#").collect::<Vec<_>>() {
        let id = said[at + mark.len()..].split('"').next().unwrap();
        assert_eq!(said.matches(&format!("id=\"{id}\"")).count(), 1, "{id}");
    }
}

#[test]
fn without_the_flag_only_reasons_have_evidence() {
    let said = asked(&["--providers", "acme,bolt"]);
    assert!(!said.contains("<sup>") && !said.contains("What is required"), "{said}");
    let said = asked(&["--providers", "acme,bolt", "--require", REQUIREMENTS]);
    let (required, rows) = said.split_once("</tbody>").unwrap();
    assert!(required.contains("<sup>") && !rows.contains("<sup>"), "{said}");
}

#[test]
fn it_says_how_many_vendors_it_leaves_out() {
    assert!(asked(&["--providers", "bolt"]).contains("<caption>1 of 6 vendors side by side"));
}

#[test]
fn a_vendor_and_a_requirement_that_are_not_known_are_named() {
    let said = refused(&["static", "--providers", "wflow,avdi"]);
    assert!(said.contains("there is no provider \"avdi\"; did you mean \"avid\"?"), "{said}");
    let said = refused(&["static", "--require", "region in Irland"]);
    assert!(said.contains("did you mean \"IE\"?"), "{said}");
}
