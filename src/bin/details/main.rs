//! What the engine needs at times only: what JavaScript calls stands in `api`.
#[cfg(target_arch = "wasm32")]
extern crate vendor_compare;

fn main() {}
