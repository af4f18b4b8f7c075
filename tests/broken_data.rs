//! Wrong data files, one fault each: the message names the place, what is wrong, and the remedy.
//!
//! `tests/broken/base` is a small folder without faults. A case is one file, `cases/<case>.<file>`, that takes the
//! place of the file of that name (dots stand for slashes), and `cases/<case>.txt`, what the check then says. What
//! cannot lie in a repository (huge files, folders in the place of files) is made here, and has its `.txt` there too.
//! `UPDATE_GOLDEN=1` writes the latter anew; read the difference before it is committed.
#![cfg(not(target_arch = "wasm32"))]

use std::{
    collections::BTreeSet,
    env, fs,
    path::{Path, PathBuf},
};

use vendor_compare::catalogue::{
    directory::{self, Folder, Profile},
    problem::Problem,
};

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
    assert!(cases.len() >= 110);
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

/// A way to spoil a folder that is no single text.
type Spoil = fn(&Path);

const MADE: [(&str, Spoil); 11] = [
    ("made-huge-file", |folder| {
        fs::File::create(folder.join("providers/acme.json")).unwrap().set_len(65 << 20).unwrap();
    }),
    ("made-deep-nesting-without-an-end", |folder| {
        put(folder, "providers/acme.json", "[{\"a\":".repeat(200_000));
    }),
    ("made-folder-as-profile", |folder| fs::create_dir(folder.join("providers/oak.json")).unwrap()),
    ("made-folder-as-rows", |folder| {
        fs::remove_file(folder.join("rows.json")).unwrap();
        fs::create_dir(folder.join("rows.json")).unwrap();
    }),
    ("made-without-rows", |folder| fs::remove_file(folder.join("rows.json")).unwrap()),
    ("made-without-providers", |folder| fs::remove_dir_all(folder.join("providers")).unwrap()),
    ("made-file-as-providers", |folder| {
        fs::remove_dir_all(folder.join("providers")).unwrap();
        put(folder, "providers", "[]");
    }),
    ("made-empty-rows", |folder| put(folder, "rows.json", "")),
    ("made-one-line-of-a-million-letters", |folder| {
        let acme = fs::read_to_string(folder.join("providers/acme.json")).unwrap();
        let long = format!("\"note\": \"{}\", \"state\": \"sure\"", "é".repeat(1_000_000));
        put(folder, "providers/acme.json", acme.replace("\"state\": \"stated\"", &long));
    }),
    ("made-two-spellings-of-a-file-name", |folder| {
        let acme = fs::read_to_string(folder.join("providers/acme.json")).unwrap();
        put(folder, "providers/Acme.json", acme);
    }),
    ("made-profile-without-a-name", |folder| put(folder, "providers/.json", "{}")),
];

#[test]
fn a_spoilt_folder_is_told_without_a_panic() {
    let mut wrong = Vec::new();
    for (case, spoil) in MADE {
        let folder = folder(case);
        spoil(&folder);
        let said = lines(&problems(&folder));
        let golden = broken().join("cases").join(format!("{case}.txt"));
        if env::var_os("UPDATE_GOLDEN").is_some() {
            fs::write(&golden, &said).unwrap();
        }
        let expected = fs::read_to_string(&golden).unwrap_or_default();
        if said != expected || said.is_empty() {
            wrong.push(format!("{case}\n  expected: {expected}\n  said:     {said}"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn no_damage_makes_the_check_stumble() {
    let folder = folder("damage");
    let known = Folder::open(&folder);
    let path = folder.join("providers/acme.json");
    let whole = fs::read(&path).unwrap();
    let cut = (0..whole.len()).map(|end| whole[..end].to_vec());
    let changed = (0..whole.len()).flat_map(|at| {
        [b'"', b'{', b']', b',', b'\\', b'0', 0xC3].map(|byte| {
            let mut text = whole.clone();
            text[at] = byte;
            text
        })
    });
    for text in cut.chain(changed) {
        fs::write(&path, &text).unwrap();
        let Profile { problems, provider, .. } = known.profile(&path, "acme.json");
        assert_eq!(problems.is_empty(), provider.is_some());
        let placed = problems.iter().all(|p| p.line > 0 && p.column > 0);
        assert!(placed, "{}\n{}", lines(&problems), String::from_utf8_lossy(&text));
    }
}

#[test]
fn ten_thousand_faults_are_told_at_once() {
    let folder = folder("many-faults");
    let claim = r#"{ "row": "host", "state": "stated", "value": "azur", "evidence": [] }"#;
    let claims = vec![claim; 5_000].join(",\n");
    let acme = fs::read_to_string(folder.join("providers/acme.json")).unwrap();
    put(
        &folder,
        "providers/acme.json",
        acme.replace("\"claims\": [", &format!("\"claims\": [\n{claims},\n")),
    );
    let problems = problems(&folder);
    assert_eq!(problems.len(), 10_000);
    let last = &problems[9_999];
    assert_eq!((last.line, &*last.path), (5_006, "claims[4999].value"));
}

#[test]
fn no_expectation_is_left_without_its_case() {
    let cases = cases().into_iter().map(|(case, _)| case);
    let known: BTreeSet<String> =
        cases.chain(MADE.map(|(case, _)| case.to_owned())).map(|case| format!("{case}.txt")).collect();
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
fn a_section_is_not_passed_over_while_a_profile_cannot_be_read() {
    let folder = folder("ledger-and-cut-off");
    let ledger = broken().join("cases/ledger-section-passed-over.documents.json");
    fs::copy(ledger, folder.join("documents.json")).unwrap();
    assert!(lines(&problems(&folder)).contains("no claim cites"));
    put(&folder, "providers/acme.json", "{ \"id\": ");
    let said = lines(&problems(&folder));
    assert!(!said.contains("no claim cites") && said.lines().count() == 1, "{said}");
}

#[test]
fn what_is_missing_is_reported_without_a_panic() {
    let nowhere = problems(Path::new("/nowhere/at/all"));
    assert_eq!(nowhere.len(), 5, "{}", lines(&nowhere));
    assert!(nowhere.iter().all(|p| p.message.starts_with("cannot be read")));
}
