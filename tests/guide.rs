//! The curator's guide, `docs/curating.md`, is true: its commands print what it shows, what it shows of the files stands
//! in its example, and the example is a good profile.
#![cfg(unix)]

use std::{
    env, fs,
    os::unix::fs::symlink,
    path::{Path, PathBuf},
    process::Command,
};

use serde_json::Value as Json;
use vendor_compare::catalogue::directory;

fn here(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn guide() -> String {
    fs::read_to_string(here("docs/curating.md")).unwrap()
}

/// The insides of the blocks of one language.
fn blocks(text: &str, language: &str) -> Vec<String> {
    let opening = format!("```{language}\n");
    let blocks =
        text.split(&opening).skip(1).map(|rest| rest.split("\n```").next().unwrap().to_owned() + "\n");
    blocks.collect()
}

/// An empty folder with the project's data and documents, and a way in which `catalogue` is found.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("guide").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("bin")).unwrap();
    symlink(env!("CARGO_BIN_EXE_catalogue"), folder.join("bin/catalogue")).unwrap();
    for part in ["data", "docs"] {
        symlink(here(part), folder.join(part)).unwrap();
    }
    folder
}

/// What a line of the guide prints, on either way out.
fn run(line: &str, folder: &Path) -> String {
    let path = format!("{}:{}", folder.join("bin").display(), env::var("PATH").unwrap_or_default());
    let shell = format!("{line} 2>&1");
    // Where the line sends its answer into a file, only its complaints are shown.
    let shell = if line.contains(" > ") { format!("{{ {line}; }} 2>&1") } else { shell };
    let output =
        Command::new("sh").arg("-c").arg(shell).current_dir(folder).env("PATH", path).output().unwrap();
    // Tables are written with the line ends of their standard.
    String::from_utf8(output.stdout).unwrap().replace('\r', "")
}

/// Whether a text is the expected one, in which `…` stands for anything.
fn fits(said: &str, expected: &str) -> bool {
    let mut parts = expected.split('…');
    let Some(mut rest) = parts.next().and_then(|first| said.strip_prefix(first)) else { return false };
    let Some(last) = parts.next_back() else { return rest.is_empty() };
    for part in parts {
        match rest.split_once(part) {
            Some((_, after)) => rest = after,
            None => return false,
        }
    }
    rest.ends_with(last)
}

#[test]
fn every_command_prints_what_the_guide_shows() {
    let folder = folder("commands");
    let mut used: Vec<String> = Vec::new();
    for block in blocks(&guide(), "console") {
        for step in block.trim_start_matches("$ ").split("\n$ ") {
            let (line, expected) = step.split_once('\n').unwrap_or((step, ""));
            let said = run(line, &folder);
            let is_so = fits(said.trim_end(), expected.trim_end());
            assert!(is_so, "$ {line}\nprints\n{said}\nand the guide shows\n{expected}");
            used.extend(line.strip_prefix("catalogue --data practice ").map(str::to_owned));
        }
    }
    const TAUGHT: &str = "new check fmt normalise coverage diff stale expiring import export evaluate";
    for command in TAUGHT.split(' ') {
        assert!(used.iter().any(|used| used.starts_with(command)), "the guide does not use {command}");
    }
}

fn example(file: &str) -> Json {
    let path = here("docs/curating/example").join(file);
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

#[test]
fn what_the_guide_shows_of_the_files_stands_in_the_example() {
    let (profile, documents) = (example("providers/larkspur.json"), example("documents.json"));
    let parts = [&profile["claims"], &documents["documents"]].map(|list| list.as_array().unwrap());
    let shown = blocks(&guide(), "json");
    for part in &shown {
        let part: Json = serde_json::from_str(part).unwrap_or_else(|error| panic!("{error}: {part}"));
        assert!(parts.iter().any(|list| list.contains(&part)), "not in the example: {part:#}");
    }
    for state in ["stated", "inherited", "optional", "planned", "no", "unclear", "elsewhere", "picture"] {
        assert!(
            shown.iter().any(|claim| claim.contains(&format!("\"state\": \"{state}\""))),
            "no example of {state}"
        );
    }
}

#[test]
fn the_example_is_a_good_profile_of_its_page() {
    let folder = folder("example");
    let prepared = run("cp -r docs/curating/example try && cp data/[rcp]*.json try", &folder);
    let (source, _) =
        directory::load(&folder.join("try")).unwrap_or_else(|problems| panic!("{prepared}{problems:#?}"));
    let page = fs::read_to_string(here("docs/curating/example-trust-page.md")).unwrap();
    let headings =
        page.lines().filter_map(|line| line.strip_prefix('#')).map(|title| title.trim_matches(['#', ' ']));
    let ledger = source.documents[0].sections.iter().map(|section| &*section.title);
    assert_eq!(headings.collect::<Vec<_>>(), ledger.collect::<Vec<_>>());
    let larkspur = source.providers.iter().find(|known| known.id == "larkspur").unwrap();
    let readings =
        larkspur.claims.iter().flat_map(|claim| &claim.readings).flat_map(|reading| &reading.evidence);
    for passage in larkspur.claims.iter().flat_map(|claim| &claim.evidence).chain(readings) {
        let copied = page.contains(passage.statement.trim_end_matches('.'));
        assert!(!copied, "a sentence of the page: {}", passage.statement);
    }
}
