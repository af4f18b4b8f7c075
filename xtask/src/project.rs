//! Where things are in the project.

use std::path::{Path, PathBuf};

use crate::process::{capture, command};

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

/// The day of the sources (YYYY-MM-DD), so that the same sources make the same files: that of the commit. Nothing in a
/// folder that git does not know.
pub fn day() -> Option<String> {
    let day = capture(command("git").args(["log", "-1", "--format=%cs"])).ok()?;
    Some(day.trim().to_owned()).filter(|day| !day.is_empty())
}
