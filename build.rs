//! Checks `data/` with the catalogue's own code and embeds it: no white space, no absent fields.
//!
//! A wrong file stops the build, and every problem in every file is shown with its place and its remedy.

#![allow(dead_code, reason = "the build script uses only a part of the module that it shares with the crate")]

#[path = "src/catalogue/mod.rs"]
mod catalogue;

use std::{env, fs, path::Path, process::ExitCode};

fn main() -> ExitCode {
    println!("cargo::rerun-if-changed=data");
    println!("cargo::rerun-if-changed=src/catalogue");
    match embed() {
        Ok(()) => ExitCode::SUCCESS,
        Err(messages) => {
            for message in messages {
                println!("cargo::error={message}");
            }
            ExitCode::FAILURE
        }
    }
}

fn embed() -> Result<(), Vec<String>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let (source, _) = catalogue::directory::load(&folder)
        .map_err(|problems| problems.iter().map(ToString::to_string).collect::<Vec<_>>())?;
    let json = serde_json::to_string(&source).map_err(|error| vec![error.to_string()])?;
    let out = env::var_os("OUT_DIR").ok_or_else(|| vec!["OUT_DIR is not set".to_owned()])?;
    fs::write(Path::new(&out).join("catalogue.json"), json).map_err(|error| vec![error.to_string()])
}
