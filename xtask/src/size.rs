//! What the first load weighs, and the engine.

use crate::{bundle, offline};
use anyhow::{Context, Result, bail};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// What everything that a first visit loads may weigh together, compressed with brotli, in bytes. The whole catalogue is
/// in it, but for what its evidence says.
const BUDGET: usize = 190 * 1024;
/// The offline files hold the same once more and are not part of a first load.
const OFFLINE: [&str; 2] = [offline::FILE, offline::TEMPLATE];
/// What the offline file may weigh, as it is, in bytes; and in hundredths of what it carries in brotli.
const OFFLINE_BUDGET: usize = 700 * 1024;
const OFFLINE_SHARE: usize = 145;

/// What is loaded later: the engine for a catalogue of others, what a view asks for that is not the first, what maps
/// are drawn with, and the words of other languages.
const LATER: [&str; 4] = ["engine", bundle::LATER, "geography.txt", "languages"];

/// What is published besides, for other pages than the first: the iframe form, the package for npm, the gallery.
const BESIDES: [&str; 6] = ["embed.html", "embed.js", "frame.js", "gallery.html", "gallery", "npm"];

/// What the engine's program may weigh, compressed with brotli, in bytes; a browser loads one of the two.
const ENGINE_BUDGET: usize = 114 * 1024;
const ENGINE_PROGRAMS: [&str; 2] = ["engine_bg.wasm", "engine-plain_bg.wasm"];

/// Prints the sizes and fails if the first load is over its budget.
pub fn check(dist: &Path) -> Result<()> {
    let mut files = Vec::new();
    list(dist, &mut files)
        .with_context(|| format!("{} cannot be read; run `cargo xtask build` first", dist.display()))?;
    let offline = OFFLINE.map(|file| dist.join(file));
    if let Some(missing) = offline.iter().find(|file| !files.contains(file)) {
        let missing = missing.display();
        bail!("{missing} is not there, so dist holds no release; run `cargo xtask build` first");
    }
    files.retain(|file| !BESIDES.iter().any(|besides| file.starts_with(dist.join(besides))));
    files.sort();

    println!("{:<34} {:>10} {:>10}", "file", "bytes", "brotli");
    let (mut raw, mut compressed) = (0, 0);
    let (later, first): (Vec<&PathBuf>, Vec<&PathBuf>) = files
        .iter()
        .filter(|file| !offline.contains(file))
        .partition(|file| LATER.iter().any(|later| file.starts_with(dist.join(later))));
    for file in first {
        let (plain, brotli) = measure(file)?;
        row(&file.strip_prefix(dist).unwrap_or(file).display().to_string(), plain, brotli);
        raw += plain;
        compressed += brotli;
    }
    row("first load, in all", raw, compressed);
    let mut heavy = Vec::new();
    for file in later {
        let (plain, brotli) = measure(file)?;
        let name = file.strip_prefix(dist).unwrap_or(file).display().to_string();
        row(&name, plain, brotli);
        if ENGINE_PROGRAMS.iter().any(|program| file.ends_with(program)) && brotli > ENGINE_BUDGET {
            heavy.push(name);
        }
    }
    let [file, template] = &offline;
    let (bytes, carried) = (measure(file)?.0, carried(dist)?);
    row(offline::FILE, bytes, carried);
    let (plain, brotli) = measure(template)?;
    row(offline::TEMPLATE, plain, brotli);
    check_offline(bytes, carried)?;

    if compressed > BUDGET {
        bail!(
            "the first load weighs {compressed} bytes in brotli, {} over the budget of {BUDGET}: make it \
             lighter, or raise BUDGET in xtask/src/size.rs and say why",
            compressed - BUDGET
        );
    }
    if !heavy.is_empty() {
        bail!(
            "{} weighs more than {ENGINE_BUDGET} bytes in brotli: make it lighter, or raise ENGINE_BUDGET in \
             xtask/src/size.rs and say why",
            heavy.join(" and ")
        );
    }
    println!("{compressed} of {BUDGET} bytes used ({} left)", BUDGET - compressed);
    Ok(())
}

/// What the offline file carries, each part in brotli, and what else stands in the page.
fn carried(dist: &Path) -> Result<usize> {
    let page = fs::read_to_string(dist.join(offline::FILE)).context("the offline file cannot be read")?;
    let mut carried = brotli(offline::without_parts(&page).as_bytes())?;
    for (_, part) in offline::PARTS {
        carried += measure(&dist.join(part))?.1;
    }
    Ok(carried)
}

fn check_offline(bytes: usize, carried: usize) -> Result<()> {
    println!("{} weighs {} % of what it carries in brotli", offline::FILE, bytes * 100 / carried);
    if bytes > OFFLINE_BUDGET || bytes * 100 > carried * OFFLINE_SHARE {
        bail!(
            "the offline file weighs {bytes} bytes; it may weigh {OFFLINE_BUDGET}, and {OFFLINE_SHARE} % of the {carried} that \
             it carries"
        );
    }
    Ok(())
}

/// Every file in the folder and its folders, but for what a build that failed left in Trunk's hidden folder.
pub fn list(folder: &Path, files: &mut Vec<PathBuf>) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let path = entry.path();
        if !path.is_dir() {
            files.push(path);
        } else if !entry.file_name().as_encoded_bytes().starts_with(b".") {
            list(&path, files)?;
        }
    }
    Ok(())
}

/// The bytes of a file, as they are and in brotli at its best.
fn measure(file: &Path) -> Result<(usize, usize)> {
    let bytes = fs::read(file).with_context(|| format!("{} cannot be read", file.display()))?;
    Ok((bytes.len(), brotli(&bytes)?))
}

/// How many bytes are left of these after brotli at its best, which is what a good server sends.
pub fn brotli(bytes: &[u8]) -> Result<usize> {
    let mut compressed = Vec::new();
    let best = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    brotli::BrotliCompress(&mut &*bytes, &mut compressed, &best).context("brotli failed")?;
    Ok(compressed.len())
}

fn row(name: &str, plain: usize, brotli: usize) {
    println!("{name:<34} {plain:>10} {brotli:>10}");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn repetition_weighs_little() {
        let text = "evidence on every cell; ".repeat(400);
        assert!(brotli(text.as_bytes()).expect("compressed") < 60);
    }

    #[test]
    fn a_missing_release_is_said_with_its_remedy() {
        let error = check(Path::new("no such folder")).expect_err("nothing to measure");
        assert!(error.to_string().contains("cargo xtask build"), "{error}");
    }
}
