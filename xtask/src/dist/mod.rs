//! What is published: the release in dist/, and the package for npm and the gallery that are made from it.

pub mod fallback;
mod gallery;
mod integrity;
mod interface;
mod licences;
pub mod package;
pub mod reference;
mod types;

use crate::{tools, trunk};
use anyhow::Result;

/// Builds everything that is published.
pub fn dist() -> Result<()> {
    trunk::build(&tools::ensure()?)?;
    assemble()?;
    println!("dist/embed.html           the iframe form, with dist/frame.js for the page around it");
    println!("dist/gallery.html         the common ways to embed it, with their code");
    println!("dist/npm/                 the package: `npm pack ./dist/npm`");
    Ok(())
}

/// Makes the package and the gallery from what the last build has left.
pub fn assemble() -> Result<()> {
    fallback::embed()?;
    package::make()?;
    gallery::make()
}
