//! A catalogue that has been loaded: the engine over it, and its text, for the details of a vendor to be read when
//! somebody looks at them.

use std::{ops::Range, rc::Rc};

use super::{documents::Documents, entries::Entries};
use crate::engine::Engine;

/// What came of a text.
pub struct Loaded {
    pub engine: Engine,
    pub(super) name: String,
    pub(super) text: Rc<String>,
    /// Which entry each vendor of the engine is.
    pub(super) vendors: Vec<u32>,
    /// The parts that all providers share, but the documents: their keys and where their values stand.
    pub(super) parts: Vec<(String, Range<u32>)>,
    /// The entries of the providers behind vendors.
    pub(super) behind: Vec<usize>,
    pub(super) providers: Rc<Entries>,
    pub(super) documents: Rc<Documents>,
    /// How many of the vendors were recognised, and not read thoroughly.
    pub in_passing: usize,
    pub left_out: LeftOut,
    /// What is wrong with the first that were left out, once that has been told.
    pub(super) told: Vec<String>,
    /// The digest of the text as it came, as 64 hexadecimal digits, where it has been told.
    pub(super) sha256: Option<String>,
}

/// The providers that are left out.
#[derive(Debug, Default)]
pub struct LeftOut {
    pub total: usize,
    /// The places of the first hundred of them in the list of providers, from 0.
    pub first: Vec<usize>,
}

impl Loaded {
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The profile of a vendor, as the text has it.
    pub fn profile(&self, id: &str) -> Option<&str> {
        let entry = *self.vendors.get(self.engine.position(id)?)?;
        Some(self.providers.get(entry as usize))
    }

    /// Takes the words for what is wrong with providers that were left out, for the page; see [`super::Report::words`].
    pub fn tell(&mut self, problems: Vec<String>) {
        self.told = problems;
    }

    /// Takes the digest of the text as it came, for the page.
    pub fn identify(&mut self, sha256: String) {
        self.sha256 = Some(sha256);
    }

    /// What is kept of memory beside the text, in bytes.
    pub fn bytes(&self) -> usize {
        let entries = self.providers.bytes() + self.documents.bytes();
        self.engine.bytes() + entries + self.vendors.capacity() * size_of::<u32>()
    }
}
