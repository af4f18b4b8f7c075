//! The table of questions that a vendor has filled in.

use serde_json::json;
use vendor_compare::{
    catalogue::date::Date,
    exchange::{Brought, answers::Filled, brought},
    export::questions::{Letter, table},
    project::{
        Answer, Project,
        decision::{Occasion, Record},
    },
    requirement::{evaluate::Context, parse::parse},
};

use super::catalogue;

fn read(csv: &str, known: &[Answer]) -> Filled {
    match brought("filled.csv", csv, &catalogue(), known).unwrap() {
        Brought::Answers(filled) => filled,
        _ => panic!("these are answers"),
    }
}

fn line(vendor: &str, row: &str, answer: &str) -> String {
    format!(
        "Vendor,Row id,Answer,Who answered,Day of the answer\n{vendor},{row},{answer},Jo Doe,2026-11-02\n"
    )
}

fn said(filled: &Filled) -> Vec<String> {
    filled.problems.iter().map(ToString::to_string).collect()
}

#[test]
fn what_a_vendor_writes_into_the_table_becomes_a_claim_of_its_row() {
    for (row, written, state, value) in [
        ("region-backup", "\"Ireland, Netherlands\"", "stated", json!({ "all": ["IE", "NL"] })),
        ("region-backup", "IE (open)", "stated", json!({ "all": ["IE"], "open": true })),
        ("ret-backup", "At most 30 days", "stated", json!("P30D at-most")),
        ("ret-backup", "12 months", "stated", json!("P12M fixed")),
        ("ret-backup", "at least 1 year", "stated", json!("P1Y at-least")),
        ("fix-blocking", "4 hours", "stated", json!("PT4H fixed")),
        ("backup", "Yes", "stated", json!(true)),
        ("backup", "yes (optional)", "optional", json!(true)),
        ("backup", "no", "no", json!(null)),
        ("sla", "99.9 %", "stated", json!({ "percent": 99.9 })),
        ("deploy-approval", "2", "stated", json!(2)),
        ("doc-date", "2026-01-31", "stated", json!("2026-01-31")),
    ] {
        let filled = read(&line("acme", row, written), &[]);
        assert_eq!(said(&filled), [""; 0], "{row}: {written}");
        let [answer] = &filled.answers[..] else { panic!("{row}: {written}") };
        let found = answer.value.clone().unwrap_or_default();
        let period = found.get("length").map(|length| {
            json!(format!("{} {}", length.as_str().unwrap(), found["limit"].as_str().unwrap()))
        });
        assert_eq!((&*answer.state, period.unwrap_or(found)), (state, value), "{row}: {written}");
        assert_eq!(answer.statement, written.trim_matches('"'));
    }
}

/// A page in another language sends its questions in that language, and is answered in it or in English.
#[test]
fn answers_are_read_in_the_language_of_the_page_and_in_english() {
    let words = [
        ("yes", "ja"),
        ("no", "nein"),
        ("at most", "höchstens"),
        ("days", "Tage"),
        ("months", "Monate"),
        ("Ireland", "Irland"),
    ];
    let words = words.map(|(english, german)| (english.to_owned(), german.to_owned()));
    let _speaking = vendor_compare::language::Language::learn("answers", words).speak();
    for (row, written, value) in [
        ("backup", "Ja", json!(true)),
        ("region-backup", "Irland", json!({ "all": ["IE"] })),
        ("region-backup", "Ireland", json!({ "all": ["IE"] })),
        ("sla", "\"99,9 %\"", json!({ "percent": 99.9 })),
    ] {
        let filled = read(&line("acme", row, written), &[]);
        assert_eq!(said(&filled), [""; 0], "{row}: {written}");
        assert_eq!(filled.answers[0].value, Some(value), "{row}: {written}");
    }
    for (written, length) in
        [("höchstens 30 Tage", "P30D"), ("1 Tag", "P1D"), ("12 months", "P12M"), ("1 Monat", "P1M")]
    {
        let filled = read(&line("acme", "ret-backup", written), &[]);
        assert_eq!(said(&filled), [""; 0], "{written}");
        assert_eq!(filled.answers[0].value.as_ref().unwrap()["length"], length, "{written}");
    }
    assert_eq!(read(&line("acme", "backup", "nein"), &[]).answers[0].state, "no");
}

