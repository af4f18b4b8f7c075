//! What building and serving need, brought together.

use crate::{
    npm,
    process::{command, find_on},
    project, rust_tools,
};
use anyhow::{Context, Result};
use std::{
    ffi::{OsStr, OsString},
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// What the compiler is told for the browser.
const FLAGS: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

/// The tools of the web build, ready to run.
pub struct Tools {
    /// The PATH on which Trunk finds what it calls.
    path: OsString,
}

/// Installs what is missing. Fast when nothing is.
pub fn ensure() -> Result<Tools> {
    fs::create_dir_all(project::tools()).context("the folder .tools could not be made")?;
    rust_tools::wasm_target()?;
    let folders = [rust_tools::trunk()?, rust_tools::wasm_bindgen()?, Some(npm::TOOLS.programs()?)];
    let inherited = std::env::var_os("PATH").unwrap_or_default();
    let path = std::env::join_paths(folders.into_iter().flatten().chain(std::env::split_paths(&inherited)))
        .context("a folder with a separator of the PATH in its name cannot be put on the PATH")?;
    Ok(Tools { path })
}

impl Tools {
    /// A command that finds the tools on its PATH.
    pub fn command(&self, program: impl AsRef<OsStr>) -> Command {
        let mut command = command(program);
        command.env("PATH", &self.path);
        // What is published names no folder of this machine.
        let named = |folder: &Path, name: &str| format!("--remap-path-prefix={}={name}", folder.display());
        let flags = [
            Some(named(&project::root(), "project")),
            in_home("CARGO_HOME", ".cargo").map(|home| named(&home, "cargo")),
        ];
        let flags: Vec<String> = flags.into_iter().flatten().collect();
        command.env(FLAGS, flags.join(" "));
        command
    }

    /// A Trunk command that asks nobody whether there is a newer Trunk.
    pub fn trunk(&self) -> Command {
        // Looked up here, because not every system searches the PATH that the child will have.
        let trunk = find_on(&self.path, "trunk").unwrap_or_else(|| "trunk".into());
        let mut command = self.command(trunk);
        command.env("TRUNK_SKIP_VERSION_CHECK", "true");
        command
    }
}

/// Whether the build that this process belongs to was started by [`Tools::command`], so that what it publishes names no
/// folder of this machine.
pub fn leaves_out_folders() -> bool {
    std::env::var(FLAGS).is_ok_and(|flags| flags.contains("--remap-path-prefix"))
}

/// The folder that a variable names, or else the one of that name in the home: where cargo and rustup keep what they have
/// downloaded.
pub fn in_home(variable: &str, folder: &str) -> Option<PathBuf> {
    let home = || std::env::var_os("HOME").or_else(|| std::env::var_os("USERPROFILE"));
    std::env::var_os(variable).map(PathBuf::from).or_else(|| Some(PathBuf::from(home()?).join(folder)))
}
