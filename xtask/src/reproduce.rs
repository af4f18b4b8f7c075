//! Whether the same sources make the same files: the last commit, built twice from nothing, in two folders.

use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};
use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use crate::{
    process::{announced, cargo, command, run},
    project, size,
};

/// Folders whose names differ in length too, so that a path in a file shows.
const FOLDERS: [&str; 2] = ["one", "another/one"];

/// Builds twice, prints the digest of every file, and fails where two differ.
pub fn reproduce() -> Result<()> {
    let work = project::target().join("reproduce");
    let _ = fs::remove_dir_all(&work);
    let mut built = Vec::new();
    for folder in FOLDERS {
        let clone = work.join(folder);
        announced(&format!("a release in {folder}"), "several minutes", || build(&clone))?;
        built.push(digests(&clone.join("dist"))?);
        // Only what was published is compared, and two builds take much room.
        fs::remove_dir_all(&clone).with_context(|| format!("{} cannot be removed", clone.display()))?;
    }
    let differing: Vec<&PathBuf> = built[0]
        .keys()
        .chain(built[1].keys())
        .filter(|file| built[0].get(*file) != built[1].get(*file))
        .collect();
    for (file, digest) in &built[0] {
        println!("{digest}  {}", file.display());
    }
    if !differing.is_empty() {
        bail!("two builds of the same commit differ: {differing:?}");
    }
    println!("Two builds of the last commit, in two folders: the same {} files.", built[0].len());
    Ok(())
}

fn build(clone: &Path) -> Result<()> {
    run(command("git").args(["clone", "--quiet"]).arg(project::root()).arg(clone))?;
    // What builds is no part of what is built.
    #[cfg(unix)]
    std::os::unix::fs::symlink(project::tools(), clone.join(".tools"))
        .context("the tools cannot be linked")?;
    let mut build = cargo();
    for inherited in ["CARGO_TARGET_DIR", "CARGO_MANIFEST_DIR"] {
        build.env_remove(inherited);
    }
    run(build.current_dir(clone).args(["xtask", "build"]))
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
