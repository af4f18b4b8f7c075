//! The tools written in Rust: the wasm target, Trunk, the wasm-bindgen CLI and Firefox's driver.

use crate::{
    process::{announced, capture, cargo, command, find, run, version},
    project,
};
use anyhow::{Context, Result, bail};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// The last stable Trunk that the pinned toolchain compiles.
const TRUNK: &str = "0.21.14";
/// It drives the Firefox of Debian's stable and of today.
const GECKODRIVER: &str = "0.37.1";

/// Makes sure that the compiler has what the browser build needs.
pub fn wasm_target() -> Result<()> {
    let sysroot = PathBuf::from(capture(command("rustc").args(["--print", "sysroot"]))?.trim());
    if sysroot.join("lib/rustlib/wasm32-unknown-unknown/lib").is_dir() {
        return Ok(());
    }
    if find("rustup").is_none() {
        bail!(
            "the compiler has no wasm32-unknown-unknown target, and rustup, which would add it, is not \
             on the PATH: install rustup, or add the target in the way your compiler was installed"
        );
    }
    announced("Adding the target wasm32-unknown-unknown to the compiler", "10 s", || {
        run(command("rustup").args(["target", "add", "wasm32-unknown-unknown"]))
    })
}

/// The folder that holds Trunk, which is installed if need be. `None` if the PATH has the right one.
pub fn trunk() -> Result<Option<PathBuf>> {
    // What Trunk would download is on its PATH already, so it is built without downloads and without
    // the update check; and without optimisation, because it mostly waits for others. Thus it is there
    // in half the time.
    let build = |install: &mut Command| {
        unoptimised(install.args(["--locked", "--no-default-features"]));
    };
    installed("trunk", TRUNK, &["trunk"], "4 to 9 minutes, once", build)
}

/// The folder that holds the wasm-bindgen CLI of exactly the version in Cargo.lock, because the two
/// halves of wasm-bindgen understand each other only then. `None` if the PATH has the right one.
pub fn wasm_bindgen() -> Result<Option<PathBuf>> {
    let lock = project::root().join("Cargo.lock");
    let text = fs::read_to_string(&lock)
        .context("Cargo.lock could not be read; get it back with `git checkout Cargo.lock`")?;
    let version = locked_version(&text, "wasm-bindgen")
        .context("Cargo.lock names no version of wasm-bindgen; get it back with `git checkout Cargo.lock`")?;
    let programs = ["wasm-bindgen", "wasm-bindgen-test-runner"];
    // Without --locked: the lock file it comes with names a crate version that has been withdrawn.
    let build = |install: &mut Command| {
        install.arg("--no-default-features");
    };
    installed("wasm-bindgen-cli", version, &programs, "2 to 5 minutes, once", build)
}

/// Firefox's driver, which is installed if need be.
pub fn geckodriver() -> Result<PathBuf> {
    // It does little but wait for the browser.
    let build = |install: &mut Command| unoptimised(install.arg("--locked"));
    let bin = installed("geckodriver", GECKODRIVER, &["geckodriver"], "1 to 3 minutes, once", build)?;
    let found = match bin {
        Some(bin) => Some(bin.join(format!("geckodriver{}", std::env::consts::EXE_SUFFIX))),
        None => find("geckodriver"),
    };
    found.context("geckodriver is no longer where it was found")
}

/// Half the time to build, for a tool that has little to compute.
fn unoptimised(install: &mut Command) {
    install
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0");
}

/// The version of a package in the text of a Cargo.lock.
fn locked_version<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    lines.nth(1)?.strip_prefix("version = \"")?.strip_suffix('"')
}

/// Finds the programs of a crate on the PATH or among our tools, or installs the crate.
fn installed(
    name: &str,
    wanted: &str,
    programs: &[&str],
    usually: &str,
    build: impl FnOnce(&mut Command),
) -> Result<Option<PathBuf>> {
    let right = |program: &Path| version(program).as_deref() == Some(wanted);
    if programs.iter().all(|program| find(program).is_some_and(|found| right(&found))) {
        return Ok(None);
    }
    let folder = project::tools().join(format!("{}-{wanted}", name.trim_end_matches("-cli")));
    let bin = folder.join("bin");
    let file = |program: &&str| bin.join(format!("{program}{}", std::env::consts::EXE_SUFFIX));
    if programs.iter().map(file).all(|program| right(&program)) {
        return Ok(Some(bin));
    }
    announced(&format!("Installing {name} {wanted} into .tools"), usually, || {
        // The compiled parts stay if this is interrupted, so that the next try goes on from there;
        // the finished programs appear under their final name in one step.
        let parts = project::tools().join("build").join(name);
        let staged = project::tools().join("build").join(format!("{name}.installed"));
        let mut install = cargo();
        install.args(["install", name, "--version", wanted, "--force"]);
        install.arg("--root").arg(&staged).arg("--target-dir").arg(&parts);
        build(&mut install);
        run(&mut install)?;
        replace(&staged, &folder)?;
        fs::remove_dir_all(&parts).context("the left-overs of the installation could not be removed")
    })?;
    Ok(Some(bin))
}

/// Puts a finished folder in the place of what may be there.
pub fn replace(finished: &Path, place: &Path) -> Result<()> {
    if place.exists() {
        fs::remove_dir_all(place).with_context(|| format!("{} could not be replaced", place.display()))?;
    }
    fs::rename(finished, place).with_context(|| format!("{} could not be put in place", place.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = "\
version = 4

[[package]]
name = \"wasm-bindgen-macro\"
version = \"0.2.1\"

[[package]]
name = \"wasm-bindgen\"
version = \"0.2.130\"
dependencies = [
 \"cfg-if\",
]
";

    #[test]
    fn the_lock_gives_the_version_of_exactly_that_package() {
        assert_eq!(locked_version(LOCK, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(locked_version(LOCK, "wasm-bindgen-macro"), Some("0.2.1"));
        assert_eq!(locked_version(LOCK, "wasm"), None);
        assert_eq!(locked_version("name = \"wasm\"", "wasm"), None);
    }
}
