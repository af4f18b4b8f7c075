//! The engine: a program of its own, without the page, and its JavaScript API.

use crate::{
    npm,
    process::{command, find, run},
    project,
    tools::Tools,
    wasm_opt,
};
use anyhow::{Context, Result, bail};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// What is compiled: with vectors, and without them for browsers that have none.
const VARIANTS: [(&str, &str); 2] = [("engine", "engine,simd"), ("engine-plain", "engine")];

/// What is fetched only when it is needed, a program of its own.
const DETAILS: &str = "details";

/// The scripts that are published: the API, what it imports at times; what stands between the page and the engine, to
/// load a catalogue with a worker and without.
const SCRIPTS: [&str; 5] = ["engine.js", "details.js", "loading.js", "catalogue.js", WORKER];
const WORKER: &str = "worker.js";

/// What clippy looks at, beside the page.
pub const LINTED: [[&str; 6]; 2] =
    [linted("--bin=engine", "engine,simd"), linted("--bin=details", "details")];

const fn linted(program: &'static str, features: &'static str) -> [&'static str; 6] {
    let package = ["--target=wasm32-unknown-unknown", "--package=vendor-compare"];
    [package[0], package[1], program, "--no-default-features", "--features", features]
}

/// Tests the JavaScript API of the engine that was built last.
pub fn test() -> Result<()> {
    let node = find("node").context("node is not on the PATH: install Node.js 20.16 or newer")?;
    run(command(node)
        .args(["--test", "tests/engine/api.test.mjs", "tests/engine/several.test.mjs"])
        .env("VC_ENGINE", built()))
}

/// Where a built engine lies until a build of the page takes it over.
pub fn built() -> PathBuf {
    project::target().join("engine/dist")
}

/// Where its scripts lie beside what they import.
pub fn assembled() -> PathBuf {
    project::target().join("engine/engine")
}

/// Builds the engine.
pub fn build(tools: &Tools) -> Result<()> {
    let (work, into) = (project::target().join("engine"), built());
    fs::create_dir_all(&into).with_context(|| format!("{} could not be made", into.display()))?;
    let mut glue: Option<String> = None;
    for (name, features) in VARIANTS {
        let program = compile(tools, "engine", features, &work.join(name))?;
        let optimised = into.join(format!("{name}_bg.wasm"));
        // Not allowed to the variant without vectors: a vector in it stops the build.
        let vectors: &[&str] = if features.contains("simd") { &["--enable-simd"] } else { &[] };
        wasm_opt::shrink(tools, vectors, &program.with_file_name("program_bg.wasm"), &optimised)?;
        let text =
            fs::read_to_string(&program).with_context(|| format!("{} cannot be read", program.display()))?;
        if glue.replace(text.clone()).is_some_and(|other| other != text) {
            bail!("the two variants of the engine need different JavaScript, but only one is published");
        }
    }
    let details = compile(tools, DETAILS, DETAILS, &work.join(DETAILS))?;
    let optimised = into.join(format!("{DETAILS}_bg.wasm"));
    wasm_opt::shrink(tools, &[], &details.with_file_name("program_bg.wasm"), &optimised)?;
    publish(&work, &into)
}

/// Copies the engine as it was last built into a folder; whether there is one.
pub fn copy(into: &Path) -> Result<bool> {
    let Ok(files) = fs::read_dir(built()) else { return Ok(false) };
    fs::create_dir_all(into).with_context(|| format!("{} could not be made", into.display()))?;
    for file in files {
        let file = file?;
        fs::copy(file.path(), into.join(file.file_name()))
            .with_context(|| format!("{} could not be copied", file.path().display()))?;
    }
    Ok(true)
}

/// Compiles a program into a folder; the JavaScript that belongs to it.
fn compile(tools: &Tools, program: &str, features: &str, out: &Path) -> Result<PathBuf> {
    run(tools.command("cargo").args([
        "build",
        "--quiet",
        "--profile=engine",
        "--bin",
        program,
        "--target=wasm32-unknown-unknown",
        "--no-default-features",
        "--features",
        features,
    ]))?;
    let compiled = project::target().join("wasm32-unknown-unknown/engine").join(format!("{program}.wasm"));
    run(tools
        .command("wasm-bindgen")
        // Our scripts tell the program's place; bundlers of others would not find one that they read in the JavaScript.
        .args(["--target=web", "--no-typescript", "--omit-default-module-path"])
        .args(["--out-name=program", "--out-dir"])
        .arg(out)
        .arg(compiled))?;
    Ok(out.join("program.js"))
}

/// Puts the scripts beside the programs, and the types of the API.
fn publish(work: &Path, into: &Path) -> Result<()> {
    let source = project::root().join("static/engine");
    // The scripts import what wasm-bindgen has made, so they are put beside it.
    let beside = assembled();
    for file in fs::read_dir(&source).context("static/engine cannot be read")? {
        let file = file?;
        fs::copy(file.path(), beside.join(file.file_name()))
            .with_context(|| format!("{} could not be copied", file.path().display()))?;
    }
    let glue = beside.join(DETAILS);
    fs::create_dir_all(&glue).with_context(|| format!("{} could not be made", glue.display()))?;
    fs::copy(work.join(DETAILS).join("program.js"), glue.join("program.js"))
        .context("the JavaScript of the details could not be copied")?;
    for script in SCRIPTS {
        // The worker is whole, because bundlers of others publish it as it is.
        let others = SCRIPTS.iter().filter(|other| script != WORKER && **other != script);
        run(command(npm::TOOLS.programs()?.join("esbuild"))
            .args(["--bundle", "--minify", "--format=esm", "--target=es2022", "--log-level=warning"])
            .args(others.map(|other| format!("--external:./{other}")))
            .arg(beside.join(script))
            .arg(format!("--outfile={}", into.join(script).display())))?;
    }
    // Without it, older versions of Node.js take the scripts for CommonJS.
    fs::write(into.join("package.json"), "{ \"type\": \"module\" }\n")
        .context("package.json could not be written")?;
    fs::copy(source.join("engine.d.ts"), into.join("engine.d.ts"))
        .context("static/engine/engine.d.ts could not be copied")?;
    Ok(())
}
