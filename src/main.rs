//! The browser program.
#[cfg(target_arch = "wasm32")]
fn main() {
    vendor_compare::embed::start();
}
#[cfg(not(target_arch = "wasm32"))]
fn main() {}

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();
