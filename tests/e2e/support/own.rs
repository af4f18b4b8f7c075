//! A vendor of the visitor's own, and an answer.

use std::{fs, path::Path};

use serde_json::{Value as Json, json};

use super::Page;

/// The profile of an offer that the visitor has got: that of Witivio under another name.
pub fn offer() -> Json {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/providers/witivio.json");
    let mut profile: Json =
        serde_json::from_str(&fs::read_to_string(file).expect("a profile")).expect("JSON");
    profile["id"] = json!("angebot");
    profile["name"] = json!("Angebot Möbius");
    profile
}

/// What Avid has answered: backups are kept for 30 days. It does not say where its data is.
pub async fn answer(page: &Page) {
    page.click("[data-vendor=avid] [data-row=ret-backup] .btn--s").await;
    page.type_into("#answer-value", "30").await;
    page.type_into("#answer-statement", "Backups werden 30 Tage aufbewahrt.").await;
    page.type_into("#answer-by", "Zoë Müller").await;
    page.pick("#answer-date", "2026-11-20").await;
    page.click(".answer .btn--main").await;
    page.text(".answers").await;
}
