//! The commands with which the catalogue is kept: check, fmt, new, diff, stale, expiring, coverage, schema and the
//! rest, on copies of the fictional catalogue.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use serde_json::{Value as Json, json};

use super::{AS_OF, fixture, here, not_golden, printed, printed_json, refused, text};

/// A folder with a copy of the fictional catalogue in `data/`, in which commands are run.
struct Desk(PathBuf);

impl Desk {
    fn new(name: &str) -> Self {
        let desk = Path::new(env!("CARGO_TARGET_TMPDIR")).join("curating").join(name);
        let _ = fs::remove_dir_all(&desk);
        for part in ["data", "data/providers"] {
            let from = here("tests/fixtures/catalogue")
                .join(part.trim_start_matches("data").trim_start_matches('/'));
            fs::create_dir_all(desk.join(part)).unwrap();
            for entry in fs::read_dir(from).unwrap().map(Result::unwrap).filter(|e| e.path().is_file()) {
                fs::copy(entry.path(), desk.join(part).join(entry.file_name())).unwrap();
            }
        }
        Self(desk)
    }

    fn read(&self, file: &str) -> String {
        fs::read_to_string(self.0.join(file)).unwrap()
    }

    fn write(&self, file: &str, text: &str) {
        fs::write(self.0.join(file), text).unwrap();
    }

    /// Changes a file; what is to be replaced must be there.
    fn replace(&self, file: &str, old: &str, new: &str) {
        let before = self.read(file);
        assert!(before.contains(old), "{file} has no {old}");
        self.write(file, &before.replacen(old, new, 1));
    }

    fn run(&self, arguments: &[&str]) -> Output {
        self.run_on(AS_OF, arguments)
    }

    fn run_on(&self, day: &str, arguments: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_catalogue"));
        command.current_dir(&self.0).args(arguments).args(["--as-of", day]).output().unwrap()
    }

    /// What a call prints, and whether it says that all is well.
    fn said(&self, arguments: &[&str]) -> (String, bool) {
        let output = self.run(arguments);
        assert_eq!(text(&output.stderr), "", "{arguments:?}");
        (text(&output.stdout), output.status.success())
    }

    fn json(&self, arguments: &[&str]) -> Json {
        self.json_on(AS_OF, arguments)
    }

    fn json_on(&self, day: &str, arguments: &[&str]) -> Json {
        let output = self.run_on(day, &[arguments, &["--json"]].concat());
        assert_eq!(text(&output.stderr), "", "{arguments:?}");
        serde_json::from_slice(&output.stdout).unwrap()
    }
}

/// A vendor with each thing on which there is advice.
const DOUBTFUL: &str = r#"{
  "id": "yarrow",
  "name": "Yarrow",
  "kind": "vendor",
  "covers": ["data-location", "certificates", "retention", "availability"],
  "claims": [
    { "row": "cert-own", "state": "stated", "value": { "items": ["iso-27001"], "list": "open" }, "expires": "2026-11-21",
      "evidence": [{ "document": "yarrow-page", "section": "One", "statement": "It holds ISO 27001, among others." }] },
    { "row": "backup", "state": "planned", "planned_for": "November 2018", "planned_by": "2018-11-30",
      "evidence": [{ "document": "yarrow-page", "section": "Two", "statement": "Backups come in November 2018." }] },
    { "row": "geo", "state": "planned", "planned_for": "next year",
      "evidence": [{ "document": "yarrow-page", "section": "Two", "statement": "A second location comes next year." }] },
    { "row": "ret-backup", "state": "stated", "value": { "length": "P30D", "limit": "fixed", "counts": "backups" },
      "evidence": [{ "document": "yarrow-page", "section": "Two", "statement": "Kept for 30 days." }] },
    { "row": "ret-backup", "state": "stated", "value": { "length": "P35D", "limit": "fixed", "counts": "backups" },
      "evidence": [{ "document": "yarrow-page", "section": "Three", "statement": "Kept for 35 days." }] },
    { "row": "sla", "state": "no", "as_of": "2026-01-01",
      "evidence": [{ "document": "yarrow-page", "section": "Two", "statement": "None is promised." }] },
    { "row": "sla", "state": "no",
      "evidence": [{ "document": "yarrow-page", "section": "Four", "statement": "There is none." }] },
    { "row": "host", "state": "stated", "value": "nimbus", "scope": "the web",
      "evidence": [{ "document": "yarrow-page", "section": "Four", "statement": "The web is on Nimbus." }] },
    { "row": "host", "state": "no",
      "evidence": [{ "document": "yarrow-page", "section": "Four", "statement": "The rest has no host." }] }
  ]
}"#;

