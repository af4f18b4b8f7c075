//! What the environment says about the build and the programs.

use std::{env, path::PathBuf};

/// Where the build and what the tests need are.
#[derive(Clone)]
pub struct Settings {
    /// The built files.
    pub dist: PathBuf,
    /// The pages of `tests/hosts` as `cargo xtask hosts` builds them; nothing is there before.
    pub hosts: PathBuf,
    /// The script that looks for barriers in a page.
    pub axe: PathBuf,
    /// Where screenshots go, if they are wanted.
    pub shots: Option<PathBuf>,
}

impl Settings {
    /// Reads the environment. What is missing is a failure: a test that does not run must not pass.
    pub fn from_environment() -> Settings {
        let dist = PathBuf::from(needed("VC_DIST"));
        assert!(
            dist.join("vendor-compare.html").is_file(),
            "{} holds no release build; make one with `cargo xtask build`",
            dist.display()
        );
        Settings {
            dist,
            hosts: needed("VC_HOSTS").into(),
            axe: needed("VC_AXE").into(),
            shots: env::var_os("VC_SHOTS").map(PathBuf::from),
        }
    }
}

/// The value of a variable that `cargo xtask e2e` sets, as for a program: `FIREFOX`, `SOFFICE`.
pub fn needed(name: &str) -> String {
    env::var(name).unwrap_or_else(|_| {
        panic!("the variable {name} is not set; run these tests with `cargo xtask e2e`, which sets it")
    })
}
