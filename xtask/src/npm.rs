//! What comes as npm packages: the tools of the build and the tests, what the benchmark compares with, what the host pages
//! are built with, and the outlines of countries.

use crate::{
    process::{announced, command, find, run},
    project,
    rust_tools::replace,
};
use anyhow::{Context, Result, bail};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use sha2::{Digest, Sha256};
use std::{fs, path::PathBuf};

/// What npm needs to install packages.
const FILES: [&str; 3] = [".npmrc", "package.json", "package-lock.json"];

/// The tools: wasm-opt (in `binaryen`), esbuild and axe-core.
pub const TOOLS: Packages = Packages { source: "xtask/npm", names: "wasm-opt, esbuild and axe-core" };
/// What the benchmark needs.
pub const BENCH: Packages =
    Packages { source: "bench", names: "the libraries that the benchmark compares with" };

/// What the host pages of the tests are built with.
pub const HOSTS: Packages =
    Packages { source: "tests/hosts", names: "React, Vue, Svelte, Angular and their bundlers" };

/// What the outlines of countries are made from.
pub const GEOGRAPHY: Packages =
    Packages { source: "xtask/geography", names: "the outlines of countries of Natural Earth" };

/// Packages that a lock file of the project names.
pub struct Packages {
    /// The folder with the files that say which packages.
    source: &'static str,
    /// For people.
    names: &'static str,
}

impl Packages {
    /// The folder `node_modules` with the packages, which are installed if need be.
    pub fn modules(&self) -> Result<PathBuf> {
        Ok(self.folder()?.join("node_modules"))
    }

    /// The folder that they are installed in, inside of which scripts find them.
    pub fn folder(&self) -> Result<PathBuf> {
        let Self { source, names } = self;
        let files = project::root().join(source);
        let lock = fs::read(files.join("package-lock.json")).with_context(|| {
            format!("{source}/package-lock.json could not be read; get it back with git checkout")
        })?;
        // A new lock means a new folder, so what is there is always what the lock asks for.
        let hash = URL_SAFE_NO_PAD.encode(Sha256::digest(&lock));
        let folder = project::tools().join(format!("npm-{}", &hash[..8]));
        if folder.is_dir() {
            return Ok(folder);
        }
        let npm = find(if cfg!(windows) { "npm.cmd" } else { "npm" });
        let (Some(npm), Some(_)) = (npm, find("node")) else {
            bail!(
                "npm packages are needed ({names}), but node or npm is not on the PATH: install Node.js 20 or \
                 newer, which brings both"
            );
        };
        announced(&format!("Installing {names} into .tools"), "10 s", || {
            let staged = project::tools().join("build").join("npm");
            if staged.exists() {
                fs::remove_dir_all(&staged).context("an interrupted installation could not be removed")?;
            }
            fs::create_dir_all(&staged).context("the folder .tools could not be made")?;
            for file in FILES {
                fs::copy(files.join(file), staged.join(file))
                    .with_context(|| format!("{source}/{file} could not be copied"))?;
            }
            // No package needs its install script: esbuild's program is a package of its own.
            run(command(npm).args(["ci", "--ignore-scripts"]).current_dir(&staged))?;
            replace(&staged, &folder)
        })?;
        Ok(folder)
    }

    /// The folder with the programs of the packages.
    pub fn programs(&self) -> Result<PathBuf> {
        Ok(self.modules()?.join(".bin"))
    }
}

/// The script that looks for barriers in a page, for the end-to-end tests.
pub fn axe() -> Result<PathBuf> {
    Ok(TOOLS.modules()?.join("axe-core/axe.min.js"))
}

#[cfg(test)]
mod tests {
    use crate::project;
    use std::fs;

    /// Trunk takes the wasm-opt of the npm package only if both names mean the same version.
    #[test]
    fn trunk_and_npm_agree_on_wasm_opt() {
        let read = |file: &str| fs::read_to_string(project::root().join(file)).expect(file);
        let value = |text: &str, key: &str| {
            let line = text.lines().find(|line| line.trim_start().starts_with(key))?;
            line.split('"').nth_back(1).map(str::to_owned)
        };
        let npm = value(&read("xtask/npm/package.json"), "\"binaryen\"").expect("binaryen's version");
        let trunk = value(&read("Trunk.toml"), "wasm_opt").expect("wasm_opt's version");
        let major = npm.split('.').next().expect("a major version");
        assert_eq!(
            trunk,
            format!("version_{major}"),
            "wasm_opt in Trunk.toml and binaryen in xtask/npm/package.json must name one version"
        );
    }
}
