//! The map: where each vendor's data sits, by role.

mod labels;
mod marks;

use super::{
    Certainty, Portrayed, Sentence,
    geography::{Frame, Geography},
    portrayed,
    said::{Said, said},
};
use crate::{
    catalogue::{
        id::ProviderId,
        place::{Area, PlaceCode},
        row::Row,
        value::{Places, Value},
    },
    requirement::{PlaceTerm, Requirement, Subject, Terms, Test, evaluate::Context, words},
};

/// The picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Map<'a> {
    pub frame: &'a Frame,
    pub vendors: Vec<Portrayed>,
    /// The places that are named, those that are most certain first.
    pub spots: Vec<Spot>,
    /// The countries that a requirement names.
    pub required: Option<Required>,
    /// All that the picture says, and what cannot be drawn.
    pub sentences: Vec<Sentence>,
}

/// A place that some vendor names.
#[derive(Debug, Clone, PartialEq)]
pub struct Spot {
    pub place: PlaceCode,
    /// Where the place is.
    pub anchor: At,
    /// Where the marks stand; a line joins them with the place where that is somewhere else.
    pub at: At,
    /// One for each vendor that names it.
    pub marks: Vec<Mark>,
    pub label: Option<Label>,
}

/// A position, in ten-thousandths of the picture's width and height.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct At {
    pub x: i32,
    pub y: i32,
}

/// A vendor's mark at a place.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    pub vendor: usize,
    pub certainty: Certainty,
    /// Pixels to the right of the spot, and down.
    pub offset: (i32, i32),
    /// "wflow.com, Netherlands: Main · Backups".
    pub title: String,
    /// The roles: "Main · Backups".
    roles: String,
}

/// Words beside a spot, for pictures that are wide enough.
#[derive(Debug, Clone, PartialEq)]
pub struct Label {
    /// The name of the place, then what it is for.
    pub lines: Vec<String>,
    /// Where the first line stands, in pixels to the right of the spot and down.
    pub offset: (i32, i32),
    pub side: Side,
}

/// Which end of a label is at its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    Start,
    Middle,
    End,
}

/// The area of a requirement.
#[derive(Debug, Clone, PartialEq)]
pub struct Required {
    /// "all data, in every role, is inside the EEA".
    pub words: String,
    pub area: Area,
}

impl<'a> Map<'a> {
    /// Where the data of these vendors sits, on the closest map that shows it all.
    pub fn of(
        vendors: &[ProviderId],
        requirements: &[Requirement],
        context: Context,
        geography: &'a Geography,
    ) -> Self {
        let catalogue = context.catalogue;
        let vendors = portrayed(vendors, catalogue);
        let mut found = Found::default();
        for (vendor, (_, provider)) in vendors.iter().enumerate() {
            for row in catalogue.rows().filter(|row| row.role.is_some()) {
                for said in said(provider, row, context) {
                    found.add(vendor, row, said);
                }
            }
        }
        let vendors: Vec<Portrayed> = vendors.into_iter().map(|(portrayed, _)| portrayed).collect();
        let frame = geography.frame_of(&found.namings.iter().map(|naming| naming.place).collect());
        Self {
            spots: marks::spots(&found.namings, &vendors, frame, catalogue),
            frame,
            vendors,
            required: requirements.iter().find_map(|r| required(r, context)),
            sentences: found.sentences,
        }
    }

    /// The places that are named, by the surest of their marks.
    pub fn certainty_at(&self, place: PlaceCode) -> Option<Certainty> {
        let spot = self.spots.iter().find(|spot| spot.place == place)?;
        Some(spot.certainty())
    }
}

impl Spot {
    fn certainty(&self) -> Certainty {
        self.marks.iter().map(|mark| mark.certainty).min().unwrap_or(Certainty::Possible)
    }
}

/// A vendor names a place in a role.
struct Naming {
    vendor: usize,
    place: PlaceCode,
    certainty: Certainty,
    /// The short name of the row.
    role: String,
    /// Of how many places it is one; 1 where it is certain.
    choice: usize,
}

#[derive(Default)]
struct Found {
    namings: Vec<Naming>,
    sentences: Vec<Sentence>,
}

impl Found {
    fn add(&mut self, vendor: usize, row: &Row, said: Said) {
        let before = self.namings.len();
        for value in &said.values {
            let Value::Places(Places::All { places, .. } | Places::OneOf(places)) = value else { continue };
            let is_choice = matches!(value, Value::Places(Places::OneOf(_)));
            let choice = if is_choice { places.len() } else { 1 };
            let (certainty, role) = (said.certainty, row.short_name());
            self.namings.extend(places.iter().map(|place| Naming {
                vendor,
                place,
                certainty,
                role: role.to_owned(),
                choice,
            }));
        }
        let is_drawn = self.namings.len() > before;
        let sentence = Sentence { vendor, words: said.words, is_drawn };
        if !self.sentences.contains(&sentence) {
            self.sentences.push(sentence);
        }
    }
}

/// The area that a requirement on places names.
fn required(requirement: &Requirement, context: Context) -> Option<Required> {
    let catalogue = context.catalogue;
    let about_places = match &requirement.subject {
        Subject::Region => true,
        Subject::Row(id) => catalogue.row(id).is_some_and(|row| row.role.is_some()),
        Subject::Cert => false,
    };
    let terms: &[PlaceTerm] = match &requirement.test {
        Test::In(terms) => terms,
        Test::Has(Terms::Places(terms)) | Test::HasAny(Terms::Places(terms)) => terms,
        _ => return None,
    };
    about_places.then(|| Required {
        words: words::requirement(requirement, catalogue),
        area: terms
            .iter()
            .map(|term| term.area(catalogue, context.as_of))
            .fold(Area::default(), |all, one| all.union(&one)),
    })
}