fn doubtful(name: &str) -> Desk {
    let desk = Desk::new(name);
    desk.write("data/providers/yarrow.json", DOUBTFUL);
    desk.replace(
        "data/documents.json",
        "\"documents\": [",
        "\"documents\": [ { \"id\": \"yarrow-page\", \"title\": \"Page\", \"publisher\": \"yarrow\" },
           { \"id\": \"yarrow-other\", \"title\": \"Other\", \"publisher\": \"yarrow\", \"date\": \"2026-01-01\" },",
    );
    desk
}

fn broken(name: &str) -> Desk {
    let desk = Desk::new(name);
    desk.replace("data/providers/acme.json", "\"NL\"", "\"NLD\"");
    desk.replace("data/providers/bolt.json", "\"state\": \"stated\"", "\"state\": \"sure\"");
    desk.write("data/providers/oak.json", "{ \"id\": \"oak\", \"name\": \"Oak, Inc\",, }");
    fs::write(desk.0.join("data/providers/yew.json"), b"{ \"id\": \"y\xffw\" }").unwrap();
    desk
}

fn golden(name: &str, said: &str) {
    let wrong = not_golden(name, said);
    assert!(wrong.is_none(), "{}", wrong.unwrap_or_default());
}

#[test]
fn the_real_catalogue_is_clean_and_in_its_layout() {
    let data = here("data").to_string_lossy().into_owned();
    let checked = printed_json(&["--data", &data, "check"]);
    assert_eq!(checked["errors"], json!([]));
    assert!(checked["claims"].as_u64().unwrap() >= 38);
    assert_eq!(printed(&["--data", &data, "fmt", "--check"]), "");
}

#[test]
fn check_shows_every_error_of_every_file_with_its_lines() {
    let desk = broken("errors");
    let (said, well) = desk.said(&["check", "--no-advice"]);
    assert!(!well);
    golden("check-errors", &said);
    let (said, well) = desk.said(&["check", "--no-advice", "--format", "github"]);
    assert!(!well);
    golden("check-github", &said);
    let (said, well) = desk.said(&["check", "--quiet"]);
    assert!(!well && said.lines().count() == 1 && said.contains(": 4 errors, "), "{said}");

    let answer = desk.json(&["check", "--format", "github"]);
    assert_eq!(answer, desk.json(&["check"]));
    let error = &answer["errors"][0];
    assert_eq!(
        (&error["file"], &error["path"]),
        (&json!("data/providers/acme.json"), &json!("claims[0].value.all[0]"))
    );
    assert!(error["line"].as_u64().unwrap() > 1 && error["column"].as_u64().unwrap() > 1);
    assert!(error["message"].as_str().unwrap().contains("NLD") && error["help"].is_string());
}

#[test]
fn check_gives_advice_and_advice_never_fails() {
    let desk = doubtful("advice");
    let (said, well) = desk.said(&["check"]);
    assert!(well);
    golden("check-advice", &said);
    let kinds = desk.json(&["check"])["advice"]
        .as_array()
        .unwrap()
        .iter()
        .map(|a| a["kind"].clone())
        .collect::<Vec<_>>();
    for kind in [
        "expired",
        "plan-passed",
        "plan-undated",
        "repeated",
        "disagreeing",
        "open-list",
        "undated-document",
        "uncited-document",
    ] {
        assert!(kinds.contains(&json!(kind)), "{kind} in {kinds:?}");
    }
    let (said, well) = desk.said(&["check", "--no-advice"]);
    assert!(well && said.lines().count() == 1 && said.contains("no errors, no pieces of advice"), "{said}");
    // On its last day a claim still holds.
    let expired = |day: &str| {
        let answer = desk.json_on(day, &["check", "data/providers/yarrow.json"]);
        answer["advice"].as_array().unwrap().iter().any(|advice| advice["kind"] == "expired")
    };
    assert!(!expired("2026-11-21") && expired("2026-11-22"));
}

#[test]
fn check_looks_at_one_profile_only_where_it_is_named() {
    let desk = broken("one-profile");
    let (said, well) = desk.said(&["check", "data/providers/cask.json", "--no-advice"]);
    assert!(well && said.starts_with("1 profile with "), "{said}");
    let (said, well) = desk.said(&["check", "data/providers/acme.json", "--no-advice"]);
    assert!(!well && said.contains("NLD") && !said.contains("oak"), "{said}");
    let (said, well) = desk.said(&["check", "data/providers"]);
    assert!(!well && said.starts_with("data/providers: cannot be read"), "{said}");
    // A copy under another name is not the profile of that id.
    fs::copy(desk.0.join("data/providers/cask.json"), desk.0.join("copy.json")).unwrap();
    let (said, well) = desk.said(&["check", "copy.json"]);
    assert!(!well && said.contains("the id \"cask\" is not the name of the file"), "{said}");
}

#[test]
fn fmt_writes_the_layout_once_and_loses_nothing() {
    let desk = doubtful("fmt");
    let (files, well) = desk.said(&["fmt", "--check"]);
    assert!(!well && files.contains("data/providers/yarrow.json\n"), "{files}");
    assert_eq!(desk.read("data/providers/yarrow.json"), DOUBTFUL, "--check writes nothing");
    assert_eq!(desk.said(&["fmt"]), (files, true));
    assert_eq!(desk.said(&["fmt"]), (String::new(), true));
    assert_eq!(desk.said(&["fmt", "--check"]), (String::new(), true));
    golden("fmt", &desk.read("data/providers/yarrow.json"));
    // Only the order of the claims is another.
    let claims = |text: &str| {
        let json: Json = serde_json::from_str(text).unwrap();
        let mut claims: Vec<String> = json["claims"].as_array().unwrap().iter().map(sorted).collect();
        claims.sort();
        claims
    };
    assert_eq!(claims(&desk.read("data/providers/yarrow.json")), claims(DOUBTFUL));
    assert!(desk.said(&["check"]).1);
}

/// A JSON text in which the order of the keys says nothing.
fn sorted(json: &Json) -> String {
    match json {
        Json::Object(members) => {
            let mut members: Vec<String> =
                members.iter().map(|(k, v)| format!("{k}:{}", sorted(v))).collect();
            members.sort();
            format!("{{{}}}", members.join(","))
        }
        Json::Array(items) => format!("[{}]", items.iter().map(sorted).collect::<Vec<_>>().join(",")),
        other => other.to_string(),
    }
}

#[test]
fn fmt_leaves_a_file_that_it_cannot_read() {
    let desk = broken("fmt-broken");
    let oak = desk.read("data/providers/oak.json");
    let output = desk.run(&["fmt"]);
    let said = text(&output.stderr);
    assert!(!output.status.success());
    // The country that does not exist is for the check; the layout does not need to know it.
    assert_eq!(said.lines().count(), 2, "{said}");
    assert!(said.starts_with("error: data/providers/oak.json:1:"), "{said}");
    assert!(said.contains("error: data/providers/yew.json:1:11: what stands here is not UTF-8"), "{said}");
    assert_eq!(desk.read("data/providers/oak.json"), oak);
}

#[test]
fn new_begins_a_profile_that_holds_and_asks_every_row() {
    let desk = Desk::new("new");
    let (profile, _) = desk.said(&["new", "elm-tree", "--name", "Elm \"Tree\""]);
    assert_eq!(
        profile,
        "{\n  \"id\": \"elm-tree\",\n  \"name\": \"Elm \\\"Tree\\\"\",\n  \"kind\": \"vendor\"\n}\n"
    );
    let (questions, _) = desk.said(&["new", "elm-tree", "--name", "Elm", "--questions", "--data", "data"]);
    golden("new-questions", &questions);

    let (files, _) =
        desk.said(&["new", "elm-tree", "--name", "Elm", "--provider", "--write", "--data", "data"]);
    assert_eq!(files, "data/providers/elm-tree.json\nelm-tree.questions.md\n");
    assert!(desk.read("data/providers/elm-tree.json").contains("\"provider\""));
    assert_eq!(desk.read("elm-tree.questions.md"), questions);
    assert!(desk.said(&["check"]).1);
    assert!(!desk.said(&["fmt", "--check"]).0.contains("elm-tree"));
    let rows: Json = serde_json::from_str(&desk.read("data/rows.json")).unwrap();
    for row in rows["sections"].as_array().unwrap().iter().flat_map(|s| s["rows"].as_array().unwrap()) {
        assert!(questions.contains(&format!("- [ ] `{}` ", row["id"].as_str().unwrap())), "{row}");
    }
}

#[test]
fn new_takes_the_place_of_nothing() {
    let desk = Desk::new("new-refused");
    for (arguments, expected) in [
        (&["new", "Elm", "--name", "Elm"][..], "\"Elm\" is not an id"),
        (&["new", "elm", "--name", " "], "the name is empty"),
        (&["new", "acme", "--name", "Acme", "--data", "data"], "there is a provider \"acme\" already"),
        (&["new", "oak", "--name", "Oak", "--write"], "oak.questions.md: there is such a file already"),
    ] {
        desk.write("oak.questions.md", "mine");
        let output = desk.run(arguments);
        assert!(
            !output.status.success() && text(&output.stderr).contains(expected),
            "{}",
            text(&output.stderr)
        );
    }
    assert_eq!(desk.read("oak.questions.md"), "mine");
    assert!(!desk.0.join("data/providers/oak.json").exists());
}

/// The fictional catalogue, and a later version of it.
fn two_versions(name: &str) -> Desk {
    let desk = Desk::new(name);
    let later = Desk::new(&format!("{name}/later"));
    assert_eq!(desk.0.join("later"), later.0);
    later.replace("data/providers/acme.json", "\"P30D\"", "\"P20D\"");
    later.replace("data/providers/acme.json", "\"name\": \"Acme\"", "\"name\": \"Acme_2\"");
    later.replace("data/providers/bolt.json", "\"expires\": \"2025-12-31\"", "\"expires\": \"2028-12-31\"");
    later.replace("data/providers/bolt.json", "Data is in Germany", "All data is in Germany");
    let cask = later.read("data/providers/cask.json");
    let mut profile: Json = serde_json::from_str(&cask).unwrap();
    profile["claims"].as_array_mut().unwrap().remove(0);
    later.write("data/providers/cask.json", &profile.to_string());
    fs::remove_file(later.0.join("data/providers/dove.json")).unwrap();
    let mut documents: Json = serde_json::from_str(&later.read("data/documents.json")).unwrap();
    documents["documents"].as_array_mut().unwrap().retain(|d| d["publisher"] != "dove");
    later.write("data/documents.json", &documents.to_string());
    later.write(
        "data/providers/yarrow.json",
        "{ \"id\": \"yarrow\", \"name\": \"Yarrow\", \"kind\": \"vendor\" }",
    );
    desk
}

#[test]
fn diff_tells_what_changed_for_a_buyer() {
    let desk = two_versions("diff");
    golden("diff", &desk.said(&["diff", "data", "later/data"]).0);
    golden("diff-markdown", &desk.said(&["diff", "data", "later/data", "--format", "markdown"]).0);
    let answer = desk.json(&["diff", "data", "later/data"]);
    let acme = &answer["providers"][0];
    assert_eq!((&acme["provider"], &acme["change"]), (&json!("acme"), &json!("changed")));
    let claim = &acme["claims"][0];
    assert_eq!((&claim["row"], &claim["change"]), (&json!("ret-backup"), &json!("changed")));
    assert_eq!(claim["fields"], json!([{ "field": "value", "old": "30 days", "new": "20 days" }]));
    assert_eq!(
        (&claim["old"]["value"]["length"], &claim["new"]["value"]["length"]),
        (&json!("P30D"), &json!("P20D"))
    );

    assert_eq!(desk.said(&["diff", "data", "data"]).0, "Nothing changed for a buyer.\n");
    assert_eq!(desk.json(&["diff", "data", "data"]), json!({ "providers": [] }));
}

#[test]
fn diff_takes_two_versions_of_a_profile() {
    let desk = two_versions("diff-profile");
    // Whatever the older one is called.
    fs::copy(desk.0.join("data/providers/bolt.json"), desk.0.join("was.json")).unwrap();
    let (said, _) = desk.said(&["diff", "was.json", "later/data/providers/bolt.json"]);
    assert!(
        said.starts_with("~ Bolt (bolt)\n") && said.contains("expires: 2025-12-31 → 2028-12-31"),
        "{said}"
    );
    assert!(!said.contains("Acme"), "{said}");
    desk.write("was.json", "{ \"id\": ");
    let output = desk.run(&["diff", "was.json", "later/data/providers/bolt.json"]);
    assert!(!output.status.success() && text(&output.stderr).starts_with("error: was.json:1:"));
}

#[test]
fn stale_and_expiring_list_claims_by_their_day() {
    let desk = doubtful("dated");
    golden("stale", &desk.said(&["stale", "--older-than", "P1Y", "--data", "data"]).0);
    golden("expiring", &desk.said(&["expiring", "--within", "P6M", "--data", "data"]).0);
    let stale = desk.json(&["stale", "--older-than", "P20M", "--data", "data"]);
    assert_eq!(stale["before"], "2025-03-22");
    let days = |list: &Json| list.as_array().unwrap().iter().map(|c| c["day"].clone()).collect::<Vec<_>>();
    assert!(days(&stale["stale"]).iter().all(|day| day.as_str().unwrap() < "2025-03-22"));
    assert!(days(&stale["age_unknown"]).iter().all(Json::is_null));
    // A claim that was confirmed is as old as that, whatever its document.
    let unknown = stale["age_unknown"].as_array().unwrap();
    let yarrow = unknown.iter().filter(|c| c["provider"] == "yarrow" && c["row"] == "sla").count();
    assert_eq!(yarrow, 1, "one of the two has as_of");
    assert_eq!(desk.json(&["expiring", "--within", "PT1H", "--data", "data"])["until"], AS_OF);

    let said = refused(&["stale", "--older-than", "18 months"]);
    assert!(said.contains("did you mean P18M?"), "{said}");
    let said = refused(&["expiring", "--within", "P9999Y"]);
    assert!(said.contains("give a shorter time"), "{said}");
    // The day has two names and is one option.
    assert_eq!(printed(&["stale", "--on", AS_OF]), printed(&["--as-of", AS_OF, "stale"]));
}

#[test]
fn coverage_accounts_for_every_row() {
    for data in [here("data").to_string_lossy().into_owned(), fixture()] {
        let answer = printed_json(&["--data", &data, "coverage", "--rows"]);
        let rows = answer["rows"].as_u64().unwrap();
        for (vendor, coverage) in answer["vendors"].as_object().unwrap() {
            let counts = coverage["counts"].as_object().unwrap();
            assert_eq!(counts.values().map(|n| n.as_u64().unwrap()).sum::<u64>(), rows, "{vendor}");
            assert_eq!(coverage["rows"].as_object().unwrap().len() as u64, rows, "{vendor}");
        }
    }
    golden("coverage", &printed(&["--data", &fixture(), "coverage", "bolt", "--rows"]));
    let said = refused(&["coverage", "witvio"]);
    assert!(said.contains("did you mean \"witivio\"?"), "{said}");
}

#[test]
fn schema_prints_what_is_committed() {
    for name in ["profile", "rows", "certifications", "places", "documents", "catalogue"] {
        let committed = fs::read_to_string(here("docs/schema").join(format!("{name}.json"))).unwrap();
        assert_eq!(printed(&["schema", name]), committed, "{name}");
    }
    assert!(refused(&["schema", "profiles"]).contains("profile"));
}

#[test]
fn shells_and_the_manual_know_every_command() {
    let help = printed(&["--help"]);
    let commands =
        help.lines().skip_while(|line| *line != "Commands:").skip(1).take_while(|line| !line.is_empty());
    let commands: Vec<&str> = commands.filter_map(|line| line.split_whitespace().next()).collect();
    assert!(commands.len() >= 13, "{commands:?}");
    let manual = printed(&["man"]);
    for command in &commands {
        assert!(manual.contains(&format!("catalogue\\-{command}")), "{command}");
        assert!(printed(&["man", command]).contains(".SH SYNOPSIS"), "{command}");
    }
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let script = printed(&["completions", shell]);
        assert!(commands.iter().all(|command| script.contains(command)), "{shell}");
    }
    assert!(refused(&["man", "chekc"]).contains("did you mean \"check\"?"));
}
