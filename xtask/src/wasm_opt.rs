//! Makes compiled programs small, with the wasm-opt of the npm package `binaryen`.

use crate::{process::run, tools::Tools};
use anyhow::Result;
use std::path::Path;

/// What the compiler may use, which wasm-opt does not find out by itself.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-multivalue",
    "--enable-reference-types",
];

/// What makes programs smallest.
const PASSES: [&str; 5] = ["--flatten", "--rereloop", "-Oz", "--low-memory-unused", "-Oz"];

/// Makes a program small, and leaves out what no browser needs. `more` is what it may use besides. Both paths may be the
/// same.
pub fn shrink(tools: &Tools, more: &[&str], from: &Path, to: &Path) -> Result<()> {
    run(tools
        .command("wasm-opt")
        .args(FEATURES)
        .args(more)
        .args(PASSES)
        .args(["--strip-debug", "--strip-producers", "--strip-target-features"])
        .arg(from)
        .arg("-o")
        .arg(to))
}
