//! Tables of claims, as people write them.

use vendor_compare::{
    catalogue::source::ProviderSource,
    exchange::{self, Defaults, Imported, Names, claims},
};

use crate::{base, rows, said};

fn tables(csv: &str) -> Vec<exchange::Table> {
    exchange::tables("claims.csv", csv.as_bytes(), &mut Vec::new()).unwrap()
}

fn import(csv: &str) -> Imported {
    claims::read(&tables(csv), &Names::default(), &Defaults::default(), &base())
}

/// The profile of a table in which nothing is wrong.
fn profile(csv: &str) -> ProviderSource {
    let imported = import(csv);
    assert_eq!(said(&imported), [""; 0]);
    imported.profiles.into_iter().next().unwrap()
}

#[test]
fn a_table_by_hand_needs_few_columns() {
    let acme = profile(
        "provider,row,state,value,document,section,statement\n\
         acme,region-primary,stated,\"NL, IE\",acme-trust,Hosting,It runs in two countries.\n\
         acme,sla,optional,99.9 %,acme-trust,Availability,It can be ordered.\n\
         acme,geo,no,,acme-trust,Hosting,There is none.\n",
    );
    // What the catalogue knows about the provider need not be said again.
    assert_eq!((&*acme.name, &*acme.kind), ("Acme", "vendor"));
    let claims: Vec<String> = acme
        .claims
        .iter()
        .map(|c| format!("{} {} {}", c.row, c.state, c.value.clone().unwrap_or_default()))
        .collect();
    assert_eq!(
        claims,
        [r#"region-primary stated {"all":["NL","IE"]}"#, r#"sla optional {"percent":99.9}"#, "geo no null"]
    );
    assert_eq!(acme.claims[0].evidence[0].section, "Hosting");
}

#[test]
fn lines_of_one_claim_join_and_readings_keep_their_evidence() {
    let acme = profile(
        "provider,claim,row,state,reading,value,counts,document,section,statement,scope\n\
         acme,1,ret-backup,unclear,1,P30D,backups,acme-trust,Retention,30 days.,files\n\
         acme,2,geo,no,,,,acme-trust,Hosting,There is none.,\n\
         acme,1,ret-backup,unclear,2,P35D,backups,acme-faq,Backups,35 days.,\n\
         acme,2,,,,,,acme-faq,Places,There is one place only.,\n\
         acme,1,ret-backup,unclear,2,P35D,backups,acme-faq,Recovery,35 days again.,files\n",
    );
    let [backup, geo] = &acme.claims[..] else { panic!("{acme:#?}") };
    let evidence: Vec<usize> = backup.readings.iter().map(|reading| reading.evidence.len()).collect();
    assert_eq!((evidence, &backup.value, backup.scope.as_deref()), (vec![1, 2], &None, Some("files")));
    assert_eq!(geo.evidence.len(), 2);
}

#[test]
fn a_new_provider_is_told_in_a_line_of_its_own() {
    let willow = profile(
        "provider,row,state,document,section,statement,name,kind,summary,covers\n\
         willow,,,,,,Willow,vendor,A new one.,\"availability, service\"\n\
         willow,geo,no,acme-trust,Hosting,There is none.,,,,\n",
    );
    assert_eq!((&*willow.name, willow.covers.len(), willow.claims.len()), ("Willow", 2, 1));
}

#[test]
fn every_bad_line_is_reported_and_the_good_ones_are_given() {
    let imported = import(
        "provider,row,state,value,counts,document,section,statement\n\
         acme,sla,stated,99.9,,acme-trust,Availability,A number.\n\
         acme,geo,no,,,acme-trust,Hosting,There is none.\n\
         acme,cert-own,stated,iso-27001,,acme-trust,Certificates,A certificate.\n\
         acme,slaa,stated,99.9 %,,acme-trust,Availability,A row.\n\
         acme,ret-backup,stated,35 days,backups,acme-trust,Retention,A time.\n\
         acme,region-primary,stated,\"NL, Irland\",,acme-trust,Hosting,A place.\n\
         acme,region-primary,statd,NL,,acme-trust,Hosting,A state.\n\
         acme,region-primary,stated,NL,,acme-turst,Hosting,A document.\n\
         acme,region-primary,stated,NL,,acme-trust,Hosting,\n\
         ,region-primary,stated,NL,,acme-trust,Hosting,A provider.\n\
         oak,region-primary,stated,NL,,acme-trust,Hosting,Another provider.\n",
    );
    assert_eq!(rows(&imported), ["geo"]);
    let said = said(&imported);
    for (place, remedy) in [
        ("claims.csv:2:4: value: \"99.9\" is no percentage", "99.5 %"),
        ("claims.csv:4:4: value: \"iso-27001\" does not say whether the list is complete", "(closed)"),
        ("claims.csv:5:2: row: \"slaa\" is not a row", "did you mean \"sla\"?"),
        ("claims.csv:6:4: value: \"35 days\" is not an ISO 8601 duration", "did you mean \"P35D\"?"),
        ("claims.csv:7:4: value: \"Irland\" is not a place", "did you mean \"IE\" (Ireland)?"),
        ("claims.csv:8:3: state: \"statd\" is not a state", "did you mean \"stated\"?"),
        ("claims.csv:9:6: document: \"acme-turst\" is not a document", "did you mean \"acme-trust\"?"),
        ("claims.csv:10:", "the text is empty"),
        ("claims.csv:11:1: provider: nothing says whose profile this is", "--provider"),
        ("claims.csv:12:1: provider: nothing says what \"oak\" is", "catalogue new"),
    ] {
        assert!(
            said.iter().any(|line| line.starts_with(place) && line.contains(remedy)),
            "{place}: {said:#?}"
        );
    }
    assert_eq!(said.len(), 10, "{said:#?}");
}

#[test]
fn lines_of_one_claim_must_not_contradict_each_other() {
    let imported = import(
        "provider,claim,row,state,value,document,section,statement\n\
         acme,1,sla,stated,99.9 %,acme-trust,Availability,One number.\n\
         acme,1,sla,stated,99.5 %,acme-trust,Availability,Another number.\n\
         acme,2,geo,no,,acme-trust,Hosting,There is none.\n",
    );
    assert_eq!(rows(&imported), ["geo"]);
    let [only] = &said(&imported)[..] else { panic!("{imported:#?}") };
    assert!(only.starts_with("claims.csv:3:5: value: \"99.5 %\" is not what line 2 says"), "{only}");
}

#[test]
fn what_a_table_says_of_nothing_is_not_dropped_in_silence() {
    let imported = import(
        "provider,row,state,value,counts,document,section,statement,wiegth\n\
         acme,region-primary,stated,NL,backups,acme-trust,Hosting,A count.,\n\
         acme,geo,no,yes,,acme-trust,Hosting,A value.,3\n",
    );
    let said = said(&imported);
    let places =
        ["claims.csv:1:9: wiegth", "claims.csv:2:4: value: a value of type places", "claims.csv:3:4: value"];
    for place in places {
        assert!(said.iter().any(|line| line.starts_with(place)), "{place}: {said:#?}");
    }
    assert_eq!((said.len(), rows(&imported).len()), (3, 0), "{said:#?}");
}

#[test]
fn columns_with_other_names_are_told_by_a_file() {
    let names = Names::read(
        &tables("column,means\nTopic,row\nFinding,state\nMoney,value\nWhere,section\nWhat,statement\nWho,\n"),
        &mut Vec::new(),
    );
    let defaults = Defaults { provider: Some("acme".to_owned()), document: Some("acme-trust".to_owned()) };
    let table =
        tables("Topic;Finding;Money;Where;What;Who\nsla;stated;99.9 %;Availability;It is promised.;Jane\n");
    let imported = claims::read(&table, &names, &defaults, &base());
    assert_eq!(said(&imported), [""; 0]);
    assert_eq!(imported.profiles[0].claims[0].evidence[0].document, "acme-trust");
}

#[test]
fn a_spreadsheet_finds_no_formula_in_what_is_written() {
    let mut acme = profile(
        "provider,row,state,value,document,section,statement\n\
         acme,keys,stated,x,acme-trust,Keys,Keys are kept.\n",
    );
    acme.claims[0].value = Some("=HYPERLINK(\"a\",\"b\")".into());
    acme.claims[0].evidence[0].statement = "-2+3\", =1+1".to_owned();
    let written = claims::write(&[acme.clone()]);
    assert!(written.contains(r#","'=HYPERLINK(""a"",""b"")","#), "{written}");
    assert!(written.contains(r#","'-2+3"", =1+1","#), "{written}");
    assert_eq!(profile(&written).claims[0].value, acme.claims[0].value);
    assert!(written.split("\r\n").count() == 4, "{written}");
}
