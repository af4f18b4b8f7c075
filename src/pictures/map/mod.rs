//! The map: where each vendor's data sits, by role.

mod labels;
mod marks;

use super::{
    Certainty, Portrayed, Sentence,
    geography::{Frame, Geography, Point},
    portrayed,
    said::{Said, said},
};
use crate::{
    catalogue::{
        id::ProviderId,
        place::{Area, PlaceCode, PlaceSet},
        row::Row,
        value::{Places, Value},
    },
    language::say,
    requirement::{PlaceTerm, Requirement, Subject, Terms, Test, evaluate::Context, words},
};

/// The picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Map<'a> {
    pub frame: &'a Frame,
    /// The part of the frame that is shown.
    pub view: View,
    pub vendors: Vec<Portrayed>,
    /// The places that are named, those that are most certain first.
    pub spots: Vec<Spot>,
    /// The countries that a requirement names.
    pub required: Option<Required>,
    /// All that the picture says, and what cannot be drawn.
    pub sentences: Vec<Sentence>,
}

/// A part of a frame, from its upper to its lower edge, in grid steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct View {
    pub left: i32,
    pub width: i32,
    pub height: i32,
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
    /// Whether there is room for small marks without letters only.
    pub is_small: bool,
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
        let places: PlaceSet = found.namings.iter().map(|naming| naming.place).collect();
        let frame = geography.frame_of(&places);
        let view = View::of(&places, frame);
        Self {
            spots: marks::spots(&found.namings, &vendors, frame, view, catalogue),
            frame,
            view,
            vendors,
            required: requirements.iter().find_map(|r| required(r, context)),
            sentences: found.sentences,
        }
    }

    /// How sure a place is, by the surest of its marks; `None` where no vendor names it.
    pub fn certainty_at(&self, place: PlaceCode) -> Option<Certainty> {
        let spot = self.spots.iter().find(|spot| spot.place == place)?;
        Some(spot.certainty())
    }
}

impl View {
    /// No narrower than this, so that what is shown can be recognised.
    const LEAST: i32 = 890;
    /// To the left and to the right of the outermost places.
    const MARGIN: i32 = 110;

    /// The part of a frame with these places; the middle where there are none.
    fn of(places: &PlaceSet, frame: &Frame) -> Self {
        let anchors = || places.iter().filter_map(|place| frame.land(place)).map(|land| land.anchor.x);
        let middle = frame.width / 2;
        let (first, last) = (anchors().min().unwrap_or(middle), anchors().max().unwrap_or(middle));
        let width = (last - first + 2 * Self::MARGIN).max(Self::LEAST).min(frame.width);
        let left = ((first + last - width) / 2).clamp(0, frame.width - width);
        Self { left, width, height: frame.height }
    }

    /// Where a point of the frame is.
    fn share(self, point: Point) -> At {
        At { x: (point.x - self.left) * 10_000 / self.width, y: point.y * 10_000 / self.height }
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
            let (certainty, role) = (said.certainty, say(row.short_name()));
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
