//! The built `catalogue` program, as people and scripts call it.
//!
//! `tests/command_line/<name>.txt` holds the plain-text answers; `UPDATE_GOLDEN=1` writes them anew.
#![cfg(not(target_arch = "wasm32"))]

mod bundle;
mod curating;
mod normalise;
mod record;
mod r#static;

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use serde_json::{Value as Json, json};

const AS_OF: &str = "2026-11-22";

fn here(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn fixture() -> String {
    here("tests/fixtures/catalogue").to_string_lossy().into_owned()
}

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_catalogue")).args(arguments).output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// What a call prints; it must succeed and complain about nothing.
fn printed(arguments: &[&str]) -> String {
    let output = run(arguments);
    assert!(output.status.success(), "{arguments:?}: {}", text(&output.stderr));
    assert_eq!(text(&output.stderr), "", "{arguments:?}");
    text(&output.stdout)
}

fn printed_json(arguments: &[&str]) -> Json {
    let text = printed(&[arguments, &["--json", "--as-of", AS_OF]].concat());
    assert!(text.ends_with("}\n"));
    serde_json::from_str(&text).unwrap()
}

/// What a call complains about; it must fail and answer nothing.
fn refused(arguments: &[&str]) -> String {
    let output = run(arguments);
    assert!(!output.status.success(), "{arguments:?}");
    assert_eq!(text(&output.stdout), "", "{arguments:?}");
    text(&output.stderr)
}

fn sorted(list: &Json) -> Vec<String> {
    let mut ids: Vec<String> =
        list.as_array().unwrap().iter().map(|id| id.as_str().unwrap().into()).collect();
    ids.sort();
    ids
}

fn groups(requirements: &str) -> [Vec<String>; 3] {
    let answer = printed_json(&["evaluate", requirements]);
    ["meets", "cannot_tell", "does_not_meet"].map(|group| sorted(&answer[group]))
}

#[test]
fn the_five_answers() {
    const NOBODY: &[&str] = &[];
    for (requirements, meets, cannot_tell, does_not_meet) in [
        ("region in EEA", &["wflow"][..], &["avid", "witivio"][..], &["moodtalk"][..]),
        ("cert has iso-27001", NOBODY, &["avid", "moodtalk", "wflow"], &["witivio"]),
        ("cert@host has iso-27001", &["moodtalk", "wflow", "witivio"], &["avid"], NOBODY),
        ("ret-backup <= P30D", NOBODY, &["avid", "moodtalk", "witivio"], &["wflow"]),
        ("ret-backup <= P60D", &["wflow"], &["avid", "moodtalk", "witivio"], NOBODY),
    ] {
        assert_eq!(groups(requirements), [meets, cannot_tell, does_not_meet], "{requirements}");
    }
}

#[test]
fn evaluate_gives_reasons_and_evidence() {
    let answer = printed_json(&["evaluate", "region in EEA;ret-backup<=P30D"]);
    assert_eq!(answer["as_of"], AS_OF);
    assert_eq!(answer["requirements"], json!(["region in EEA", "ret-backup <= P30D"]));
    let wflow = &answer["reasons"]["wflow"];
    assert_eq!(wflow[0]["verdict"], "meets");
    assert_eq!(wflow[1]["verdict"], "does_not_meet");
    assert_eq!(wflow[1]["requirement"], "ret-backup <= P30D");
    assert_eq!(wflow[1]["reasons"], json!(["Backups kept: 35 days; asked: at most 30 days"]));
    assert_eq!(wflow[1]["evidence"][0]["document"], "wflow-architecture-security");
    // Every vendor that meets or does not meet can show where it is said.
    for (vendor, findings) in answer["reasons"].as_object().unwrap() {
        for finding in findings.as_array().unwrap() {
            assert!(!finding["reasons"].as_array().unwrap().is_empty(), "{vendor}");
            let certain = finding["verdict"] != "cannot_tell";
            assert!(!certain || !finding["evidence"].as_array().unwrap().is_empty(), "{vendor}: {finding}");
        }
    }
}

#[test]
fn show_gives_state_value_holder_and_evidence() {
    let shown = printed_json(&["show", "wflow", "ret-backup"]);
    assert_eq!(
        (&shown["provider"], &shown["row"], &shown["type"]),
        (&json!("wflow"), &json!("ret-backup"), &json!("duration"))
    );
    assert_eq!(shown["read"], true);
    let claim = &shown["claims"][0];
    assert_eq!((&claim["state"], &claim["holder"]), (&json!("stated"), &json!("wflow")));
    assert_eq!(claim["value"]["length"], "P35D");
    assert_eq!(claim["evidence"][0]["section"], "Where do we store your data");
    assert_eq!(claim["evidence"][0]["said_by"], "wflow");

    let cited = printed_json(&["show", "witivio", "cert-host"]);
    assert_eq!(
        (&cited["claims"][0]["state"], &cited["claims"][0]["holder"]),
        (&json!("inherited"), &json!("azure"))
    );
    assert_eq!(cited["claims"][0]["value"]["list"], "open");

    let silent = printed_json(&["show", "avid", "ret-backup"]);
    assert_eq!((&silent["read"], &silent["claims"]), (&json!(true), &json!([])));
    let unread = printed_json(&["--data", &fixture(), "show", "cask", "sla"]);
    assert_eq!((&unread["read"], &unread["claims"]), (&json!(false), &json!([])));
    let derived = printed_json(&["show", "witivio", "eu-only"]);
    assert_eq!(derived.get("derived"), Some(&Json::Null));
    assert_eq!(printed_json(&["show", "wflow", "eu-only"])["derived"], "yes");
    assert_eq!(printed_json(&["show", "moodtalk", "eu-only"])["derived"], "no");
}

#[test]
fn compare_gives_the_matrix() {
    let matrix = printed_json(&["compare", "witivio", "wflow"]);
    assert_eq!((&matrix["as_of"], &matrix["vendors"]), (&json!(AS_OF), &json!(["witivio", "wflow"])));
    let rows: Vec<&Json> =
        matrix["sections"].as_array().unwrap().iter().flat_map(|s| s["rows"].as_array().unwrap()).collect();
    let row = |id: &str| *rows.iter().find(|row| row["row"] == id).unwrap();
    assert_eq!(row("region-primary")["difference"], "differs");
    assert_eq!(row("host")["difference"], "same");
    assert_eq!(row("ret-personal")["difference"], "only-one-states");
    assert_eq!(row("ret-logs")["difference"], "nobody-states");
    assert_eq!(row("cert-own")["cells"]["witivio"]["claims"][0]["state"], "no");
    assert_eq!(row("cert-own")["cells"]["wflow"]["claims"], json!([]));
    let all = printed_json(&["compare", "avid", "moodtalk", "wflow", "witivio"]);
    assert_eq!(all["vendors"], json!(["avid", "moodtalk", "wflow", "witivio"]));
}

#[test]
fn the_day_decides_what_has_run_out_and_who_is_a_member() {
    let fixture = fixture();
    let on = |day: &str, requirement: &str| {
        let text = printed(&["--data", &fixture, "--as-of", day, "--json", "evaluate", requirement]);
        serde_json::from_str::<Json>(&text).unwrap()
    };
    assert_eq!(sorted(&on("2025-12-31", "cert has iso-27001")["meets"]), ["acme", "bolt"]);
    assert_eq!(sorted(&on("2026-01-01", "cert has iso-27001")["meets"]), ["acme"]);
    assert_eq!(sorted(&on("2027-04-01", "cert has iso-27001")["meets"]), [""; 0]);
    assert_eq!(sorted(&on("2019-12-31", "region-ai in EEA")["meets"]), ["acme", "bolt"]);
    assert_eq!(sorted(&on("2021-01-01", "region-ai in EEA")["meets"]), ["acme"]);
    let planned = |day| on(day, "deploy-approval >= 2")["reasons"]["bolt"][0]["reasons"][0].clone();
    assert_eq!(planned("2026-11-22"), "Approvals: planned for 2028");
    assert_eq!(planned("2029-01-01"), "Approvals: planned for 2028; that date has passed");
}

#[test]
fn today_is_the_day_without_a_day() {
    let answer: Json = serde_json::from_str(&printed(&["evaluate", "region in EEA", "--json"])).unwrap();
    assert!(answer["as_of"].as_str().unwrap() >= "2026");
}

#[test]
fn another_folder_takes_the_place_of_the_built_in_catalogue() {
    let answer = printed_json(&["--data", &fixture(), "evaluate", "region in EEA"]);
    assert_eq!(sorted(&answer["meets"]), ["acme", "dove"]);
    let said = refused(&["--data", "/nowhere", "evaluate", "region in EEA"]);
    assert!(said.contains("error: nowhere/rows.json: cannot be read"), "{said}");
}

#[test]
fn mistakes_are_named_with_a_remedy() {
    for (arguments, expected) in [
        (
            &["show", "wflwo", "ret-backup"][..],
            &["there is no provider \"wflwo\"", "did you mean \"wflow\"?"][..],
        ),
        (
            &["show", "wflow", "ret-backups"],
            &["there is no row \"ret-backups\"", "did you mean \"ret-backup\"?"],
        ),
        (&["compare", "wflow", "witvio"], &["there is no provider \"witvio\"", "did you mean \"witivio\"?"]),
        (&["compare", "wflow", "wflow"], &["wflow is named twice"]),
        (&["compare", "wflow"], &["2"]),
        (&["evaluate", "region in Irland"], &["at character 11", "\"Irland\"", "did you mean \"IE\"?"]),
        (&["evaluate", "cert has iso27001"], &["at character 10", "did you mean \"iso-27001\"?"]),
        (&["evaluate", "ret-backup <= 30 days"], &["at character 15", "P30D"]),
        (&["evaluate", "region in EEA; sla >= 101"], &["at character 23", "percentage"]),
        (&["evaluate", "regionn in EEA"], &["at character 1", "did you mean \"region\"?"]),
        (&["--as-of", "22.11.2026", "evaluate", "region in EEA"], &["YYYY-MM-DD"]),
    ] {
        let said = refused(arguments);
        for part in expected {
            assert!(said.contains(part), "{arguments:?}: {said}");
        }
    }
    // Each mistake has its line.
    let said = refused(&["evaluate", "region in Irland; cert has iso27001; ret-backup <= P30D"]);
    assert_eq!(said.lines().count(), 2, "{said}");
    assert!(said.lines().all(|line| line.starts_with("error: at character ")));
}

#[test]
fn plain_answers_read_as_expected() {
    let fixture = fixture();
    let mut wrong = Vec::new();
    for (name, arguments) in [
        ("evaluate", &["evaluate", "region in EEA; cert@host has iso-27001; ret-backup <= P60D"][..]),
        ("evaluate-nothing", &["evaluate", ""]),
        ("show", &["show", "moodtalk", "cert-host"]),
        ("show-picture", &["show", "witivio", "ret-backup"]),
        ("show-derived", &["show", "wflow", "eu-only"]),
        ("compare", &["--data", &fixture, "compare", "acme", "bolt", "cask"]),
    ] {
        let said = printed(&[arguments, &["--as-of", AS_OF]].concat());
        wrong.extend(not_golden(name, &said));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What differs from `tests/command_line/<name>.txt`.
fn not_golden(name: &str, said: &str) -> Option<String> {
    let golden = here("tests/command_line").join(format!("{name}.txt"));
    if env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(&golden, said).unwrap();
    }
    let expected = fs::read_to_string(&golden).unwrap_or_default();
    (said != expected).then(|| format!("{name}\nexpected:\n{expected}\nsaid:\n{said}"))
}
