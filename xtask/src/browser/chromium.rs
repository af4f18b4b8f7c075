//! Chromium: all scenarios, the tests of mounting, and the benchmark run in it.

use crate::{
    apt::Packaged,
    process::{find, is_root, named_or, version},
    project,
};
use anyhow::{Context, Result, bail};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// The names under which systems install Chromium or its like.
const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
/// Keeps the browser to what the tests ask of it: no window, no first-run talk, no traffic of its own.
const ARGUMENTS: [&str; 9] = [
    "--headless",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--force-color-profile=srgb",
];
/// What to do where there is no usable browser.
const REMEDY: &str = "install Chromium or Chrome and the chromedriver of the same version, or name them in \
    the variables CHROME and CHROMEDRIVER; the tests never run without a browser";

const PACKAGED: Packaged = Packaged {
    what: "Chromium",
    packages: &["chromium", "chromium-driver", "fonts-liberation"],
    usually: "1 minute, once",
    remedy: REMEDY,
};

/// Chromium or its like, and the driver that fits it.
pub struct Chromium {
    chrome: PathBuf,
    driver: PathBuf,
}

/// The browser that the variables name, or else the one on the PATH.
fn located() -> Option<Chromium> {
    let chrome = named_or("CHROME", || NAMES.iter().find_map(|name| find(name)))?;
    let driver = named_or("CHROMEDRIVER", || find("chromedriver"))?;
    Some(Chromium { chrome, driver })
}

impl Chromium {
    /// Finds the browser, or installs it where apt-get can be used.
    pub fn ensure() -> Result<Self> {
        let browser = PACKAGED.ensure(located)?;
        browser.check()?;
        Ok(browser)
    }

    /// Fails unless both run and are of one version: a driver refuses every other browser.
    fn check(&self) -> Result<()> {
        let (chrome, driver) = (described(&self.chrome)?, described(&self.driver)?);
        if major(&chrome) != major(&driver) {
            bail!("the browser is version {chrome}, but its driver is version {driver}: {REMEDY}");
        }
        println!("Chromium {chrome} and its driver are there.");
        Ok(())
    }

    /// What the browser is started with. Its sandbox does not work for root.
    fn arguments() -> Vec<&'static str> {
        let sandbox = is_root().then_some("--no-sandbox");
        ARGUMENTS.into_iter().chain(sandbox).collect()
    }

    /// Tells the end-to-end tests which browser to drive and how to start it.
    pub fn describe_to(&self, command: &mut Command) {
        command
            .env("CHROME", &self.chrome)
            .env("CHROMEDRIVER", &self.driver)
            .env("VC_CHROME_ARGUMENTS", Self::arguments().join(" "));
    }

    /// Tells the runner of the wasm-bindgen tests the same, by a file that it reads.
    pub fn describe_to_wasm_bindgen(&self, command: &mut Command) -> Result<()> {
        let quoted = |text: &str| format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""));
        let arguments: Vec<String> = Self::arguments().into_iter().map(quoted).collect();
        let file = project::target().join("webdriver.json");
        let text = format!(
            "{{\"goog:chromeOptions\":{{\"binary\":{},\"args\":[{}]}}}}\n",
            quoted(&self.chrome.to_string_lossy()),
            arguments.join(",")
        );
        fs::write(&file, text).with_context(|| format!("{} cannot be written", file.display()))?;
        command.env("CHROMEDRIVER", &self.driver).env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", file);
        Ok(())
    }
}

/// The version that a program says it has.
fn described(program: &Path) -> Result<String> {
    version(program).with_context(|| format!("{} does not run: {REMEDY}", program.display()))
}

fn major(version: &str) -> Option<&str> {
    version.split('.').next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_first_number_must_agree() {
        assert_eq!(major("156.0.8078.79"), major("156.0.1.2"));
        assert_ne!(major("156.0.8078.79"), major("155.0.8078.79"));
    }
}
