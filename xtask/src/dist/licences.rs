//! The licence notices of everything that is inside the compiled programs.

use crate::process::{capture, cargo};
use anyhow::{Context, Result, bail};
use serde::Deserialize;
use spdx::{Expression, LicenseReq, ParseMode};
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
    fs,
    path::Path,
};

/// The features of the programs that browsers run.
const PROGRAMS: [&str; 3] = ["page", "engine", "details"];
/// Licences under which we pass on the work of others, the first that is offered; with words that only their text has.
const ACCEPTED: [(&str, &str); 7] = [
    ("MIT", "Permission is hereby granted, free of charge"),
    ("Apache-2.0", "Apache License"),
    ("ISC", "Permission to use, copy, modify, and/or distribute"),
    ("Zlib", "This software is provided 'as-is'"),
    ("BSD-3-Clause", "Neither the name of"),
    ("BSD-2-Clause", "Redistribution and use in source and binary forms"),
    ("Unicode-3.0", "UNICODE LICENSE V3"),
];
/// What no list of cargo names.
const BESIDES: &str = "\
The Rust standard library, which is compiled in, is copyright The Rust Project Contributors, under MIT.
The outlines of countries in geography.txt are made from Natural Earth, which is in the public domain.
";

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    version: String,
    license: Option<String>,
    authors: Vec<String>,
    manifest_path: String,
    /// Nothing for the packages of this project.
    source: Option<String>,
}

/// The notices, as one text: each licence text once, below the packages that it stands for.
pub fn notices() -> Result<String> {
    let compiled = compiled()?;
    let metadata = capture(cargo().args(["metadata", "--format-version=1", "--locked"]))?;
    let metadata: Metadata = serde_json::from_str(&metadata).context("cargo's metadata cannot be read")?;
    let mut packages_of: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for package in metadata.packages {
        let title = format!("{} {}", package.name, package.version);
        if package.source.is_none() || !compiled.contains(&title) {
            continue;
        }
        for text in package.texts().with_context(|| format!("the licence of {title}"))? {
            packages_of.entry(text).or_default().push(title.clone());
        }
    }
    let mut notices = format!("Parts of vendor-compare are the work of others.\n\n{BESIDES}");
    for (text, packages) in packages_of {
        let line = "-".repeat(80);
        _ = write!(notices, "\n{line}\n{}\n{line}\n\n{}\n", packages.join("\n"), text.trim());
    }
    Ok(notices)
}

/// Names and versions of what is compiled into the programs; what only makes code is not in them.
fn compiled() -> Result<BTreeSet<String>> {
    let mut names = BTreeSet::new();
    for program in PROGRAMS {
        let tree = capture(cargo().args([
            "tree",
            "--package=vendor-compare",
            "--target=wasm32-unknown-unknown",
            "--no-default-features",
            "--features",
            program,
            "--edges=normal,no-proc-macro",
            "--prefix=none",
            "--format={p}",
            "--locked",
        ]))?;
        names.extend(tree.lines().filter_map(name_and_version));
    }
    Ok(names)
}

/// From `serde v1.0.229 (*)` to `serde 1.0.229`.
fn name_and_version(line: &str) -> Option<String> {
    let mut words = line.split_whitespace();
    let (name, version) = (words.next()?, words.next()?.strip_prefix('v')?);
    Some(format!("{name} {version}"))
}

impl Package {
    /// The texts of the licences that are chosen for it, from its own files where it has them.
    fn texts(&self) -> Result<Vec<String>> {
        let expression = self.license.as_deref().context("it names none")?;
        let folder = Path::new(&self.manifest_path).parent().context("it lies nowhere")?;
        let own = licence_files(folder)?;
        chosen(expression)?
            .into_iter()
            .map(|(id, words)| match own.iter().find(|text| text.contains(words)) {
                Some(text) => Ok(text.clone()),
                None => self.standard(id),
            })
            .collect()
    }

    /// The standard text of a licence, for a package without a file that has it.
    fn standard(&self, id: &str) -> Result<String> {
        let text = spdx::text::LICENSE_TEXTS.iter().find(|(name, _)| *name == id);
        let (_, text) = text.with_context(|| format!("the text of {id} is not known"))?;
        let authors = if self.authors.is_empty() { "its authors".into() } else { self.authors.join(", ") };
        let text = text.replace("<year>", "").replace("<copyright holders>", &authors);
        Ok(text.replace("Copyright (c)  ", "Copyright (c) "))
    }
}

/// The fewest of the accepted licences that do for an expression as in `MIT OR Apache-2.0`.
fn chosen(expression: &str) -> Result<Vec<(&'static str, &'static str)>> {
    let read = Expression::parse_mode(expression, ParseMode::LAX)
        .with_context(|| format!("`{expression}` cannot be read"))?;
    let does = |ids: &[(&str, &str)]| {
        read.evaluate(|required: &LicenseReq| ids.iter().any(|(id, _)| required.license.to_string() == *id))
    };
    if let Some(one) = ACCEPTED.into_iter().find(|one| does(&[*one])) {
        return Ok(vec![one]);
    }
    if !does(&ACCEPTED) {
        bail!("`{expression}` is none that we pass on; add it to ACCEPTED if that has changed");
    }
    // Several at once: what nobody misses goes, from the last on.
    let mut left = ACCEPTED.to_vec();
    for one in ACCEPTED.into_iter().rev() {
        let without: Vec<_> = left.iter().copied().filter(|other| *other != one).collect();
        if does(&without) {
            left = without;
        }
    }
    Ok(left)
}

/// The texts of a package's licence files, with plain line ends.
fn licence_files(folder: &Path) -> Result<Vec<String>> {
    let mut texts = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().to_uppercase();
        if path.is_file() && ["LICENSE", "LICENCE", "COPYING"].iter().any(|start| name.starts_with(start)) {
            texts.push(String::from_utf8_lossy(&fs::read(&path)?).replace("\r\n", "\n").trim().to_owned());
        }
    }
    texts.sort();
    Ok(texts)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project;

    fn ids(expression: &str) -> Vec<&'static str> {
        chosen(expression).expect("a choice").into_iter().map(|(id, _)| id).collect()
    }

    #[test]
    fn the_fewest_licences_that_do_are_chosen() {
        assert_eq!(ids("Apache-2.0 OR MIT"), ["MIT"]);
        assert_eq!(ids("MIT/Apache-2.0"), ["MIT"]);
        assert_eq!(ids("Apache-2.0"), ["Apache-2.0"]);
        assert_eq!(ids("(MIT OR Apache-2.0) AND Unicode-3.0"), ["MIT", "Unicode-3.0"]);
        assert!(chosen("GPL-3.0-only").is_err());
    }

    #[test]
    fn every_crate_that_is_compiled_in_has_a_notice() {
        let notices = notices().expect("notices");
        for name in compiled().expect("names").iter().filter(|name| !name.starts_with("vendor-compare")) {
            assert!(notices.lines().any(|line| line == name), "{name} has none");
        }
        assert!(notices.lines().any(|line| line.starts_with("yew 0.")), "Yew is compiled in");
        let home = project::root().display().to_string();
        assert!(!notices.contains(&home), "a folder of this machine is named");
    }

    #[test]
    fn lines_of_the_tree_are_read() {
        assert_eq!(name_and_version("serde v1.0.229 (*)").as_deref(), Some("serde 1.0.229"));
        assert_eq!(name_and_version("").as_deref(), None);
    }
}
