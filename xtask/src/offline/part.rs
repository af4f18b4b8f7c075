//! The parts of an offline file that are not text: packed as well as can be, and written as letters.

use anyhow::{Context, Result};
use zopfli::{Format, Options};

#[path = "../../../src/export/offline/letters.rs"]
mod letters;

/// A part of the file.
pub struct Part {
    /// By which the file finds it.
    pub name: &'static str,
    /// What is in it.
    pub bytes: Vec<u8>,
    gzip: Vec<u8>,
}

impl Part {
    /// Packs a part. The same bytes are packed into the same bytes.
    pub fn packed(name: &'static str, bytes: Vec<u8>) -> Result<Self> {
        let mut gzip = Vec::new();
        zopfli::compress(Options::default(), Format::Gzip, &*bytes, &mut gzip)
            .with_context(|| format!("{name} cannot be packed"))?;
        Ok(Self { name, bytes, gzip })
    }

    /// How it stands in the file.
    pub fn letters(&self) -> String {
        letters::of(&self.gzip)
    }
}
