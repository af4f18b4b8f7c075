//! A window on a catalogue: what the page is told is what the catalogue itself gives.
#![cfg(not(target_arch = "wasm32"))]

use std::path::Path;

use serde_json::{Value as Json, json};
use vendor_compare::{
    catalogue::{Catalogue, date::Date, directory, id::ProviderId, source::CatalogueSource},
    curation::{format, identity},
    embedded,
    engine::load::{Loaded, Loader, MOST_VENDORS},
    export::offline::sha256,
    requirement::{counts::of_option, evaluate::Context, outcome::Outcome, parse::parse, verdict::Verdict},
    state::others::Begun,
};

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn loaded(text: &str) -> Loaded {
    Loader::new("made up", text.to_owned(), day("2026-11-22")).map(Loader::finish).ok().unwrap()
}

fn ask(loaded: &mut Loaded, question: Json) -> Json {
    serde_json::from_str(&loaded.window(&question.to_string()).unwrap()).unwrap()
}

fn excerpt(answer: &Json) -> Catalogue {
    Catalogue::from_json("the excerpt", answer["catalogue"].as_str().unwrap()).unwrap()
}

#[test]
fn totals_counts_and_reasons_are_those_of_the_whole_catalogue() {
    let whole = embedded::catalogue().unwrap();
    let mut loaded = loaded(embedded::TEXT);
    for require in ["", "region in EEA", "cert@host has iso-27001; region in EEA", "ret-backup <= P60D"] {
        for as_of in ["2026-11-22", "2019-01-01"] {
            let context = Context { catalogue: &whole, as_of: day(as_of) };
            let requirements = parse(require, &whole).requirements;
            let outcome = Outcome::of(&requirements, context);
            let options = ["region in GB", "cert has iso-27001"];
            let answer = ask(&mut loaded, json!({ "require": require, "as_of": as_of, "count": options }));
            let judged = excerpt(&answer);
            let again = Outcome::of(&requirements, Context { catalogue: &judged, as_of: day(as_of) });
            for (key, verdict) in
                [("meets", Verdict::Yes), ("cannot_tell", Verdict::Unknown), ("does_not_meet", Verdict::No)]
            {
                assert_eq!(answer[key], outcome.group(verdict).count(), "{require} {key}");
                let mut names: Vec<&str> = outcome.group(verdict).map(|a| a.vendor.as_str()).collect();
                names.sort_by_key(|id| whole.provider_name(&ProviderId::new(id)));
                assert_eq!(answer["ids"][key], json!(names), "{require} {key}");
            }
            assert_eq!(again.assessments, outcome.assessments, "{require}");
            for (index, option) in options.into_iter().enumerate() {
                let option = &parse(option, &whole).requirements[0];
                let counts = of_option(option, &requirements, context);
                assert_eq!(answer["counts"][index], json!([counts.meets, counts.cannot_tell]), "{option}");
            }
        }
    }
}

#[test]
fn only_what_is_shown_or_named_is_given_and_all_that_it_refers_to() {
    let mut loaded = loaded(embedded::TEXT);
    let whole = embedded::catalogue().unwrap();
    let question =
        json!({ "limits": [1, 0, 0], "sort": "name", "descending": true, "vendors": ["avid", "x"] });
    let answer = ask(&mut loaded, question);
    let given = excerpt(&answer);
    assert_eq!((answer["size"].clone(), answer["meets"].clone()), (json!(4), json!(4)));
    // Names are sorted letter by letter, capitals first.
    assert_eq!(answer["ids"]["meets"], json!(["wflow"]));
    let vendors: Vec<&str> = given.vendors().map(|vendor| vendor.id.as_str()).collect();
    assert_eq!(vendors, ["avid", "wflow"]);
    assert_eq!(
        given.provider(&ProviderId::new("avid")).unwrap().claims,
        whole.provider(&ProviderId::new("avid")).unwrap().claims
    );
    assert!(given.documents.len() <= whole.documents.len());
    assert_eq!(answer["documents"], whole.documents.len());
    // The words of a vendor, and the values that anybody names.
    let answer = ask(
        &mut loaded,
        json!({ "text": "wfl", "limits": [0, 0, 0], "count": ["no-row <= P1D", "region in EEA"] }),
    );
    assert_eq!(answer["counts"], json!([null, [1, 0]]));
    assert_eq!((&answer["meets"], &answer["size"]), (&json!(1), &json!(4)));
    assert_eq!(answer["ids"]["meets"], json!([]));
    assert!(answer["offered"]["places"].as_array().unwrap().contains(&json!("NL")));
    assert!(answer["offered"]["certifications"].as_array().unwrap().contains(&json!("iso-27001")));
}

#[test]
fn a_vendor_that_is_named_and_not_there_has_a_name() {
    // The publisher of a document is another vendor, and one that has been left out.
    let mut source: Json = serde_json::from_str(embedded::TEXT).unwrap();
    for document in source["documents"].as_array_mut().unwrap() {
        if document["publisher"] == "avid" {
            document["publisher"] = json!("wflow");
        }
    }
    for provider in source["providers"].as_array_mut().unwrap() {
        if provider["id"] == "wflow" {
            provider["nmae"] = json!(1);
        }
    }
    let mut loaded = loaded(&source.to_string());
    let words = loaded.report().words();
    loaded.tell(words.iter().flat_map(|wrong| &wrong.problems).map(ToString::to_string).collect());
    let answer = ask(&mut loaded, json!({ "vendors": ["avid"], "limits": [0, 0, 0] }));
    let given = excerpt(&answer);
    assert_eq!(given.provider_name(&ProviderId::new("wflow")), "wflow");
    assert_eq!(given.vendors().count(), 1);
    assert_eq!(answer["left_out"]["total"], 1);
    let told = answer["left_out"]["first"][0].as_str().unwrap();
    assert!(told.starts_with("made up:1:") && told.contains("did you mean \"name\"?"), "{told}");
}

