//! Checks and tests everything, in order, and says at the end what ran.

use crate::{
    browser::Chromium,
    e2e, engine, hosts, offline,
    process::{cargo, run, seconds},
    project, size,
    tools::{self, Tools},
    trunk,
};
use anyhow::{Context, Result};
use std::{
    process::ExitCode,
    time::{Duration, Instant},
};

/// The wasm program's parts: what is compiled for the browser, and the tests that run there.
const WASM: [&str; 7] = [
    "--target=wasm32-unknown-unknown",
    "--package=vendor-compare",
    "--lib",
    "--bin",
    "vendor-compare",
    "--test",
    "web",
];

/// Runs every step, the later ones even if an earlier one has failed, so that one run shows everything.
pub fn everything() -> Result<ExitCode> {
    let mut steps = Steps::default();
    let tools = steps.run("tools of the web build", tools::ensure);
    let chromium = steps.run("Chromium and its driver", Chromium::ensure);
    steps.run("formatting", formatting);
    steps.run("clippy, for this machine", clippy_native);
    steps.run("clippy, for the browser", clippy_wasm);
    steps.run("tests, on this machine", native);
    steps.run("tests, in a browser", || in_browser(needed(&tools)?, needed(&chromium)?));
    let built = steps.run("release build", || trunk::build(needed(&tools)?));
    steps.run("offline scripts, in Node.js", offline::test);
    steps.run("engine, in Node.js", || needed(&built).and_then(|()| engine::test()));
    steps.run("size of the first load", || needed(&built).and_then(|()| size::check(&project::dist())));
    steps.run("end-to-end tests", || {
        needed(&built)?;
        e2e::run_in(None, &[])
    });
    steps.run("host pages", || {
        needed(&built)?;
        hosts::run_in(None, &[hosts::SCENARIOS])
    });
    Ok(steps.summary())
}

/// Formatting and clippy, as `test` runs them.
pub fn lint_only() -> Result<()> {
    formatting()?;
    clippy_native()?;
    clippy_wasm()
}

fn formatting() -> Result<()> {
    run(cargo().args(["fmt", "--all", "--check"])).context("`cargo fmt --all` puts it right")
}

fn clippy_native() -> Result<()> {
    // The end-to-end tests are left out of "all targets", because a plain `cargo test` leaves them out.
    run(cargo().args(["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]))?;
    run(cargo().args(["clippy", "--test", "e2e", "--", "-D", "warnings"]))
}

fn clippy_wasm() -> Result<()> {
    run(cargo().arg("clippy").args(WASM).args(["--", "-D", "warnings"]))?;
    for program in engine::LINTED {
        run(cargo().arg("clippy").args(program).args(["--", "-D", "warnings"]))?;
    }
    Ok(())
}

fn native() -> Result<()> {
    run(cargo().args(["test", "--workspace"]))
}

fn in_browser(tools: &Tools, chromium: &Chromium) -> Result<()> {
    let mut test = tools.command("cargo");
    test.args(["test", "--target=wasm32-unknown-unknown", "--test", "web"]);
    test.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner");
    // The runner's own limit of 20 seconds is short for a browser's first start on a small machine.
    test.env("WASM_BINDGEN_TEST_TIMEOUT", "120");
    chromium.describe_to_wasm_bindgen(&mut test)?;
    run(&mut test)
}

/// What an earlier step has made, if it has.
fn needed<T>(made: &Option<T>) -> Result<&T> {
    made.as_ref().context("not run, because a step that it needs has failed")
}

/// What has run so far.
#[derive(Default)]
struct Steps {
    done: Vec<Step>,
}

struct Step {
    name: &'static str,
    passed: bool,
    took: Duration,
}

impl Steps {
    /// Runs one step under its heading, and keeps what it has made.
    fn run<T>(&mut self, name: &'static str, step: impl FnOnce() -> Result<T>) -> Option<T> {
        println!("\n━━ {name}");
        let start = Instant::now();
        let outcome = step();
        let took = start.elapsed();
        match &outcome {
            Ok(_) => println!("━━ {name}: passed in {}", seconds(took)),
            Err(error) => println!("━━ {name}: FAILED after {}: {error:#}", seconds(took)),
        }
        self.done.push(Step { name, passed: outcome.is_ok(), took });
        outcome.ok()
    }

    /// Prints what ran and how it went.
    fn summary(&self) -> ExitCode {
        let failed = self.done.iter().filter(|step| !step.passed).count();
        println!("\n━━ summary");
        for Step { name, passed, took } in &self.done {
            println!("{name:<28} {:<6} {:>12}", if *passed { "passed" } else { "FAILED" }, seconds(*took));
        }
        let total: Duration = self.done.iter().map(|step| step.took).sum();
        println!("{:<28} {:<6} {:>12}", "in all", "", seconds(total));
        println!("{} passed, {failed} failed", self.done.len() - failed);
        if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }
}
