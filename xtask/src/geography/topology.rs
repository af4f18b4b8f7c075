//! Reads countries from TopoJSON, in which neighbours share the arc of their border.

use anyhow::{Context, Result, bail};
use serde_json::Value;

/// Longitude and latitude in degrees.
pub type Position = (f64, f64);

/// Antarctica: its outline runs around the pole, and so around nothing on a map. It is one of the points.
const AROUND_THE_POLE: &str = "AQ";

/// All countries, and the arcs that their outlines are made of.
pub struct World {
    pub arcs: Vec<Vec<Position>>,
    pub countries: Vec<Country>,
}

/// A country or territory.
pub struct Country {
    /// ISO 3166-1 alpha-2; `None` for land that has no code.
    pub code: Option<String>,
    /// Each ring as the arcs that make it. Empty where only the position is known.
    pub rings: Vec<Vec<ArcEnd>>,
    /// Where it is, for a country without rings.
    pub position: Option<Position>,
}

/// An arc as a part of a ring.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ArcEnd {
    pub arc: usize,
    pub is_reversed: bool,
}

/// Reads the countries, the alpha-2 codes of their numbers, and the places that are only points.
pub fn read(topology: &str, codes: &str, points: &str) -> Result<World> {
    let topology: Value = serde_json::from_str(topology).context("the TopoJSON is no JSON")?;
    let codes: Vec<[String; 4]> =
        serde_json::from_str(codes).context("the list of codes is not as expected")?;
    let mut countries = outlines(&topology, &codes)?;
    for line in points.lines().skip(1) {
        countries.push(point(line).with_context(|| format!("not a point: {line}"))?);
    }
    Ok(World { arcs: arcs(&topology)?, countries })
}

/// The arcs, which are written as steps on a grid.
fn arcs(topology: &Value) -> Result<Vec<Vec<Position>>> {
    let pair = |value: &Value| Some((value.get(0)?.as_f64()?, value.get(1)?.as_f64()?));
    let transform = &topology["transform"];
    let scale = pair(&transform["scale"]).context("no scale")?;
    let origin = pair(&transform["translate"]).context("no origin")?;
    let arc = |arc: &Value| {
        let mut at = (0.0, 0.0);
        let steps = arc.as_array()?.iter().map(|step| {
            let step = pair(step)?;
            at = (at.0 + step.0, at.1 + step.1);
            Some((at.0 * scale.0 + origin.0, at.1 * scale.1 + origin.1))
        });
        steps.collect::<Option<Vec<Position>>>()
    };
    let arcs = topology["arcs"].as_array().context("no arcs")?;
    arcs.iter().map(|value| arc(value).context("an arc that is none")).collect()
}

fn outlines(topology: &Value, codes: &[[String; 4]]) -> Result<Vec<Country>> {
    let geometries = topology["objects"]["countries"]["geometries"].as_array().context("no countries")?;
    let mut countries: Vec<Country> = Vec::new();
    for geometry in geometries {
        let parts = &geometry["arcs"];
        let rings = match geometry["type"].as_str() {
            Some("Polygon") => rings(parts),
            Some("MultiPolygon") => parts.as_array().into_iter().flatten().flat_map(rings).collect(),
            other => bail!("a country is neither Polygon nor MultiPolygon, but {other:?}"),
        };
        let number = geometry["id"].as_str();
        let code =
            codes.iter().find(|[_, _, n, _]| Some(n.as_str()) == number).map(|[code, ..]| code.clone());
        if code.as_deref() == Some(AROUND_THE_POLE) {
            continue;
        }
        // Some countries come in several entries.
        let known = countries.iter_mut().find(|country| code.is_some() && country.code == code);
        match known {
            Some(country) => country.rings.extend(rings),
            None => countries.push(Country { code, rings, position: None }),
        }
    }
    Ok(countries)
}

/// The rings of one polygon. The arc `-1` is arc 0 backwards, `-2` arc 1.
fn rings(polygon: &Value) -> Vec<Vec<ArcEnd>> {
    let end = |value: &Value| {
        let number = value.as_i64()?;
        let is_reversed = number < 0;
        let arc = usize::try_from(if is_reversed { !number } else { number }).ok()?;
        Some(ArcEnd { arc, is_reversed })
    };
    let ring = |ring: &Value| ring.as_array().into_iter().flatten().filter_map(end).collect();
    polygon.as_array().into_iter().flatten().map(ring).collect()
}

/// `code,longitude,latitude,name`.
fn point(line: &str) -> Option<Country> {
    let mut cells = line.split(',');
    let code = cells.next()?.to_owned();
    let position = (cells.next()?.parse().ok()?, cells.next()?.parse().ok()?);
    Some(Country { code: Some(code), rings: Vec::new(), position: Some(position) })
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOPOLOGY: &str = r#"{
        "transform": {"scale": [0.5, 0.5], "translate": [-10, 40]},
        "arcs": [[[0, 0], [2, 0], [0, 2], [-2, -2]], [[4, 4], [2, 2]]],
        "objects": {"countries": {"geometries": [
            {"type": "Polygon", "id": "372", "arcs": [[0, -2]]},
            {"type": "MultiPolygon", "id": "372", "arcs": [[[1]]]},
            {"type": "Polygon", "arcs": [[0]]}
        ]}}
    }"#;

    #[test]
    fn arcs_are_sums_of_steps_and_entries_of_one_country_are_joined() {
        let codes = r#"[["IE", "IRL", "372", "ISO 3166-2:IE"]]"#;
        let world =
            read(TOPOLOGY, codes, "code,longitude,latitude,name\nGI,-5.5,36,Gibraltar\n").expect("a world");
        assert_eq!(world.arcs[0], [(-10.0, 40.0), (-9.0, 40.0), (-9.0, 41.0), (-10.0, 40.0)]);
        let codes: Vec<_> = world.countries.iter().map(|country| country.code.as_deref()).collect();
        assert_eq!(codes, [Some("IE"), None, Some("GI")]);
        let ireland = &world.countries[0];
        assert_eq!(ireland.rings.len(), 2);
        assert_eq!(ireland.rings[0][1], ArcEnd { arc: 1, is_reversed: true });
        assert_eq!(world.countries[2].position, Some((-5.5, 36.0)));
    }

    #[test]
    fn what_is_no_topology_is_told() {
        let error = |text| read(text, "[]", "").err().expect("an error").to_string();
        assert_eq!(error("{"), "the TopoJSON is no JSON");
        assert_eq!(error("{}"), "no countries");
    }
}
