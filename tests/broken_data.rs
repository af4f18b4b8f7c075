//! Wrong data files, one fault each: the message names the place, what is wrong, and the remedy.
//!
//! `tests/broken/base` is a small folder without faults. A case is one file, `cases/<case>.<file>`, that takes the
//! place of the file of that name (dots stand for slashes), and `cases/<case>.txt`, what the check then says.
//! `UPDATE_GOLDEN=1` writes the latter anew; read the difference before it is committed.
#![cfg(not(target_arch = "wasm32"))]

use std::{
    collections::BTreeSet,
    env, fs,
    path::{Path, PathBuf},
};

use vendor_compare::catalogue::{directory, problem::Problem};

fn broken() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/broken")
}

/// A copy of the base folder, to be broken; always called `data`, so that messages are the same everywhere.
fn folder(case: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("broken").join(case).join("data");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("providers")).unwrap();
    for part in [".", "providers"] {
        for entry in fs::read_dir(broken().join("base").join(part)).unwrap().map(Result::unwrap) {
            if entry.path().is_file() {
                fs::copy(entry.path(), folder.join(part).join(entry.file_name())).unwrap();
            }
        }
    }
    folder
}

fn put(folder: &Path, file: &str, text: impl AsRef<[u8]>) {
    fs::write(folder.join(file), text).unwrap();
}

fn problems(folder: &Path) -> Vec<Problem> {
    directory::load(folder).err().unwrap_or_default()
}

fn lines(problems: &[Problem]) -> String {
    problems.iter().map(|problem| format!("{problem}\n")).collect()
}

/// `misspelt-country.providers.acme.json` is the case `misspelt-country` of `providers/acme.json`.
fn cases() -> Vec<(String, String)> {
    let files = fs::read_dir(broken().join("cases")).unwrap();
    let names = files.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut cases: Vec<(String, String)> = names
        .filter_map(|name| {
            let (case, file) = name.strip_suffix(".json")?.split_once('.')?;
            Some((case.to_owned(), format!("{}.json", file.replace('.', "/"))))
        })
        .collect();
    cases.sort();
    cases
}

#[test]
fn the_base_has_no_fault() {
    assert_eq!(lines(&problems(&folder("base"))), "");
}

#[test]
fn each_fault_is_named_with_place_and_remedy() {
    let cases = cases();
    assert!(cases.len() >= 25);
    let update = env::var_os("UPDATE_GOLDEN").is_some();
    let mut wrong = Vec::new();
    for (case, file) in &cases {
        let folder = folder(case);
        let source = broken().join("cases").join(format!("{case}.{}", file.replace('/', ".")));
        fs::copy(source, folder.join(file)).unwrap();
        let problems = problems(&folder);
        let said = lines(&problems);
        let golden = broken().join("cases").join(format!("{case}.txt"));
        if update {
            fs::write(&golden, &said).unwrap();
        }
        let expected = fs::read_to_string(&golden).unwrap_or_default();
        if said != expected || said.is_empty() {
            wrong.push(format!("{case}\n  expected: {expected}\n  said:     {said}"));
        }
        let placed = problems.iter().all(|p| p.line > 0 && p.column > 0 && p.file.starts_with("data/"));
        assert!(placed, "{case}: a message without its place: {said}");
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn no_expectation_is_left_without_its_case() {
    let known: BTreeSet<String> = cases().into_iter().map(|(case, _)| format!("{case}.txt")).collect();
    for entry in fs::read_dir(broken().join("cases")).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        assert!(name.ends_with(".json") || known.contains(&name), "{name} belongs to no case");
    }
}

#[test]
fn one_run_shows_the_faults_of_all_files() {
    let folder = folder("three-files");
    put(
        &folder,
        "providers/nimbus.json",
        "{ \"id\": \"nimbus\", \"nmae\": \"Nimbus\", \"kind\": \"provider\" }",
    );
    put(&folder, "providers/oak.json", "{ \"id\": \"oak\", \"name\": \"Oak\", \"kind\": \"tree\", }");
    let acme = fs::read_to_string(folder.join("providers/acme.json")).unwrap();
    put(&folder, "providers/acme.json", acme.replace("NL", "NLD").replace("acme-trust", "acme-turst"));
    put(
        &folder,
        "documents.json",
        "{ \"documents\": [{ \"id\": \"acme-trust\", \"title\": \"\", \"publisher\": \"oak\" }] }",
    );
    let problems = problems(&folder);
    let files: BTreeSet<&str> = problems.iter().map(|p| &*p.file).collect();
    let all = [
        "data/documents.json",
        "data/providers/acme.json",
        "data/providers/nimbus.json",
        "data/providers/oak.json",
    ];
    assert_eq!(files, BTreeSet::from(all), "{}", lines(&problems));
    // The reference to the provider whose file could not be read is not a second fault.
    assert_eq!(problems.len(), 5, "{}", lines(&problems));
}

#[test]
fn a_broken_shared_part_does_not_drown_in_its_consequences() {
    let folder = folder("shared-part");
    put(&folder, "rows.json", "{ \"sections\": [ }");
    put(&folder, "providers/nimbus.json", "{}");
    let problems = problems(&folder);
    let files: Vec<&str> = problems.iter().map(|p| &*p.file).collect();
    // What the second file itself lacks: id, name and kind.
    let nimbus = "data/providers/nimbus.json";
    assert_eq!(files, ["data/rows.json", nimbus, nimbus, nimbus], "{}", lines(&problems));
}

#[test]
fn what_is_missing_is_reported_without_a_panic() {
    let nowhere = problems(Path::new("/nowhere/at/all"));
    assert_eq!(nowhere.len(), 5, "{}", lines(&nowhere));
    assert!(nowhere.iter().all(|p| p.message.starts_with("cannot be read")));

    let without_providers = folder("without-providers");
    fs::remove_dir_all(without_providers.join("providers")).unwrap();
    let said = lines(&problems(&without_providers));
    assert!(said.starts_with("data/providers: cannot be read"), "{said}");

    let without_rows = folder("without-rows");
    fs::remove_file(without_rows.join("rows.json")).unwrap();
    let said = lines(&problems(&without_rows));
    assert!(said.starts_with("data/rows.json: cannot be read") && said.lines().count() == 1, "{said}");

    let folder_as_file = folder("folder-as-file");
    fs::create_dir(folder_as_file.join("providers/oak.json")).unwrap();
    let said = lines(&problems(&folder_as_file));
    assert!(said.starts_with("data/providers/oak.json: cannot be read"), "{said}");
}
