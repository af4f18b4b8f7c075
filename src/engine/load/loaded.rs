//! A catalogue that has been loaded: the engine over it, and its text, for the details of a vendor to be read when
//! somebody looks at them.

use std::{cell::RefCell, ops::Range, rc::Rc};

use super::documents::{self, Documents};
use crate::{
    catalogue::{
        Catalogue,
        build::{self, Known, OneText},
        problem::Problem,
        provider::Provider,
        source::ProviderSource,
    },
    engine::Engine,
};

/// What came of a text.
pub struct Loaded {
    pub engine: Engine,
    pub(super) name: String,
    pub(super) text: Rc<String>,
    /// Where each vendor of the engine stands in the text.
    pub(super) places: Vec<Range<u32>>,
    /// The parts that all providers share, but the documents, as members of an object.
    pub(super) shared: String,
    /// Where the providers behind vendors stand in the text.
    pub(super) behind: Vec<Range<u32>>,
    /// Changes with the documents that are cited.
    pub(super) known: RefCell<Known>,
    pub(super) documents: Rc<Documents>,
    /// How many of the vendors were recognised, and not read thoroughly.
    pub in_passing: usize,
    pub left_out: LeftOut,
}

/// The providers that are left out.
#[derive(Debug, Default)]
pub struct LeftOut {
    pub total: usize,
    /// What is wrong with the first hundred of them.
    pub first: Vec<Wrong>,
}

/// What is wrong with a provider.
#[derive(Debug)]
pub struct Wrong {
    /// Its place in the list of providers, from 0.
    pub index: usize,
    pub problems: Vec<Problem>,
}

impl Loaded {
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The profile of a vendor, as the text has it.
    pub fn profile(&self, id: &str) -> Option<&str> {
        let place = self.places.get(self.engine.position(id)?)?;
        self.text.get(place.start as usize..place.end as usize)
    }

    /// A catalogue of these vendors and everything but the others. Vendors that are not there are left out.
    pub fn with(&self, vendors: &[&str]) -> Catalogue {
        let mut catalogue = self.engine.shared().clone();
        let profiles = vendors.iter().filter_map(|id| self.profile(id));
        catalogue.providers.extend(profiles.filter_map(|text| self.read(text)));
        catalogue
    }

    /// Reads a profile that has been found to be right.
    pub(super) fn read(&self, text: &str) -> Option<Provider> {
        let mut known = self.known.borrow_mut();
        let source = build::parse::<ProviderSource>(&self.name, text).ok()?;
        self.documents.cite(documents::cited(&source), &mut known).ok()?;
        let origin = OneText { name: &self.name, text };
        Some(build::parts::provider(&source, &known, &origin).0)
    }

    /// What is kept of memory beside the text, in bytes.
    pub fn bytes(&self) -> usize {
        self.engine.bytes() + self.documents.bytes() + self.places.capacity() * size_of::<Range<u32>>()
    }
}