#[test]
fn a_question_that_cannot_be_answered_says_why_and_a_lenient_one_passes_over_it() {
    let mut loaded = loaded(embedded::TEXT);
    for (question, words) in [
        (json!({ "require": "region in Irland" }), "did you mean \"IE\"?"),
        (
            json!({ "sort": "region-primary" }),
            "only rows of durations, percentages, numbers and dates have an order",
        ),
        (json!({ "as_of": "tomorrow" }), "is not a day"),
        (json!({ "limits": ["x"] }), "not a number of vendors"),
        (json!({ "requires": "" }), "did you mean \"require\"?"),
        (json!([]), "a question is expected"),
    ] {
        let said = loaded.window(&question.to_string()).unwrap_err();
        assert!(said.contains(words), "{question}: {said}");
    }
    assert!(loaded.window("{").is_err());
    let question =
        json!({ "lenient": true, "require": "region in Irland; region in EEA", "sort": "x", "as_of": "x" });
    assert_eq!(ask(&mut loaded, question)["meets"], 1);
}

/// What the page begins with over a text.
fn begun(text: &str) -> Begun {
    let answer = ask(&mut loaded(text), json!({ "whole": true, "lenient": true }));
    Begun::read(&answer.to_string()).unwrap()
}

/// The built-in catalogue as a folder has it, with all that curators need, and another document that nobody cites.
fn source() -> CatalogueSource {
    let (mut source, _) = directory::load(Path::new("data")).unwrap();
    let mut silent = source.documents[0].clone();
    silent.id = "nobody-cites-it".to_owned();
    silent.title = "The \"silent\" one".to_owned();
    source.documents.push(silent);
    source
}

#[test]
fn a_small_catalogue_is_whole_and_has_the_digest_of_its_records() {
    let source = source();
    let identity = identity::of(source.clone(), "made up").unwrap();
    let packed = source.clone().packed().unwrap();
    for text in [format::text(&source), packed.clone()] {
        let Begun { others, catalogue, window } = begun(&text);
        assert!(window.is_none() && !others.is_in_part());
        assert_eq!(others.identity, identity);
        assert_eq!(others.text.as_ref(), Some(&packed));
        assert_eq!(*catalogue, Catalogue::from_json("packed", &packed).unwrap());
        assert_eq!(others.left_out, (0, Vec::new()));
    }
}

#[test]
fn what_is_wrong_is_left_out_of_a_small_catalogue_and_the_rest_is_whole() {
    let mut text: Json = serde_json::from_str(&format::text(&source())).unwrap();
    let documents = text["documents"].as_array_mut().unwrap();
    let right = documents.len();
    let again = documents.last().unwrap().clone();
    let mut undated = again.clone();
    (undated["id"], undated["date"]) = (json!("another"), json!("yesterday"));
    documents.extend([again, undated]);
    for provider in text["providers"].as_array_mut().unwrap() {
        if provider["id"] == "avid" {
            provider["claims"][0]["row"] = json!("no-row");
        }
    }
    let Begun { others, catalogue, window } = begun(&text.to_string());
    assert!(window.is_none());
    assert_eq!(others.left_out.0, 1);
    let vendors: Vec<&str> = catalogue.vendors().map(|vendor| vendor.id.as_str()).collect();
    assert_eq!(vendors, ["moodtalk", "wflow", "witivio"]);
    // Avid's own documents are there, under its name.
    assert_eq!(catalogue.documents.len(), right);
    assert_eq!(catalogue.provider_name(&ProviderId::new("avid")), "avid");
    let packed = others.text.unwrap();
    assert_eq!(*catalogue, Catalogue::from_json("packed", &packed).unwrap());
    assert_eq!(others.identity.sha256, sha256(packed.as_bytes()));
}

#[test]
fn a_catalogue_with_one_vendor_too_many_is_a_window_with_the_digest_of_its_file() {
    let with = |vendors: usize| {
        let mut text: Json = serde_json::from_str(embedded::TEXT).unwrap();
        let providers = text["providers"].as_array_mut().unwrap();
        let mut model = providers.iter().find(|one| one["id"] == "moodtalk").unwrap().clone();
        for number in 4..vendors {
            model["id"] = json!(format!("vendor-{number}"));
            providers.push(model.clone());
        }
        text.to_string()
    };
    assert!(begun(&with(MOST_VENDORS)).window.is_none());
    let mut loaded = loaded(&with(MOST_VENDORS + 1));
    loaded.identify("0123".to_owned());
    let answer = ask(&mut loaded, json!({ "whole": true }));
    let Begun { others, window, .. } = Begun::read(&answer.to_string()).unwrap();
    assert_eq!(window.unwrap().totals.all, MOST_VENDORS + 1);
    assert!(others.is_in_part());
    assert_eq!((&*others.identity.version, &*others.identity.sha256), ("made up, in part", "0123"));
    // Nothing but the first question asks for the whole.
    assert_eq!(ask(&mut self::loaded(&with(4)), json!({}))["whole"], false);
}
