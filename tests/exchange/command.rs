//! The commands, as people call them.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use crate::{SOURCE, here};

fn run(arguments: &[&str]) -> Output {
    let data = here("tests/fixtures/catalogue");
    Command::new(env!("CARGO_BIN_EXE_catalogue")).arg("--data").arg(data).args(arguments).output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// An empty folder for one test.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("exchange").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn shown(path: &Path) -> &str {
    path.to_str().unwrap()
}

#[test]
fn what_is_exported_is_imported_again() {
    let folder = folder("round-trip");
    for format in ["json", "csv"] {
        for providers in [&["acme"][..], &["acme", "cask"], &[]] {
            let file = folder.join(format!("out.{format}"));
            let exported = run(&[&["export", "--format", format], providers].concat());
            assert!(exported.status.success(), "{}", text(&exported.stderr));
            fs::write(&file, &exported.stdout).unwrap();
            let into = folder.join(format!("{format}-{}", providers.len()));
            fs::create_dir(&into).unwrap();
            let imported = run(&["import", shown(&file), "--into", shown(&into)]);
            assert!(imported.status.success(), "{}", text(&imported.stderr));
            let count = if providers.is_empty() { SOURCE.providers.len() } else { providers.len() };
            assert_eq!(text(&imported.stdout).lines().count(), count);
            let read = |path: PathBuf| -> serde_json::Value {
                serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
            };
            let fixture = here("tests/fixtures/catalogue/providers/acme.json");
            assert_eq!(read(into.join("acme.json")), read(fixture), "{format}");
        }
    }
}

#[test]
fn bad_lines_fail_and_good_ones_are_printed() {
    let file = folder("bad-lines").join("claims.csv");
    let lines = "provider,row,state,value,document,section,statement\n\
                 acme,geo,no,,acme-trust,Hosting,There is none.\n\
                 acme,sla,stated,much,acme-trust,Availability,A number.\n";
    fs::write(&file, lines).unwrap();
    let output = run(&["import", shown(&file)]);
    assert!(!output.status.success());
    assert!(text(&output.stdout).contains("\"geo\"") && !text(&output.stdout).contains("\"sla\""));
    let said = text(&output.stderr);
    assert!(
        said.starts_with("error: ") && said.contains("claims.csv:3:4: value: \"much\" is no percentage"),
        "{said}"
    );
}

#[test]
fn nobodys_work_is_overwritten() {
    let folder = folder("overwrite");
    let file = folder.join("acme.json");
    fs::write(&file, "mine").unwrap();
    let fixture = here("tests/fixtures/catalogue/providers/acme.json");
    let output = run(&["import", shown(&fixture), "--into", shown(&folder)]);
    assert!(!output.status.success() && text(&output.stderr).contains("cannot write"), "{output:?}");
    assert_eq!(fs::read_to_string(file).unwrap(), "mine");
}

#[test]
fn mistakes_are_named_with_a_remedy() {
    for (arguments, expected) in [
        (&["export", "acmee"][..], "did you mean \"acme\"?"),
        (&["import", "/nowhere.csv"], "/nowhere.csv: cannot read it"),
        (&["import", "/nowhere.json"], "/nowhere.json: cannot be read"),
        (&["export", "--format", "xml"], "possible values: json, csv"),
    ] {
        let output = run(arguments);
        assert!(!output.status.success(), "{arguments:?}");
        assert!(text(&output.stderr).contains(expected), "{arguments:?}: {}", text(&output.stderr));
    }
}
