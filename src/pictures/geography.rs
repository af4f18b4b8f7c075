//! Outlines of countries, as `static/geography.txt` holds them.
//!
//! ```text
//! # a comment
//! frame Europe 890 890              a map: its name, width and height in grid steps; what follows belongs to it
//! arc 12 40 3 -5 0 -2               a piece of border: where it begins, then step by step
//! place NL 410 520 1,-2;3           code, a point inside, the rings of the outline: arcs by number, "-" is backwards
//! place MT 500 830                  too small for an outline
//! place - 10 10 4                   land without a code
//! ```
//!
//! The frames stand in the order in which they are to be tried: the closest first.

use std::fmt;

use crate::catalogue::place::{PlaceCode, PlaceSet};

/// Maps without anything on them yet. Every frame has a width and a height above zero.
#[derive(Debug, Clone, PartialEq)]
pub struct Geography {
    frames: Vec<Frame>,
}

/// One map.
#[derive(Debug, Clone, PartialEq)]
pub struct Frame {
    pub name: String,
    /// In grid steps.
    pub width: i32,
    pub height: i32,
    pub lands: Vec<Land>,
}

/// A country or territory on a map.
#[derive(Debug, Clone, PartialEq)]
pub struct Land {
    /// `None` where it has no ISO code, or is cut off by the edge of the map.
    pub code: Option<PlaceCode>,
    /// Where a mark stands.
    pub anchor: Point,
    /// Closed outlines; empty where it is too small for one.
    pub rings: Vec<Vec<Point>>,
}

/// Grid steps to the right and down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Point {
    pub x: i32,
    pub y: i32,
}

/// What is wrong with the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GeographyError {
    /// Counted from 1; 0 where it is about the whole.
    line: usize,
    what: &'static str,
}

impl fmt::Display for GeographyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("geography.txt")?;
        if self.line > 0 {
            write!(f, ", line {}", self.line)?;
        }
        write!(f, ": {}; get the file anew from where the page comes from", self.what)
    }
}

impl Geography {
    /// Reads the file.
    ///
    /// # Errors
    /// The first line that is not as described above, and what is wrong with it.
    pub fn read(text: &str) -> Result<Self, GeographyError> {
        let mut reader = Reader::default();
        for (index, line) in text.lines().enumerate() {
            reader.line(line).map_err(|what| GeographyError { line: index + 1, what })?;
        }
        let frames = reader.frames;
        if frames.iter().all(|frame| frame.lands.is_empty()) {
            return Err(GeographyError { line: 0, what: "it names no place" });
        }
        Ok(Self { frames })
    }

    /// The closest frame that shows all of these places; the last where none does.
    pub fn frame_of(&self, places: &PlaceSet) -> &Frame {
        let last = self.frames.len().saturating_sub(1);
        self.frames.iter().find(|frame| frame.shows(places)).unwrap_or(&self.frames[last])
    }
}

impl Frame {
    pub fn land(&self, code: PlaceCode) -> Option<&Land> {
        self.lands.iter().find(|land| land.code == Some(code))
    }

    fn shows(&self, places: &PlaceSet) -> bool {
        places.iter().all(|code| self.land(code).is_some())
    }
}

/// What has been read, and the arcs of the last frame.
#[derive(Default)]
struct Reader {
    frames: Vec<Frame>,
    arcs: Vec<Vec<Point>>,
}

impl Reader {
    fn line(&mut self, line: &str) -> Result<(), &'static str> {
        let mut words = line.split_ascii_whitespace();
        match words.next() {
            None => Ok(()),
            Some(word) if word.starts_with('#') => Ok(()),
            Some("frame") => self.frame(&mut words),
            Some("arc") => self.arc(words),
            Some("place") => self.place(&mut words),
            Some(_) => Err("a line begins with “frame”, “arc”, “place” or “#”"),
        }
    }

    fn frame<'a>(&mut self, words: &mut impl Iterator<Item = &'a str>) -> Result<(), &'static str> {
        let name = words.next().ok_or("a frame needs a name")?.to_owned();
        let size = point(words)?;
        if size.x <= 0 || size.y <= 0 {
            return Err("the width and the height of a frame are above zero");
        }
        self.arcs = Vec::new();
        self.frames.push(Frame { name, width: size.x, height: size.y, lands: Vec::new() });
        Ok(())
    }

    fn arc<'a>(&mut self, words: impl Iterator<Item = &'a str>) -> Result<(), &'static str> {
        let mut words = words.peekable();
        let mut arc: Vec<Point> = Vec::new();
        let mut at = Point { x: 0, y: 0 };
        while words.peek().is_some() {
            let step = point(&mut words)?;
            at = Point { x: at.x.saturating_add(step.x), y: at.y.saturating_add(step.y) };
            arc.push(at);
        }
        self.arcs.push(arc);
        Ok(())
    }

    fn place<'a>(&mut self, words: &mut impl Iterator<Item = &'a str>) -> Result<(), &'static str> {
        let code = match words.next().ok_or("a place needs a code")? {
            "-" => None,
            code => Some(code.parse().map_err(|()| "the code of a place is two letters")?),
        };
        let anchor = point(words)?;
        let rings = words.next().into_iter().flat_map(|rings| rings.split(';'));
        let rings = rings.map(|ring| self.ring(ring)).collect::<Result<_, _>>()?;
        let frame = self.frames.last_mut().ok_or("a place stands in no frame")?;
        frame.lands.push(Land { code, anchor, rings });
        Ok(())
    }

    /// The points of the arcs one after the other; where two arcs meet, the point counts once.
    fn ring(&self, arcs: &str) -> Result<Vec<Point>, &'static str> {
        let mut ring: Vec<Point> = Vec::new();
        for word in arcs.split(',') {
            let number: i32 = word.parse().map_err(|_| "an arc of a ring is not a number")?;
            let index = (number.unsigned_abs() as usize).wrapping_sub(1);
            let arc = self.arcs.get(index).ok_or("a ring names an arc that its frame does not have")?;
            if number > 0 { ring.extend(arc.iter().skip(1)) } else { ring.extend(arc.iter().rev().skip(1)) }
        }
        Ok(ring)
    }
}

