//! The engine without a page: what JavaScript calls stands in `api`.
#[cfg(target_arch = "wasm32")]
extern crate vendor_compare;

fn main() {}
