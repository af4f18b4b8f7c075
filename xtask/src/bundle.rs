//! The last step of a release build: the scripts become one small file, and the offline file is made.

use crate::{
    engine, npm, offline,
    process::{command, run},
    split,
    tools::{self, Tools},
    wasm_opt,
};
use anyhow::{Context, Result, bail};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// The compiled page; in a release its first part.
pub const PROGRAM: &str = "app/vendor-compare_bg.wasm";
/// What the page loads when it is first asked for.
pub const LATER: &str = "app/vendor-compare_later.wasm";
/// The crate whose modules called `door` lead to what comes later.
const CRATE: &str = "vendor_compare";
/// A program without anything in it.
const EMPTY: [u8; 8] = *b"\0asm\x01\0\0\0";

/// Called by Trunk after every build, with the folder in which it assembles the result. In a debug build the browser
/// loads the scripts as they were written, and the engine is the one that was built last, if there is one.
pub fn hook() -> Result<()> {
    let (Some(profile), Some(stage)) =
        (std::env::var_os("TRUNK_PROFILE"), std::env::var_os("TRUNK_STAGING_DIR"))
    else {
        bail!("`bundle` is the last step of Trunk's build; start the whole with `cargo xtask build`");
    };
    let stage = PathBuf::from(stage);
    if profile == "release" {
        let tools = tools::ensure()?;
        engine::build(&tools)?;
        part(&tools, &stage)?;
        bundle(&stage)?;
    } else {
        // There the first part is the whole.
        fs::write(stage.join(LATER), EMPTY).context("the second part cannot be written")?;
    }
    if !engine::copy(&stage.join("engine"))? {
        println!(
            "The engine has not been built, so `src` does not work here; `cargo xtask engine` builds it."
        );
    }
    Ok(())
}

/// Parts the program in two, and makes both small.
fn part(tools: &Tools, stage: &Path) -> Result<()> {
    let program = stage.join(PROGRAM);
    let bytes = fs::read(&program).context("the compiled page cannot be read")?;
    let parts = split::split(&bytes, CRATE)?;
    for (path, part) in [(program, parts.first), (stage.join(LATER), parts.later)] {
        fs::write(&path, part).with_context(|| format!("{} cannot be written", path.display()))?;
        wasm_opt::shrink(tools, &[], &path, &path)?;
    }
    Ok(())
}

/// Turns what Trunk has assembled into what is published.
fn bundle(stage: &Path) -> Result<()> {
    // The offline file first, because it starts from the same scripts that are replaced after it.
    offline::make(stage)?;

    let element = stage.join("vendor-compare.js");
    run(command(npm::TOOLS.programs()?.join("esbuild"))
        .args(["--bundle", "--minify", "--format=esm", "--target=es2022", "--log-level=warning"])
        .arg(&element)
        .arg("--allow-overwrite")
        .arg(format!("--outfile={}", element.display())))?;

    // What the bundled scripts contain need not be published beside them.
    for part in ["effects.js", "element.js", "later.js", "app/vendor-compare.js"].map(|part| stage.join(part))
    {
        fs::remove_file(&part).with_context(|| format!("{} cannot be removed", part.display()))?;
    }
    Ok(())
}
