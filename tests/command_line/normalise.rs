//! `catalogue normalise`, as it is called. How well it reads is tested in `tests/normalise.rs`.

use std::{
    io::Write,
    process::{Command, Stdio},
};

use serde_json::{Value as Json, json};

use super::{here, not_golden, printed, refused, text};

/// What a call prints on the registry of the project.
fn normalised(arguments: &[&str]) -> String {
    let data = here("data").to_string_lossy().into_owned();
    printed(&[&["--data", &data, "normalise"], arguments].concat())
}

fn sheet() -> String {
    here("tests/fixtures/normalise/sheet.csv").to_string_lossy().into_owned()
}

#[test]
fn a_sheet_is_read_column_by_column() {
    let sheet = sheet();
    let read = |kind: &str, column: &str, format: &str| {
        normalised(&[kind, "--from", &sheet, "--column", column, "--format", format])
    };
    let all = [
        ("normalise", read("certifications", "certificates", "table")),
        ("normalise-csv", read("places", "hosting", "csv")),
        ("normalise-durations", read("durations", "retention", "table")),
    ];
    let wrong: Vec<String> = all.iter().filter_map(|(name, said)| not_golden(name, said)).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn texts_are_read_from_the_line() {
    let json: Json =
        serde_json::from_str(&normalised(&["certifications", "SOC 2+", "soc-2", "--json"])).unwrap();
    let [doubtful, sure] = [0, 1].map(|index| &json["readings"][index]["found"][0]);
    assert_eq!((&doubtful["id"], &doubtful["confidence"]), (&json!("soc-2"), &json!("likely")));
    assert_eq!(doubtful["doubts"], json!(["what follows the name is no known edition"]));
    assert_eq!((&sure["confidence"], &sure["doubts"]), (&json!("exact"), &json!([])));
}

#[test]
fn lines_are_read_from_the_standard_input() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_catalogue"));
    command.args(["normalise", "durations", "--json", "--data"]).arg(here("data"));
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(b"35 days\n\nforever\n").unwrap();
    let said: Json = serde_json::from_str(&text(&child.wait_with_output().unwrap().stdout)).unwrap();
    assert_eq!(said["readings"][0]["found"][0]["id"], "P35D");
    assert_eq!(
        said["readings"][1],
        json!({ "row": 3, "column": null, "text": "forever", "found": [], "not_understood": ["forever"] })
    );
}

#[test]
fn what_cannot_be_read_is_refused_with_a_remedy() {
    let (data, sheet) = (here("data").to_string_lossy().into_owned(), sheet());
    let refused =
        |arguments: &[&str]| refused(&[&["--data", &data, "normalise", "places"], arguments].concat());
    assert!(refused(&["--from", &sheet, "--column", "hostings"]).contains("did you mean \"hosting\"?"));
    assert!(refused(&["--from", "/nowhere.csv"]).contains("cannot be read"));
    assert!(refused(&["--from", &sheet, "--form", "json"]).contains("sheet.csv: "));
    assert!(refused(&["NL", "--from", &sheet]).contains("cannot be used with"));
}
