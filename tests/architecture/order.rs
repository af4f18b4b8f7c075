//! The modules from left to right. Each may import what stands to its left.

/// A top-level module.
pub struct Module {
    pub name: &'static str,
    /// What it must not import although that stands to its left.
    pub blind_to: &'static [&'static str],
    pub reason: &'static str,
}

const fn module(name: &'static str) -> Module {
    Module { name, blind_to: &[], reason: "" }
}

/// The logic works on any catalogue, so that a portal's own can take the place of the embedded one.
const fn logic(name: &'static str) -> Module {
    Module { name, blind_to: &["embedded"], reason: "the logic gets its catalogue as an argument" }
}

/// `embedded` carries the data of this build. It needs the catalogue only, and stands beside the logic, which never
/// reads it: whoever holds the state, the page or the command line hands it over.
pub const ORDER: [Module; 17] = [
    module("language"),
    module("catalogue"),
    module("embedded"),
    logic("requirement"),
    logic("comparison"),
    logic("pictures"),
    logic("project"),
    logic("export"),
    logic("exchange"),
    logic("engine"),
    // What JavaScript calls of the engine, in a program of its own without the page.
    Module { name: "api", blind_to: &["embedded"], reason: "whoever calls the engine brings the catalogue" },
    module("state"),
    module("ui"),
    module("embed"),
    module("main"),
    // The browser program is built without it, so it stands to the right of all that the browser program is made of.
    Module {
        name: "curation",
        blind_to: &["embedded", "state", "ui", "embed", "main"],
        reason: "the curator's core works on the catalogues that it is given, without a page",
    },
    // The curator's command line is a program of its own, without a page.
    Module {
        name: "bin",
        blind_to: &["ui", "embed", "main"],
        reason: "the command line runs without a browser",
    },
];

pub fn position(module: &str) -> Option<usize> {
    ORDER.iter().position(|m| m.name == module)
}

/// `language ← catalogue ← embedded ← …`.
pub fn in_words() -> String {
    ORDER.iter().map(|m| m.name).collect::<Vec<_>>().join(" ← ")
}

/// The top-level module of a file of `src`.
pub fn module_of(file: &str) -> &str {
    let first = file.split('/').next().unwrap_or(file);
    first.strip_suffix(".rs").unwrap_or(first)
}

/// How many modules deep a file's own module stands below the root of the library; `None` for the programs, which are
/// crates of their own.
pub fn depth_of(file: &str) -> Option<usize> {
    let path = file.strip_suffix(".rs").unwrap_or(file);
    match path.strip_suffix("/mod").unwrap_or(path) {
        "lib" => Some(0),
        "main" => None,
        path if path.starts_with("bin/") => None,
        path => Some(path.split('/').count()),
    }
}

pub fn may_use_browser(module: &str) -> bool {
    matches!(module, "api" | "ui" | "embed" | "main")
}

pub fn is_browser(krate: &str) -> bool {
    const CRATES: [&str; 5] = ["yew", "gloo", "web_sys", "js_sys", "wasm_bindgen"];
    CRATES
        .iter()
        .any(|known| krate.strip_prefix(known).is_some_and(|rest| rest.is_empty() || rest.starts_with('_')))
}
