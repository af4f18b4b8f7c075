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

/// The scripts between the page and the engine: what loads a catalogue, with a worker and without.
const PAGE: [&str; 3] = ["loading.js", "catalogue.js", "worker.js"];

/// What clippy looks at, beside the page.
pub const LINTED: [&str; 6] = [
    "--target=wasm32-unknown-unknown",
    "--package=vendor-compare",
    "--bin=engine",
    "--no-default-features",
    "--features",
    "engine,simd",
];

/// Tests the JavaScript API of the engine that was built last.
pub fn test() -> Result<()> {
    let node = find("node").context("node is not on the PATH: install Node.js 20.16 or newer")?;
    run(command(node).args(["--test", "tests/engine/api.test.mjs"]).env("VC_ENGINE", built()))
}

/// Where a built engine lies until a build of the page takes it over.
fn built() -> PathBuf {
    project::target().join("engine/dist")
}

/// Builds the engine.
pub fn build(tools: &Tools) -> Result<()> {
    let (work, into) = (project::target().join("engine"), built());
    fs::create_dir_all(&into).with_context(|| format!("{} could not be made", into.display()))?;
    let mut glue: Option<String> = None;
    for (name, features) in VARIANTS {
        let program = compile(tools, name, features, &work)?;
        let optimised = into.join(format!("{name}_bg.wasm"));
        // Not allowed to the variant without vectors: a vector in it stops the build.
        let passes: &[&str] = match features.contains("simd") {
            true => &["-O3", "--low-memory-unused", "--enable-simd"],
            false => &["-O3", "--low-memory-unused"],
        };
        wasm_opt::optimise(tools, passes, &program.with_file_name("program_bg.wasm"), &optimised)?;
        let text =
            fs::read_to_string(&program).with_context(|| format!("{} cannot be read", program.display()))?;
        if glue.replace(text.clone()).is_some_and(|other| other != text) {
            bail!("the two variants of the engine need different JavaScript, but only one is published");
        }
    }
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

/// Compiles a variant; the JavaScript that belongs to it.
fn compile(tools: &Tools, name: &str, features: &str, work: &Path) -> Result<PathBuf> {
    run(tools.command("cargo").args([
        "build",
        "--quiet",
        "--profile=engine",
        "--bin=engine",
        "--target=wasm32-unknown-unknown",
        "--no-default-features",
        "--features",
        features,
    ]))?;
    let compiled = project::target().join("wasm32-unknown-unknown/engine/engine.wasm");
    let out = work.join(name);
    run(tools
        .command("wasm-bindgen")
        .args(["--target=web", "--no-typescript", "--out-name=program", "--out-dir"])
        .arg(&out)
        .arg(compiled))?;
    Ok(out.join("program.js"))
}

/// Puts the scripts beside the programs: the API in one file, with its types.
fn publish(work: &Path, into: &Path) -> Result<()> {
    let source = project::root().join("static/engine");
    let api = work.join("engine/engine.js");
    fs::copy(source.join("engine.js"), &api).context("static/engine/engine.js could not be copied")?;
    run(command(npm::TOOLS.programs()?.join("esbuild"))
        .args(["--bundle", "--minify", "--format=esm", "--target=es2022", "--log-level=warning"])
        .arg(&api)
        .arg(format!("--outfile={}", into.join("engine.js").display())))?;
    // What the page loads besides, to show a catalogue of others.
    for script in PAGE {
        run(command(npm::TOOLS.programs()?.join("esbuild"))
            .args(["--bundle", "--minify", "--format=esm", "--target=es2022", "--log-level=warning"])
            .arg("--external:./engine.js")
            .arg(source.join(script))
            .arg(format!("--outfile={}", into.join(script).display())))?;
    }
    // Without it, older versions of Node.js take the scripts for CommonJS.
    fs::write(into.join("package.json"), "{ \"type\": \"module\" }\n")
        .context("package.json could not be written")?;
    fs::copy(source.join("engine.d.ts"), into.join("engine.d.ts"))
        .context("static/engine/engine.d.ts could not be copied")?;
    Ok(())
}