fn point<'a>(words: &mut impl Iterator<Item = &'a str>) -> Result<Point, &'static str> {
    let mut number = || words.next()?.parse::<i32>().ok();
    match (number(), number()) {
        (Some(x), Some(y)) => Ok(Point { x, y }),
        _ => Err("two whole numbers are expected"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SMALL: &str = "\
# Two squares that share a border, and an island.
frame Near 100 60
arc 20 0 0 20
arc 20 20 -20 0 0 -20 20 0
arc 20 0 20 0 0 20 -20 0
place NL 10 10 1,2
place DE 30 10 3,-1
frame Far 200 60
place MT 150 50
place NL 10 10
place DE 30 10
";

    fn set(codes: &str) -> PlaceSet {
        codes.split_whitespace().map(|code| code.parse::<PlaceCode>().unwrap()).collect()
    }

    #[test]
    fn rings_are_made_of_shared_arcs() {
        let geography = Geography::read(SMALL).unwrap();
        let near = geography.frame_of(&set("NL"));
        let ring = |code: &str| {
            let land = near.land(code.parse().unwrap()).unwrap();
            land.rings[0].iter().map(|p| (p.x, p.y)).collect::<Vec<_>>()
        };
        assert_eq!(ring("NL"), [(20, 20), (0, 20), (0, 0), (20, 0)]);
        assert_eq!(ring("DE"), [(40, 0), (40, 20), (20, 20), (20, 0)]);
    }

    #[test]
    fn the_closest_frame_that_shows_everything_is_chosen() {
        let geography = Geography::read(SMALL).unwrap();
        let name = |codes| geography.frame_of(&set(codes)).name.as_str();
        assert_eq!((name(""), name("NL DE"), name("NL MT")), ("Near", "Near", "Far"));
        assert_eq!(name("NL US"), "Far", "where no frame shows all, the widest");
    }

    #[test]
    fn a_broken_file_is_told_with_its_line() {
        let error = |text: &str| Geography::read(text).unwrap_err().to_string();
        assert_eq!(
            error(""),
            "geography.txt: it names no place; get the file anew from where the page comes from"
        );
        for (text, line, what) in [
            ("<!doctype html>", 1, "a line begins with"),
            ("frame Near 10", 1, "two whole numbers"),
            ("frame Near 0 5", 1, "above zero"),
            ("frame", 1, "a frame needs a name"),
            ("frame Near 9 9\narc 1 2 3", 2, "two whole numbers"),
            ("frame Near 9 9\nplace NLD 1 1", 2, "two letters"),
            ("frame Near 9 9\nplace NL 1 1 1", 2, "an arc that its frame does not have"),
            ("frame Near 9 9\narc 0 0\nplace NL 1 1 0", 3, "an arc that its frame does not have"),
            ("frame Near 9 9\nplace NL 1 1 x", 2, "not a number"),
            ("frame Near 9 9\nplace", 2, "a place needs a code"),
            ("place NL 1 1", 1, "a place stands in no frame"),
        ] {
            let error = error(text);
            assert!(error.starts_with(&format!("geography.txt, line {line}: ")), "{error}");
            assert!(error.contains(what), "{error}");
        }
    }

    #[test]
    fn every_place_of_the_catalogue_can_be_drawn() {
        let geography = Geography::read(include_str!("../../static/geography.txt")).unwrap();
        let places = include_str!("../../data/places.json");
        let codes = places.split("\"code\": \"").skip(1).map(|rest| rest[..2].parse::<PlaceCode>().unwrap());
        let codes: PlaceSet = codes.collect();
        assert!(codes.len() > 240, "{}", codes.len());
        let world = geography.frame_of(&codes);
        let missing: Vec<PlaceCode> = codes.iter().filter(|code| world.land(*code).is_none()).collect();
        assert!(missing.is_empty(), "not in the widest frame: {missing:?}");
        for frame in &geography.frames {
            for land in frame.lands.iter().filter(|land| land.code.is_some()) {
                let Point { x, y } = land.anchor;
                assert!((0..frame.width).contains(&x) && (0..frame.height).contains(&y), "{:?}", land.code);
            }
        }
    }
}
