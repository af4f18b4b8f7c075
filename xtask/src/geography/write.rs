//! Writes the file that `src/pictures/geography` reads; the form is described there.

use super::frame::{Framed, Placed};
use std::fmt::Write;

const HEAD: &str = "\
# Outlines of countries, simplified. Made with Natural Earth, which is in the public domain (naturalearthdata.com).
# `cargo xtask geography` writes this file; src/pictures/geography.rs reads it and describes it.
";

/// The text with all frames.
pub fn file(frames: &[Framed]) -> String {
    let mut text = HEAD.to_owned();
    for Framed { frame, arcs, countries } in frames {
        let _ = writeln!(text, "frame {} {} {}", frame.name, frame.width, frame.height);
        for arc in arcs {
            let _ = writeln!(text, "arc{}", steps(arc));
        }
        for country in countries {
            let _ = writeln!(text, "{}", place(country));
        }
    }
    text
}

/// The first point, then the steps from point to point.
fn steps(arc: &[(i32, i32)]) -> String {
    let mut at = (0, 0);
    let mut text = String::new();
    for point in arc {
        let _ = write!(text, " {} {}", point.0 - at.0, point.1 - at.1);
        at = *point;
    }
    text
}

fn place(country: &Placed) -> String {
    let (x, y) = country.anchor;
    let mut text = format!("place {} {x} {y}", country.code.as_deref().unwrap_or("-"));
    for (index, ring) in country.rings.iter().enumerate() {
        text += if index == 0 { " " } else { ";" };
        // From 1, because there is no arc -0.
        let ends =
            ring.iter().map(|end| format!("{}{}", if end.is_reversed { "-" } else { "" }, end.arc + 1));
        text += &ends.collect::<Vec<_>>().join(",");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::super::topology::ArcEnd;
    use super::*;

    #[test]
    fn arcs_are_steps_and_rings_are_numbers() {
        assert_eq!(steps(&[(5, 7), (4, 9), (4, 8)]), " 5 7 -1 2 0 -1");
        let ring =
            |arc, is_reversed| vec![ArcEnd { arc, is_reversed }, ArcEnd { arc: 4, is_reversed: false }];
        let country =
            Placed { code: Some("NL".into()), anchor: (3, 4), rings: vec![ring(0, true), ring(1, false)] };
        assert_eq!(place(&country), "place NL 3 4 -1,5;2,5");
        assert_eq!(place(&Placed { code: None, anchor: (0, 1), rings: Vec::new() }), "place - 0 1");
    }
}
