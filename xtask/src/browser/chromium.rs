//! The browser that the tests drive, and its driver.

use crate::{
    process::{announced, command, find, is_root, run, version},
    project,
};
use anyhow::{Context, Result, bail};
use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
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

/// A browser and the driver that fits it.
pub struct Browser {
    chrome: PathBuf,
    driver: PathBuf,
}

/// Finds the browser, or installs it where apt-get can be used.
pub fn ensure() -> Result<Browser> {
    let browser = match located() {
        Some(browser) => browser,
        None => {
            apt_install()?;
            located().with_context(|| format!("apt-get installed no browser that can be found: {REMEDY}"))?
        }
    };
    browser.check()?;
    Ok(browser)
}

/// The browser that the variables name, or else the one on the PATH.
fn located() -> Option<Browser> {
    let named = |variable| std::env::var_os(variable).map(PathBuf::from);
    let chrome = named("CHROME").or_else(|| NAMES.iter().find_map(|name| find(name)))?;
    let driver = named("CHROMEDRIVER").or_else(|| find("chromedriver"))?;
    Some(Browser { chrome, driver })
}

/// Installs Debian's Chromium.
fn apt_install() -> Result<()> {
    let quiet = |command: &mut Command| {
        command.stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success())
    };
    let sudo = if is_root() {
        None
    } else if quiet(Command::new("sudo").args(["-n", "true"])) {
        Some("sudo")
    } else {
        bail!("there is no browser to test in, and installing one needs root: {REMEDY}");
    };
    if find("apt-get").is_none() {
        bail!("there is no browser to test in, and no apt-get to install one with: {REMEDY}");
    }
    let apt = |arguments: &[&str]| {
        let mut apt = command(sudo.unwrap_or("apt-get"));
        if sudo.is_some() {
            apt.arg("apt-get");
        }
        run(apt.args(arguments).env("DEBIAN_FRONTEND", "noninteractive"))
    };
    announced(
        "Installing Chromium and its driver with apt-get, to run the tests in",
        "1 minute, once",
        || {
            apt(&["update", "--quiet"])?;
            apt(&[
                "install",
                "--yes",
                "--quiet",
                "--no-install-recommends",
                "chromium",
                "chromium-driver",
                "fonts-liberation",
            ])
            .with_context(|| format!("Chromium could not be installed: {REMEDY}"))
        },
    )
}

impl Browser {
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
