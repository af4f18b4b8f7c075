//! From a catalogue's text to an engine, in steps, so that a page can draw in between.
//!
//! Most providers of a large catalogue are like others that came before. They are read in passing and recognised; what
//! is new goes through the same thorough reader as the files of the catalogue. A provider with something wrong is left
//! out; the rest is there. The words for what is wrong come from a report, which a program that has them reads.

mod answer;
mod balance;
mod documents;
mod draft;
mod entries;
mod excerpt;
mod loaded;
mod named;
mod outline;
mod place;
mod reader;
mod recognise;
mod report;
mod scan;
mod swar;
mod whole;
pub mod window;

use super::Builder;
use crate::catalogue::{date::Date, problem::Problem, provider::Kind};
use draft::{Draft, Names};
pub use loaded::{LeftOut, Loaded};
use reader::Reader;
use recognise::{Learned, Missing};
pub use report::{Report, Wrong};
pub use whole::MOST_VENDORS;

/// Why a text is no catalogue, or none whose shared parts are right; empty where it is one.
pub fn why_refused(name: &str, text: String) -> Vec<Problem> {
    Reader::new(name, text).err().unwrap_or_default()
}

/// Of how many providers that are left out it can be told what is wrong.
const TOLD: usize = 100;

/// A text that is being loaded.
pub struct Loader {
    reader: Reader,
    /// The entry that is read next.
    next: usize,
    names: Names,
    learned: Learned,
    builder: Builder,
    /// The entries of the vendors that have been added.
    vendors: Vec<u32>,
    /// The entries of the providers behind vendors.
    behind: Vec<usize>,
    in_passing: usize,
    left_out: LeftOut,
}

impl Loader {
    /// Begins with a text, which problems call by its name; requirements are judged as of a day.
    ///
    /// # Errors
    /// The text is not JSON, or something is wrong with the parts that all providers share.
    pub fn new(name: &str, text: String, as_of: Date) -> Result<Self, Vec<Problem>> {
        let reader = Reader::new(name, text)?;
        let builder = Builder::new(&reader.known.catalogue, as_of);
        Ok(Self {
            names: Names::new(&reader),
            reader,
            next: 0,
            learned: Learned::new(&builder),
            builder,
            vendors: Vec::new(),
            behind: Vec::new(),
            in_passing: 0,
            left_out: LeftOut::default(),
        })
    }

    /// How many providers have been read, and how many there are.
    pub fn progress(&self) -> (usize, usize) {
        (self.next, self.reader.providers.len())
    }

    /// Reads some more providers; whether there are any left.
    pub fn step(&mut self, count: usize) -> bool {
        let providers = self.reader.providers.clone();
        let mut draft = Draft::default();
        let end = self.next.saturating_add(count).min(providers.len());
        for entry in self.next..end {
            if self.provider(providers.get(entry), entry, &mut draft).is_none() {
                self.left_out.total += 1;
                if self.left_out.first.len() < TOLD {
                    self.left_out.first.push(entry);
                }
            }
        }
        self.next = end;
        end < providers.len()
    }

    /// Reads what is left.
    pub fn finish(mut self) -> Loaded {
        while self.step(usize::MAX) {}
        self.vendors.shrink_to_fit();
        let Reader { name, text, providers, documents, parts, .. } = self.reader;
        Loaded {
            engine: self.builder.finish(),
            name,
            text,
            vendors: self.vendors,
            parts,
            behind: self.behind,
            providers,
            documents,
            in_passing: self.in_passing,
            left_out: self.left_out,
            told: Vec::new(),
            sha256: None,
        }
    }

    /// Adds a provider; nothing is added where something is wrong with it.
    fn provider<'t>(&mut self, text: &'t str, entry: usize, draft: &mut Draft<'t>) -> Option<()> {
        let is_plain = draft.read(text, &self.names).is_some() && !self.reader.providers.is_again(entry);
        if is_plain && self.recognise(draft).is_some() {
            self.vendors.push(entry as u32);
            self.in_passing += 1;
            return Some(());
        }
        let provider = self.reader.provider(text, Some(entry)).ok()?;
        match provider.kind {
            Kind::Provider => {
                self.builder.catalogue.providers.push(provider);
                self.behind.push(entry);
            }
            Kind::Vendor => {
                self.builder.add(&provider);
                self.vendors.push(entry as u32);
                if is_plain {
                    self.learned.learn(draft, &self.builder);
                }
            }
        }
        Some(())
    }

    /// Adds a vendor by what has been learned. What is new about one row is read alone, and learned.
    fn recognise(&mut self, draft: &Draft) -> Option<()> {
        loop {
            match self.learned.add(draft, &mut self.builder) {
                Ok(()) => return Some(()),
                Err(Missing::Row(row))
                    if self.learned.learn_length(row, draft, &mut self.builder).is_some() => {}
                Err(Missing::Row(row)) => {
                    let claims = draft.by_row().find(|(of, _)| *of == row).map(|(_, claims)| claims)?;
                    let alone = self.reader.provider(&draft.only(claims), None).ok()?;
                    self.learned.learn_row(row, claims, draft, &alone, &mut self.builder)?;
                }
                Err(Missing::More) => return None,
            }
        }
    }
}
