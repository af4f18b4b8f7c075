//! Finds places for marks and labels where they cover nothing.
//!
//! All lengths are CSS pixels of a picture of a given width. Marks keep their size while a picture grows, so what does
//! not overlap at one width does not overlap at a larger one.

/// A rectangle that something takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Area {
    pub left: i32,
    pub top: i32,
    pub width: i32,
    pub height: i32,
}

impl Area {
    /// Around a point.
    pub fn around((x, y): (i32, i32), (width, height): (i32, i32)) -> Self {
        Self { left: x - width / 2, top: y - height / 2, width, height }
    }

    pub fn overlaps(&self, other: &Self) -> bool {
        self.left < other.left + other.width
            && other.left < self.left + self.width
            && self.top < other.top + other.height
            && other.top < self.top + self.height
    }
}

/// A picture, and what in it is taken.
pub struct Sheet {
    pub width: i32,
    pub height: i32,
    taken: Vec<Area>,
}

/// Sixteen directions, ten pixels long.
const DIRECTIONS: [(i32, i32); 16] = [
    (10, 0),
    (-10, 0),
    (0, -10),
    (0, 10),
    (7, -7),
    (-7, -7),
    (7, 7),
    (-7, 7),
    (9, -4),
    (-9, -4),
    (9, 4),
    (-9, 4),
    (4, -9),
    (-4, -9),
    (4, 9),
    (-4, 9),
];

impl Sheet {
    pub fn new(width: i32, height: i32) -> Self {
        Self { width, height, taken: Vec::new() }
    }

    /// Whether an area lies inside and covers nothing.
    pub fn is_free(&self, area: &Area) -> bool {
        area.left >= 0
            && area.top >= 0
            && area.left + area.width <= self.width
            && area.top + area.height <= self.height
            && !self.taken.iter().any(|taken| taken.overlaps(area))
    }

    pub fn take(&mut self, area: Area) {
        self.taken.push(area);
    }

    /// Takes the free place for something of this size that is nearest to a point, and says where its middle is; `None`
    /// where everything is taken up to this distance.
    pub fn place_near(&mut self, point: (i32, i32), size: (i32, i32), distance: i32) -> Option<(i32, i32)> {
        let away = |steps: i32, (x, y): (i32, i32)| (point.0 + x * steps / 4, point.1 + y * steps / 4);
        let around =
            (1..=distance * 4 / 10).flat_map(|steps| DIRECTIONS.map(|direction| away(steps, direction)));
        let places = std::iter::once(point).chain(around);
        let free = places.into_iter().find(|place| self.is_free(&Area::around(*place, size)))?;
        self.take(Area::around(free, size));
        Some(free)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_close_moves_apart_and_stays_inside() {
        let mut sheet = Sheet::new(200, 100);
        let size = (20, 20);
        let places: Vec<(i32, i32)> = (0..12).filter_map(|_| sheet.place_near((10, 10), size, 150)).collect();
        assert_eq!(places.len(), 12);
        assert_eq!(places[0], (10, 10), "the first stands where it belongs");
        let areas: Vec<Area> = places.iter().map(|place| Area::around(*place, size)).collect();
        for (i, area) in areas.iter().enumerate() {
            assert!(area.left >= 0 && area.top >= 0, "{area:?}");
            assert!(!areas[..i].iter().any(|other| other.overlaps(area)), "{area:?}");
        }
    }

    #[test]
    fn where_nothing_is_free_nearby_there_is_no_place() {
        let mut sheet = Sheet::new(200, 100);
        let size = (20, 20);
        assert!(sheet.place_near((50, 50), size, 0).is_some());
        assert_eq!(sheet.place_near((50, 50), size, 10), None);
        assert!(sheet.place_near((50, 50), size, 30).is_some());
    }
}
