//! A vendor of the visitor's own.

use std::{fs, path::Path};

use serde_json::{Value as Json, json};

/// The profile of an offer that the visitor has got: that of Witivio under another name.
pub fn offer() -> Json {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/providers/witivio.json");
    let mut profile: Json =
        serde_json::from_str(&fs::read_to_string(file).expect("a profile")).expect("JSON");
    profile["id"] = json!("angebot");
    profile["name"] = json!("Angebot Möbius");
    profile
}
