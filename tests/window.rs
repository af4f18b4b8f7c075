//! A window on a catalogue: what the page is told is what the catalogue itself gives.
#![cfg(not(target_arch = "wasm32"))]

use serde_json::{Value as Json, json};
use vendor_compare::{
    catalogue::{Catalogue, date::Date, id::ProviderId},
    embedded,
    engine::load::{Loaded, Loader},
    requirement::{counts::of_option, evaluate::Context, outcome::Outcome, parse::parse, verdict::Verdict},
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
