//! The marks of the vendors at the places that they name, moved apart where they would cover each other.

use super::{At, Mark, Naming, Spot, View, labels};
use crate::{
    catalogue::{
        Catalogue, order,
        place::{PlaceCode, PlaceSet},
    },
    language::phrase,
    pictures::{Certainty, Portrayed, geography::Frame, layout::Sheet},
};

/// From mark to mark at one place, in CSS pixels; a mark is a little smaller.
const PITCH: i32 = 24;
/// The width of the picture for which marks are placed. In larger ones they stand farther apart.
const NARROW: i32 = 300;

/// The places that are named in a frame, each with its marks where they stand, and with labels.
pub fn spots(
    namings: &[Naming],
    vendors: &[Portrayed],
    frame: &Frame,
    view: View,
    catalogue: &Catalogue,
) -> Vec<Spot> {
    let places: PlaceSet = namings.iter().map(|naming| naming.place).collect();
    let mut spots: Vec<Spot> = places
        .iter()
        .filter_map(|place| {
            let land = frame.land(place)?;
            let anchor = view.share(land.anchor);
            let marks = marks(place, namings, vendors, catalogue);
            Some(Spot { place, anchor, at: anchor, marks, is_small: false, label: None })
        })
        .collect();
    order::sort_by(&mut spots, |a, b| a.certainty().cmp(&b.certainty()));
    place_marks(&mut spots, view);
    labels::place(&mut spots, namings, vendors, view, catalogue);
    spots
}

/// The marks of the vendors that name a place.
fn marks(place: PlaceCode, namings: &[Naming], vendors: &[Portrayed], catalogue: &Catalogue) -> Vec<Mark> {
    let mut marks: Vec<Mark> = Vec::new();
    for naming in namings.iter().filter(|naming| naming.place == place) {
        match marks.iter_mut().find(|mark| mark.vendor == naming.vendor) {
            Some(mark) => {
                mark.certainty = mark.certainty.min(naming.certainty);
                if !mark.roles.split(" · ").any(|role| role == naming.role) {
                    mark.roles += " · ";
                    mark.roles += &naming.role;
                }
            }
            None => marks.push(Mark {
                vendor: naming.vendor,
                certainty: naming.certainty,
                offset: (0, 0),
                title: String::new(),
                roles: naming.role.clone(),
            }),
        }
    }
    let name = catalogue.place_name(place);
    let (columns, rows) = grid(marks.len());
    for (mark, index) in marks.iter_mut().zip(0..) {
        mark.title = phrase("{}, {}: {}", &[&vendors[mark.vendor].name, &name, &mark.roles]);
        let (column, row) = (index % columns, index / columns);
        let from_middle = |position: i32, of: i32| position * PITCH - (of - 1) * PITCH / 2;
        mark.offset = (from_middle(column, columns), from_middle(row, rows));
    }
    marks
}

/// How many marks stand beside each other, and how many under each other.
fn grid(marks: usize) -> (i32, i32) {
    let marks = i32::try_from(marks).unwrap_or(1);
    let columns = marks.clamp(1, 3);
    (columns, (marks + columns - 1) / columns)
}

/// The size of all marks of a spot together.
pub fn size(spot: &Spot) -> (i32, i32) {
    let (columns, rows) = grid(spot.marks.len());
    (columns * PITCH, rows * PITCH)
}

fn place_marks(spots: &mut [Spot], view: View) {
    let mut sheet = Sheet::new(NARROW, NARROW * view.height / view.width);
    for spot in spots {
        let anchor = pixels(spot.anchor, &sheet);
        // What is certain is shown wherever there is room, what is only possible near its place or small.
        let distance = if spot.certainty() == Certainty::Possible { PITCH } else { NARROW / 2 };
        match sheet.place_near(anchor, size(spot), distance) {
            Some(place) if place == anchor => {}
            Some((x, y)) => spot.at = At { x: x * 10_000 / sheet.width, y: y * 10_000 / sheet.height },
            None => spot.is_small = true,
        }
    }
}

/// Where a position is on a sheet.
pub fn pixels(at: At, sheet: &Sheet) -> (i32, i32) {
    (at.x * sheet.width / 10_000, at.y * sheet.height / 10_000)
}
