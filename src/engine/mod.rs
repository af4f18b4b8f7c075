//! The requirement engine for large catalogues: every answer of [`crate::requirement`], over all vendors at once.
//!
//! The naive evaluation stays the only place where the meaning of a requirement is written. The engine asks it once
//! for each *kind* of vendor instead of once for each vendor: on the rows that a requirement reads, vendors whose
//! claims are of the same class, and that name the same of the values asked for, must get the same verdict. The
//! verdicts become bitsets, and a query is bit arithmetic on them.
//!
//! | File | What |
//! | --- | --- |
//! | `builder` | adds vendors one by one, and makes the engine of them |
//! | `bits` | sets of vendors; the loops over them are a crate, `vendor-compare-kernel` |
//! | `numbers`, `texts`, `index` | long lists in little memory; numbers for keys |
//! | `sort` | sorting of numbers |
//! | `class` | columns: what the vendors claim on a row, sorted into classes |
//! | `pattern` | which of the values asked for a vendor names |
//! | `terms` | a requirement of several terms as requirements of one |
//! | `judge`, `judged`, `kept` | a requirement over all vendors; what is kept for the next question |
//! | `options`, `tally`, `lists` | every value of a row as a requirement, and what it would leave |
//! | `text`, `order` | words that vendors have; the order of results |
//! | `query` | all of this together |
//! | `load` | from a text to an engine, in steps; what is wrong is left out and told |

mod bits;
mod builder;
mod class;
pub(crate) mod index;
mod judge;
mod judged;
mod kept;
mod lists;
pub mod load;
mod numbers;
pub mod options;
pub mod order;
mod pattern;
pub mod query;
mod sort;
mod tally;
mod terms;
pub mod text;
mod texts;

use std::rc::Rc;

use crate::{
    catalogue::{Catalogue, date::Date, id::RowId},
    requirement::{Requirement, evaluate::Context},
};
pub use bits::Bits;
pub use builder::Builder;
use class::Column;
pub use judged::Judged;
use kept::Kept;
use options::Options;
use order::{Order, Ranking};
use text::Words;
use texts::Texts;

/// The vendors of a catalogue, indexed.
pub struct Engine {
    /// Everything but the vendors and the documents: rows, certifications, places, groups, the providers behind vendors.
    catalogue: Catalogue,
    as_of: Date,
    ids: Texts,
    /// The vendors in the order of their ids; `None` where they were added in it.
    by_id: Option<Vec<u32>>,
    names: Texts,
    name_words: Words,
    summary_words: Words,
    /// One for each row, in the order of the catalogue.
    columns: Vec<Column>,
    everybody: Rc<Bits>,
    kept: Kept,
}

impl Engine {
    /// Indexes the vendors of a catalogue, in its order; requirements are judged as of a day.
    pub fn new(catalogue: &Catalogue, as_of: Date) -> Self {
        let mut builder = Builder::new(catalogue, as_of);
        catalogue.vendors().for_each(|vendor| builder.add(vendor));
        builder.finish()
    }

    /// How many vendors there are.
    pub fn len(&self) -> usize {
        self.ids.len()
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The id of a vendor, by its place in the order of adding.
    pub fn id(&self, vendor: usize) -> Option<&str> {
        self.ids.get(vendor)
    }

    /// The name of a vendor, by its place in the order of adding.
    pub fn name(&self, vendor: usize) -> Option<&str> {
        self.names.get(vendor)
    }

    /// The place of a vendor in the order of adding, by its id.
    pub fn position(&self, id: &str) -> Option<usize> {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = (low + high) / 2;
            if self.ids.at(self.by_id(middle)) < id { low = middle + 1 } else { high = middle }
        }
        let found = (low < self.len()).then(|| self.by_id(low));
        found.filter(|vendor| self.ids.at(*vendor) == id)
    }

    /// The vendor at a place in the order of ids.
    fn by_id(&self, place: usize) -> usize {
        self.by_id.as_ref().map_or(place, |order| order[place] as usize)
    }

    /// Everything but the vendors and the documents.
    pub fn shared(&self) -> &Catalogue {
        &self.catalogue
    }

    /// The day as of which requirements are judged.
    pub fn as_of(&self) -> Date {
        self.as_of
    }

    /// From now on judges as of another day; what was worked out for the day before is given up.
    pub fn judge_as_of(&mut self, day: Date) {
        if day != self.as_of {
            self.as_of = day;
            self.kept.forget_verdicts();
        }
    }

    fn context(&self) -> Context<'_> {
        Context { catalogue: &self.catalogue, as_of: self.as_of }
    }

    /// What a requirement says of the groups: whoever cannot be told is among the yes where it accepts that.
    pub fn judge_for_groups(&self, requirement: &Requirement) -> Rc<Judged> {
        let judged = self.judge(requirement);
        if requirement.or_cannot_tell { Rc::new(judged.leniently()) } else { judged }
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
        // The verdicts are the same whether or not the group accepts that it cannot be told.
        let strict = Requirement { or_cannot_tell: false, ..requirement.clone() };
        self.kept.judged(strict.to_string(), || judge::judge(self, &strict))
    }

    /// Every value that some vendor has on a row.
    pub fn options(&self, row: &RowId) -> Rc<Options> {
        self.kept.options(row, || Options::new(self, row))
    }

    fn ranking(&self, order: &Order) -> Rc<Ranking> {
        self.kept.ranking(order, || Ranking::new(self, order))
    }

    /// What the index takes of memory, in bytes: everything beside the text and the verdicts that are kept.
    pub fn bytes(&self) -> usize {
        let texts = self.ids.bytes()
            + self.names.bytes()
            + self.by_id.as_ref().map_or(0, Vec::capacity) * size_of::<u32>();
        let words = self.name_words.bytes() + self.summary_words.bytes();
        let columns = self.columns.iter().map(Column::bytes).sum::<usize>();
        texts + words + columns + self.everybody.bytes() + self.kept.index_bytes()
    }

    /// What kept verdicts take of memory, in bytes. It has a limit.
    pub fn verdict_bytes(&self) -> usize {
        self.kept.verdict_bytes()
    }
}
