//! The end-to-end tests: what dist/ holds, used in a real browser. `cargo xtask e2e` runs them.
//!
//! One file of `scenarios` per topic; `support` drives the browser and serves the files.

mod scenarios;
mod support;
