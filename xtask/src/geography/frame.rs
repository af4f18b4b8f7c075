//! A frame: the piece of the plane that a map shows, and the countries in it, on a grid of whole numbers.

use super::{
    projection::{Projection, project},
    simplify::{Point, area, simplify},
    topology::{ArcEnd, Country, Position, World},
};

/// How a map is to be made.
#[derive(Clone, Copy)]
pub struct Frame {
    pub name: &'static str,
    projection: Projection,
    /// Grid steps for one radius of the earth.
    scale: f64,
    /// Triangles below this many grid squares are not seen.
    detail: f64,
    /// The left upper corner, in radii right and up of the projection's centre.
    corner: Point,
    pub width: i32,
    pub height: i32,
}

/// Islands below this many grid squares are left out, unless they are all that there is of a country.
const ISLAND: f64 = 9.0;
/// What lies nearer to the edge than this part of the frame is land without a name.
const EDGE: f64 = 0.01;
/// How far beyond the edge an outline goes before it is cut, so that no edge of it shows.
const MARGIN: f64 = 6.0;

/// One grid step is about 5 kilometres in Europe, and 25 in the world.
pub const FRAMES: [Frame; 2] = [
    Frame {
        name: "Europe",
        projection: Projection::Europe,
        scale: 1300.0,
        detail: 2.5,
        #[allow(clippy::approx_constant, reason = "a corner, not the reciprocal of pi")]
        corner: (-0.318, 0.358),
        width: 890,
        height: 890,
    },
    Frame {
        name: "World",
        projection: Projection::World,
        scale: 258.6,
        detail: 4.0,
        corner: (-2.78, 1.32),
        width: 1440,
        height: 655,
    },
];

/// A frame with what lies in it.
pub struct Framed {
    pub frame: Frame,
    /// The arcs in use.
    pub arcs: Vec<Vec<(i32, i32)>>,
    pub countries: Vec<Placed>,
}

/// A country in a frame.
pub struct Placed {
    pub code: Option<String>,
    /// A point inside, for a mark.
    pub anchor: (i32, i32),
    /// Empty where it is too small for an outline.
    pub rings: Vec<Vec<ArcEnd>>,
}

impl Frame {
    /// The countries that lie in this frame.
    pub fn of(self, world: &World) -> Framed {
        let arcs: Vec<Vec<Point>> = world.arcs.iter().map(|arc| self.arc(arc)).collect();
        let mut used: Vec<usize> = Vec::new();
        let mut countries: Vec<Placed> =
            world.countries.iter().filter_map(|country| self.placed(country, world, &arcs)).collect();
        // The arcs in use are numbered anew.
        for end in countries.iter_mut().flat_map(|country| country.rings.iter_mut().flatten()) {
            end.arc = used.iter().position(|arc| *arc == end.arc).unwrap_or_else(|| {
                used.push(end.arc);
                used.len() - 1
            });
        }
        countries.sort_by(|a, b| a.code.cmp(&b.code));
        Framed { frame: self, arcs: used.iter().map(|arc| on_grid(&arcs[*arc])).collect(), countries }
    }

    fn placed(self, country: &Country, world: &World, arcs: &[Vec<Point>]) -> Option<Placed> {
        let placed = |anchor: Point, rings| {
            let code = country.code.clone().filter(|_| self.shows(anchor));
            Placed { code, anchor: on_grid(&[anchor])[0], rings }
        };
        let point =
            |position| Some(placed(self.grid(position), Vec::new())).filter(|point| point.code.is_some());
        if let Some(position) = country.position {
            return point(position);
        }
        let shapes: Vec<(Vec<Point>, f64)> = country.rings.iter().map(|ring| shape(ring, arcs)).collect();
        let (largest, size) = shapes.iter().max_by(|a, b| a.1.total_cmp(&b.1))?;
        if *size < ISLAND || largest.len() < 4 {
            // Where it begins, before anything has been simplified.
            let first = country.rings.first()?.first()?;
            return point(*world.arcs[first.arc].first()?);
        }
        let is_shown = |shape: &(Vec<Point>, f64)| shape.1 >= ISLAND && shape.0.len() >= 4;
        let rings = country.rings.iter().zip(&shapes).filter(|(_, shape)| is_shown(shape));
        Some(placed(self.inside(largest)?, rings.map(|(ring, _)| ring.clone()).collect()))
    }

    /// A projected arc, cut to the frame and simplified.
    fn arc(self, arc: &[Position]) -> Vec<Point> {
        let cut = |point: Point| {
            let within = |value: f64, size: i32| value.clamp(-MARGIN, f64::from(size) + MARGIN);
            (within(point.0, self.width), within(point.1, self.height))
        };
        // To move what lies outside onto the edge changes nothing inside.
        simplify(&unbroken(arc).map(|position| cut(self.grid(position))).collect::<Vec<Point>>(), self.detail)
    }

    fn grid(self, position: Position) -> Point {
        let (right, up) = project(self.projection, position);
        ((right - self.corner.0) * self.scale, (self.corner.1 - up) * self.scale)
    }

    fn holds(self, (x, y): Point) -> bool {
        (0.0..f64::from(self.width)).contains(&x) && (0.0..f64::from(self.height)).contains(&y)
    }

