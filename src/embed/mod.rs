//! The Rust half of `<vendor-compare>`: mounting, attributes, styles, the address bar, and words for the case that
//! the program fails. The JavaScript half is the class in `static/element.js`, which calls these functions.

mod address;
mod attributes;
mod beginning;
mod effects;
mod following;
mod instance;
mod keeping;
mod left;
mod panic;
mod reading;
mod root;
mod running;
mod service;
mod style;
mod telling;
mod today;
mod tongue;

pub use effects::Browser;
pub use instance::{Instance, learn, mount, needs_later, opening};

/// Called once, when the module is loaded.
pub fn start() {
    panic::install();
}
