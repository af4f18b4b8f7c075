//! The pictures of real and of fictional vendors: what they draw is what the words say.
#![cfg(not(target_arch = "wasm32"))]

use std::path::Path;

use vendor_compare::{
    catalogue::{
        Catalogue,
        claim::Assertion,
        date::Date,
        directory,
        id::ProviderId,
        place::PlaceCode,
        value::{Limit, Places, Value},
    },
    embedded,
    pictures::{Certainty, Geography, Map, TimeAxis, time_axis::AxisRow},
    requirement::{Requirement, evaluate::Context, parse::parse},
};

fn fictional() -> Catalogue {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/catalogue");
    directory::load(&folder).unwrap_or_else(|problems| panic!("{problems:#?}")).1
}

fn real() -> Catalogue {
    embedded::catalogue().unwrap_or_else(|problems| panic!("{problems:?}"))
}

fn geography() -> Geography {
    Geography::read(include_str!("../static/geography.txt")).unwrap_or_else(|error| panic!("{error}"))
}

fn context(catalogue: &Catalogue) -> Context<'_> {
    Context { catalogue, as_of: Date::new(2026, 11, 22).unwrap() }
}

fn ids(vendors: &str) -> Vec<ProviderId> {
    vendors.split_whitespace().map(ProviderId::new).collect()
}

fn required(text: &str, catalogue: &Catalogue) -> Vec<Requirement> {
    let parsed = parse(text, catalogue);
    assert_eq!(parsed.errors, [], "{text}");
    parsed.requirements
}

/// `NL Stated Main · Backups`, and so on for every mark of a vendor.
fn marks(map: &Map, vendor: usize) -> Vec<String> {
    let marks = map.spots.iter().flat_map(|spot| spot.marks.iter().map(move |mark| (spot.place, mark)));
    let of_vendor = marks.filter(|(_, mark)| mark.vendor == vendor);
    let mut marks: Vec<String> = of_vendor
        .map(|(place, mark)| {
            let roles = mark.title.split_once(": ").unwrap().1;
            format!("{place} {:?} {roles}", mark.certainty)
        })
        .collect();
    marks.sort();
    marks
}

fn sentences(map: &Map, vendor: usize) -> Vec<String> {
    map.sentences.iter().filter(|s| s.vendor == vendor).map(|s| s.words.clone()).collect()
}

#[test]
fn places_are_told_apart_by_how_sure_they_are() {
    let (catalogue, geography) = (real(), geography());
    let of = |vendor| Map::of(&ids(vendor), &[], context(&catalogue), &geography);
    assert_eq!(marks(&of("wflow"), 0), ["IE Stated Second · Backups", "NL Stated Main · Backups"]);
    let moodtalk = of("moodtalk");
    assert_eq!(moodtalk.certainty_at("CH".parse().unwrap()), Some(Certainty::Stated));
    assert_eq!(moodtalk.certainty_at("NO".parse().unwrap()), Some(Certainty::Possible));
    assert_eq!(moodtalk.certainty_at("NL".parse().unwrap()), None);
    let avid = of("avid");
    assert!(avid.spots.is_empty());
    assert!(sentences(&avid, 0).contains(&"Main hosting place: exists, place not named".to_owned()));
}

#[test]
fn what_has_no_place_on_a_map_is_said() {
    let (catalogue, geography) = (fictional(), geography());
    let map = Map::of(&ids("acme bolt"), &[], context(&catalogue), &geography);
    let acme = sentences(&map, 0);
    assert!(acme.contains(&"Place of AI processing: none, the document says so".to_owned()), "{acme:?}");
    let bolt = sentences(&map, 1);
    for words in [
        "Main hosting place: Germany, perhaps more",
        "Second place (replica, failover): exists, place not named",
        "Place of the backups: in a picture, not in the data",
        "Place of AI processing: one of 3: Germany, France or United Kingdom",
    ] {
        assert!(bolt.contains(&words.to_owned()), "{words}: {bolt:?}");
    }
}

/// In both catalogues, for every vendor alone and for all beside each other.
#[test]
fn the_words_name_every_mark_and_every_role() {
    let geography = geography();
    for catalogue in [real(), fictional()] {
        let all: Vec<ProviderId> = catalogue.vendors().take(5).map(|vendor| vendor.id.clone()).collect();
        let alone = catalogue.vendors().map(|vendor| vec![vendor.id.clone()]);
        for vendors in alone.chain([all]) {
            let map = Map::of(&vendors, &[], context(&catalogue), &geography);
            let roles = catalogue.rows().filter(|row| row.role.is_some()).count();
            for (vendor, portrayed) in map.vendors.iter().enumerate() {
                let said = sentences(&map, vendor);
                assert!(said.len() >= roles, "{}: {said:?}", portrayed.name);
            }
            for spot in &map.spots {
                let name = catalogue.place_name(spot.place);
                for mark in &spot.marks {
                    let drawn = map.sentences.iter().filter(|s| s.is_drawn && s.vendor == mark.vendor);
                    let named = drawn.filter(|sentence| sentence.words.contains(&name)).count();
                    assert!(named > 0, "{}", mark.title);
                }
            }
        }
    }
}

