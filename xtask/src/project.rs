//! Where things are in the project.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use crate::process::{capture, cargo, command};

/// The project's root. Cargo says at run time where this package is, so that a program built in a
/// target folder that several clones share still works on the clone it was started in.
pub fn root() -> PathBuf {
    let package = std::env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    package.parent().map(Path::to_path_buf).unwrap_or(package)
}

/// The ignored folder that tools are installed into.
pub fn tools() -> PathBuf {
    root().join(".tools")
}

/// Where a build leaves what is to be published.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// Where cargo builds.
pub fn target() -> PathBuf {
    match std::env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => root().join(folder),
        None => root().join("target"),
    }
}

/// A command of the project's own program `catalogue`. It judges as of the day of the sources, so that the same sources make
/// the same files.
pub fn catalogue(name: &str) -> Command {
    let mut catalogue = cargo();
    catalogue.args(["run", "--quiet", "--bin", "catalogue", "--", name]);
    if let Some(day) = day() {
        catalogue.args(["--as-of", &day]);
    }
    catalogue
}

/// The day of the sources (YYYY-MM-DD): that of the commit. Nothing in a folder that git does not know.
fn day() -> Option<String> {
    let day = capture(command("git").args(["log", "-1", "--format=%cs"])).ok()?;
    Some(day.trim().to_owned()).filter(|day| !day.is_empty())
}
