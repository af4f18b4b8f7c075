//! Each table in `static/languages` has every word of the program, and none besides; and what it makes of the facts is in
//! its language.
#![cfg(not(target_arch = "wasm32"))]

mod facts;
mod keys;

use std::{collections::BTreeSet, fs, path::Path};

use serde_json::{Map, Value};
use vendor_compare::{
    embedded,
    language::{Language, say},
    requirement::{parse::parse, words},
};

type Words = Map<String, Value>;

/// The tables: their tags, and their entries in the order of the file.
fn tables() -> Vec<(String, Words)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("static/languages");
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let read = |path: &Path| {
        let table = serde_json::from_str(&fs::read_to_string(path).unwrap());
        table.unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    };
    files.map(|path| (path.file_stem().unwrap().to_string_lossy().into_owned(), read(&path))).collect()
}

fn learned(tag: &str, words: &Words) -> Language {
    let text =
        |word: &Value| word.as_str().unwrap_or_else(|| panic!("{tag}.json: {word} is no text")).to_owned();
    Language::learn(tag, words.iter().map(|(english, word)| (english.clone(), text(word))))
}

#[test]
fn every_language_has_every_word_and_none_besides() {
    let keys = keys::all();
    assert!(keys.len() > 1000 && keys.contains("Undo") && keys.contains("backups are kept for {}"));
    for (tag, words) in tables() {
        let has: BTreeSet<String> = words.keys().cloned().collect();
        let line = |key: &String| format!(" {}: \"\",\n", Value::from(key.as_str()));
        let missing: String = keys.difference(&has).map(line).collect();
        let left_over: Vec<&String> = has.difference(&keys).collect();
        assert!(missing.is_empty(), "{tag}.json lacks these words:\n{missing}");
        assert!(left_over.is_empty(), "{tag}.json has words that nobody says: {left_over:#?}");
    }
}

/// A word may be looked up twice, so what is said must not be the key of something else.
#[test]
fn what_is_said_fills_in_the_same_values_and_is_no_other_word() {
    // French has a no-break space before its marks, and so before what ends a sentence begun elsewhere.
    let spaces = [' ', '\u{a0}', '\u{202f}'];
    for (tag, words) in tables() {
        let language = learned(&tag, &words);
        let _speaking = language.speak();
        for (english, word) in &words {
            let word = word.as_str().unwrap();
            assert_eq!(say(english), word, "{tag}.json: the values of “{english}”");
            assert_eq!(say(word), word, "{tag}.json: “{english}” is said as the word for something else");
            assert_eq!(word.trim(), word.trim_matches(spaces), "{tag}.json: “{english}”");
        }
    }
}

#[test]
fn the_table_is_in_the_order_of_its_keys() {
    for (tag, words) in tables() {
        let keys: Vec<&String> = words.keys().collect();
        assert!(keys.is_sorted(), "{tag}.json: sort the keys by their bytes, so that each has one place");
    }
}

/// A table that is not named in all of these places is there and cannot be had.
#[test]
fn every_table_is_offered_published_and_inside_the_offline_file() {
    let read = |file: &str| fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).unwrap();
    for (tag, _) in tables() {
        for (file, words) in [
            ("static/element.js", format!("\"{tag}\"")),
            ("static/files.js", format!("\"./languages/{tag}.json\"")),
            ("xtask/src/offline/mod.rs", format!("\"languages/{tag}.json\"")),
            ("index.html", format!("?lang={tag}\"")),
        ] {
            assert!(read(file).contains(&words), "{file} lacks {words}");
        }
    }
}

/// A sentence that is said of a vendor in each language.
const SAMPLES: [(&str, &str); 2] =
    [("de", "Hauptstandort: Niederlande, im EWR"), ("fr", "Site principal\u{a0}: Pays-Bas, dans l’EEE")];

#[test]
fn facts_have_no_english_in_them() {
    for (tag, words) in tables() {
        let _speaking = learned(&tag, &words).speak();
        let sentences = facts::sentences();
        assert!(sentences.len() > 1000, "{tag}: {}", sentences.len());
        let english: Vec<&String> = sentences.iter().filter(|sentence| is_english(sentence)).collect();
        assert!(english.is_empty(), "{tag}: {english:#?}");
        let sample = SAMPLES.iter().find(|(language, _)| *language == tag).map(|(_, sentence)| *sentence);
        let sample = sample.unwrap_or_else(|| panic!("give a sentence in {tag}"));
        assert!(sentences.contains(sample), "{tag}: {sentences:#?}");
    }
}

/// Requirements, or why a text is none, as each language writes them: its marks and spaces, dates, percentages and cases.
const WRITTEN: [(&str, &str, &str); 11] = [
    ("de", "ret-backup is-stated", "Aufbewahrung der Backups: Dauer angegeben"),
    ("de", "sla >= 99.9", "„Vom Anbieter zugesagte Verfügbarkeit“: mindestens 99,9\u{a0}%"),
    ("de", "doc-date <= 2024-01-01", "„Datum des Dokuments“: spätestens am 1.\u{a0}Januar 2024"),
    (
        "de",
        "not region-ai has GB",
        "der Ort der KI-Verarbeitung liegt nicht im Vereinigten Königreich, auch nicht teilweise",
    ),
    (
        "de",
        "ret-backup <= P60D,P90D",
        "Bei Zeichen 19: „,P90D“: hier wird nichts erwartet; trennen Sie Anforderungen durch „;“.",
    ),
    ("fr", "ret-backup is-stated", "conservation des sauvegardes\u{a0}: durée indiquée"),
    (
        "fr",
        "sla >= 99.9",
        "«\u{a0}Disponibilité promise par le fournisseur\u{a0}»\u{a0}: au moins 99,9\u{a0}%",
    ),
    (
        "fr",
        "doc-date <= 2024-01-01",
        "«\u{a0}Date du document\u{a0}»\u{a0}: au plus tard le 1er\u{a0}janvier 2024",
    ),
    (
        "fr",
        "doc-date <= 2024-01-02",
        "«\u{a0}Date du document\u{a0}»\u{a0}: au plus tard le 2\u{a0}janvier 2024",
    ),
    (
        "fr",
        "not region-ai has GB",
        "le lieu du traitement par IA ne se trouve pas au Royaume-Uni, même en partie",
    ),
    ("fr", "ret-backup <= P0D", "conservation des sauvegardes\u{a0}: au plus 0\u{a0}jour"),
];

#[test]
fn a_requirement_is_written_as_its_language_writes() {
    let catalogue = embedded::catalogue().unwrap();
    for (tag, table) in tables() {
        let _speaking = learned(&tag, &table).speak();
        for (_, text, expected) in WRITTEN.iter().filter(|(language, ..)| *language == tag) {
            let parsed = parse(text, &catalogue);
            let requirements = parsed.requirements.iter().map(|one| words::requirement(one, &catalogue));
            let said: Vec<String> =
                parsed.errors.iter().map(|error| error.sentence()).chain(requirements).collect();
            assert!(said.iter().any(|said| said == expected), "{tag}: {text}: {said:#?}");
        }
    }
}

fn is_english(sentence: &str) -> bool {
    const ENGLISH: [&str; 23] = [
        "the", "is", "are", "not", "of", "and", "or", "by", "for", "from", "stated", "which", "that",
        "named", "kept", "with", "nothing", "vendor", "says", "inside", "outside", "most", "least",
    ];
    sentence.split(|letter: char| !letter.is_alphanumeric()).any(|word| ENGLISH.contains(&word))
}