#[test]
fn blank_and_not_applicable_are_never_a_no() {
    for written in ["", "n/a", "Not applicable"] {
        let filled = read(&line("acme", "backup", written), &[]);
        assert_eq!((filled.answers.len(), filled.problems.len(), filled.silent), (0, 0, 1), "{written}");
    }
}

#[test]
fn what_cannot_be_read_is_told_with_its_place_and_takes_nothing_along() {
    let csv = "\
Vendor,Row id,Answer,Who answered,Day of the answer
Acme,backup,yes,Jo Doe,2026-11-02
Acmee,backup,yes,Jo Doe,2026-11-02
Acme,backupp,yes,Jo Doe,2026-11-02
Acme,ret-backup,As long as needed,Jo Doe,2026-11-02
Acme,region-backup,Irland,Jo Doe,2026-11-02
Acme,geo,yes,,2026-11-02
Acme,geo,yes,Jo Doe,2.11.26
Acme,sla,999 %,Jo Doe,2026-11-02
";
    let filled = read(csv, &[]);
    assert_eq!(filled.answers.iter().map(|answer| answer.row.as_str()).collect::<Vec<_>>(), ["backup"]);
    let said = said(&filled);
    for (place, words) in [
        ("filled.csv:3:1: vendor:", "did you mean \"Acme\"?"),
        ("filled.csv:4:2: row id:", "did you mean \"backup\"?"),
        ("filled.csv:5:3: answer:", "30 days, at most 12 months"),
        ("filled.csv:6:3: answer:", "Did you mean “Ireland”?"),
        ("filled.csv:7:4: who answered:", "name the person"),
        ("filled.csv:8:5: day of the answer:", "write 2026-12-31"),
        ("filled.csv:9:3: answer:", "between 0 and 100"),
    ] {
        assert!(said.iter().any(|line| line.starts_with(place) && line.contains(words)), "{place} {said:#?}");
    }
    assert_eq!(said.len(), 7);
    assert!(filled.in_words("filled.csv")[0].contains("1 answer is added"));
}

#[test]
fn an_answer_that_is_there_already_is_not_added_again() {
    let csv = line("Acme", "geo", "yes");
    let once = read(&csv, &[]).answers;
    assert_eq!(once.len(), 1);
    assert_eq!(read(&csv, &once).answers, []);
}

/// What the page and `catalogue questions` write is what is read here, once somebody has filled it in.
#[test]
fn the_table_that_is_sent_is_the_one_that_is_read() {
    let catalogue = catalogue();
    let parsed = parse("region in EEA; ret-backup at-most P30D", &catalogue);
    let context = Context { catalogue: &catalogue, as_of: Date::new(2026, 11, 22).unwrap() };
    let record = Record::of(Occasion {
        project: &Project::default(),
        requirements: &parsed.requirements,
        context,
        identity: &vendor_compare::embedded::identity(),
        made: context.as_of,
    });
    let letters: Vec<Letter> = record
        .vendors
        .iter()
        .map(|vendor| Letter { vendor: &vendor.name, questions: &vendor.questions })
        .collect();
    let asked: usize = letters.iter().map(|letter| letter.questions.len()).sum();
    let sent = table(&letters, &catalogue);
    let filled = read(&sent, &[]);
    assert!(asked > 3);
    assert_eq!((filled.silent, filled.problems.len(), filled.answers.len()), (asked, 0, 0));
}

#[test]
fn a_table_of_something_else_is_refused_with_what_is_read() {
    let Err(problem) = brought("other.csv", "name,place\na,b\n", &catalogue(), &[]) else {
        panic!("refused")
    };
    assert!(problem.to_string().contains("neither a table of claims nor"), "{problem}");
}
