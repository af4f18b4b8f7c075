//! The requirement engine for large catalogues: every answer of [`crate::requirement`], over all vendors at once.
//!
//! The naive evaluation stays the only place where the meaning of a requirement is written. The engine asks it once
//! for each *kind* of vendor instead of once for each vendor: on the rows that a requirement reads, vendors whose
//! claims are of the same class, and that name the same of the values asked for, must get the same verdict. The
//! verdicts become bitsets, and a query is bit arithmetic on them.
//!
//! | File | What |
//! | --- | --- |
//! | `bits` | sets of vendors |
//! | `class` | columns: what the vendors claim on a row, sorted into classes |
//! | `footprint` | which rows a requirement reads |
//! | `pattern` | which of the values asked for a vendor names |
//! | `terms` | a requirement of several terms as requirements of one |
//! | `judge` | a requirement over all vendors |
//! | `options` | every value of a row as a requirement |
//! | `text`, `order` | words that vendors have; the order of results |
//! | `query` | all of this together |
//! | `load` | from a text to an engine, in steps; what is wrong is left out and told |

pub mod bits;
mod class;
mod footprint;
mod judge;
#[cfg(not(target_arch = "wasm32"))]
pub mod load;
pub mod options;
pub mod order;
mod pattern;
pub mod query;
mod terms;
pub mod text;

use std::{cell::RefCell, collections::HashMap, hash::Hash, rc::Rc};

use crate::{
    catalogue::{Catalogue, date::Date, id::RowId, provider::Provider},
    requirement::{Requirement, evaluate::Context},
};
use class::Column;
pub use judge::Judged;
use options::Options;
use order::{Order, Ranking};
use text::Words;

/// The vendors of a catalogue, indexed.
pub struct Engine {
    /// Everything but the vendors: rows, certifications, places, groups, the providers behind vendors.
    catalogue: Catalogue,
    as_of: Date,
    vendors: usize,
    ids: Vec<Box<str>>,
    names: Vec<Box<str>>,
    /// One for each row, in the order of the catalogue.
    columns: Vec<Column>,
    words: Words,
    kept: Kept,
}

/// Answers that later questions need again.
#[derive(Default)]
struct Kept {
    judged: RefCell<HashMap<String, Rc<Judged>>>,
    options: RefCell<HashMap<RowId, Rc<Options>>>,
    rankings: RefCell<HashMap<Order, Rc<Ranking>>>,
}

/// How much of memory kept verdicts may take, in bytes; beyond it they are worked out anew.
const KEPT_BYTES: usize = 8 << 20;

impl Engine {
    /// Indexes the vendors of a catalogue, in its order; requirements are judged as of a day.
    pub fn new(catalogue: &Catalogue, as_of: Date) -> Self {
        let mut engine = Self::empty(catalogue, as_of);
        for vendor in catalogue.vendors() {
            engine.add(vendor);
        }
        engine
    }

    /// An engine without vendors, over everything else in a catalogue.
    pub fn empty(catalogue: &Catalogue, as_of: Date) -> Self {
        Self {
            catalogue: catalogue.clone(),
            as_of,
            vendors: 0,
            ids: Vec::new(),
            names: Vec::new(),
            columns: catalogue.rows().map(|row| Column::new(row.id.clone())).collect(),
            words: Words::default(),
            kept: Kept::default(),
        }
    }

    /// Adds a vendor after those that are there.
    pub fn add(&mut self, vendor: &Provider) {
        let index = self.vendors;
        let read = self.catalogue.sections.iter().flat_map(|section| {
            let read = vendor.covers.contains(&section.id);
            section.rows.iter().map(move |_| read)
        });
        for (column, read) in self.columns.iter_mut().zip(read) {
            column.add(index, vendor, read);
        }
        self.enter(vendor.id.as_str(), &vendor.name, vendor.summary.as_deref());
    }

    /// Enters the words about a vendor whose claims are in the columns.
    fn enter(&mut self, id: &str, name: &str, summary: Option<&str>) {
        self.words.add(self.vendors, false, name);
        if let Some(summary) = summary {
            self.words.add(self.vendors, true, summary);
        }
        self.ids.push(id.into());
        self.names.push(name.into());
        self.vendors += 1;
        self.kept = Kept::default();
    }

    /// How many vendors there are.
    pub fn len(&self) -> usize {
        self.vendors
    }

    pub fn is_empty(&self) -> bool {
        self.vendors == 0
    }

    /// The id of a vendor, by its place in the order of adding.
    pub fn id(&self, vendor: usize) -> Option<&str> {
        self.ids.get(vendor).map(|id| &**id)
    }

    fn context(&self) -> Context<'_> {
        Context { catalogue: &self.catalogue, as_of: self.as_of }
    }

    /// The verdicts of a requirement. Those of its single terms are kept for the next question.
    pub fn judge(&self, requirement: &Requirement) -> Rc<Judged> {
        let whole = terms::parts(requirement).and_then(|(parts, join)| {
            let judged = parts.iter().map(|part| self.judge_one(part));
            judged.reduce(|whole, part| Rc::new(join(&whole, &part)))
        });
        match whole {
            None => self.judge_one(requirement),
            Some(whole) if requirement.negated => Rc::new(whole.denied()),
            Some(whole) => whole,
        }
    }

    fn judge_one(&self, requirement: &Requirement) -> Rc<Judged> {
        let bytes = self.kept.judged.borrow().len() * self.vendors / 4;
        if bytes > KEPT_BYTES {
            self.kept.judged.borrow_mut().clear();
        }
        keep(&self.kept.judged, requirement.to_string(), || judge::judge(self, requirement))
    }

    /// Every value that some vendor has on a row.
    pub fn options(&self, row: &RowId) -> Rc<Options> {
        keep(&self.kept.options, row.clone(), || Options::new(self, row))
    }

    fn ranking(&self, order: &Order) -> Rc<Ranking> {
        keep(&self.kept.rankings, order.clone(), || Ranking::new(self, order))
    }
}

/// What is kept under a key, or else is made now.
fn keep<K: Hash + Eq, V>(kept: &RefCell<HashMap<K, Rc<V>>>, key: K, make: impl FnOnce() -> V) -> Rc<V> {
    if let Some(known) = kept.borrow().get(&key) {
        return known.clone();
    }
    let made = Rc::new(make());
    kept.borrow_mut().insert(key, made.clone());
    made
}
