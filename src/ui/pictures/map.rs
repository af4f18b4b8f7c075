//! The map as SVG: land, which grows with the picture, and over it marks and words, which keep their size.

use std::fmt::Write;

use yew::prelude::*;

use super::{key::key, mark::mark};
use crate::{
    catalogue::place::{PlaceCode, PlaceSet},
    pictures::{
        Certainty, Map, Portrayed, Sentence,
        geography::Land,
        map::{At, Label, Required, Side, Spot},
    },
    ui::{
        element::{Element, el},
        icon::{Sign, icon},
    },
};

/// The map with its key, and all of it in words.
pub fn map(map: &Map) -> Html {
    let drawn = el("div", "map")
        .is("role", "img")
        .is("aria-label", "Map of the places where data sits. All that it shows is written below it.")
        .with(land(map))
        .with(marks(map));
    let absent = lines(map, |sentence| !sentence.is_drawn);
    let absent = (!absent.is_empty()).then(|| {
        let title = el("h4", "").says("Not on the map");
        el("div", "small").with(title).with(el("ul", "lines").all(absent)).into()
    });
    let all = el("details", "astext")
        .with(el("summary", "").child(icon(Sign::Chevron)).says("The map in words"))
        .with(el("ul", "lines small").all(lines(map, |_| true)));
    el("figure", "picture")
        .with(el("figcaption", "").with(el("h3", "").says("Where data sits")))
        .with(drawn)
        .child(key(map))
        .maybe(absent)
        .with(all)
        .into()
}

/// Some of what is said, one line for each vendor.
fn lines(map: &Map, is_among: fn(&Sentence) -> bool) -> Vec<Html> {
    let of_vendor = |(vendor, portrayed): (usize, &Portrayed)| {
        let sentences = map.sentences.iter().filter(|s| s.vendor == vendor && is_among(s));
        let words: Vec<&str> = sentences.map(|sentence| &*sentence.words).collect();
        let name = el("b", "").text(portrayed.name.clone());
        (!words.is_empty()).then(|| el("li", "").with(name).text(format!(". {}.", words.join(". "))).into())
    };
    map.vendors.iter().enumerate().filter_map(of_vendor).collect()
}

/// The countries, those with a meaning over the others.
fn land(map: &Map) -> Element {
    let at = |certainty| move |code: PlaceCode| map.certainty_at(code) == Some(certainty);
    let inside = |of: fn(&Required) -> &PlaceSet| {
        move |code: PlaceCode| map.required.as_ref().is_some_and(|required| of(required).contains(&code))
    };
    el("svg", "land")
        .attr("viewBox", format!("{} 0 {} {}", map.view.left, map.view.width, map.view.height))
        .maybe(outlines("", map, &|_| true))
        .maybe(outlines("required", map, &|land| land.code.is_some_and(inside(|r| &r.area.certain))))
        .maybe(outlines("conditional", map, &|land| land.code.is_some_and(inside(|r| &r.area.conditional))))
        .maybe(outlines("possible", map, &|land| land.code.is_some_and(at(Certainty::Possible))))
        .maybe(outlines("cited", map, &|land| land.code.is_some_and(at(Certainty::Cited))))
        .maybe(outlines("stated", map, &|land| land.code.is_some_and(at(Certainty::Stated))))
}

/// The outlines of some countries as one path.
fn outlines(class: &'static str, map: &Map, is_among: &dyn Fn(&Land) -> bool) -> Option<Html> {
    let mut d = String::new();
    for land in map.frame.lands.iter().filter(|land| is_among(land)) {
        outline(land, &mut d);
        // Without a meaning, what is too small for an outline would only be dust.
        if land.rings.is_empty() && !class.is_empty() {
            let _ = write!(d, "M{} {}l4-4 4 4-4 4Z", land.anchor.x - 4, land.anchor.y);
        }
    }
    (!d.is_empty()).then(|| el("path", class).attr("d", d).into())
}

#[inline(never)]
fn outline(land: &Land, d: &mut String) {
    for ring in &land.rings {
        let mut command = 'M';
        for point in ring {
            let _ = write!(d, "{command}{} {}", point.x, point.y);
            command = 'L';
        }
        d.push('Z');
    }
}

/// Everything that keeps its size: positions are parts of the picture, sizes are pixels.
fn marks(map: &Map) -> Element {
    let leaders = map.spots.iter().filter(|spot| spot.at != spot.anchor).map(leader).collect();
    el("svg", "marks").all(leaders).all(map.spots.iter().map(|spot| self::spot(spot, &map.vendors)).collect())
}

fn leader(spot: &Spot) -> Html {
    let line = el("line", "")
        .attr("x1", percent(spot.anchor.x))
        .attr("y1", percent(spot.anchor.y))
        .attr("x2", percent(spot.at.x))
        .attr("y2", percent(spot.at.y));
    let pin =
        el("circle", "").attr("cx", percent(spot.anchor.x)).attr("cy", percent(spot.anchor.y)).is("r", "2");
    el("g", "leader").with(line).with(pin).into()
}

fn spot(spot: &Spot, vendors: &[Portrayed]) -> Html {
    let marks = spot.marks.iter().filter_map(|shown| {
        let vendor = vendors.get(shown.vendor)?;
        let (scale, text) = match vendors {
            _ if spot.is_small => (" scale(.4)", String::new()),
            [_] => ("", spot.place.to_string()),
            _ => ("", vendor.letter.to_string()),
        };
        let (right, down) = shown.offset;
        let drawn = mark(vendor.shape, shown.certainty, text)
            .attr("transform", format!("translate({right} {down}){scale}"))
            .with(el("title", "").text(shown.title.clone()));
        Some(drawn.into())
    });
    let At { x, y } = spot.at;
    el("svg", "spot")
        .attr("x", percent(x))
        .attr("y", percent(y))
        .all(marks.collect())
        .maybe(spot.label.as_ref().map(label))
        .into()
}

fn label(label: &Label) -> Html {
    const LINE: i32 = 17;
    let anchor = match label.side {
        Side::Start => "start",
        Side::Middle => "middle",
        Side::End => "end",
    };
    let (right, down) = label.offset;
    let line = |(text, index): (&String, i32)| {
        el("text", "")
            .attr("x", right.to_string())
            .attr("y", (down + index * LINE).to_string())
            .text(text.clone())
            .into()
    };
    el("g", "label").is("text-anchor", anchor).all(label.lines.iter().zip(0..).map(line).collect()).into()
}

/// Ten-thousandths as a percentage.
pub fn percent(part: i32) -> String {
    format!("{}.{:02}%", part / 100, part % 100)
}
