//! The package for npm, in `dist/npm`: what is published of the element, with what describes it.

use super::{integrity, interface, interface::Interface, licences, reference, types};
use crate::project;
use anyhow::{Context, Result};
use serde_json::{Value, json};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// What a build leaves in dist/ that belongs to the element.
const PUBLISHED: [&str; 7] =
    ["vendor-compare.js", "app", "engine", "geography.txt", "embed.html", "embed.js", "frame.js"];
/// What describes it, by the names that it has in the package.
const DOCUMENTS: [(&str, &str); 6] = [
    (interface::FILE, "custom-elements.json"),
    (reference::GUIDE, "README.md"),
    ("docs/engine.md", "engine.md"),
    ("CHANGELOG.md", "CHANGELOG.md"),
    ("LICENSE-MIT", "LICENSE-MIT"),
    ("LICENSE-APACHE", "LICENSE-APACHE"),
];
/// The list of hashes, which cannot have its own.
const HASHES: &str = "integrity.json";

/// Where the package lies.
pub fn folder() -> PathBuf {
    project::dist().join("npm")
}

/// Puts the package together from what the last build has left.
pub fn make() -> Result<()> {
    let (dist, folder) = (project::dist(), folder());
    if folder.exists() {
        fs::remove_dir_all(&folder).context("the old dist/npm cannot be removed")?;
    }
    for name in PUBLISHED {
        copy(&dist.join(name), &folder.join(name))?;
    }
    for (from, name) in DOCUMENTS {
        copy(&project::root().join(from), &folder.join(name))?;
    }
    let interface = Interface::read()?;
    write("vendor-compare.d.ts", &types::element(&interface))?;
    write("react.d.ts", &types::react(&interface))?;
    write("THIRD-PARTY-NOTICES.txt", &licences::notices()?)?;
    write("package.json", &pretty(&description(&interface)))?;
    write(HASHES, &pretty(&integrity::list(&folder)?.into()))
}

/// What npm and bundlers are told.
fn description(interface: &Interface) -> Value {
    json!({
        "name": "vendor-compare",
        "version": env!("CARGO_PKG_VERSION"),
        "description": interface.summary,
        "keywords": ["custom-element", "procurement", "gdpr", "vendor", "comparison"],
        "license": env!("CARGO_PKG_LICENSE"),
        "type": "module",
        "types": "./vendor-compare.d.ts",
        "customElements": "custom-elements.json",
        "sideEffects": true,
        "exports": {
            ".": { "types": "./vendor-compare.d.ts", "default": "./vendor-compare.js" },
            "./engine": { "types": "./engine/engine.d.ts", "default": "./engine/engine.js" },
            "./react": { "types": "./react.d.ts" },
            "./*": "./*",
        },
    })
}

fn write(name: &str, text: &str) -> Result<()> {
    fs::write(folder().join(name), text).with_context(|| format!("dist/npm/{name} cannot be written"))
}

fn pretty(value: &Value) -> String {
    format!("{value:#}\n")
}

/// Copies a file, or a folder with all that is in it.
fn copy(from: &Path, to: &Path) -> Result<()> {
    let context = || format!("{} cannot be copied; run `cargo xtask build` first", from.display());
    if !from.is_dir() {
        fs::create_dir_all(to.parent().unwrap_or(to)).with_context(context)?;
        fs::copy(from, to).with_context(context)?;
        return Ok(());
    }
    for entry in fs::read_dir(from).with_context(context)? {
        let entry = entry.with_context(context)?;
        copy(&entry.path(), &to.join(entry.file_name()))?;
    }
    Ok(())
}
