//! Compare software vendors by region, certification and data retention, with evidence.

pub mod catalogue;
pub mod comparison;
pub mod embedded;
pub mod export;
pub mod language;
pub mod pictures;
pub mod project;
pub mod requirement;
pub mod state;

// Files of others, which the page and the command line read.
#[cfg(any(feature = "page", not(target_arch = "wasm32")))]
pub mod exchange;

// The curator's side, which no visitor loads.
#[cfg(not(target_arch = "wasm32"))]
pub mod curation;

// The browser side. A native build leaves it out, so nothing to its left can come to depend on a browser.
#[cfg(all(target_arch = "wasm32", feature = "page"))]
pub mod embed;
#[cfg(all(target_arch = "wasm32", feature = "page"))]
pub mod ui;

// The engine's side, in programs of its own.
#[cfg(all(target_arch = "wasm32", feature = "others"))]
pub mod api;
#[cfg(any(feature = "others", not(target_arch = "wasm32")))]
pub mod engine;
