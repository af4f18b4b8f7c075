//! WebKit, as its GTK port has it: nearest to Safari of what runs on Linux. It needs a screen, so it gets one that
//! nobody sees.

use crate::{
    apt::Packaged,
    process::{command, find, named_or},
};
use anyhow::Result;
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

const PACKAGED: Packaged = Packaged {
    what: "WebKit",
    packages: &["webkit2gtk-driver", "xvfb", "xauth", "fonts-liberation"],
    usually: "1 minute, once",
    remedy: "install WebKitGTK with its MiniBrowser and WebKitWebDriver (Debian: webkit2gtk-driver), and xvfb-run \
        (xvfb, xauth), or name the first two in the variables MINIBROWSER and WEBKITDRIVER; the tests never run \
        without a browser",
};

/// The folder below which systems keep the browser that comes with WebKitGTK; it is on no PATH.
const LIBRARIES: [&str; 3] = ["/usr/lib", "/usr/lib64", "/usr/libexec"];

/// WebKitGTK's own browser, its driver, and what gives them a screen.
pub struct WebKit {
    browser: PathBuf,
    driver: PathBuf,
    screen: PathBuf,
}

impl WebKit {
    /// Finds the browser, or installs it where apt-get can be used.
    pub fn ensure() -> Result<Self> {
        let found = PACKAGED.ensure(located)?;
        println!("WebKit, its driver and a screen for it are there.");
        Ok(found)
    }

    /// The command in front of a screen, told which browser to drive.
    pub fn around(&self, inner: Command) -> Command {
        let mut outer = command(&self.screen);
        outer.args(["--auto-servernum", "--server-args=-screen 0 1600x1200x24 -nolisten tcp"]);
        outer.arg(inner.get_program()).args(inner.get_args());
        for (variable, value) in inner.get_envs() {
            match value {
                Some(value) => outer.env(variable, value),
                None => outer.env_remove(variable),
            };
        }
        outer.env("MINIBROWSER", &self.browser).env("WEBKITDRIVER", &self.driver);
        outer
    }
}

/// What the variables name, or else what is at the usual places.
fn located() -> Option<WebKit> {
    let browser =
        named_or("MINIBROWSER", || LIBRARIES.iter().find_map(|folder| browser_in(Path::new(folder))))?;
    let driver = named_or("WEBKITDRIVER", || find("WebKitWebDriver"))?;
    // Both are scripts around a program of their own.
    find("Xvfb")?;
    find("xauth")?;
    Some(WebKit { browser, driver, screen: find("xvfb-run")? })
}

/// The browser in the folder of a WebKitGTK, as in `x86_64-linux-gnu/webkit2gtk-4.1` or `webkit2gtk-4.1`.
fn browser_in(libraries: &Path) -> Option<PathBuf> {
    let inside =
        |folder: &Path| fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let of_webkit = |folder: &PathBuf| {
        folder.file_name().is_some_and(|name| name.to_string_lossy().starts_with("webkit"))
    };
    let deeper = inside(libraries).filter(|folder| folder.to_string_lossy().contains("-linux-"));
    let folders = inside(libraries).chain(deeper.flat_map(|folder| inside(&folder).collect::<Vec<_>>()));
    folders.filter(of_webkit).map(|folder| folder.join("MiniBrowser")).find(|browser| browser.is_file())
}
