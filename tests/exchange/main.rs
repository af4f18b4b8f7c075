//! Imports and exports, on the fictional catalogue: tables of claims, questionnaires, workbooks, and the commands.
#![cfg(not(target_arch = "wasm32"))]

mod answers;
mod claims;
mod command;
mod own;
mod questionnaire;
mod workbook;

use std::{
    path::{Path, PathBuf},
    sync::LazyLock,
};

use vendor_compare::{
    catalogue::{Catalogue, directory, source::CatalogueSource},
    exchange::{Base, Imported},
};

static SOURCE: LazyLock<CatalogueSource> =
    LazyLock::new(|| directory::load(&here("tests/fixtures/catalogue")).unwrap().0);

/// The folder that what a curator imports must fit.
fn base() -> Base {
    Base::of_source(&SOURCE)
}

/// The catalogue beside which a visitor puts something.
fn catalogue() -> Catalogue {
    directory::load(&here("tests/fixtures/catalogue")).unwrap().1
}

fn here(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// What is wrong, a line each.
fn said(imported: &Imported) -> Vec<String> {
    imported.problems.iter().map(ToString::to_string).collect()
}

/// The rows that the only profile makes claims about.
fn rows(imported: &Imported) -> Vec<&str> {
    let [profile] = &imported.profiles[..] else { panic!("{:#?}", imported.profiles) };
    profile.claims.iter().map(|claim| &*claim.row).collect()
}
