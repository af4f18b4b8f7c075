//! Two rules of the layout: the core knows no browser, and imports run to the left only.
//!
//! The files are read as Rust tokens, so that comments do not count, while groups over many lines and the insides of
//! macros do.
#![cfg(not(target_arch = "wasm32"))]

mod order;
mod scan;

use std::{
    fs,
    path::{Path, PathBuf},
};

use order::ORDER;
use scan::{Mention, mentions};

/// One file breaks a rule.
#[derive(Debug, PartialEq)]
struct Violation(String);

/// The source files below `src`, with their paths from there.
fn sources() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    let mut folders: Vec<PathBuf> = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap().map(Result::unwrap) {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "rs") {
                let name = path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
                files.push((name, fs::read_to_string(&path).unwrap()));
            }
        }
    }
    files.sort();
    files
}

fn check(files: &[(String, String)]) -> Vec<Violation> {
    files.iter().flat_map(|(name, text)| check_file(name, text)).collect()
}

fn check_file(name: &str, text: &str) -> Vec<Violation> {
    let module = order::module_of(name);
    // The root of the library declares the modules; it imports nothing.
    let place = match module {
        "lib" => None,
        _ => match order::position(module) {
            None => return vec![Violation(unlisted(name, module))],
            place => place,
        },
    };
    let mut violations = Vec::new();
    for Mention { line, what } in mentions(text, order::depth_of(name)) {
        let complaint = match (what, place) {
            (scan::What::Crate(krate), _) if order::is_browser(&krate) && !order::may_use_browser(module) => {
                format!("`{krate}` belongs to the browser, which {module} must not know")
            }
            (scan::What::Module(other), Some(place)) if other != module => match order::position(&other) {
                None if other == "*" => "everything is imported from the root; name the module".to_owned(),
                None => unlisted(name, &other),
                Some(there) if there > place => {
                    format!("{module} imports {other}, which stands to its right in {}", order::in_words())
                }
                Some(_) if ORDER[place].blind_to.contains(&other.as_str()) => {
                    format!("{module} must not import {other}: {}", ORDER[place].reason)
                }
                Some(_) => continue,
            },
            _ => continue,
        };
        violations.push(Violation(format!("src/{name}:{line}: {complaint}")));
    }
    violations
}

fn unlisted(name: &str, module: &str) -> String {
    format!(
        "src/{name}: the top-level module `{module}` has no place; give it one in ORDER of \
         tests/architecture/order.rs, right of all that it imports"
    )
}

#[test]
fn the_core_knows_no_browser_and_imports_run_to_the_left() {
    let files = sources();
    assert!(files.len() > 30, "the sources were not found");
    let violations: Vec<String> = check(&files).into_iter().map(|v| v.0).collect();
    assert!(violations.is_empty(), "\n{}\n", violations.join("\n"));
}

/// The violations of one file in words, without the file.
fn found(name: &str, text: &str) -> Vec<String> {
    check_file(name, text).into_iter().map(|v| v.0.replace(&format!("src/{name}:"), "")).collect()
}

#[test]
fn a_clean_file_passes() {
    let text = "//! Nothing of yew or crate::ui in here.\n\
                use crate::{catalogue::{self, date::Date}, requirement::Verdict};\n\
                use super::matrix;\n\
                pub(crate) fn f() -> super::Cell { \"crate::ui web_sys\"; self::g() }\n\
                mod tests { use super::*; use super::super::catalogue; }";
    assert_eq!(found("comparison/difference.rs", text), [""; 0]);
}

#[test]
fn browser_crates_are_found_left_of_ui() {
    for (text, krate) in [
        ("use yew::prelude::*;", "yew"),
        ("fn f() { let _ = web_sys::window(); }", "web_sys"),
        ("html! { { gloo::utils::document() } }", "gloo"),
        ("use gloo_events::EventListener;", "gloo_events"),
        ("#[wasm_bindgen]\npub fn f() {}", "wasm_bindgen"),
        ("use {js_sys as js, std::fmt};", "js_sys"),
    ] {
        for name in ["catalogue/mod.rs", "export/json.rs", "state/mod.rs", "bin/catalogue/main.rs", "lib.rs"]
        {
            let violations = found(name, text);
            assert!(violations.len() == 1 && violations[0].contains(krate), "{name}: {text}: {violations:?}");
        }
        assert_eq!(found("ui/panel.rs", text), [""; 0], "{text}");
        assert_eq!(found("embed/mod.rs", text), [""; 0], "{text}");
    }
}

#[test]
fn imports_to_the_right_are_found_with_their_line() {
    for (name, text, line, wrong) in [
        ("catalogue/date.rs", "use crate::requirement::Verdict;", 1, "requirement"),
        (
            "requirement/mod.rs",
            "\nuse crate::{\n    catalogue::Catalogue,\n    comparison::{Cell, Matrix},\n};",
            4,
            "comparison",
        ),
        ("comparison/mod.rs", "fn f() -> crate::export::Json { todo!() }", 1, "export"),
        ("export/json.rs", "fn f() {\n    println!(\"{}\", crate::state::VERSION);\n}", 2, "state"),
        ("state/mod.rs", "use super::ui::Panel;", 1, "ui"),
        ("state/link.rs", "use super::super::embed;", 1, "embed"),
        ("state/link.rs", "mod tests {\n    use super::super::super::ui;\n}", 2, "ui"),
        ("state/link.rs", "use super::{State, super::ui::Panel};", 1, "ui"),
        ("state/link.rs", "use vendor_compare::ui::Panel;", 1, "ui"),
        ("ui/app.rs", "use crate::{state, embed as e};", 1, "embed"),
        ("embedded.rs", "use crate::requirement::parse;", 1, "requirement"),
        ("export/json.rs", "use crate::curation::coverage;", 1, "curation"),
        ("curation/coverage.rs", "use crate::embedded;", 1, "given"),
        ("bin/catalogue/main.rs", "use vendor_compare::ui;", 1, "ui"),
    ] {
        let violations = found(name, text);
        let fits = |v: &String| v.starts_with(&format!("{line}: ")) && v.contains(wrong);
        assert!(violations.len() == 1 && violations.iter().all(fits), "{name}: {text}: {violations:?}");
    }
}

#[test]
fn the_pure_logic_does_not_reach_for_the_embedded_catalogue() {
    for name in ["requirement/words/reason.rs", "comparison/mod.rs", "export/json.rs"] {
        let violations = found(name, "use crate::embedded;");
        assert!(violations.len() == 1 && violations[0].contains("argument"), "{violations:?}");
    }
    assert_eq!(found("state/link.rs", "use crate::embedded;"), [""; 0]);
}

#[test]
fn what_hides_its_target_is_found() {
    assert!(found("catalogue/mod.rs", "use crate::*;")[0].contains("name the module"));
    assert!(found("catalogue/mod.rs", "use crate as root;")[0].contains("name the module"));
    assert!(found("catalogue/mod.rs", "use crate::{self as root};")[0].contains("name the module"));
}

#[test]
fn a_new_module_must_get_a_place() {
    for violations in [found("weights/mod.rs", ""), found("catalogue/mod.rs", "use crate::weights::Sum;")] {
        assert!(
            violations.len() == 1 && violations[0].contains("tests/architecture/order.rs"),
            "{violations:?}"
        );
    }
}
