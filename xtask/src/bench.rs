//! The benchmarks: the requirement engine natively, and beside other libraries in Node and in headless Chromium; what a
//! page pays that embeds the element; how long offline files take.

use crate::{
    browser::Chromium,
    npm,
    process::{cargo, command, find, run},
    project,
};
use anyhow::{Context, Result, bail};
use std::ffi::OsString;

/// What is to be measured, and the arguments that are passed on.
#[derive(Debug, PartialEq)]
struct Asked<'a> {
    native: bool,
    node: bool,
    chromium: bool,
    host: bool,
    offline: bool,
    others: Vec<&'a str>,
}

impl<'a> Asked<'a> {
    /// All of them where the arguments name none.
    fn of(arguments: &'a [String]) -> Self {
        let (flags, others): (Vec<&str>, Vec<&str>) =
            arguments.iter().map(String::as_str).partition(|argument| {
                matches!(*argument, "--native" | "--node" | "--chromium" | "--host" | "--offline")
            });
        let asks = |flag| flags.is_empty() || flags.contains(&flag);
        Self {
            native: asks("--native"),
            node: asks("--node"),
            chromium: asks("--chromium"),
            host: asks("--host"),
            offline: asks("--offline"),
            others,
        }
    }

    /// The parts that `bench/run.mjs` runs; the check against the naive evaluation comes before any figure.
    fn parts(&self) -> Vec<&'static str> {
        let node = self.node.then_some(["groups", "node", "requirements"]);
        let chromium = self.chromium.then_some("chromium");
        let pages = [chromium, self.host.then_some("host"), self.offline.then_some("offline")];
        node.into_iter().flatten().chain(pages.into_iter().flatten()).collect()
    }
}

/// Runs what the arguments ask for.
pub fn bench(arguments: &[String]) -> Result<()> {
    let asked = Asked::of(arguments);
    let parts = asked.parts();
    if asked.native {
        let mut native = cargo();
        native.args(["bench", "--bench", "engine"]);
        // A release is compiled for size, but the engine is there to be fast.
        native.env("CARGO_PROFILE_BENCH_OPT_LEVEL", "3");
        if parts.is_empty() {
            native.arg("--").args(&asked.others);
        }
        run(&mut native)?;
    }
    if parts.is_empty() { Ok(()) } else { beside_others(&asked, &parts) }
}

/// The parts in JavaScript.
fn beside_others(asked: &Asked, parts: &[&str]) -> Result<()> {
    if !project::dist().join("engine/engine.js").is_file() {
        bail!("dist/engine is not there: run `cargo xtask build` first");
    }
    let packages = npm::BENCH.modules()?;
    let mut node = command(find("node").context("node is not on the PATH: install Node.js 20 or newer")?);
    node.arg("bench/run.mjs").env("VC_BENCH_PACKAGES", packages);
    if asked.host && !project::dist().join("gallery/catalogue.json").is_file() {
        bail!("dist/gallery is not there: run `cargo xtask dist` first");
    }
    if asked.offline {
        run(cargo().args(["build", "--quiet", "--bin", "catalogue"]))?;
        node.env("VC_CATALOGUE", project::target().join("debug/catalogue"));
    }
    if asked.chromium || asked.host || asked.offline {
        Chromium::ensure()?.describe_to(&mut node);
    }
    // What is passed on comes last, so that it may choose other parts.
    node.arg(format!("--parts={}", parts.join(","))).args(asked.others.iter().map(OsString::from));
    run(&mut node)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn owned(arguments: &[&str]) -> Vec<String> {
        arguments.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn without_a_choice_everything_is_measured() {
        let asked = owned(&["--sizes=100"]);
        let asked = Asked::of(&asked);
        assert!(asked.native && asked.node && asked.chromium && asked.host && asked.offline);
        assert_eq!(asked.others, ["--sizes=100"]);
        assert_eq!(asked.parts(), ["groups", "node", "requirements", "chromium", "host", "offline"]);
    }

    #[test]
    fn a_choice_leaves_the_others_out() {
        let asked = owned(&["--only=naive", "--chromium"]);
        let asked = Asked::of(&asked);
        assert!(!asked.native && !asked.node);
        assert_eq!(asked.others, ["--only=naive"]);
        assert_eq!(asked.parts(), ["chromium"]);
        assert!(Asked::of(&owned(&["--native"])).parts().is_empty());
    }
}
