//! Makes `static/geography.txt`, the outlines of countries that the page draws maps with, out of Natural Earth.
//!
//! The file holds two frames, Europe and the world, each already projected, cut to its edges and simplified to what a
//! picture of 700 pixels shows. So the page needs no trigonometry and draws what it reads.

mod frame;
mod projection;
mod simplify;
mod topology;
mod write;

use crate::{npm, project};
use anyhow::{Context, Result};
use std::{fs, path::Path};

/// Where the result lies.
const FILE: &str = "static/geography.txt";
/// Places that Natural Earth draws as a part of another or leaves out: no more than where they are.
const POINTS: &str = "xtask/geography/points.csv";

/// Makes the file anew.
pub fn make() -> Result<()> {
    let modules = npm::GEOGRAPHY.modules()?;
    let read =
        |path: &Path| fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()));
    let world = topology::read(
        &read(&modules.join("world-atlas/countries-50m.json"))?,
        &read(&modules.join("i18n-iso-countries/codes.json"))?,
        &read(&project::root().join(POINTS))?,
    )?;
    let text = write::file(&frame::FRAMES.map(|frame| frame.of(&world)));
    fs::write(project::root().join(FILE), &text).with_context(|| format!("{FILE} cannot be written"))?;
    println!("{FILE}: {} bytes, {} in brotli", text.len(), crate::size::brotli(text.as_bytes())?);
    Ok(())
}
