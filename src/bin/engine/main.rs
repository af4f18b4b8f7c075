//! The engine without a page: what JavaScript calls stands in `api`.
#[cfg(target_arch = "wasm32")]
use vendor_compare::api as _;

fn main() {}
