//! An engine while vendors are added to it.

use std::rc::Rc;

use super::{Engine, Kept, bits::Bits, class::Column, text::Gathered, texts::Texts};
use crate::catalogue::{
    Catalogue,
    date::Date,
    provider::{Kind, Provider},
};

/// The vendors so far.
pub struct Builder {
    /// Everything but the vendors and the documents.
    pub(super) catalogue: Catalogue,
    as_of: Date,
    ids: Texts,
    names: Texts,
    name_words: Gathered,
    summary_words: Gathered,
    pub(super) columns: Vec<Column>,
}

impl Builder {
    /// Without vendors, over everything else in a catalogue; requirements are judged as of a day.
    pub fn new(catalogue: &Catalogue, as_of: Date) -> Self {
        let behind = |provider: &&Provider| provider.kind == Kind::Provider;
        Self {
            catalogue: Catalogue {
                sections: catalogue.sections.clone(),
                certifications: catalogue.certifications.clone(),
                places: catalogue.places.clone(),
                groups: catalogue.groups.clone(),
                // No verdict depends on them.
                documents: Vec::new(),
                providers: catalogue.providers.iter().filter(behind).cloned().collect(),
            },
            as_of,
            ids: Texts::default(),
            names: Texts::default(),
            name_words: Gathered::default(),
            summary_words: Gathered::default(),
            columns: catalogue.rows().map(|row| Column::new(row.id.clone())).collect(),
        }
    }

    /// How many vendors there are.
    pub fn len(&self) -> usize {
        self.ids.len()
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Adds a vendor after those that are there.
    pub fn add(&mut self, vendor: &Provider) {
        let index = self.len();
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
    pub(super) fn enter(&mut self, id: &str, name: &str, summary: Option<&str>) {
        let vendor = self.len();
        self.name_words.add(vendor, name);
        if let Some(summary) = summary {
            self.summary_words.add(vendor, summary);
        }
        self.ids.push(id);
        self.names.push(name);
    }

    /// All vendors are there.
    pub fn finish(mut self) -> Engine {
        let vendors = self.len();
        self.columns.iter_mut().for_each(|column| column.settle(vendors));
        self.ids.settle();
        self.names.settle();
        Engine {
            catalogue: self.catalogue,
            as_of: self.as_of,
            by_id: Some(self.ids.sorted()).filter(|order| !order.is_sorted()),
            ids: self.ids,
            names: self.names,
            name_words: self.name_words.sorted(vendors),
            summary_words: self.summary_words.sorted(vendors),
            columns: self.columns,
            everybody: Rc::new(Bits::full(vendors)),
            kept: Kept::default(),
        }
    }
}
