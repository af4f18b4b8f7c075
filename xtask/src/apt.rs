//! Debian's packages, where apt-get can be used.

use crate::process::{announced, command, find, is_root, run};
use anyhow::{Context, Result, bail};
use std::process::{Command, Stdio};

/// Something that the tests run, as Debian packages it.
pub struct Packaged {
    /// For people.
    pub what: &'static str,
    pub packages: &'static [&'static str],
    /// How long it takes to install, for people.
    pub usually: &'static str,
    /// What to do where it is not there and cannot be installed.
    pub remedy: &'static str,
}

impl Packaged {
    /// What `located` finds; installed first where it finds nothing.
    pub fn ensure<T>(&self, located: impl Fn() -> Option<T>) -> Result<T> {
        let Self { what, remedy, .. } = self;
        if let Some(found) = located() {
            return Ok(found);
        }
        self.install()?;
        located().with_context(|| format!("apt-get installed {what}, but it cannot be found: {remedy}"))
    }

    fn install(&self) -> Result<()> {
        let Self { what, packages, usually, remedy } = self;
        if find("apt-get").is_none() {
            bail!("{what} is not there, and no apt-get to install it with: {remedy}");
        }
        let sudo = !is_root();
        if sudo && !may_become_root() {
            bail!("{what} is not there, and installing it needs root: {remedy}");
        }
        announced(&format!("Installing {what} with apt-get, to run the tests in"), usually, || {
            run(apt(sudo).args(["update", "--quiet"]))?;
            run(apt(sudo).args(["install", "--yes", "--quiet", "--no-install-recommends"]).args(*packages))
                .with_context(|| format!("{what} could not be installed: {remedy}"))
        })
    }
}

/// Whether `sudo` works without asking anybody.
fn may_become_root() -> bool {
    let mut sudo = Command::new("sudo");
    sudo.args(["-n", "true"]).stdout(Stdio::null()).stderr(Stdio::null());
    sudo.status().is_ok_and(|status| status.success())
}

fn apt(sudo: bool) -> Command {
    let mut apt = command(if sudo { "sudo" } else { "apt-get" });
    if sudo {
        // Not through the environment, which sudo does not pass on.
        apt.args(["DEBIAN_FRONTEND=noninteractive", "apt-get"]);
    } else {
        apt.env("DEBIAN_FRONTEND", "noninteractive");
    }
    apt
}