/// The real catalogue, with the backups of wflow.com in these places.
fn with_backups_in(codes: &[&str]) -> Catalogue {
    let mut catalogue = real();
    let places = codes.iter().map(|code| code.parse::<PlaceCode>().unwrap()).collect();
    let wflow = catalogue.providers.iter_mut().find(|provider| provider.id == *"wflow").unwrap();
    let claim = wflow.claims.iter_mut().find(|claim| claim.row == *"region-backup").unwrap();
    claim.assertion = Assertion::Stated(Value::Places(Places::All { places, open: false }));
    catalogue
}

#[test]
fn a_place_outside_of_europe_widens_the_map_and_none_is_lost() {
    let geography = geography();
    let near = real();
    assert_eq!(Map::of(&ids("wflow moodtalk"), &[], context(&near), &geography).frame.name, "Europe");
    for (backups, left) in [(vec!["US", "CA"], true), (vec!["JP", "AU"], false), (vec!["US", "NZ"], false)] {
        let catalogue = with_backups_in(&backups);
        let map = Map::of(&ids("wflow moodtalk"), &[], context(&catalogue), &geography);
        assert_eq!(map.frame.name, "World");
        assert_eq!(map.spots.len(), 2 + 2 + 14, "two of wflow.com, its backups, and those of Moodtalk");
        for spot in &map.spots {
            for at in [spot.anchor, spot.at] {
                assert!((0..=10_000).contains(&at.x) && (0..=10_000).contains(&at.y), "{spot:?}");
            }
            assert!(!spot.is_small || map.certainty_at(spot.place) == Some(Certainty::Possible));
        }
        let middle = map.view.left + map.view.width / 2;
        assert_eq!(middle <= map.frame.width / 2, left, "{backups:?}: {:?}", map.view);
    }
}

#[test]
fn marks_cover_each_other_in_no_picture() {
    let geography = geography();
    for catalogue in [real(), with_backups_in(&["US", "JP"])] {
        let map = Map::of(&ids("wflow witivio moodtalk avid"), &[], context(&catalogue), &geography);
        let width = 300;
        let height = width * map.view.height / map.view.width;
        let mut places: Vec<(i32, i32)> = Vec::new();
        for spot in map.spots.iter().filter(|spot| !spot.is_small) {
            let (x, y) = (spot.at.x * width / 10_000, spot.at.y * height / 10_000);
            places.extend(spot.marks.iter().map(|mark| (x + mark.offset.0, y + mark.offset.1)));
        }
        for (i, a) in places.iter().enumerate() {
            for b in &places[..i] {
                let far = (a.0 - b.0).abs() >= 22 || (a.1 - b.1).abs() >= 22;
                assert!(far, "two marks at {a:?} and {b:?}");
            }
        }
    }
}

#[test]
fn the_area_that_is_required_is_that_of_the_day() {
    let (catalogue, geography) = (real(), geography());
    let required = required("cert has iso-27001; region in EEA,CH", &catalogue);
    let map = Map::of(&ids("wflow"), &required, context(&catalogue), &geography);
    let area = map.required.expect("an area");
    assert_eq!(area.words, "all data, in every role, is inside the EEA or Switzerland");
    let inside = |code: &str| area.area.certain.contains(&code.parse().unwrap());
    assert!(inside("NO") && inside("CH") && !inside("GB"));
}

fn row<'a>(axis: &'a TimeAxis, id: &str) -> &'a AxisRow {
    axis.rows.iter().find(|row| row.id == *id).unwrap()
}

#[test]
fn durations_stand_on_the_axis_with_what_is_required() {
    let catalogue = real();
    let required = required("ret-backup <= P30D; not ret-backup <= P1W", &catalogue);
    let axis = TimeAxis::of(&ids("wflow witivio"), &required, context(&catalogue));
    let backups = row(&axis, "ret-backup");
    let [wflow, witivio] = backups.lanes.as_slice() else { panic!("{backups:?}") };
    assert_eq!(wflow.words, ["35 days"]);
    assert_eq!(witivio.words, ["in a picture, not in the data"]);
    assert!(witivio.spans.is_empty());
    let [upper, lower] = backups.bounds.as_slice() else { panic!("{backups:?}") };
    assert!(upper.is_upper && !lower.is_upper);
    assert!(upper.at < wflow.spans[0].to && lower.at < upper.at);
    assert_eq!(upper.words, "You require that backups are kept for at most 30 days");
    let personal = row(&axis, "ret-personal");
    assert_eq!(personal.lanes[0].spans[0].limit, Limit::AtMost);
    assert!(personal.bounds.is_empty());
}

#[test]
fn every_lane_has_words_and_disagreeing_sources_have_a_bar_each() {
    let catalogue = fictional();
    let all: Vec<ProviderId> = catalogue.vendors().take(5).map(|vendor| vendor.id.clone()).collect();
    let axis = TimeAxis::of(&all, &[], context(&catalogue));
    for lane in axis.rows.iter().flat_map(|row| &row.lanes) {
        assert!(!lane.words.is_empty() && lane.words.iter().all(|words| !words.is_empty()), "{lane:?}");
    }
    let bolt = axis.vendors.iter().position(|vendor| vendor.name.starts_with("Bolt")).unwrap();
    let lane = &row(&axis, "ret-backup").lanes[bolt];
    assert_eq!(lane.spans.len(), 2, "{lane:?}");
    assert!(lane.spans.iter().all(|span| span.certainty == Certainty::Possible));
    assert!(lane.words[0].starts_with("the sources disagree"), "{lane:?}");
}
