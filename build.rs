//! Checks `data/` with the catalogue's own code and embeds it, packed and with its digest. Packs the stylesheet.
//!
//! A wrong file stops the build, and every problem in every file is shown with its place and its remedy.

#![allow(dead_code, reason = "the build script uses only a part of the module that it shares with the crate")]

#[path = "src/catalogue/mod.rs"]
mod catalogue;
#[path = "src/language/mod.rs"]
mod language;

use std::{env, fs, path::Path, process::ExitCode};

use sha2::{Digest, Sha256};

/// The stylesheets: for what is there from the beginning, and for what comes later.
const STYLESHEETS: [&str; 2] = ["vendor-compare.css", "later.css"];

fn main() -> ExitCode {
    println!("cargo::rerun-if-changed=data");
    println!("cargo::rerun-if-changed=src/catalogue");
    println!("cargo::rerun-if-changed=src/language");
    for name in STYLESHEETS {
        println!("cargo::rerun-if-changed=static/{name}");
    }
    // Each constant stays by itself, so that those of the later part can go with it (xtask/src/split).
    if env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|arch| arch == "wasm32") {
        println!("cargo::rustc-link-arg-bin=vendor-compare=--no-merge-data-segments");
    }
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
    let json = source.packed().map_err(|error| vec![error.to_string()])?;
    let out = env::var_os("OUT_DIR").ok_or_else(|| vec!["OUT_DIR is not set".to_owned()])?;
    let write = |name: &str, text: &[u8]| {
        fs::write(Path::new(&out).join(name), text).map_err(|error| vec![format!("{name}: {error}")])
    };
    let digest: String = Sha256::digest(&json).iter().map(|byte| format!("{byte:02x}")).collect();
    write("catalogue.sha256", digest.as_bytes())?;
    write("catalogue.json", json.as_bytes())?;
    // What the text has left out for curators only is not in here either.
    let mut brief = catalogue::Catalogue::from_json("data", &json)
        .map_err(|problems| problems.iter().map(ToString::to_string).collect::<Vec<_>>())?;
    write("statements.txt", catalogue::statements::taken_out(&mut brief).as_bytes())?;
    let (numbers, texts) = catalogue::packed::pack(&brief);
    write("brief.bin", &numbers)?;
    write("brief.txt", texts.as_bytes())?;
    for name in STYLESHEETS {
        let css = fs::read_to_string(format!("static/{name}"));
        write(name, packed(&css.map_err(|error| vec![format!("static/{name}: {error}")])?).as_bytes())?;
    }
    Ok(())
}

/// A stylesheet without comments, and without the white space that means nothing.
fn packed(css: &str) -> String {
    let mut packed = String::new();
    for (index, part) in css.split("/*").enumerate() {
        let code = if index == 0 { part } else { part.split_once("*/").map_or("", |(_, code)| code) };
        for word in code.split_whitespace() {
            let tight = packed.ends_with(['{', '}', ';', ',']) || word.starts_with(['{', '}']);
            if !packed.is_empty() && !tight {
                packed.push(' ');
            }
            packed.push_str(word);
        }
    }
    packed.replace(";}", "}").replace(": ", ":")
}
