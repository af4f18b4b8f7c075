//! What holds for the embedded catalogue, whatever is added to it.
#![cfg(not(target_arch = "wasm32"))]

use std::{collections::BTreeSet, path::Path};

use vendor_compare::{
    catalogue::{
        Catalogue,
        build::{self, OneText},
        claim::{Assertion, Claim, Reading},
        date::Date,
        directory,
        id::{GroupId, RowId},
        packed,
        provider::{Kind, Provider},
        row::Section,
        source::CatalogueSource,
        value::{Places, Value},
    },
    comparison::chain,
    embedded,
    export::source,
    requirement::{evaluate::Context, outcome::Outcome, parse::parse, verdict::Verdict, words},
};

/// The ids of the rows that the catalogue began with. More rows may be added; none is renamed.
const ROWS: &str = "
    region-primary region-secondary region-backup region-ai eu-only host other-host
    cert-own cert-host cert-host-scope cert-payment gdpr
    ret-backup ret-personal ret-logs ret-end dsr-export dsr-erase restore
    backup geo failover rto-rpo sla sla-host
    enc-rest enc-transit keys cmk tls-ca
    login mfa-users mfa-staff identities roles
    waf env-sep mesh
    signin-log monitoring incident-mail status-page breach-time
    support-hours support-lang fix-blocking fix-nonblocking fix-advice release release-notice sec-patch
    audit-right pentest code-review deploy-approval repo secure-coding iac staff
    upstream upstream-place ai payments
    legal-basis analytics dpa
    doc-date doc-conflict";

