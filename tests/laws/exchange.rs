//! What leaves the catalogue as a table comes back as the same profiles, whatever is written in them; and no table,
//! whatever is in it, makes the reader stumble.

use proptest::{collection::vec, prelude::*, sample::select};
use vendor_compare::{
    catalogue::{
        Catalogue,
        build::{self, OneText},
        claim::{Assertion, Claim},
        directory,
        source::{CatalogueSource, ClaimSource, EvidenceSource, ProviderSource},
    },
    curation::format,
    embedded,
    exchange::{self, Base, Defaults, Imported, Names, claims, json},
    export,
};

use super::{
    fixture,
    random::{self, Random},
    small_catalogue,
};

thread_local! {
    static BASE: Base = Base::of_source(&directory::load(&fixture()).unwrap().0);
}

fn imported(csv: &str) -> Imported {
    BASE.with(|base| import(csv, base))
}

fn import(csv: &str, base: &Base) -> Imported {
    let mut problems = Vec::new();
    let tables = exchange::tables("a.csv", csv.as_bytes(), &mut problems).unwrap();
    let mut imported = claims::read(&tables, &Names::default(), &Defaults::default(), base);
    imported.problems.extend(problems);
    imported
}

/// A text with signs that mean something to CSV files, to spreadsheets and to the notation, and with any others.
/// White space around a text means nothing and does not come back.
fn text() -> Random<String> {
    let signs = "['=+@;,\"\t\n\r a%()-]{1,8}";
    let words =
        select(vec!["one of", "unnamed", "yes", "NO", "at most", "(open)", "in business hours", "P35D"]);
    prop_oneof![
        signs.prop_map(|text| text.trim().to_owned()),
        "\\PC{1,12}".prop_map(|text| text.trim().to_owned()),
        words.prop_map(str::to_owned),
    ]
    .prop_filter("an empty text", |text| !text.is_empty())
    .boxed()
}

fn evidence() -> Random<EvidenceSource> {
    let said_by = select(vec![None, Some("acme".to_owned()), Some("nimbus".to_owned())]);
    (select(vec!["acme-trust", "bolt-trust"]), text(), text(), said_by)
        .prop_map(|(document, section, statement, said_by)| EvidenceSource {
            document: document.to_owned(),
            section,
            statement,
            said_by,
        })
        .boxed()
}

/// A claim with any texts in all the places that hold texts.
fn claim(claim: Claim) -> Random<ClaimSource> {
    let has_readings = matches!(&claim.assertion, Assertion::Unclear(readings) if readings.len() > 1);
    let source = export::source::claim(&claim);
    let evidence = vec(vec(evidence(), 1..4), source.readings.len() + 1);
    let texts = vec(proptest::option::of(text()), 6);
    (evidence, texts)
        .prop_map(move |(mut evidence, texts)| {
            let mut source = source.clone();
            let [scope, note, as_written, see, from, counts] = &texts[..] else { unreachable!() };
            (source.scope, source.note) = (scope.clone(), note.clone());
            source.planned_for = source.planned_for.and(as_written.clone());
            source.see = source.see.map(|text| see.clone().unwrap_or(text));
            source.evidence = if has_readings { Vec::new() } else { evidence.pop().unwrap_or_default() };
            for reading in &mut source.readings {
                reading.evidence = evidence.pop().unwrap_or_default();
            }
            let readings = source.readings.iter_mut().map(|reading| &mut reading.value);
            for value in source.value.iter_mut().chain(readings).filter(|value| value.get("length").is_some())
            {
                if let Some(counts) = counts {
                    value["counts"] = serde_json::json!(counts);
                }
                if let Some(from) = from {
                    value["from"] = serde_json::json!(from);
                }
            }
            source
        })
        .boxed()
}

fn profile(catalogue: &'static Catalogue) -> Random<ProviderSource> {
    let claims = random::claims(catalogue)
        .prop_flat_map(|claims| claims.into_iter().map(claim).collect::<Vec<Random<ClaimSource>>>());
    (claims, text(), proptest::option::of(text()), select(vec!["vendor", "provider"]))
        .prop_map(move |(claims, name, summary, kind)| ProviderSource {
            id: "willow".to_owned(),
            name,
            kind: kind.to_owned(),
            summary,
            covers: catalogue.sections.iter().map(|section| section.id.to_string()).collect(),
            claims,
        })
        .boxed()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn a_profile_survives_its_way_through_a_table(profile in profile(small_catalogue())) {
        let imported = imported(&claims::write(std::slice::from_ref(&profile)));
        prop_assert_eq!(imported.problems, []);
        prop_assert_eq!(serde_json::to_value(&imported.profiles).unwrap(), serde_json::json!([profile]));
    }

    #[test]
    fn a_profile_survives_its_way_through_json(profile in profile(small_catalogue())) {
        let written = format::profiles(std::slice::from_ref(&profile));
        let imported = BASE.with(|base| json::read("a.json", &written, base));
        prop_assert_eq!(imported.problems, []);
        prop_assert_eq!(format::profiles(&imported.profiles), written);
    }

    #[test]
    fn the_order_of_the_lines_does_not_matter_to_what_is_claimed(profile in profile(small_catalogue())) {
        let written = claims::write(std::slice::from_ref(&profile));
        let mut tables = exchange::tables("a.csv", written.as_bytes(), &mut Vec::new()).unwrap();
        tables[0].lines[1..].reverse();
        let imported = BASE.with(|base| claims::read(&tables, &Names::default(), &Defaults::default(), base));
        prop_assert_eq!(imported.problems, []);
        prop_assert_eq!(imported.profiles[0].claims.len(), profile.claims.len());
    }

    #[test]
    fn no_text_makes_the_import_stumble(
        any in "\\PC*",
        cells in vec(vec("['=\"\n;%()a-z0-9-]{0,6}|row|state|sla|stated|inherited|unclear|1|acme|nimbus|99 %", 0..6), 0..8),
    ) {
        imported(&any);
        let header = "provider,row,state,claim,value,reading\n".to_owned();
        let lines: String = cells.into_iter().map(|line| line.join(",") + "\n").collect();
        imported(&(header + &lines));
    }

    #[test]
    fn no_bytes_make_the_workbook_reader_stumble(bytes in vec(any::<u8>(), 0..300)) {
        let _ = exchange::tables("a.xlsx", &*bytes, &mut Vec::new());
    }
}

/// The catalogue of this build goes out as one table and comes back; it is judged by what the checks make of it.
#[test]
fn the_embedded_catalogue_survives_its_way_through_a_table() {
    let source: CatalogueSource = build::parse("embedded", embedded::TEXT).unwrap();
    let imported = import(&claims::write(&source.providers), &Base::of_source(&source));
    assert_eq!(imported.problems, []);
    let checked = |source: &CatalogueSource| {
        build::catalogue(source, &OneText { name: "", text: "" })
            .unwrap_or_else(|problems| panic!("{problems:#?}"))
    };
    let back = CatalogueSource { providers: imported.profiles, ..source.clone() };
    assert_eq!(checked(&back), checked(&source));
}
