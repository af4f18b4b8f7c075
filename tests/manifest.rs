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

fn texts<'j>(list: &'j Json, of: &str) -> Vec<&'j str> {
    list.as_array().into_iter().flatten().filter_map(|entry| entry[of].as_str()).collect()
}

/// What stands between quotation marks.
fn quoted(text: &str) -> Vec<&str> {
    text.split('"').skip(1).step_by(2).collect()
}

/// The list that a constant of the script holds.
fn constant<'t>(script: &'t str, name: &str) -> Vec<&'t str> {
    let (_, rest) = script.split_once(&format!("const {name} = [")).unwrap_or_else(|| panic!("no {name}"));
    quoted(rest.split(']').next().unwrap_or_default())
}

fn sorted<T: Ord>(items: impl IntoIterator<Item = T>) -> Vec<T> {
    let mut items: Vec<T> = items.into_iter().collect();
    items.sort();
    items.dedup();
    items
}

/// All sources below a folder, one after the other.
fn sources(folder: &str) -> String {
    let mut all = String::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            match path.is_dir() {
                true => folders.push(path),
                false => all += &fs::read_to_string(path).expect("a source"),
            }
        }
    }
    all
}

#[test]
fn its_attributes_are_those_that_are_followed_and_read() {
    let (element, script) = (element(), read("static/element.js"));
    let described = sorted(texts(&element["attributes"], "name"));
    assert_eq!(described, sorted(constant(&script, "ATTRIBUTES")));
    let rust = sources("src/embed");
    for name in described.iter().filter(|name| **name != "lang") {
        let is_read = rust.contains(&format!("\"{name}\""))
            || script.contains(&format!("getAttribute(\"{name}\")"))
            || script.contains(&format!("{name}: this.{name}"));
        assert!(is_read, "nobody reads the attribute {name}");
    }
    for name in constant(
        &read("src/embed/reading/mod.rs").replace(
            " =
    [", " = [",
        ),
        "READ: [&str; 10]",
    ) {
        assert!(described.contains(&name), "{name} is no attribute");
    }
}

#[test]
fn its_members_are_those_of_the_class() {
    let (element, script) = (element(), read("static/element.js"));
    let camel = |name: &str| {
        let mut words = name.split('-');
        let first = words.next().unwrap_or_default().to_owned();
        words.fold(first, |all, word| all + &word[..1].to_uppercase() + &word[1..])
    };
    let attributes = texts(&element["attributes"], "name");
    let fields: Vec<String> = attributes.iter().map(|name| camel(name)).collect();
    assert_eq!(texts(&element["attributes"], "fieldName"), fields);
    // What stands at the depth of a class's members and has no sign in front is for everybody.
    let class = script.split("class VendorCompare").nth(1).and_then(|rest| rest.split("\n  }\n").next());
    let class = class.expect("the class");
    let members = class.lines().filter_map(|line| line.strip_prefix("    ")).filter_map(|line| {
        let line = line.strip_prefix("get ").or_else(|| line.strip_prefix("set ")).unwrap_or(line);
        let (name, _) = line.split_once('(')?;
        let is_name = name.chars().all(|sign| sign.is_ascii_alphabetic());
        (is_name && name != "constructor" && !name.ends_with("Callback")).then(|| name.to_owned())
    });
    let described = texts(&element["members"], "name").into_iter().map(str::to_owned);
    assert_eq!(sorted(described), sorted(members.chain(fields)));
}

#[test]
fn its_events_are_those_that_are_told() {
    let (element, script) = (element(), read("static/element.js"));
    let events = element["events"].as_array().cloned().unwrap_or_default();
    let cancelable: Vec<Json> = events.iter().filter(|event| event["cancelable"] == true).cloned().collect();
    assert_eq!(sorted(texts(&Json::from(cancelable), "name")), sorted(constant(&script, "CANCELABLE")));
    let rust = read("src/embed/telling.rs");
    let told =
        rust.split("tell(").skip(1).filter_map(|rest| quoted(rest.split(',').next()?).first().copied());
    // The first of the changes is called otherwise.
    assert_eq!(sorted(texts(&element["events"], "name")), sorted(told.chain(["ready"])));
    assert!(script.contains("type = \"ready\""));
}

#[test]
fn its_parts_are_those_that_are_drawn() {
    let drawn = sources("src/ui");
    let drawn = drawn.split("\"part\", ").skip(1).filter_map(|rest| rest.split(");").next());
    let drawn = drawn.flat_map(|rest| match rest.starts_with('"') {
        true => quoted(rest).into_iter().take(1).collect::<Vec<_>>(),
        false => quoted(rest).into_iter().filter(|words| words.starts_with("button")).collect(),
    });
    let drawn = sorted(drawn.flat_map(str::split_whitespace).map(str::to_owned));
    let element = element();
    assert_eq!(sorted(texts(&element["cssParts"], "name").into_iter().map(str::to_owned)), drawn);
}

#[test]
fn its_themes_are_those_of_the_stylesheet() {
    let style = read("static/vendor-compare.css") + &read("static/later.css");
    let themes = style.split(":host([theme=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let element = element();
    let attributes = element["attributes"].as_array().cloned().unwrap_or_default();
    let theme = attributes.iter().find(|attribute| attribute["name"] == "theme").expect("the theme");
    let described = theme["type"]["text"].as_str().unwrap_or_default();
    assert_eq!(sorted(quoted(described)), sorted(themes));
}