fn catalogue() -> Catalogue {
    embedded::catalogue().unwrap_or_else(|problems| panic!("{problems:#?}"))
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn claims<'a>(catalogue: &'a Catalogue, provider: &str, row: &'a str) -> Vec<&'a Claim> {
    let provider = catalogue.providers.iter().find(|p| p.id == *provider).unwrap();
    provider.claims.iter().filter(|claim| claim.row == *row).collect()
}

/// The only claim of a provider on a row.
fn claim<'a>(catalogue: &'a Catalogue, provider: &str, row: &'a str) -> &'a Claim {
    match claims(catalogue, provider, row)[..] {
        [only] => only,
        ref several => panic!("{provider} {row}: {several:#?}"),
    }
}

#[test]
fn the_rows_are_those_of_the_dimensions_in_their_order() {
    let catalogue = catalogue();
    let expected: Vec<&str> = ROWS.split_whitespace().collect();
    assert_eq!(expected.len(), 68);
    let known = |id: &&str| expected.contains(id);
    let rows: Vec<&str> = catalogue.rows().map(|row| row.id.as_str()).filter(known).collect();
    assert_eq!(rows, expected);
    let of_dimensions =
        |section: &&Section| section.rows.iter().any(|row| expected.contains(&row.id.as_str()));
    assert_eq!(catalogue.sections.iter().filter(of_dimensions).count(), 13);
}

#[test]
fn the_embedded_text_is_packed() {
    let text = embedded::TEXT;
    let mut inside_text = false;
    let mut escaped = false;
    for letter in text.chars() {
        assert!(inside_text || !letter.is_whitespace(), "white space between the parts");
        match letter {
            '"' if !escaped => inside_text = !inside_text,
            _ => {}
        }
        escaped = letter == '\\' && !escaped;
    }
    assert!(!text.contains(":null"), "an absent field is written out");
}

/// Writes every claim out in the shape of the data files and reads it again.
fn assert_round_trip(mut whole: CatalogueSource, catalogue: &Catalogue) {
    for provider in &mut whole.providers {
        let checked = catalogue.providers.iter().find(|p| p.id == *provider.id).unwrap();
        provider.claims = checked.claims.iter().map(source::claim).collect();
    }
    let text = serde_json::to_string(&whole).unwrap();
    let parsed = build::parse::<CatalogueSource>("again", &text).unwrap();
    let again = build::catalogue(&parsed, &OneText { name: "again", text: &text });
    assert_eq!(again.as_ref(), Ok(catalogue));
}

#[test]
fn every_claim_survives_its_source_form() {
    assert_round_trip(build::parse("embedded", embedded::TEXT).unwrap(), &catalogue());
    // The fictional catalogue has every state.
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/catalogue");
    let (source, small) = directory::load(&folder).unwrap();
    assert_round_trip(source, &small);
}

#[test]
fn all_places_of_iso_3166_are_there() {
    let catalogue = catalogue();
    // 249 officially assigned codes; Kosovo has none of its own.
    assert!(catalogue.places.len() >= 249, "{}", catalogue.places.len());
}

#[test]
fn every_claim_has_evidence_in_our_words() {
    let catalogue = catalogue();
    for (provider, claim) in catalogue.providers.iter().flat_map(|p| p.claims.iter().map(move |c| (p, c))) {
        let evidence: Vec<_> = claim.all_evidence().collect();
        assert!(!evidence.is_empty(), "{} {}", provider.id, claim.row);
        for passage in evidence {
            assert!(passage.statement.ends_with(['.', '”']), "{}: {}", provider.id, passage.statement);
            // A vendor speaks for itself; a provider behind vendors is described by what they say of it.
            let said_by = catalogue.provider(&passage.said_by).unwrap();
            assert_eq!(said_by.kind, Kind::Vendor, "{} cites {}", provider.id, passage.document);
            assert!(provider.kind == Kind::Provider || said_by.id == provider.id, "{}", provider.id);
        }
    }
}

#[test]
fn witivio_holds_no_certificate_and_says_so() {
    let catalogue = catalogue();
    let own = claim(&catalogue, "witivio", "cert-own");
    assert_eq!((&own.assertion, &own.holder), (&Assertion::No, &None));
    let hosts = claim(&catalogue, "witivio", "cert-host");
    assert!(matches!(&hosts.assertion, Assertion::Inherited(Value::Certificates(list)) if list.open));
    assert_eq!(hosts.holder.as_ref().unwrap(), "azure");
    let payment = claim(&catalogue, "witivio", "cert-payment");
    assert_eq!(payment.holder.as_ref().unwrap(), "chargebee");
}

#[test]
fn witivio_replicates_to_a_place_without_a_name() {
    let catalogue = catalogue();
    for row in ["region-secondary", "region-backup"] {
        let claim = claim(&catalogue, "witivio", row);
        let unnamed = Reading { value: Value::Places(Places::Unnamed), evidence: Vec::new() };
        assert_eq!(claim.assertion, Assertion::Unclear(vec![unnamed]), "{row}");
    }
    // What a picture shows is not in the data.
    assert_eq!(claim(&catalogue, "witivio", "ret-backup").assertion, Assertion::Picture);
}

#[test]
fn to_anonymise_is_not_to_delete() {
    let catalogue = catalogue();
    let erase = claim(&catalogue, "witivio", "dsr-erase");
    assert!(matches!(&erase.assertion, Assertion::Stated(Value::Yes(Some(kind))) if *kind == *"anonymise"));
}

#[test]
fn moodtalks_ai_runs_in_one_of_fourteen_countries() {
    let catalogue = catalogue();
    let ai = claim(&catalogue, "moodtalk", "region-ai");
    let Assertion::Unclear(readings) = &ai.assertion else { panic!("{ai:#?}") };
    let [Reading { value: Value::Places(Places::OneOf(places)), .. }] = &readings[..] else {
        panic!("{ai:#?}")
    };
    assert_eq!(places.len(), 14);
    let eea = catalogue.area(&GroupId::new("EEA"), day("2026-11-22")).certain;
    let outside: Vec<String> = places.difference(&eea).iter().map(|place| place.to_string()).collect();
    assert_eq!(outside, ["CH", "GB"]);
}

#[test]
fn moodtalks_list_has_21_entries_a_date_and_one_data_centre() {
    let catalogue = catalogue();
    let lists = claims(&catalogue, "moodtalk", "cert-host");
    let [dated, other] = lists[..] else { panic!("{lists:#?}") };
    let Assertion::Inherited(Value::Certificates(list)) = &dated.assertion else { panic!("{dated:#?}") };
    assert_eq!((list.items.len(), list.open), (21, false));
    assert_eq!(dated.as_of, Some(day("2024-02-19")));
    assert_eq!(dated.scope.as_deref(), Some("Switzerland North data centre"));
    assert_eq!(other.as_of, None);
    assert_ne!(other.scope, dated.scope);
}

#[test]
fn avid_names_its_host_and_no_region() {
    let catalogue = catalogue();
    let avid = catalogue.providers.iter().find(|p| p.id == *"avid").unwrap();
    let about = ["data-location", "certificates", "retention"];
    let rows = catalogue.sections.iter().filter(|section| about.contains(&section.id.as_str()));
    let stated =
        rows.flat_map(|section| &section.rows).filter(|row| avid.claims_on(&row.id).next().is_some());
    let stated: Vec<&str> = stated.map(|row| row.id.as_str()).collect();
    assert_eq!(stated, ["region-primary", "host", "data-stores"]);
    let main = claim(&catalogue, "avid", "region-primary");
    assert!(matches!(&main.assertion, Assertion::Unclear(readings)
        if matches!(readings[..], [Reading { value: Value::Places(Places::Unnamed), .. }])));
}

#[test]
fn wflows_list_is_open_and_contains_laws() {
    let catalogue = catalogue();
    let hosts = claim(&catalogue, "wflow", "cert-host");
    let Assertion::Inherited(Value::Certificates(list)) = &hosts.assertion else { panic!("{hosts:#?}") };
    assert!(list.open);
    for law in ["gdpr", "hipaa"] {
        assert!(list.items.iter().any(|id| *id == *law), "{law}");
        let entry = catalogue.certifications.iter().find(|c| c.id == *law).unwrap();
        assert!(!entry.kind.counts(), "{law} is {}", entry.kind.id());
    }
}

/// Every option that the page can offer, asked of every vendor: an answer with words, and never a panic.
#[test]
fn every_single_requirement_has_an_answer_in_words() {
    let catalogue = catalogue();
    let context = Context { catalogue: &catalogue, as_of: day("2026-11-22") };
    let mut texts: Vec<String> = Vec::new();
    for certification in &catalogue.certifications {
        texts.extend(["own", "host", "any"].map(|holder| format!("cert@{holder} has {}", certification.id)));
    }
    for term in catalogue.groups.iter().map(|g| g.id.to_string()).chain(["NL", "CH", "GB"].map(str::to_owned))
    {
        for row in ["region", "region-primary", "region-secondary", "region-backup", "region-ai"] {
            texts.extend([format!("{row} in {term}"), format!("not {row} has-any {term}")]);
        }
    }
    texts.extend(catalogue.rows().map(|row| format!("{} is-stated", row.id)));
    for text in texts {
        let parsed = parse(&text, &catalogue);
        assert_eq!(parsed.errors, [], "{text}");
        let outcome = Outcome::of(&parsed.requirements, context);
        assert_eq!(outcome.assessments.len(), catalogue.vendors().count());
        for assessment in &outcome.assessments {
            let reasons = words::finding(&assessment.findings[0], &parsed.requirements[0], context);
            assert!(
                !reasons.is_empty() && reasons.iter().all(|r| !r.is_empty()),
                "{text}: {}",
                assessment.vendor
            );
        }
        // Law and guideline are no certificates, whoever's list they stand in.
        if let Some(id) = text.strip_prefix("cert@any has ") {
            let kind = catalogue.certifications.iter().find(|c| c.id == *id).unwrap().kind;
            assert!(kind.counts() || outcome.group(Verdict::Yes).count() == 0, "{text}");
        }
    }
}

fn vendors(catalogue: &Catalogue) -> impl Iterator<Item = &Provider> {
    catalogue.providers.iter().filter(|provider| provider.kind == Kind::Vendor)
}

#[test]
fn everything_that_the_documents_say_is_in_the_catalogue() {
    let catalogue = catalogue();
    let claims: usize = vendors(&catalogue).map(|vendor| vendor.claims.len()).sum();
    assert!(claims >= 300, "{claims} claims");
    // Every section of the rows has been read for every provider, so that nothing is merely "not read".
    for provider in &catalogue.providers {
        assert_eq!(provider.covers.len(), catalogue.sections.len(), "{}", provider.id);
    }
}

/// That each section is cited or silent for a reason is what the check of the folder holds; here, that every document
/// has its ledger.
#[test]
fn every_document_has_a_ledger() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let (source, _) = directory::load(&folder).unwrap();
    for document in &source.documents {
        assert!(document.sections.len() >= 3, "{}", document.id);
        let reasons = document.sections.iter().filter_map(|section| section.silent.as_deref());
        assert!(reasons.clone().all(|reason| reason.ends_with('.')), "{}", document.id);
        assert!(reasons.count() * 2 < document.sections.len(), "{} is mostly silent", document.id);
    }
}

