//! A large catalogue: the vendors of the real one, many times over, with a few of their claims.

use serde_json::{Value as Json, json};
use vendor_compare::embedded;

/// The rows on which something is claimed.
const ROWS: [&str; 8] = [
    "region-primary",
    "region-secondary",
    "region-backup",
    "cert-own",
    "cert-host",
    "ret-backup",
    "ret-personal",
    "upstream",
];

/// A catalogue with so many vendors; the profiles at these places are broken.
pub fn catalogue(vendors: usize, broken: &[usize]) -> String {
    let mut all: Json = serde_json::from_str(embedded::TEXT).expect("the embedded catalogue");
    let (models, mut providers): (Vec<Json>, Vec<Json>) = all["providers"]
        .as_array()
        .expect("providers")
        .iter()
        .cloned()
        .partition(|one| one["kind"] == "vendor");
    for number in 0..vendors {
        let mut vendor = models[number % models.len()].clone();
        let name = vendor["name"].as_str().unwrap_or_default().to_owned();
        // The documents' publishers are the real ones, which stay as the first of their kind.
        if number >= models.len() {
            vendor["id"] = json!(format!("vendor-{number:05}"));
            vendor["name"] = json!(format!("{name} {number:05}"));
        }
        let claims = vendor["claims"].as_array_mut().expect("claims");
        claims.retain(|claim| ROWS.iter().any(|row| claim["row"] == *row));
        for claim in
            claims.iter_mut().filter(|claim| claim["row"] == "ret-backup" && claim["state"] == "stated")
        {
            claim["value"]["length"] = json!(format!("P{}D", 10 + number % 90));
        }
        if broken.contains(&number) {
            vendor["nmae"] = json!(name);
        }
        providers.push(vendor);
    }
    all["providers"] = json!(providers);
    // One provider a line, as a catalogue that somebody edits may be.
    all.to_string().replace("},{\"id\":\"vendor-", "},\n{\"id\":\"vendor-")
}
