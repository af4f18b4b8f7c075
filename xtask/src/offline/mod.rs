//! The offline file, and the template that others are made from: page, script and program in one file.

mod page;
mod part;

use anyhow::{Context, Result};
use std::{
    fs,
    path::{Path, PathBuf},
    thread,
};

use crate::{
    bundle, engine, npm,
    process::{capture, command, find, run},
    project,
};
use page::page;
use part::Part;

/// The offline file over the catalogue that is built in.
pub const FILE: &str = "vendor-compare.html";
/// The template for catalogues of others, with the engine inside.
pub const TEMPLATE: &str = "template.html";

/// The parts of both, and those of the template besides.
pub const PARTS: [(&str, &str); 5] = [
    ("program", bundle::PROGRAM),
    ("later", bundle::LATER),
    ("outlines", "geography.txt"),
    ("language-de", "languages/de.json"),
    ("language-fr", "languages/fr.json"),
];
const ENGINE_PARTS: [(&str, &str); 2] = [("engine", "engine_bg.wasm"), ("details", "details_bg.wasm")];

/// Writes both into the folder in which a build is assembled, and which has the programs and scripts already.
pub fn make(stage: &Path) -> Result<()> {
    let work = assembled(stage)?;
    let own = PARTS.map(|(name, file)| (name, stage.join(file)));
    let engines = ENGINE_PARTS.map(|(name, file)| (name, engine::built().join(file)));
    let mut parts = packed(own.into_iter().chain(engines).collect())?;

    let template = page(&script(&work, "others.js")?, &parts, true)?;
    write(&stage.join(TEMPLATE), &template)?;
    parts.truncate(PARTS.len());
    let file = stage.join(FILE);
    write(&file, &page(&script(&work, "offline.js")?, &parts, false)?)?;
    fill(&file)
}

/// Tests those of its scripts that need no browser.
pub fn test() -> Result<()> {
    let node = find("node").context("node is not on the PATH: install Node.js 20.16 or newer")?;
    run(command(node).args(["--test", "tests/offline/scripts.test.mjs"]))
}

/// Puts the built-in catalogue's table into the file.
fn fill(file: &Path) -> Result<()> {
    run(project::catalogue("bundle").arg("--template").arg(file).arg("--output").arg(file))
}

/// The scripts, beside what they import.
fn assembled(stage: &Path) -> Result<PathBuf> {
    let work = project::target().join("offline");
    let offline = project::root().join("static/offline");
    for (from, to) in [
        (stage, work.clone()),
        (&stage.join("app"), work.join("app")),
        (&offline, work.join("offline")),
        (&engine::assembled(), work.join("engine")),
        (&engine::assembled().join("details"), work.join("engine/details")),
    ] {
        copy_scripts(from, &to)?;
    }
    Ok(work)
}

fn copy_scripts(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to).with_context(|| format!("{} could not be made", to.display()))?;
    for file in fs::read_dir(from).with_context(|| format!("{} cannot be read", from.display()))? {
        let file = file?.path();
        if let (Some("js"), Some(name)) = (file.extension().and_then(|end| end.to_str()), file.file_name()) {
            fs::copy(&file, to.join(name))
                .with_context(|| format!("{} could not be copied", file.display()))?;
        }
    }
    Ok(())
}

fn script(work: &Path, name: &str) -> Result<String> {
    capture(
        command(npm::TOOLS.programs()?.join("esbuild"))
            .args(["--bundle", "--minify", "--format=esm", "--target=es2022", "--log-level=warning"])
            .arg(work.join("offline").join(name)),
    )
}

/// Packs files, each on its own, because that takes seconds.
fn packed(files: Vec<(&'static str, PathBuf)>) -> Result<Vec<Part>> {
    thread::scope(|scope| {
        let begun: Vec<_> = files
            .iter()
            .map(|(name, file)| {
                scope.spawn(move || {
                    let bytes =
                        fs::read(file).with_context(|| format!("{} cannot be read", file.display()))?;
                    Part::packed(name, bytes)
                })
            })
            .collect();
        begun.into_iter().map(|part| part.join().expect("packing does not panic")).collect()
    })
}

/// A file without its parts: what is left weighs as a page does.
pub fn without_parts(page: &str) -> String {
    let mut left = String::new();
    for (index, piece) in page.split("<script type=\"application/gzip\"").enumerate() {
        let after = piece.split_once("</script>").map_or("", |(_, after)| after);
        left += if index == 0 { piece } else { after };
    }
    left
}

fn write(path: &Path, text: &str) -> Result<()> {
    fs::write(path, text).with_context(|| format!("{} cannot be written", path.display()))
}
