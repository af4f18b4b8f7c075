//! Laws that hold for every requirement and every vendor, tried on random ones.
#![cfg(not(target_arch = "wasm32"))]

mod comparison;
mod engine;
mod evaluation;
mod exchange;
mod grammar;
mod project;
mod random;
mod worlds;

use std::path::{Path, PathBuf};

use vendor_compare::{
    catalogue::{Catalogue, date::Date, directory, provider::Provider},
    embedded,
    requirement::{
        Requirement,
        evaluate::{Context, evaluate},
        ground::Finding,
        verdict::Verdict,
    },
};

/// The real catalogue; it lives as long as the test program, because strategies hold on to it.
fn embedded_catalogue() -> &'static Catalogue {
    Box::leak(Box::new(embedded::catalogue().unwrap()))
}

fn fixture() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/catalogue")
}

/// The fictional catalogue, small enough that random vendors meet in the same places.
fn small_catalogue() -> &'static Catalogue {
    Box::leak(Box::new(directory::load(&fixture()).unwrap().1))
}

fn today() -> Date {
    Date::new(2026, 11, 22).unwrap()
}

fn finding(requirement: &Requirement, vendor: &Provider, catalogue: &Catalogue) -> Finding {
    evaluate(requirement, vendor, Context { catalogue, as_of: today() })
}

fn verdict(requirement: &Requirement, vendor: &Provider, catalogue: &Catalogue) -> Verdict {
    finding(requirement, vendor, catalogue).verdict
}
