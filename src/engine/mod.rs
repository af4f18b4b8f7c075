//! The requirement engine for large catalogues: every answer of [`crate::requirement`], over all vendors at once.
//!
//! The naive evaluation stays the only place where the meaning of a requirement is written. The engine asks it once
//! for each *kind* of vendor instead of once for each vendor: on the rows that a requirement reads, vendors whose
//! claims are of the same [`class::Class`], and that name the same of the values asked for, must get the same verdict.
//! The verdicts become bitsets, and a query is bit arithmetic on them.
//!
//! | File | What |
//! | --- | --- |
//! | `bits` | sets of vendors |
//! | `class` | columns: what the vendors claim on a row, sorted into classes |
//! | `footprint` | which rows a requirement reads |
//! | `pattern` | which of the values asked for a vendor names |
//! | `terms` | a requirement of several terms as requirements of one |
//! | `judge` | a requirement over all vendors |
//! | `query` | requirements together: the groups, and the counts of options |

pub mod bits;
mod class;
mod footprint;
mod judge;
mod pattern;
pub mod query;
mod terms;

use std::{cell::RefCell, collections::HashMap, rc::Rc};

use crate::{
    catalogue::{Catalogue, date::Date, provider::Provider},
    requirement::{Requirement, evaluate::Context},
};
use class::Column;
pub use judge::Judged;

/// The vendors of a catalogue, indexed.
pub struct Engine {
    /// Everything but the vendors' claims: rows, certifications, places, groups.
    catalogue: Catalogue,
    as_of: Date,
    vendors: usize,
    /// One for each row, in the order of the catalogue.
    columns: Vec<Column>,
    judged: RefCell<HashMap<String, Rc<Judged>>>,
}

impl Engine {
    /// Indexes the vendors of a catalogue, in its order; requirements are judged as of a day.
    pub fn new(catalogue: &Catalogue, as_of: Date) -> Self {
        let mut engine = Self::empty(catalogue, as_of);
        for vendor in catalogue.vendors() {
            engine.add(vendor);
        }
        engine
    }

    /// An engine without vendors, over the rows, certifications, places and groups of a catalogue.
    pub fn empty(catalogue: &Catalogue, as_of: Date) -> Self {
        Self {
            catalogue: catalogue.clone(),
            as_of,
            vendors: 0,
            columns: catalogue.rows().map(|row| Column::new(row.id.clone())).collect(),
            judged: RefCell::default(),
        }
    }

    /// Adds a vendor after those that are there.
    pub fn add(&mut self, vendor: &Provider) {
        let rows = self.catalogue.sections.iter().flat_map(|section| {
            let read = vendor.covers.contains(&section.id);
            section.rows.iter().map(move |_| read)
        });
        for (column, read) in self.columns.iter_mut().zip(rows) {
            column.add(vendor, read);
        }
        self.vendors += 1;
        self.judged.get_mut().clear();
    }

    /// How many vendors there are.
    pub fn len(&self) -> usize {
        self.vendors
    }

    pub fn is_empty(&self) -> bool {
        self.vendors == 0
    }

    fn context(&self) -> Context<'_> {
        Context { catalogue: &self.catalogue, as_of: self.as_of }
    }

    /// The verdicts of a requirement. Those of its single terms are kept for the next question.
    pub fn judge(&self, requirement: &Requirement) -> Rc<Judged> {
        match terms::parts(requirement) {
            Some((parts, join)) => {
                let mut parts = parts.iter().map(|part| self.judge_one(part));
                let Some(first) = parts.next() else { return self.judge_one(requirement) };
                let whole = parts.fold(first, |whole, part| Rc::new(join(&whole, &part)));
                if requirement.negated { Rc::new(whole.denied()) } else { whole }
            }
            None => self.judge_one(requirement),
        }
    }

    fn judge_one(&self, requirement: &Requirement) -> Rc<Judged> {
        let key = requirement.to_string();
        if let Some(known) = self.judged.borrow().get(&key) {
            return known.clone();
        }
        let judged = Rc::new(judge::judge(self, requirement));
        self.judged.borrow_mut().insert(key, judged.clone());
        judged
    }
}
