//! Compare software vendors by region, certification and data retention, with evidence.

pub mod catalogue;
#[cfg(target_arch = "wasm32")]
pub mod embed;