#[test]
fn every_conflict_is_counted() {
    let catalogue = catalogue();
    for vendor in vendors(&catalogue) {
        let conflicts = vendor
            .claims
            .iter()
            .filter(|claim| matches!(&claim.assertion, Assertion::Unclear(readings) if readings.len() > 1));
        let counted = claim(&catalogue, vendor.id.as_str(), "doc-conflict");
        let Assertion::Stated(Value::Number(count)) = &counted.assertion else { panic!("{counted:#?}") };
        assert_eq!(count.to_string(), conflicts.count().to_string(), "{}", vendor.id);
    }
}

#[test]
fn the_faults_of_the_documents_keep_all_their_readings() {
    let catalogue = catalogue();
    let readings = |row| match &claim(&catalogue, "witivio", row).assertion {
        Assertion::Unclear(readings) => readings.iter().map(|r| r.evidence.len()).collect::<Vec<_>>(),
        other => panic!("{row}: {other:?}"),
    };
    // 18:00 in two sections, 17:00 in one.
    assert_eq!(readings("support-hours"), [2, 1]);
    for row in ["fix-blocking", "fix-nonblocking", "fix-advice"] {
        assert_eq!(readings(row), [2, 1], "{row}");
    }
    assert_eq!(readings("repo"), [3, 1]);
    // A figure without a unit is words, never a percentage; what is optional is not by default.
    let durability = claim(&catalogue, "wflow", "durability");
    assert!(
        matches!(&durability.assertion, Assertion::Inherited(Value::Text(text)) if text.contains("99.99999999999998"))
    );
    let sla = claim(&catalogue, "wflow", "sla");
    assert!(matches!(&sla.assertion, Assertion::Optional(Value::Percentage(_))));
    let planned = claims(&catalogue, "witivio", "incident-record").into_iter();
    let planned: Vec<_> = planned.filter(|c| matches!(c.assertion, Assertion::Planned { .. })).collect();
    assert_eq!(planned.len(), 1);
}

