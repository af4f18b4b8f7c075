//! A window on a large catalogue: one question of the page, and all that it draws the answer from.
//!
//! The page holds only the vendors that it shows. It judges these by itself, for the reasons; who is shown, and how many
//! there are, it gets from here.

use serde_json::Value as Json;

use crate::{
    catalogue::record::record,
    export::text::{list, object, quoted},
};

record! {
    "a question" =>
    /// What the page asks. Everything may be left out.
    pub struct WindowQuestion {
        /// Requirements in the grammar.
        pub require: Option<String>,
        /// Words that a vendor must have.
        pub text: Option<String>,
        /// `name`, `coverage`, or a row of durations, percentages, numbers or dates.
        pub sort: Option<String>,
        pub descending: bool,
        /// The day as of which to judge; absent: as it was.
        pub as_of: Option<String>,
        /// How many vendors of each group are shown, in the order of the groups.
        pub limits: Option<Vec<Json>>,
        /// Requirements of options, to be counted.
        pub count: Option<Vec<String>>,
        /// Vendors to be there wherever they stand. Whom the catalogue does not have is left out.
        pub vendors: Option<Vec<String>>,
        /// The vendors that the question is about. Whom the catalogue does not have is left out and told; where none is
        /// left, and where this is absent, it is about all.
        pub only: Option<Vec<String>>,
        /// Whether the page would hold the whole catalogue, if that is small.
        pub whole: bool,
        /// Whether what cannot be understood is passed over. So a link is asked before anybody can read it.
        pub lenient: bool,
    }
}

/// What the page draws. Groups stand in the order *meets*, *cannot tell*, *does not meet*.
#[derive(Debug)]
pub struct WindowAnswer {
    /// What the catalogue is called, and the digest of its text as it came, where that is known.
    pub name: String,
    pub sha256: Option<String>,
    /// Whether `catalogue` is the whole.
    pub whole: bool,
    /// How many vendors there are.
    pub size: usize,
    pub documents: usize,
    pub meets: usize,
    pub cannot_tell: usize,
    pub does_not_meet: usize,
    /// The vendors that are shown.
    pub ids: WindowIds,
    /// For each option: how many would meet, of how many it could not be told; nothing where it is not understood.
    pub counts: Vec<Option<[usize; 2]>>,
    pub left_out: WindowLeftOut,
    /// Whom the question is about and the catalogue does not have.
    pub unknown: Vec<WindowUnknown>,
    pub offered: WindowOffered,
    /// The text of the whole catalogue, or of one with the vendors that are shown or named, and everything that they refer to.
    pub catalogue: String,
}

#[derive(Debug)]
pub struct WindowIds {
    pub meets: Vec<String>,
    pub cannot_tell: Vec<String>,
    pub does_not_meet: Vec<String>,
}

/// The providers that are left out.
#[derive(Debug)]
pub struct WindowLeftOut {
    pub total: usize,
    /// The first problems, in words.
    pub first: Vec<String>,
}

/// A vendor that there is not.
#[derive(Debug)]
pub struct WindowUnknown {
    pub id: String,
    /// The id that may have been meant.
    pub near: Option<String>,
}

/// What some vendor of the whole catalogue names.
#[derive(Debug)]
pub struct WindowOffered {
    pub places: Vec<String>,
    pub certifications: Vec<String>,
}

impl WindowAnswer {
    /// As JSON.
    pub fn text(&self) -> String {
        let texts = |texts: &[String]| list(&texts.iter().map(|text| quoted(text)).collect::<Vec<_>>());
        let count = |count: &Option<[usize; 2]>| match count {
            Some(counts) => list(&counts.map(|count| count.to_string())),
            None => "null".to_owned(),
        };
        let unknown = |unknown: &WindowUnknown| {
            let near = unknown.near.as_deref().map_or_else(|| "null".to_owned(), quoted);
            list(&[quoted(&unknown.id), near])
        };
        let Self { ids, left_out, offered, .. } = self;
        object(&[
            ("name", quoted(&self.name)),
            ("sha256", self.sha256.as_deref().map_or_else(|| "null".to_owned(), quoted)),
            ("whole", self.whole.to_string()),
            ("size", self.size.to_string()),
            ("documents", self.documents.to_string()),
            ("meets", self.meets.to_string()),
            ("cannot_tell", self.cannot_tell.to_string()),
            ("does_not_meet", self.does_not_meet.to_string()),
            (
                "ids",
                object(&[
                    ("meets", texts(&ids.meets)),
                    ("cannot_tell", texts(&ids.cannot_tell)),
                    ("does_not_meet", texts(&ids.does_not_meet)),
                ]),
            ),
            ("counts", list(&self.counts.iter().map(count).collect::<Vec<_>>())),
            ("left_out", object(&[("total", left_out.total.to_string()), ("first", texts(&left_out.first))])),
            ("unknown", list(&self.unknown.iter().map(unknown).collect::<Vec<_>>())),
            (
                "offered",
                object(&[
                    ("places", texts(&offered.places)),
                    ("certifications", texts(&offered.certifications)),
                ]),
            ),
            ("catalogue", quoted(&self.catalogue)),
        ])
    }
}
