//! Compare software vendors by region, certification and data retention, with evidence.

pub mod catalogue;
pub mod comparison;
pub mod embedded;
pub mod engine;
pub mod export;
pub mod requirement;
pub mod state;

// The curator's side, which no visitor loads.
#[cfg(not(target_arch = "wasm32"))]
pub mod curation;

// The browser side. A native build leaves it out, so nothing to its left can come to depend on a browser.
#[cfg(target_arch = "wasm32")]
pub mod embed;
#[cfg(target_arch = "wasm32")]
pub mod ui;
