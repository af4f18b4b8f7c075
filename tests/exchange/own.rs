//! Profiles that a visitor puts beside a catalogue. They may cite documents that nobody knows.

use serde_json::json;
use vendor_compare::{
    exchange::{Brought, Imported, brought},
    project::{Project, joined},
};

use super::{catalogue, said};

fn read(name: &str, text: &str) -> Imported {
    match brought(name, text, &catalogue(), &[]).unwrap() {
        Brought::Profiles(imported) => imported,
        _ => panic!("these are profiles"),
    }
}

const TABLE: &str = "\
provider,row,state,value,document,section,statement,name,kind,covers
offer,,,,,,,Offer,vendor,\"access,hosting\"
offer,host,stated,nimbus,Offer of 3 May,Hosting,It runs at Nimbus.,,,
offer,region-primary,stated,IE,Offer of 3 May,Hosting,It runs in Ireland.,,,
";

#[test]
fn a_document_that_nobody_knows_is_the_visitors_own_and_has_no_date() {
    let table = TABLE.replace("access,hosting", &sections());
    let imported = read("offer.csv", &table);
    assert_eq!(said(&imported), [""; 0]);
    let [document] = &imported.documents[..] else { panic!("{:#?}", imported.documents) };
    assert_eq!(
        (&*document.id, &*document.title, &*document.publisher, &document.date),
        ("offer-offer-of-3-may", "Offer of 3 May", "offer", &None)
    );
    // Both join what the visitor has, and come out of it as one file, which reads back as the same.
    let project =
        Project { profiles: imported.profiles, documents: imported.documents, ..Project::default() };
    let (whole, problems) = joined(&catalogue(), &project);
    assert_eq!(problems, []);
    let offer = whole.providers.iter().find(|provider| provider.id == *"offer").unwrap();
    assert_eq!((offer.own, offer.claims.len()), (true, 2));
    let again = read("offer.json", &project.profile_text("offer"));
    assert_eq!(
        (said(&again), again.profiles, again.documents),
        (vec![], project.profiles, project.documents)
    );
}

/// The ids of the sections of which the claims above are.
fn sections() -> String {
    let catalogue = catalogue();
    let of = |row: &&str| {
        let has =
            |section: &&vendor_compare::catalogue::row::Section| section.rows.iter().any(|r| r.id == **row);
        catalogue.sections.iter().find(has).unwrap().id.to_string()
    };
    let mut ids: Vec<String> = ["host", "region-primary"].iter().map(of).collect();
    ids.dedup();
    ids.join(",")
}

#[test]
fn a_profile_is_checked_as_the_curators_are_with_its_lines() {
    let profile = json!({
        "id": "offer", "name": "Offer", "kind": "vendor",
        "claims": [{
            "row": "region-primry", "state": "stated", "value": { "all": ["Irland"] },
            "evidence": [{ "document": "offer", "section": "Hosting", "statement": "It runs in Ireland." }],
        }],
    });
    let text = serde_json::to_string_pretty(&profile).unwrap();
    let said = said(&read("offer.json", &text)).join("\n");
    assert!(said.contains("offer.json:") && said.contains("did you mean \"region-primary\"?"), "{said}");
}
