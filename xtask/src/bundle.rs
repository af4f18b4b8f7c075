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
/// The JavaScript that wasm-bindgen has made for it.
const GLUE: &str = "app/vendor-compare.js";
/// Where that looks for the program, unless it is told; our scripts tell it. Bundlers of others take such words for a file
/// to publish, and would not find it.
const DEFAULT_PLACE: &str = "new URL('vendor-compare_bg.wasm', import.meta.url)";
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
        without_default_place(&stage)?;
        bundle(&stage)?;
        if !tools::leaves_out_folders() {
            println!(
                "This release names folders of this machine. `cargo xtask build` makes one that does not."
            );
        }
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

/// Takes the place out of the JavaScript where it would look for the program by itself.
fn without_default_place(stage: &Path) -> Result<()> {
    let path = stage.join(GLUE);
    let glue = fs::read_to_string(&path).with_context(|| format!("{GLUE} cannot be read"))?;
    if glue.matches(DEFAULT_PLACE).count() != 1 {
        bail!("{GLUE} must contain `{DEFAULT_PLACE}` exactly once");
    }
    fs::write(&path, glue.replace(DEFAULT_PLACE, "undefined"))
        .with_context(|| format!("{GLUE} cannot be written"))
}

/// Turns what Trunk has assembled into what is published.
fn bundle(stage: &Path) -> Result<()> {
    // The offline file first, because it starts from the same scripts that are replaced after it.
    offline::make(stage)?;

    let esbuild = npm::TOOLS.programs()?.join("esbuild");
    for script in ["vendor-compare.js", "embed.js"] {
        run(command(&esbuild)
            .args(["--bundle", "--minify", "--format=esm", "--target=es2022", "--log-level=warning"])
            // The engine lies beside the element as it is, for those who load it.
            .args(["--external:./engine/*", "--allow-overwrite"])
            .arg(stage.join(script))
            .arg(format!("--outfile={}", stage.join(script).display())))?;
    }
    let frame = stage.join("frame.js");
    run(command(&esbuild)
        .args(["--minify", "--target=es2022", "--log-level=warning", "--allow-overwrite"])
        .arg(&frame)
        .arg(format!("--outfile={}", frame.display())))?;

    // What the bundled scripts contain need not be published beside them.
    let parts = ["effects.js", "element.js", "errors.js", "failure.js", "files.js", "later.js", GLUE]
        .map(|part| stage.join(part));
    for part in parts {
        fs::remove_file(&part).with_context(|| format!("{} cannot be removed", part.display()))?;
    }
    Ok(())
}
