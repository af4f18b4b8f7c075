//! Firefox, without a window.

use crate::{
    apt::Packaged,
    process::{find, named_or, version},
    rust_tools,
};
use anyhow::{Context, Result};
use std::{path::PathBuf, process::Command};

/// The names under which systems install Firefox. Debian's long-lived edition comes first, because it is the one
/// that is installed.
const NAMES: [&str; 2] = ["firefox-esr", "firefox"];
/// What to do where there is no usable Firefox.
const REMEDY: &str =
    "install Firefox, or name it in the variable FIREFOX; the tests never run without a browser";

const PACKAGED: Packaged = Packaged {
    what: "Firefox",
    packages: &["firefox-esr", "fonts-liberation"],
    usually: "1 minute, once",
    remedy: REMEDY,
};

/// Firefox and geckodriver, which drives any recent one.
pub struct Firefox {
    firefox: PathBuf,
    driver: PathBuf,
}

impl Firefox {
    /// Finds the browser, or installs it where apt-get can be used; its driver is built into `.tools`.
    pub fn ensure() -> Result<Self> {
        let firefox = PACKAGED.ensure(|| named_or("FIREFOX", || NAMES.iter().find_map(|name| find(name))))?;
        let version =
            version(&firefox).with_context(|| format!("{} does not run: {REMEDY}", firefox.display()))?;
        let driver = match std::env::var_os("GECKODRIVER") {
            Some(named) => named.into(),
            None => rust_tools::geckodriver()?,
        };
        println!("Firefox {version} and its driver are there.");
        Ok(Self { firefox, driver })
    }

    /// Tells the end-to-end tests which browser to drive.
    pub fn describe_to(&self, command: &mut Command) {
        command.env("FIREFOX", &self.firefox).env("GECKODRIVER", &self.driver);
    }
}