/// Every provider that a claim names as upstream has a profile, a place (or that none is named), and what it is for.
#[test]
fn the_chain_of_providers_has_no_gap() {
    let catalogue = catalogue();
    for vendor in vendors(&catalogue) {
        for link in chain::of(vendor, &catalogue) {
            let name = link.provider.id.as_str();
            assert!(!link.roles.is_empty(), "{}: {name} has no role", vendor.id);
            assert!(!link.places.is_empty(), "{}: {name} has no place", vendor.id);
            assert!(link.provider.claims_on(&RowId::new("used-for")).next().is_some(), "{name}");
        }
    }
    let roles = |vendor: &str| {
        let vendor = catalogue.providers.iter().find(|p| p.id == *vendor).unwrap();
        chain::of(vendor, &catalogue).iter().map(|link| link.provider.id.to_string()).collect::<Vec<_>>()
    };
    assert!(roles("avid").contains(&"auth0".to_owned()));
    assert!(!roles("wflow").contains(&"auth0".to_owned()));
}

#[test]
fn the_brief_catalogue_with_its_statements_is_the_whole_one() {
    let whole = embedded::catalogue().expect("the catalogue");
    let brief = embedded::brief();
    assert_ne!(brief, whole);
    assert_eq!(embedded::completed(&brief), whole);
}

#[test]
fn what_is_packed_comes_out_and_no_text_is_there_twice() {
    let catalogue = catalogue();
    let (numbers, texts) = packed::pack(&catalogue);
    // A break within a text is the one thing that is not kept.
    let on_one_line = |catalogue: &Catalogue| format!("{catalogue:?}").replace("\\n", " ");
    assert_eq!(on_one_line(&packed::unpack(&numbers, &texts)), on_one_line(&catalogue));
    let (all, distinct) = (texts.lines().count(), texts.lines().collect::<BTreeSet<_>>().len());
    assert_eq!(distinct, all);
}
