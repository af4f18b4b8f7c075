//! What the environment says about the build and the browser.

use std::{env, path::PathBuf};

/// Where the build and the browser are.
#[derive(Clone)]
pub struct Settings {
    /// The built files.
    pub dist: PathBuf,
    pub chrome: PathBuf,
    pub chromedriver: PathBuf,
    /// What the browser is started with on this machine.
    pub arguments: Vec<String>,
    /// The script that looks for barriers in a page.
    pub axe: PathBuf,
    /// Where screenshots go, if they are wanted.
    pub shots: Option<PathBuf>,
}

impl Settings {
    /// Reads the environment. What is missing is a failure: a test that does not run must not pass.
    pub fn from_environment() -> Settings {
        let needed = |name: &str| {
            env::var(name).unwrap_or_else(|_| {
                panic!(
                    "the variable {name} is not set; run these tests with `cargo xtask e2e`, which sets it"
                )
            })
        };
        let dist = PathBuf::from(needed("VC_DIST"));
        assert!(
            dist.join("vendor-compare.html").is_file(),
            "{} holds no release build; make one with `cargo xtask build`",
            dist.display()
        );
        Settings {
            dist,
            chrome: needed("CHROME").into(),
            chromedriver: needed("CHROMEDRIVER").into(),
            arguments: needed("VC_CHROME_ARGUMENTS").split_whitespace().map(str::to_owned).collect(),
            axe: needed("VC_AXE").into(),
            shots: env::var_os("VC_SHOTS").map(PathBuf::from),
        }
    }
}
