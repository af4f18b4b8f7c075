//! Whether the same sources make the same files: the last commit, built twice from nothing, in two folders.

use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use crate::{
    process::{announced, capture, cargo, command, run},
    project, size, tools,
};

/// What two people would have different: the folder (its name's length too, so that a path in a file shows), the time zone,
/// the language, and the home.
struct Circumstances {
    folder: &'static str,
    zone: &'static str,
    language: &'static str,
    home: &'static str,
}

const BUILDS: [Circumstances; 2] = [
    Circumstances { folder: "one", zone: "UTC", language: "C", home: "home" },
    Circumstances {
        folder: "another/one",
        zone: "Pacific/Kiritimati",
        language: "tr_TR.UTF-8",
        home: "a/second/home",
    },
];

/// Builds twice, prints the digest of every file, and fails where two differ. Then what was published stays, to be compared.
pub fn reproduce() -> Result<()> {
    let work = project::target().join("reproduce");
    let _ = fs::remove_dir_all(&work);
    // Another may be made while the first build runs.
    let commit = capture(command("git").args(["rev-parse", "HEAD"]))?;
    let commit = commit.trim();
    println!("commit {commit}");
    let mut built = Vec::new();
    for circumstances in &BUILDS {
        let folder = circumstances.folder;
        let clone = work.join(folder);
        announced(&format!("all that is published, in {folder}"), "several minutes", || {
            build(&work, circumstances, commit)
        })?;
        let published = work.join(format!("published-{}", built.len() + 1));
        fs::rename(clone.join("dist"), &published).context("what was built cannot be moved")?;
        // Two builds take much room.
        fs::remove_dir_all(&clone).with_context(|| format!("{} cannot be removed", clone.display()))?;
        built.push(digests(&published)?);
    }
    let differing: BTreeSet<&PathBuf> = built[0]
        .keys()
        .chain(built[1].keys())
        .filter(|file| built[0].get(*file) != built[1].get(*file))
        .collect();
    for (file, digest) in &built[0] {
        println!("{digest}  {}", file.display());
    }
    if !differing.is_empty() {
        bail!("two builds of the same commit differ: {differing:?}; both are in {}", work.display());
    }
    fs::remove_dir_all(&work).with_context(|| format!("{} cannot be removed", work.display()))?;
    println!("Two builds of the commit, in two folders: the same {} files.", built[0].len());
    Ok(())
}

fn build(work: &Path, circumstances: &Circumstances, commit: &str) -> Result<()> {
    let clone = work.join(circumstances.folder);
    run(command("git").args(["clone", "--quiet"]).arg(project::root()).arg(&clone))?;
    run(command("git").current_dir(&clone).args(["checkout", "--quiet", "--detach", commit]))?;
    // What builds is no part of what is built.
    #[cfg(unix)]
    std::os::unix::fs::symlink(project::tools(), clone.join(".tools"))
        .context("the tools cannot be linked")?;
    let home = work.join(circumstances.home);
    fs::create_dir_all(&home).context("a home cannot be made")?;
    let mut build = cargo();
    for inherited in ["CARGO_TARGET_DIR", "CARGO_MANIFEST_DIR"] {
        build.env_remove(inherited);
    }
    // Cargo and rustup look for what they have downloaded in the home, unless they are told.
    for (variable, folder) in [("CARGO_HOME", ".cargo"), ("RUSTUP_HOME", ".rustup")] {
        if let Some(folder) = tools::in_home(variable, folder) {
            build.env(variable, folder);
        }
    }
    build.env("HOME", home).env("TZ", circumstances.zone);
    build.env("LANG", circumstances.language).env("LC_ALL", circumstances.language);
    run(build.current_dir(clone).args(["xtask", "dist"]))
}

/// The SHA-256 of every file in a folder.
fn digests(folder: &Path) -> Result<BTreeMap<PathBuf, String>> {
    let mut files = Vec::new();
    size::list(folder, &mut files).with_context(|| format!("{} cannot be read", folder.display()))?;
    let digest = |file: PathBuf| {
        let bytes = fs::read(&file).with_context(|| format!("{} cannot be read", file.display()))?;
        let digest = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        Ok((file.strip_prefix(folder).unwrap_or(&file).to_owned(), digest))
    };
    files.into_iter().map(digest).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_told_by_their_place_and_content() {
        let folder = std::env::temp_dir().join(format!("vendor-compare-digests-{}", std::process::id()));
        fs::create_dir_all(folder.join("deep")).expect("a folder");
        fs::write(folder.join("deep/file"), "abc").expect("a file");
        let found = digests(&folder);
        fs::remove_dir_all(&folder).expect("the folder goes");
        // The example of the standard, FIPS 180-2.
        let digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad".to_owned();
        assert_eq!(found.expect("digests"), BTreeMap::from([(PathBuf::from("deep/file"), digest)]));
    }
}
