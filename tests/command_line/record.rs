//! Decision records and questions to vendors.

use std::{
    fs,
    path::PathBuf,
    process,
    sync::atomic::{AtomicUsize, Ordering},
};

use serde_json::{Value as Json, json};

use super::{AS_OF, fixture, not_golden, printed, refused, run, text};

const REQUIREMENTS: &str = "region in EEA; cert has iso-27001; ret-backup <= P30D";

/// A file that goes away with the test.
struct Temporary(PathBuf);

impl Temporary {
    fn new(name: &str, text: &str) -> Self {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let unique = format!("{}-{}", process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let path = std::env::temp_dir().join(format!("vendor-compare-{unique}-{name}"));
        fs::write(&path, text).unwrap();
        Self(path)
    }

    fn path(&self) -> &str {
        self.0.to_str().unwrap()
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.0);
    }
}

/// A call on the fictional catalogue, on a fixed day.
fn asked(arguments: &[&str]) -> String {
    printed(&[&["--data", &fixture(), "--as-of", AS_OF], arguments].concat())
}

fn project() -> Temporary {
    let project = json!({
        "kind": "vendor-compare project",
        "format": 1,
        "title": "Backups | 2026",
        "author": "Jo <Doe>",
        "requirements": REQUIREMENTS,
        "notes": [{ "vendor": "dove", "text": "They *answer* quickly." }],
        "questions": [{ "key": "elm:region-primary", "text": "Where exactly do you run?" }],
        "answers": [{
            "vendor": "dove", "row": "region-backup", "state": "stated", "value": { "all": ["IE"] },
            "statement": "The backups are in Ireland.", "answered_by": "the support of Dove", "date": "2026-11-02",
        }],
        "profiles": [{ "id": "gale", "name": "=Gale", "kind": "vendor", "covers": ["retention"] }],
    });
    Temporary::new("project.json", &project.to_string())
}

fn record(format: &str) -> String {
    asked(&["record", "--project", project().path(), "--made", AS_OF, "--format", format])
}

#[test]
fn a_record_reads_as_expected_in_every_form() {
    let mut wrong = Vec::new();
    for format in ["json", "html", "markdown", "csv"] {
        wrong.extend(not_golden(&format!("record-{format}"), &record(format)));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn questions_read_as_expected_in_every_form() {
    let mut wrong = Vec::new();
    for format in ["text", "markdown", "csv", "email", "json"] {
        let said = asked(&["questions", "--project", project().path(), "--format", format]);
        wrong.extend(not_golden(&format!("questions-{format}"), &said));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(asked(&["questions", ""]), "Nothing is open.\n");
}

#[test]
fn an_opened_record_says_that_nothing_has_changed() {
    for format in ["json", "html"] {
        let file = Temporary::new(&format!("same.{format}"), &record(format));
        let said: Json = serde_json::from_str(&asked(&["record", "open", file.path(), "--json"])).unwrap();
        assert_eq!(said["same_catalogue"], true);
        assert_eq!([&said["claims"], &said["moved"], &said["problems"]], [&json!([]); 3]);
    }
}

#[test]
fn an_opened_record_names_what_has_changed() {
    let mut changed: Json = serde_json::from_str(&record("json")).unwrap();
    changed["catalogue"]["sha256"] = json!("another");
    // As if Acme had kept its backups for longer when the record was made.
    let acme = changed["vendors"].as_array_mut().unwrap().iter_mut().find(|v| v["id"] == "acme").unwrap();
    acme["outcome"] = json!("does_not_meet");
    let claims = acme["claims"].as_array_mut().unwrap();
    let backups = claims.iter_mut().find(|claim| claim["claim"]["row"] == "ret-backup").unwrap();
    backups["claim"]["value"]["length"] = json!("P90D");
    backups["words"] = json!("90 days");
    let file = Temporary::new("changed.json", &changed.to_string());
    let said = asked(&["record", "open", file.path()]);
    let wrong = not_golden("record-open", &said);
    assert!(wrong.is_none(), "{}", wrong.unwrap_or_default());
}

#[test]
fn a_record_is_written_into_a_file_and_opened_from_there() {
    let file = Temporary::new("written.json", "");
    let said = asked(&["record", REQUIREMENTS, "--made", AS_OF, "-o", file.path()]);
    assert_eq!(said, format!("Written to {}.\n", file.path()));
    let written = fs::read_to_string(file.path()).unwrap();
    assert_eq!(written, asked(&["record", REQUIREMENTS, "--made", AS_OF]));
    // What is restored from it gives the same record.
    assert_eq!(written, asked(&["record", "--project", file.path(), "--made", AS_OF]));
}

#[test]
fn what_cannot_be_opened_is_told_and_what_has_no_effect_is_noted() {
    let project =
        Temporary::new("gone.json", r#"{"kind":"vendor-compare project","format":1,"compared":["gone"]}"#);
    assert!(refused(&["record", "open", project.path()]).contains("this is a project, not a record"));
    assert!(refused(&["record", "open", "/nowhere.json"]).contains("cannot be read"));
    assert!(refused(&["record", "region in Irland"]).contains("at character 11"));
    assert!(refused(&["record", "", "-o", "/nowhere/record.json"]).contains("cannot be written"));
    let output = run(&["questions", "--project", project.path()]);
    assert!(output.status.success());
    let said = text(&output.stderr);
    assert!(said.contains(":1:57: compared[0]: there is no provider \"gone\"; it is kept"), "{said}");
}
