//! The tools that come as npm packages: wasm-opt (in `binaryen`), esbuild and axe-core.

use crate::{
    process::{announced, command, find, run},
    project,
    rust_tools::replace,
};
use anyhow::{Context, Result, bail};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use sha2::{Digest, Sha256};
use std::{fs, path::PathBuf};

/// What npm needs to install the packages of `xtask/npm`.
const FILES: [&str; 3] = [".npmrc", "package.json", "package-lock.json"];

/// The folder that holds the programs of the packages, which are installed if need be.
pub fn packages() -> Result<PathBuf> {
    let source = project::root().join("xtask/npm");
    let lock = fs::read(source.join("package-lock.json"))
        .context("xtask/npm/package-lock.json could not be read; get it back with git checkout")?;
    // A new lock means a new folder, so what is there is always what the lock asks for.
    let hash = URL_SAFE_NO_PAD.encode(Sha256::digest(&lock));
    let folder = project::tools().join(format!("npm-{}", &hash[..8]));
    let programs = folder.join("node_modules/.bin");
    if folder.is_dir() {
        return Ok(programs);
    }
    let npm = find(if cfg!(windows) { "npm.cmd" } else { "npm" });
    let (Some(npm), Some(_)) = (npm, find("node")) else {
        bail!(
            "wasm-opt, esbuild and axe-core come as npm packages, but node or npm is not on the PATH: install \
             Node.js 20 or newer, which brings both"
        );
    };
    announced("Installing wasm-opt, esbuild and axe-core into .tools", "10 s", || {
        let staged = project::tools().join("build").join("npm");
        if staged.exists() {
            fs::remove_dir_all(&staged).context("an interrupted installation could not be removed")?;
        }
        fs::create_dir_all(&staged).context("the folder .tools could not be made")?;
        for file in FILES {
            fs::copy(source.join(file), staged.join(file))
                .with_context(|| format!("xtask/npm/{file} could not be copied"))?;
        }
        // No package needs its install script: esbuild's program is a package of its own.
        run(command(npm).args(["ci", "--ignore-scripts"]).current_dir(&staged))?;
        replace(&staged, &folder)
    })?;
    Ok(programs)
}

/// The script that looks for barriers in a page, for the end-to-end tests.
pub fn axe() -> Result<PathBuf> {
    Ok(packages()?.with_file_name("axe-core").join("axe.min.js"))
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
