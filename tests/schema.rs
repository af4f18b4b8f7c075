//! The JSON Schemas in `docs/schema`: they are what the program says, they are schemas, they accept `data/`, and they
//! refuse what a schema can refuse. `UPDATE_GOLDEN=1` writes them anew.
#![cfg(not(target_arch = "wasm32"))]

use std::{
    env, fs,
    path::{Path, PathBuf},
    sync::LazyLock,
};

use jsonschema::{Validator, draft202012};
use serde_json::Value as Json;
use vendor_compare::curation::schema::{SUBJECTS, Subject};

/// Cases that only the check finds: they take what other files say, or what a schema has no words for.
const BEYOND_A_SCHEMA: [&str; 40] = [
    "bad-date-value",
    "certificate-by-its-alias",
    "duplicate-alias",
    "duplicate-certification",
    "duplicate-document",
    "duplicate-edition",
    "duplicate-key",
    "duplicate-key-in-a-value",
    "duplicate-key-in-another-spelling",
    "duplicate-place",
    "duplicate-row",
    "duration-beyond-measure",
    "group-as-a-value",
    "group-named-like-a-place",
    "holder-is-itself",
    "id-is-not-the-file-name",
    "includes-an-unknown-group",
    "includes-itself",
    "ledger-misspelt-section",
    "ledger-section-passed-over",
    "ledger-section-twice",
    "ledger-silent-but-cited",
    "member-twice-at-a-time",
    "membership-ends-before-it-begins",
    "misspelt-certificate",
    "no-rows",
    "same-letters",
    "section-not-covered",
    "unknown-certificate",
    "unknown-country-code",
    "unknown-document",
    "unknown-holder",
    "unknown-kind-of-yes",
    "unknown-provider-value",
    "unknown-publisher",
    "unknown-row",
    "unknown-row-in-exists-if",
    "unknown-section",
    "unknown-voice",
    "yes-as-text",
];

fn here(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn schema(name: &str) -> Json {
    SUBJECTS.iter().find(|subject| subject.name == name).unwrap().schema()
}

fn validator(name: &str) -> &'static Validator {
    static VALIDATORS: LazyLock<Vec<(&str, Validator)>> = LazyLock::new(|| {
        let validator = |subject: &Subject| (subject.name, draft202012::new(&subject.schema()).unwrap());
        SUBJECTS.iter().map(validator).collect()
    });
    &VALIDATORS.iter().find(|(known, _)| *known == name).unwrap().1
}

fn json(path: &Path) -> Option<Json> {
    serde_json::from_slice(&fs::read(path).unwrap()).ok()
}

/// The schema of `providers/acme.json` is that of a profile, that of `rows.json` is `rows`.
fn schema_of(file: &str) -> &str {
    if file.starts_with("providers") { "profile" } else { file.strip_suffix(".json").unwrap() }
}

#[test]
fn the_committed_schemas_are_current() {
    for subject in SUBJECTS {
        let path = here("docs/schema").join(format!("{}.json", subject.name));
        let text = format!("{:#}\n", subject.schema());
        if env::var_os("UPDATE_GOLDEN").is_some() {
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(&path, &text).unwrap();
        }
        let committed = fs::read_to_string(&path).unwrap_or_default();
        assert!(committed == text, "{}: UPDATE_GOLDEN=1 cargo test --test schema", path.display());
    }
}

#[test]
fn they_are_schemas_and_say_what_each_member_is() {
    for subject in SUBJECTS {
        let schema = subject.schema();
        draft202012::meta::validate(&schema).unwrap_or_else(|error| panic!("{}: {error}", subject.name));
    }
    let profile = schema("profile");
    let said = &profile["$defs"]["EvidenceSource"]["properties"]["statement"]["description"];
    assert_eq!(said, "What it says, in our words.");
    assert!(!profile.to_string().contains("super::"), "a link of the documentation is no description");
}

#[test]
fn they_accept_the_data() {
    let folders = ["data", "tests/fixtures/catalogue", "tests/broken/base"];
    let mut seen = 0;
    for folder in folders.map(here) {
        for part in [".", "providers"] {
            for entry in fs::read_dir(folder.join(part)).unwrap().map(Result::unwrap) {
                let name = format!("{part}/{}", entry.file_name().to_string_lossy());
                let name = name.trim_start_matches("./");
                let Some(value) = name.ends_with(".json").then(|| json(&entry.path())).flatten() else {
                    continue;
                };
                let result = validator(schema_of(name));
                let errors: Vec<String> =
                    result.iter_errors(&value).map(|e| format!("{}: {e}", e.instance_path())).collect();
                assert!(errors.is_empty(), "{}: {errors:#?}", entry.path().display());
                seen += 1;
            }
        }
    }
    assert!(seen >= 20, "{seen}");
}

#[test]
fn they_accept_a_record_and_the_project_in_it() {
    let record = json(&here("tests/command_line/record-json.txt")).unwrap();
    for (name, value) in [("record", &record), ("project", &record["project"])] {
        let errors: Vec<String> =
            validator(name).iter_errors(value).map(|e| format!("{}: {e}", e.instance_path())).collect();
        assert!(errors.is_empty(), "{name}: {errors:#?}");
    }
    assert!(!validator("project").is_valid(&record));
}

#[test]
fn they_refuse_what_a_schema_can_refuse() {
    let mut accepted = Vec::new();
    for entry in fs::read_dir(here("tests/broken/cases")).unwrap().map(Result::unwrap) {
        let name = entry.file_name().into_string().unwrap();
        let Some((case, file)) = name.strip_suffix(".json").and_then(|name| name.split_once('.')) else {
            continue;
        };
        // What is not JSON is no matter of a schema.
        let Some(value) = json(&entry.path()) else { continue };
        let file = format!("{}.json", file.replace('.', "/"));
        if validator(schema_of(&file)).is_valid(&value) {
            accepted.push(case.to_owned());
        }
    }
    accepted.sort();
    assert_eq!(accepted, BEYOND_A_SCHEMA);
}
