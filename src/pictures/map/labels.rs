//! Words beside the marks, where there is room for them. Each has its sentence, so none is missed where there is not.

use super::{
    Label, Naming, Side, Spot, View,
    marks::{pixels, size},
};
use crate::{
    catalogue::Catalogue,
    pictures::{
        Portrayed,
        layout::{Area, Sheet},
    },
};

/// From which width of the picture on there are labels.
const WIDE: i32 = 560;
/// The height of a line and the width of a letter, as browsers set them at most.
const LINE: i32 = 17;
const LETTER: i32 = 7;
/// A choice of more places than this gets no labels: they would hide the map.
const FEW: usize = 4;

/// Gives labels to the spots.
pub fn place(
    spots: &mut [Spot],
    namings: &[Naming],
    vendors: &[Portrayed],
    view: View,
    catalogue: &Catalogue,
) {
    let mut sheet = Sheet::new(WIDE, WIDE * view.height / view.width);
    for spot in &*spots {
        sheet.take(Area::around(pixels(spot.at, &sheet), size(spot)));
    }
    for spot in spots {
        let is_worth_it = |naming: &Naming| naming.place == spot.place && naming.choice <= FEW;
        if spot.is_small || !namings.iter().any(is_worth_it) {
            continue;
        }
        let mut lines = vec![catalogue.place_name(spot.place)];
        lines.extend(spot.marks.iter().map(|mark| match vendors {
            [_] => mark.roles.clone(),
            _ => format!("{} {}", vendors[mark.vendor].letter, mark.roles),
        }));
        spot.label = label(lines, spot, &mut sheet);
    }
}

/// Beside the marks, under or above them, wherever there is room.
fn label(lines: Vec<String>, spot: &Spot, sheet: &mut Sheet) -> Option<Label> {
    let letters = lines.iter().map(|line| line.chars().count()).max().unwrap_or(0);
    let width = i32::try_from(letters).unwrap_or(0) * LETTER;
    let height = i32::try_from(lines.len()).unwrap_or(1) * LINE;
    let (x, y) = pixels(spot.at, sheet);
    let (marks_wide, marks_high) = size(spot);
    let (beside, below) = (marks_wide / 2 + 4, marks_high / 2 + 2);
    let candidates = [
        (Side::Start, beside, -height / 2),
        (Side::End, -beside, -height / 2),
        (Side::Middle, 0, below),
        (Side::Middle, 0, -below - height),
        (Side::Start, 0, below),
        (Side::End, 0, below),
        (Side::Start, 0, -below - height),
        (Side::End, 0, -below - height),
    ];
    let (side, right, down) = candidates.into_iter().find(|(side, right, down)| {
        let left = match side {
            Side::Start => x + right,
            Side::Middle => x - width / 2,
            Side::End => x + right - width,
        };
        let area = Area { left, top: y + down, width, height };
        let is_free = sheet.is_free(&area);
        if is_free {
            sheet.take(area);
        }
        is_free
    })?;
    // Letters stand on their line.
    Some(Label { lines, offset: (right, down + LINE - 4), side })
}
