//! Each table in `static/languages` has every word of the program, and none besides.
#![cfg(not(target_arch = "wasm32"))]

mod keys;

use std::{collections::BTreeSet, fs, path::Path};

use serde_json::{Map, Value};

/// The tables: their tags, and their entries in the order of the file.
fn tables() -> Vec<(String, Map<String, Value>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("static/languages");
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let read = |path: &Path| {
        let table = serde_json::from_str(&fs::read_to_string(path).unwrap());
        table.unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    };
    files.map(|path| (path.file_stem().unwrap().to_string_lossy().into_owned(), read(&path))).collect()
}

#[test]
fn every_language_has_every_word_and_none_besides() {
    let keys = keys::all();
    assert!(keys.len() > 500 && keys.contains("Undo") && keys.contains("backups are kept for {}"));
    for (tag, table) in tables() {
        let has: BTreeSet<String> = table.keys().cloned().collect();
        let line = |key: &String| format!("  {}: \"\",\n", Value::from(key.as_str()));
        let missing: String = keys.difference(&has).map(line).collect();
        let left_over: Vec<&String> = has.difference(&keys).collect();
        assert!(missing.is_empty(), "{tag}.json lacks these words:\n{missing}");
        assert!(left_over.is_empty(), "{tag}.json has words that nobody says: {left_over:#?}");
    }
}
