//! Compare software vendors by region, certification and data retention, with evidence.

pub mod catalogue;
pub mod comparison;
pub mod embedded;
pub mod export;
pub mod requirement;
pub mod state;

#[cfg(target_arch = "wasm32")]
pub mod embed;
