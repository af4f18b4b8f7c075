//! Fewer points for the same look.

/// A point on the plane.
pub type Point = (f64, f64);

/// Visvalingam's way: takes away the point that makes the smallest triangle with its neighbours, again and again, until
/// every triangle has at least `area`. The ends stay, so that arcs go on meeting.
pub fn simplify(points: &[Point], area: f64) -> Vec<Point> {
    let mut kept = points.to_vec();
    while let Some((index, smallest)) = smallest(&kept) {
        if smallest >= area {
            break;
        }
        kept.remove(index);
    }
    kept
}

/// The inner point with the smallest triangle, and its area.
fn smallest(points: &[Point]) -> Option<(usize, f64)> {
    let triangles = points.windows(3).map(|w| triangle(w[0], w[1], w[2]).abs());
    triangles.enumerate().map(|(i, area)| (i + 1, area)).min_by(|a, b| a.1.total_cmp(&b.1))
}

fn triangle(a: Point, b: Point, c: Point) -> f64 {
    ((b.0 - a.0) * (c.1 - a.1) - (c.0 - a.0) * (b.1 - a.1)) / 2.0
}

/// The area inside a ring whose last point joins its first.
pub fn area(ring: &[Point]) -> f64 {
    let next = ring.iter().cycle().skip(1);
    ring.iter().zip(next).map(|(a, b)| a.0 * b.1 - b.0 * a.1).sum::<f64>().abs() / 2.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_bends_go_and_the_ends_stay() {
        let line = [(0.0, 0.0), (1.0, 0.1), (2.0, 0.0), (3.0, 4.0), (4.0, 0.0)];
        assert_eq!(simplify(&line, 0.5), [(0.0, 0.0), (2.0, 0.0), (3.0, 4.0), (4.0, 0.0)]);
        assert_eq!(simplify(&line, 100.0), [(0.0, 0.0), (4.0, 0.0)]);
    }

    #[test]
    fn an_area_does_not_depend_on_the_direction() {
        let square = [(0.0, 0.0), (2.0, 0.0), (2.0, 2.0), (0.0, 2.0)];
        let reversed: Vec<Point> = square.iter().rev().copied().collect();
        assert!((area(&square) - 4.0).abs() < 1e-9 && (area(&reversed) - 4.0).abs() < 1e-9);
    }
}
