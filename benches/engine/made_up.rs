//! Catalogues that are made up, each as one JSON text: vendors on one document each, with a claim on most of seven rows.

use serde_json::{Value as Json, json};

const PLACES: [&str; 16] =
    ["DE", "US", "FR", "NL", "IE", "GB", "SE", "PL", "ES", "IT", "CH", "SG", "JP", "AU", "CA", "BR"];
const CERTIFICATIONS: usize = 40;
const TERMS: [&str; 5] = ["at-rest", "in-transit", "own-keys", "by-field", "end-to-end"];
const WORDS: [&str; 24] = [
    "cloud", "data", "team", "report", "document", "project", "message", "invoice", "workflow", "order",
    "ticket", "contact", "calendar", "form", "survey", "payment", "contract", "meeting", "search", "backup",
    "chat", "product", "stock", "quote",
];

/// A catalogue of so many vendors.
pub fn catalogue(vendors: usize) -> String {
    let row = |id: &str, kind: &str| json!({ "id": id, "name": id, "type": kind });
    let mut primary = row("region-primary", "places");
    primary["role"] = json!("primary");
    let mut encryption = row("encryption", "ids");
    encryption["values"] = TERMS.map(|id| json!({ "id": id, "name": id })).into();
    let rows = [
        primary,
        row("cert-own", "certificates"),
        row("ret-personal", "duration"),
        row("ret-backup", "duration"),
        encryption,
        row("sla", "percentage"),
        row("upstream", "providers"),
    ];
    let certification = |number| {
        let id = certification_id(number);
        json!({ "name": id.to_uppercase(), "id": id, "kind": "certificate" })
    };
    let host = |number| json!({ "id": host_id(number), "name": host_id(number), "kind": "provider" });
    let document = |number| json!({ "id": document_id(number), "title": "Security and trust", "publisher": vendor_id(number) });
    let catalogue = json!({
        "sections": [{ "id": "all", "name": "All", "rows": rows }],
        "certifications": (0..CERTIFICATIONS).map(certification).collect::<Json>(),
        "places": PLACES.map(|code| json!({ "code": code, "name": format!("Place {code}") })),
        "groups": [],
        "documents": (0..vendors).map(document).collect::<Json>(),
        "providers": (0..HOSTS).map(host).chain((0..vendors).map(profile)).collect::<Json>(),
    });
    catalogue.to_string()
}

const HOSTS: usize = 100;

fn certification_id(number: usize) -> String {
    format!("scheme-{number}")
}

fn host_id(number: usize) -> String {
    format!("host-{number}")
}

fn vendor_id(number: usize) -> String {
    format!("v{number:07}")
}

fn document_id(number: usize) -> String {
    format!("{}-trust", vendor_id(number))
}

/// Numbers that scatter: each vendor's own, and another one for each purpose.
fn scattered(vendor: usize, purpose: usize) -> usize {
    let mut mixed = (vendor as u64 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ (purpose as u64) << 17;
    mixed = (mixed ^ mixed >> 31).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    (mixed ^ mixed >> 29) as usize >> 8
}

fn profile(vendor: usize) -> Json {
    let words = (0..12).map(|word| WORDS[scattered(vendor, 100 + word) % WORDS.len()]);
    json!({
        "id": vendor_id(vendor),
        "name": format!("{} {vendor}", WORDS[scattered(vendor, 1) % WORDS.len()].to_uppercase()),
        "kind": "vendor",
        "summary": words.collect::<Vec<_>>().join(" "),
        "covers": ["all"],
        "claims": claims(vendor),
    })
}

/// Three claims of four that there could be.
fn claims(vendor: usize) -> Vec<Json> {
    let several = |purpose: usize, of: usize, most: usize, named: &dyn Fn(usize) -> String| {
        // Small numbers come more often, as some values do.
        let one = |item| {
            let drawn = scattered(vendor, purpose + item);
            named((drawn % of) * (drawn / of % of) / of)
        };
        let mut items: Vec<String> = (0..1 + scattered(vendor, purpose) % most).map(one).collect();
        items.sort_unstable();
        items.dedup();
        items
    };
    let list = |items: Vec<String>| json!({ "items": items, "list": "closed" });
    let kept = |purpose, counts| {
        let days = [0, 7, 14, 30, 30, 30, 60, 90, 90, 180, 365, 730][scattered(vendor, purpose) % 12];
        json!({ "length": format!("P{days}D"), "limit": "fixed", "counts": counts })
    };
    let percent = [99.0, 99.5, 99.9, 99.95][scattered(vendor, 700) % 4];
    let values = [
        (
            "region-primary",
            json!({ "all": several(200, PLACES.len(), 5, &|place| PLACES[place].to_owned()) }),
        ),
        ("cert-own", list(several(300, CERTIFICATIONS, 10, &certification_id))),
        ("ret-personal", kept(400, "personal data")),
        ("ret-backup", kept(500, "backups")),
        ("encryption", list(several(600, TERMS.len(), 4, &|term| TERMS[term].to_owned()))),
        ("sla", json!({ "percent": percent })),
        ("upstream", list(several(800, HOSTS, 12, &host_id))),
    ];
    let claim = |(row, value)| {
        let statement = format!("The page says so of {row} in one sentence.");
        let evidence =
            json!({ "document": document_id(vendor), "section": "Overview", "statement": statement });
        json!({ "row": row, "state": "stated", "value": value, "evidence": [evidence] })
    };
    let is_made = |row: usize| !scattered(vendor, 900 + row).is_multiple_of(4);
    values.into_iter().enumerate().filter(|(row, _)| is_made(*row)).map(|(_, value)| claim(value)).collect()
}
