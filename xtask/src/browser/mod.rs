//! The browsers that the tests drive, and their drivers: found, or installed where apt-get can be used.

mod chromium;
mod firefox;
mod webkit;

pub use chromium::Chromium;
pub use firefox::Firefox;
pub use webkit::WebKit;

use anyhow::{Result, bail};
use std::process::Command;

/// The names of the browsers, on the command line and at the end of every scenario's name.
const NAMES: [&str; 3] = ["chromium", "firefox", "webkit"];

/// The browsers that a run of the end-to-end tests is about.
pub struct Browsers {
    chromium: Option<Chromium>,
    firefox: Option<Firefox>,
    webkit: Option<WebKit>,
}

impl Browsers {
    /// All, or the one of that name.
    pub fn ensure(asked: Option<&str>) -> Result<Self> {
        if let Some(name) = asked.filter(|name| !NAMES.contains(name)) {
            bail!("there is no browser `{name}` to test in; there are {} and all", NAMES.join(", "));
        }
        let wanted = |name| asked.is_none_or(|asked| asked == name);
        Ok(Self {
            chromium: wanted("chromium").then(Chromium::ensure).transpose()?,
            firefox: wanted("firefox").then(Firefox::ensure).transpose()?,
            webkit: wanted("webkit").then(WebKit::ensure).transpose()?,
        })
    }

    /// The command in the surroundings that the browsers need, told where they are.
    pub fn around(&self, mut command: Command) -> Command {
        if let Some(chromium) = &self.chromium {
            chromium.describe_to(&mut command);
        }
        if let Some(firefox) = &self.firefox {
            firefox.describe_to(&mut command);
        }
        match &self.webkit {
            Some(webkit) => webkit.around(command),
            None => command,
        }
    }

    /// The arguments of a test program that leave out the scenarios in other browsers.
    pub fn others_skipped(&self) -> Vec<String> {
        let there = [self.chromium.is_some(), self.firefox.is_some(), self.webkit.is_some()];
        let others = NAMES.iter().zip(there).filter(|(_, there)| !there);
        others.map(|(name, _)| format!("--skip=::{name}")).collect()
    }
}
