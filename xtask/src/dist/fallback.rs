//! The table that shows where the comparison cannot start: what `catalogue static` prints, put into pages of ours.

use crate::{process::capture, project};
use anyhow::{Context, Result};
use std::fs;

/// Stands in a page where the table is to be.
const PLACE: &str = "<!-- static table -->";

/// The table as HTML, judged as of the day of the sources.
pub fn table(requirements: &str) -> Result<String> {
    capture(project::catalogue("static").args(["--require", requirements]))
}

/// A page with the table in its place.
pub fn filled(page: &str, table: &str) -> String {
    page.replace(PLACE, table.trim_end())
}

/// Puts the table into the page of the iframe form, in dist/.
pub fn embed() -> Result<()> {
    let source = "static/embed.html";
    let page = fs::read_to_string(project::root().join(source))
        .with_context(|| format!("{source} cannot be read"))?;
    fs::write(project::dist().join("embed.html"), filled(&page, &table("")?))
        .context("dist/embed.html cannot be written")
}