    /// Whether a mark at this point is well inside.
    fn shows(self, (x, y): Point) -> bool {
        let within = |value: f64, size: i32| (EDGE..1.0 - EDGE).contains(&(value / f64::from(size)));
        within(x, self.width) && within(y, self.height)
    }

    /// The point inside a ring and the frame that is farthest from the ring, among those of a raster.
    fn inside(self, ring: &[Point]) -> Option<Point> {
        const STEPS: i32 = 48;
        let bounds = |of: fn(&Point) -> f64, size: i32| {
            let values = || ring.iter().map(of);
            let low = values().fold(f64::MAX, f64::min).max(0.0);
            (low, values().fold(f64::MIN, f64::max).min(f64::from(size)) - low)
        };
        let ((left, width), (top, height)) = (bounds(|p| p.0, self.width), bounds(|p| p.1, self.height));
        let raster = (0..=STEPS).flat_map(|i| (0..=STEPS).map(move |j| (f64::from(i), f64::from(j))));
        let part = f64::from(STEPS);
        let points = raster.map(|(i, j)| (left + width * i / part, top + height * j / part));
        let inside = points.filter(|point| self.holds(*point) && holds(ring, *point));
        inside.max_by(|a, b| distance(ring, *a).total_cmp(&distance(ring, *b)))
    }
}

/// An arc across the 180th meridian goes on beyond it, instead of jumping to the other edge of the map.
fn unbroken(arc: &[Position]) -> impl Iterator<Item = Position> {
    let jumps = arc.windows(2).any(|w| (w[0].0 - w[1].0).abs() > 180.0);
    arc.iter().map(move |&(x, y)| (if jumps && x < 0.0 { x + 360.0 } else { x }, y))
}

/// The points of a ring, and its area.
fn shape(ring: &[ArcEnd], arcs: &[Vec<Point>]) -> (Vec<Point>, f64) {
    let mut points: Vec<Point> = Vec::new();
    for end in ring {
        let arc = arcs[end.arc].iter().copied();
        if end.is_reversed { points.extend(arc.rev().skip(1)) } else { points.extend(arc.skip(1)) }
    }
    let size = area(&points);
    (points, size)
}

/// Whether a point lies in a ring, by the number of edges to the right of it.
fn holds(ring: &[Point], (x, y): Point) -> bool {
    let crosses =
        |(a, b): (&Point, &Point)| (a.1 > y) != (b.1 > y) && x < (b.0 - a.0) * (y - a.1) / (b.1 - a.1) + a.0;
    edges(ring).filter(|edge| crosses(*edge)).count() % 2 == 1
}

/// The distance, squared, to the nearest edge.
fn distance(ring: &[Point], point: Point) -> f64 {
    let to_edge = |(a, b): (&Point, &Point)| {
        let (dx, dy) = (b.0 - a.0, b.1 - a.1);
        let length = (dx * dx + dy * dy).max(1e-9);
        let along = (((point.0 - a.0) * dx + (point.1 - a.1) * dy) / length).clamp(0.0, 1.0);
        (a.0 + along * dx - point.0).powi(2) + (a.1 + along * dy - point.1).powi(2)
    };
    edges(ring).map(to_edge).fold(f64::MAX, f64::min)
}

fn edges(ring: &[Point]) -> impl Iterator<Item = (&Point, &Point)> {
    ring.iter().zip(ring.iter().cycle().skip(1))
}

#[allow(clippy::cast_possible_truncation)] // of numbers within the frame and its margin
fn on_grid(points: &[Point]) -> Vec<(i32, i32)> {
    let mut grid: Vec<(i32, i32)> = points.iter().map(|p| (p.0.round() as i32, p.1.round() as i32)).collect();
    grid.dedup();
    grid
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A square country in the middle of Europe, and one on the other side of the earth.
    fn world() -> World {
        let square = |x: f64, y: f64| vec![(x, y), (x + 4.0, y), (x + 4.0, y + 4.0), (x, y + 4.0), (x, y)];
        let country = |code: &str, arc| Country {
            code: Some(code.to_owned()),
            rings: vec![vec![ArcEnd { arc, is_reversed: false }]],
            position: None,
        };
        World {
            arcs: vec![square(150.0, -40.0), square(8.0, 50.0)],
            countries: vec![country("AU", 0), country("DE", 1)],
        }
    }

    #[test]
    fn a_frame_holds_what_lies_in_it() {
        let codes =
            |framed: &Framed| framed.countries.iter().filter_map(|c| c.code.clone()).collect::<Vec<_>>();
        let [europe, world] = FRAMES.map(|frame| frame.of(&world()));
        assert_eq!(codes(&europe), ["DE"]);
        assert_eq!(europe.arcs.len(), 1, "arcs that nothing uses are left out");
        assert_eq!(codes(&world), ["AU", "DE"]);
    }

    #[test]
    fn an_anchor_lies_well_inside() {
        let horseshoe = [(0.0, 0.0), (90.0, 0.0), (90.0, 90.0), (60.0, 90.0), (60.0, 20.0), (0.0, 20.0)];
        let anchor = FRAMES[0].inside(&horseshoe).expect("a point");
        assert!(holds(&horseshoe, anchor) && distance(&horseshoe, anchor) > 100.0, "{anchor:?}");
        assert!(!holds(&horseshoe, (30.0, 45.0)));
    }
}
