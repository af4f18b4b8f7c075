//! Pictures of what vendors say: a map of where data sits, and a time axis of how long it is kept.
//!
//! A picture is plain data: shapes with their places, classes by meaning, and sentences that say all that the shapes
//! say. Whoever draws it decides on nothing.

pub mod geography;
mod layout;
pub mod map;
mod said;
pub mod time_axis;
mod time_scale;

use crate::catalogue::{Catalogue, id::ProviderId, provider::Provider};

pub use geography::Geography;
pub use map::Map;
pub use said::Certainty;
pub use time_axis::TimeAxis;

/// A vendor in a picture, told from the others by shape and letter.
#[derive(Debug, Clone, PartialEq)]
pub struct Portrayed {
    /// `A` for the first.
    pub letter: char,
    pub shape: Shape,
    pub name: String,
}

/// The shape of a vendor's marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    Circle,
    Square,
    Diamond,
    Hexagon,
    Shield,
}

impl Shape {
    const ALL: [Shape; 5] = [Shape::Circle, Shape::Square, Shape::Diamond, Shape::Hexagon, Shape::Shield];
}

/// A sentence about one vendor, without its full stop.
#[derive(Debug, Clone, PartialEq)]
pub struct Sentence {
    /// Position among the vendors of the picture.
    pub vendor: usize,
    pub words: String,
    /// Whether a shape shows it too.
    pub is_drawn: bool,
}

/// The vendors with these ids, in this order; at most as many as there are shapes.
fn portrayed<'a>(vendors: &[ProviderId], catalogue: &'a Catalogue) -> Vec<(Portrayed, &'a Provider)> {
    let providers = vendors.iter().filter_map(|id| catalogue.provider(id));
    let portray = |((shape, letter), provider): ((Shape, char), &'a Provider)| {
        (Portrayed { letter, shape, name: provider.name.clone() }, provider)
    };
    Shape::ALL.into_iter().zip('A'..).zip(providers).map(portray).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::comparison::MAX;

    #[test]
    fn there_is_a_shape_for_every_vendor_of_a_comparison() {
        assert!(Shape::ALL.len() >= MAX);
    }
}
