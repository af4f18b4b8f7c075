//! The pages of `tests/hosts`: built with the package as it is installed from npm, then driven in browsers.

mod rewrite;

use crate::{
    dist, e2e, npm,
    process::{announced, capture, command, find, run},
    project,
};
use anyhow::{Context, Result, bail};
use std::{
    ffi::OsStr,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// The pages that a bundler builds, each in a project of its own.
const BUNDLED: [(&str, Bundler); 4] = [
    ("react", Bundler::Vite),
    ("vue", Bundler::Vite),
    ("svelte", Bundler::Vite),
    ("angular", Bundler::Angular),
];
/// The pages that are served as they are.
const PLAIN: [&str; 6] = ["plain", "strict", "hostile", "versions", "no-wasm", "frame"];
/// A project in TypeScript, of which only the types are looked at.
const TYPED: &str = "typescript";
/// The page whose scripts are rewritten, as optimisers of content management systems do it.
const REWRITTEN: &str = "rewritten";
/// What the table shows that stands in the pages until the element is ready.
const REQUIRED: &str = "region in EEA";
/// All scenarios that need these pages.
pub const SCENARIOS: &str = "hosts::";

enum Bundler {
    Vite,
    Angular,
}

/// The scenarios on the built pages, in the browsers and of the names that the arguments tell.
pub fn asked(arguments: &[String]) -> Result<()> {
    let (browser, names) = e2e::browser_and_filter(arguments)?;
    let filter: Vec<String> = names.iter().map(|name| format!("{SCENARIOS}{name}")).collect();
    let filter: Vec<&str> = filter.iter().map(String::as_str).collect();
    run_in(browser, if filter.is_empty() { &[SCENARIOS] } else { &filter })
}

/// In one of the browsers, or in all of them side by side.
pub fn run_in(browser: Option<&str>, filter: &[&str]) -> Result<()> {
    build()?;
    e2e::run_with(browser, filter, &[])
}

/// Where the built pages lie.
pub fn site() -> PathBuf {
    project::target().join("hosts")
}

/// Builds the package from what is in dist/, and all pages with it.
fn build() -> Result<()> {
    if !project::dist().join("vendor-compare.html").is_file() {
        bail!("dist holds no release; run `cargo xtask build` first");
    }
    dist::assemble()?;
    let folder = npm::HOSTS.folder()?;
    let work = folder.join("hosts");
    for old in [&work, &site()] {
        if old.exists() {
            fs::remove_dir_all(old).with_context(|| format!("{} cannot be removed", old.display()))?;
        }
        fs::create_dir_all(old).with_context(|| format!("{} cannot be made", old.display()))?;
    }
    let package = packed(&work)?;
    let table = dist::fallback::table(REQUIRED)?;
    announced("Building the host pages", "1 min", || {
        for (name, bundler) in &BUNDLED {
            let project = work.join(name);
            taken(name, &project, &table)?;
            install(&package, &project)?;
            bundler.build(&folder, &project)?;
            copied(&project.join("dist"), &site().join(name), &str::to_owned)?;
        }
        let typed = work.join(TYPED);
        taken(TYPED, &typed, &table)?;
        install(&package, &typed)?;
        check_types(&folder, &typed)?;
        // As it was installed, for the pages that load it by a script tag.
        copied(
            &work.join("react/node_modules/vendor-compare"),
            &site().join("vendor-compare"),
            &str::to_owned,
        )?;
        for name in PLAIN {
            taken(name, &site().join(name), &table)?;
        }
        let rewritten = site().join(REWRITTEN);
        taken(REWRITTEN, &rewritten, &table)?;
        rewrite::page(&rewritten)
    })
}

/// The package as `npm pack` makes it.
fn packed(into: &Path) -> Result<PathBuf> {
    let name = capture(
        npm()?.args(["pack", "--silent", "--pack-destination"]).arg(into).arg(dist::package::folder()),
    )?;
    Ok(into.join(name.trim()))
}

/// Installs the package into a fresh project; it needs no other, so no registry is asked.
fn install(package: &Path, project: &Path) -> Result<()> {
    capture(npm()?.args(["install", "--offline", "--no-package-lock"]).arg(package).current_dir(project))
        .map(drop)
}

fn npm() -> Result<Command> {
    let npm = find(if cfg!(windows) { "npm.cmd" } else { "npm" });
    Ok(command(npm.context("npm is not on the PATH: install Node.js 20 or newer, which brings it")?))
}

/// Copies a page out of `tests/hosts`, with the table where it is to be.
fn taken(name: &str, to: &Path, table: &str) -> Result<()> {
    let from = project::root().join("tests/hosts").join(name);
    copied(&from, to, &|text| dist::fallback::filled(text, table))
}

/// Copies a folder of texts and other files, and changes the HTML in it.
fn copied(from: &Path, to: &Path, changed: &dyn Fn(&str) -> String) -> Result<()> {
    fs::create_dir_all(to).with_context(|| format!("{} cannot be made", to.display()))?;
    for entry in fs::read_dir(from).with_context(|| format!("{} cannot be read", from.display()))? {
        let path = entry?.path();
        let target = to.join(path.file_name().unwrap_or_default());
        if path.is_dir() {
            copied(&path, &target, changed)?;
        } else if path.extension() == Some(OsStr::new("html")) {
            fs::write(&target, changed(&fs::read_to_string(&path)?))?;
        } else {
            fs::copy(&path, &target)?;
        }
    }
    Ok(())
}

impl Bundler {
    /// Builds a project with the bundler that lies in the folder's packages.
    fn build(&self, folder: &Path, project: &Path) -> Result<()> {
        if project.join("tsconfig.json").is_file() && matches!(self, Self::Vite) {
            check_types(folder, project)?;
        }
        let program = |name: &str| program(folder, project, name);
        match self {
            Self::Vite => run(program("vite").args(["build", "--base=./", "--logLevel=warn"])),
            Self::Angular => capture(program("ng").args(["build", "--progress=false"])).map(drop),
        }
    }
}

/// Fails where the compiler of TypeScript refuses something, by the settings of the project.
fn check_types(folder: &Path, project: &Path) -> Result<()> {
    run(&mut program(folder, project, "tsc"))
}

/// A program among the folder's packages, to be run in a project.
fn program(folder: &Path, project: &Path, name: &str) -> Command {
    let mut command = command(folder.join("node_modules/.bin").join(name));
    command.current_dir(project).env("NG_CLI_ANALYTICS", "false");
    command
}
