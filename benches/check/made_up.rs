//! Catalogues that are made up: any number of vendors on a few hosts, each with some sixty claims on the rows of the real
//! comparison and two documents with their ledgers.

use std::{collections::BTreeSet, fs, path::Path};

use serde_json::{Value as Json, json};
use vendor_compare::{
    catalogue::{
        Catalogue,
        directory::{self, CERTIFICATIONS, DOCUMENTS, PLACES, PROVIDERS, ROWS},
        row::{Kind, Row},
        source::{
            ClaimSource, DocumentSectionSource, DocumentSource, DocumentsFile, EvidenceSource, ProviderSource,
        },
    },
    curation::format,
};

/// What has been written.
pub struct Made {
    pub claims: usize,
    pub megabytes: f64,
}

const HOSTS: usize = 20;

/// Writes a catalogue with so many vendors; rows, certifications and places are the real ones.
pub fn catalogue(folder: &Path, vendors: usize) -> Made {
    let real = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let (source, catalogue) = directory::load(&real).expect("data/ holds");
    let _ = fs::remove_dir_all(folder);
    fs::create_dir_all(folder.join(PROVIDERS)).expect("the target folder can be written");
    for shared in [ROWS, CERTIFICATIONS, PLACES] {
        fs::copy(real.join(shared), folder.join(shared)).expect("the shared parts can be copied");
    }
    let mut made = Made { claims: 0, megabytes: 0.0 };
    let mut write = |name: &str, text: String| {
        made.megabytes += text.len() as f64 / 1e6;
        fs::write(folder.join(name), text).expect("the target folder can be written");
    };
    let sections: Vec<String> = source.sections.iter().map(|section| section.id.clone()).collect();
    let mut documents = Vec::new();
    for host in 0..HOSTS {
        let profile = ProviderSource {
            id: host_id(host),
            name: format!("Host {host}"),
            kind: "provider".to_owned(),
            ..Default::default()
        };
        write(&format!("{PROVIDERS}/{}.json", profile.id), format::text(&profile));
    }
    for vendor in 0..vendors {
        let id = format!("vendor-{vendor:05}");
        let profile = profile(id, vendor, &sections, &catalogue);
        documents.extend((0..2).map(|number| document(&profile, vendor, number)));
        made.claims += profile.claims.len();
        write(&format!("{PROVIDERS}/{}.json", profile.id), format::text(&profile));
    }
    write(DOCUMENTS, format::text(&DocumentsFile { documents }));
    made
}

fn host_id(host: usize) -> String {
    format!("host-{host:02}")
}

/// A document with its ledger: what the profile cites of it, and a section that says nothing.
fn document(profile: &ProviderSource, number: usize, of: usize) -> DocumentSource {
    let id = format!("{}-document-{of}", profile.id);
    let evidence = profile.claims.iter().flat_map(|claim| &claim.evidence);
    let cited: BTreeSet<&str> =
        evidence.filter(|evidence| evidence.document == id).map(|evidence| &*evidence.section).collect();
    let section = |title: &str, silent: Option<&str>| DocumentSectionSource {
        title: title.to_owned(),
        silent: silent.map(str::to_owned),
    };
    let day = format!("20{:02}-{:02}-{:02}", 20 + number % 6, 1 + number % 12, 1 + number % 28);
    DocumentSource {
        title: format!("Security and infrastructure, part {of}"),
        publisher: profile.id.clone(),
        date: (!number.is_multiple_of(3)).then_some(day),
        sections: cited
            .into_iter()
            .map(|title| section(title, None))
            .chain([section("Imprint", Some("Says who made the page."))])
            .collect(),
        id,
    }
}

fn profile(id: String, vendor: usize, sections: &[String], catalogue: &Catalogue) -> ProviderSource {
    let rows = catalogue.rows().enumerate();
    // Half a claim for a row: most have none, some have two about different parts.
    let claims = rows.flat_map(|(position, row)| {
        let chance = (vendor * 31 + position * 17) % 10;
        let parts = [0, 0, 0, 0, 0, 0, 1, 1, 1, 2][chance];
        let id = &id;
        (0..parts).map(move |part| claim(id, vendor + part * 7 + position, part, row, catalogue))
    });
    ProviderSource {
        name: format!("Vendor number {vendor}"),
        kind: "vendor".to_owned(),
        summary: Some(
            "A service that is made up, to measure how long it takes to check many of them.".to_owned(),
        ),
        covers: sections.to_vec(),
        claims: claims.collect(),
        id,
    }
}

fn claim(vendor: &str, seed: usize, part: usize, row: &Row, catalogue: &Catalogue) -> ClaimSource {
    let evidence = |number: usize| EvidenceSource {
        document: format!("{vendor}-document-{}", (seed + number) % 2),
        section: format!("Section {} of the document", seed % 23),
        statement: format!(
            "The document says about {} what this sentence repeats in our own words, with a number, {seed}.",
            row.name
        ),
        said_by: None,
    };
    let state = match seed % 8 {
        0 => "no",
        1 => "inherited",
        2 => "optional",
        _ => "stated",
    };
    ClaimSource {
        row: row.id.to_string(),
        state: state.to_owned(),
        value: (state != "no").then(|| value(row, seed, catalogue)),
        holder: (state == "inherited").then(|| host_id(seed % HOSTS)),
        scope: (part > 0).then(|| format!("part {part} of the service")),
        expires: (seed.is_multiple_of(11)).then(|| format!("20{}-06-30", 25 + seed % 5)),
        evidence: (0..1 + seed % 2).map(evidence).collect(),
        ..Default::default()
    }
}

fn value(row: &Row, seed: usize, catalogue: &Catalogue) -> Json {
    let list = |items: Vec<&str>| json!({ "items": items, "list": if seed.is_multiple_of(3) { "open" } else { "closed" } });
    let place = |number: usize| catalogue.places[number % catalogue.places.len()].code.to_string();
    let certification =
        |number: usize| catalogue.certifications[number % catalogue.certifications.len()].id.as_str();
    match row.kind {
        Kind::Places => json!({ "all": [place(seed), place(seed + 1)] }),
        Kind::Certificates => list((seed..seed + 4).map(certification).collect()),
        Kind::Providers => list(vec![&host_id(seed % HOSTS)]),
        Kind::Provider => json!(host_id(seed % HOSTS)),
        Kind::Duration => json!({
            "length": format!("P{}D", 1 + seed % 400), "limit": "fixed", "counts": "what is kept in this case",
        }),
        Kind::Percentage => json!({ "percent": 99.5 }),
        Kind::Number => json!(seed % 9),
        Kind::Boolean => json!(true),
        Kind::Ids => list(row.terms.iter().take(2).map(|term| term.id.as_str()).collect()),
        Kind::Text => json!("Something that is said in a few words."),
        Kind::Date => json!("2024-02-19"),
    }
}
