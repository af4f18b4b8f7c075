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
const PUBLISHED: [&str; 10] = [
    "vendor-compare.js",
    "app",
    "engine",
    "geography.txt",
    "languages",
    "vendor-compare.html",
    "template.html",
    "embed.html",
    "embed.js",
    "frame.js",
];
/// What describes it, by the names that it has in the package.
const DOCUMENTS: [(&str, &str); 7] = [
    (interface::FILE, "custom-elements.json"),
    (reference::GUIDE, reference::GUIDE),
    ("docs/engine.md", "docs/engine.md"),
    ("docs/schema/catalogue.json", "docs/schema/catalogue.json"),
    ("CHANGELOG.md", "CHANGELOG.md"),
    ("LICENSE-MIT", "LICENSE-MIT"),
    ("LICENSE-APACHE", "LICENSE-APACHE"),
];
/// What the package says first; the project's own words on requirements follow.
const README: &str = include_str!("README.md");
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
    let script = fs::read(folder.join("vendor-compare.js")).context("the script cannot be read")?;
    write("README.md", &readme(&fs::read_to_string(project::root().join("README.md"))?, &script)?)?;
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

/// The first words of the package, with the section of the project's README that the guide refers to.
fn readme(project: &str, script: &[u8]) -> Result<String> {
    let rest = project.split_once("\n## Requirements\n").map(|(_, rest)| rest);
    let section = rest.and_then(|rest| rest.split_once("\n## ")).map(|(section, _)| section.trim());
    let section = section.context("README.md has no section `Requirements`")?;
    let first =
        README.replace("VERSION", env!("CARGO_PKG_VERSION")).replace("INTEGRITY", &integrity::of(script));
    Ok(format!("{first}## Requirements\n\n{section}\n"))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_readme_names_the_version_the_hash_and_the_grammar() {
        let readme = readme("# a\n\n## Requirements\n\nthe grammar\n\n## More\n", b"x").expect("a text");
        assert!(readme.contains(&format!("/{}/vendor-compare.js", env!("CARGO_PKG_VERSION"))), "{readme}");
        assert!(readme.contains(&integrity::of(b"x")), "{readme}");
        assert!(readme.ends_with("## Requirements\n\nthe grammar\n"), "{readme}");
        let own = fs::read_to_string(project::root().join("README.md")).expect("README.md");
        assert!(super::readme(&own, b"x").is_ok());
    }

    #[test]
    fn every_link_of_its_documents_leads_into_the_package() {
        let there = |name: &str| {
            name == "README.md"
                || name == "THIRD-PARTY-NOTICES.txt"
                || name == HASHES
                || DOCUMENTS.iter().any(|(_, document)| *document == name)
        };
        let documents = [
            ("", README.to_owned()),
            ("docs/", fs::read_to_string(project::root().join(reference::GUIDE)).expect("the guide")),
        ];
        for (folder, text) in documents {
            let links =
                text.split("](").skip(1).filter_map(|rest| rest.split_once(')')).map(|(link, _)| link);
            for link in links.filter(|link| !link.starts_with("https://") && !link.starts_with('#')) {
                let (file, _) = link.split_once('#').unwrap_or((link, ""));
                let path = file.strip_prefix("../").map_or_else(|| format!("{folder}{file}"), str::to_owned);
                assert!(there(&path), "{folder}: `{link}` leads out of the package");
            }
        }
    }
}
