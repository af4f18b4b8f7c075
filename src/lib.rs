//! Compare software vendors by region, certification and data retention, with evidence.

#[cfg(target_arch = "wasm32")]
pub mod embed;
