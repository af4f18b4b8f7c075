//! `static/custom-elements.json` describes the element, and everything else that describes it is made from it: so the
//! file has the shape of a Custom Elements Manifest, and names just what the code has.
#![cfg(not(target_arch = "wasm32"))]

use std::{collections::BTreeMap, fs, path::Path};

use serde_json::Value as Json;

fn read(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn json(path: &str) -> Json {
    serde_json::from_str(&read(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// What the manifest says of the element.
fn element() -> Json {
    json("static/custom-elements.json")["modules"][0]["declarations"][0].take()
}

#[test]
fn it_has_the_shape_of_a_manifest() {
    let schema = json("tests/fixtures/custom-elements-manifest/schema.json");
    let manifest = json("static/custom-elements.json");
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    let errors: Vec<String> = validator.iter_errors(&manifest).map(|error| error.to_string()).collect();
    assert_eq!(errors, [""; 0]);
    assert!(
        !validator.is_valid(&serde_json::json!({ "schemaVersion": "1.0.0" })),
        "the schema refuses nothing"
    );
}

/// The tokens are those at the top of the stylesheet, with the same values.
#[test]
fn its_custom_properties_are_the_tokens_of_the_stylesheet() {
    let style = read("static/vendor-compare.css");
    let tokens = style.split("/* ---------- base").next().map(without_comments).unwrap_or_default();
    let blocks = tokens.split(":host {").skip(1).take(2).filter_map(|block| block.split('}').next());
    let declared: BTreeMap<String, String> = blocks
        .flat_map(|block| block.split(';'))
        .filter_map(|line| line.trim().split_once(':'))
        .map(|(name, value)| (name.to_owned(), value.split_whitespace().collect::<Vec<_>>().join(" ")))
        .collect();
    assert!(declared.len() > 40, "the tokens were not found");
    let element = element();
    let text = |json: &Json| json.as_str().unwrap_or_default().to_owned();
    let described: BTreeMap<String, String> = element["cssProperties"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|property| (text(&property["name"]), text(&property["default"])))
        .collect();
    assert_eq!(described, declared);
}

fn without_comments(css: &str) -> String {
    css.split("/*").map(|part| part.split_once("*/").map_or(part, |(_, rest)| rest)).collect()
}
