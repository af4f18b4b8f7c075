//! A questionnaire in the manner of the CAIQ: titles above the header, merged cells, remarks, and people's answers.

use rust_xlsxwriter::{Format, Formula, Workbook};
use vendor_compare::exchange::{self, Defaults, Imported, Names, questionnaire};

use crate::{base, rows, said};

const MAPPING: &str = "\
question,row,asks,yes,no,counts,holder,scope
BCR-08.1,backup,whether backups are made,yes,no,,,
BCR-08.2,backup,whether backups are tested,yes,,,,
BCR-09.1,geo,whether there is a second location,yes,no,,,
DSP-16.1,ret-backup,how long backups are kept,,,,,
DSP-16.2,ret-personal,whether personal data is kept for at most two years,at most P2Y,,personal data,,
DSP-17.1,region-ai,whether all data stays out of AI services,no,,,,
DSP-17.2,ai,whether AI services can be switched off,no,,,,
IAM-02.1,login,whether SAML can be used,saml (open),,,,
A&A-02.1,cert-own,whether an ISO 27001 certificate is held,iso-27001 (open),,,,
A&A-02.2,cert-host,whether the host holds an ISO 27001 certificate,iso-27001 (open),,,nimbus,
CEK-08.1,keys,how keys are managed,,,,,
SEF-03.1,breach-time,whether customers are told of breaches within 72 hours,at most PT72H,,notice of a breach,,
STA-09.1,sla,whether 99.9 % are promised,99.9 %,,,,files
";

/// Question, what it asks, answer, remark.
const ANSWERS: [[&str; 4]; 14] = [
    ["BCR-08.1", "Are backups made?", "Yes", ""],
    ["BCR-08.2", "Are they tested?", "YES", "Every quarter."],
    ["BCR-09.1", "Is there a second location?", "No", ""],
    ["DSP-16.1", "How long are backups kept?", "35 days", ""],
    ["DSP-16.2", "Is personal data kept for two years at most?", "", ""],
    ["DSP-17.1", "Does all data stay out of AI services?", "N/A", ""],
    ["DSP-17.2", "Can AI services be switched off?", "Yes, optional", ""],
    ["IAM-02.1", "Is there SAML?", "Yes, optional", ""],
    ["A&A-02.1", "Do you hold ISO 27001?", "No", ""],
    ["a&a-02.2", "Does your host?", "Yes", ""],
    ["CEK-08.1", "How are keys managed?", "In a key vault", ""],
    ["STA-09.1", "Do you promise 99.9 %?", "Yes", ""],
    ["STA-09.1", "Do you promise 99.9 %?", "No", ""],
    ["XYZ-01.1", "Something else?", "Yes", ""],
];

fn workbook() -> Vec<u8> {
    let mut workbook = Workbook::new();
    workbook
        .add_worksheet()
        .set_name("Introduction")
        .unwrap()
        .write_string(0, 0, "How to fill this in")
        .unwrap();
    let sheet = workbook.add_worksheet().set_name("CAIQ v9").unwrap();
    sheet.merge_range(0, 0, 0, 4, "Consensus questions", &Format::new()).unwrap();
    let header = [
        "Question ID",
        "Question",
        "CSP CAIQ\nAnswer",
        "CSP Implementation Description (Optional/Recommended)",
    ];
    sheet.write_row(2, 0, header).unwrap();
    for (number, line) in (3..).zip(ANSWERS) {
        sheet.write_row(number, 0, line).unwrap();
    }
    sheet.write_formula(3, 2, Formula::new("=IF(TRUE,\"Yes\",\"No\")").set_result("Yes")).unwrap();
    sheet.write_string(17, 0, "SEF-03.1").unwrap();
    sheet.write_formula(17, 2, Formula::new("=Missing!A1").set_result("#REF!")).unwrap();
    // A question over two lines, each with an answer of its own.
    sheet.merge_range(18, 0, 19, 0, "DSP-16.2", &Format::new()).unwrap();
    sheet.write_string(19, 2, "Yes").unwrap();
    workbook.save_to_buffer().unwrap()
}

fn import(mapping: &str, defaults: &Defaults) -> Imported {
    let mut problems = Vec::new();
    let mapping = exchange::tables("mapping.csv", mapping.as_bytes(), &mut problems).unwrap();
    let mapping = questionnaire::Mapping::read(&mapping, &base(), &mut problems);
    let tables = exchange::tables("caiq.xlsx", &*workbook(), &mut problems).unwrap();
    let mut imported = questionnaire::read(&tables, &Names::default(), &mapping, defaults, &base());
    imported.problems.extend(problems);
    imported
}

fn of_acme() -> Defaults {
    Defaults { provider: Some("acme".to_owned()), document: Some("acme-faq".to_owned()) }
}

#[test]
fn plain_answers_become_claims_with_their_passage() {
    let imported = import(MAPPING, &of_acme());
    let claims = &imported.profiles[0].claims;
    let short: Vec<String> = claims
        .iter()
        .map(|c| format!("{} {} {}", c.row, c.state, c.value.clone().unwrap_or_default()))
        .collect();
    assert_eq!(
        short,
        [
            "backup stated true",
            "geo no null",
            r#"login optional {"items":["saml"],"list":"open"}"#,
            r#"cert-host inherited {"items":["iso-27001"],"list":"open"}"#,
            "keys stated \"In a key vault\"",
        ]
    );
    let [made, tested] = &claims[0].evidence[..] else { panic!("{:#?}", claims[0]) };
    assert_eq!((&*made.document, &*made.section), ("acme-faq", "CAIQ v9, BCR-08.1"));
    assert_eq!(made.statement, "Asked whether backups are made, the questionnaire answers yes.");
    assert_eq!(tested.section, "CAIQ v9, BCR-08.2");
    assert_eq!(claims[0].note.as_deref(), Some("The questionnaire adds a remark to this answer."));
    assert_eq!(claims[3].holder.as_deref(), Some("nimbus"));
}

#[test]
fn what_says_nothing_is_no_claim_and_what_is_not_understood_is_reported() {
    let imported = import(MAPPING, &of_acme());
    assert_eq!(
        said(&imported),
        [
            "caiq.xlsx:18:3: CAIQ v9!C18: the formula of this cell gives #REF!; mend the formula, or write the text \
             itself",
            "caiq.xlsx:20:3: CAIQ v9!C20: here is an answer without a question; write its id into every line, also \
             where cells were merged",
            "caiq.xlsx:7:3: CAIQ v9!C7: DSP-16.1 is answered in free words, and ret-backup holds a value of type \
             duration; read the answer and write the claim yourself; the import does not guess",
            "caiq.xlsx:16:3: CAIQ v9!C16: STA-09.1 is answered more than once, and not in the same way; keep the \
             answer that is meant",
        ]
    );
    assert_eq!(
        imported.remarks,
        [
            "1 questions of the questionnaire are not in the mapping",
            "answered as not applicable, which is not a no: DSP-17.1",
            "answered in a way to which the mapping gives no meaning: DSP-17.2, A&A-02.1",
            "answered with a remark, which you should read: BCR-08.2",
            "left blank, which says nothing: DSP-16.2",
            "not in the questionnaire: SEF-03.1",
        ]
    );
}

#[test]
fn a_mapping_is_checked_before_anything_is_made_of_it() {
    let mapping = "question,row,asks,yes,no\n\
                   BCR-08.1,backups,whether backups are made,yes,no\n\
                   IAM-02.1,login,whether there is SAML,saml,\n\
                   BCR-09.1,geo,,yes,no\n\
                   A&A-02.1,cert-own,whether it is held,iso-27002 (open),\n\
                   A&A-02.2,cert-host,whether the host holds it,iso-27002 (open),\n\
                   CEK-08.1,keys,how keys are managed,,\n";
    let imported = import(mapping, &of_acme());
    let said = said(&imported);
    for part in [
        "mapping.csv:2:2: row: \"backups\" is not a row; did you mean \"backup\"?",
        "mapping.csv:3:4: yes: \"saml\" does not say whether the list is complete",
        "mapping.csv:4:3: asks: \"asks\" is empty",
        "mapping.csv:6:4: yes: \"iso-27002\" is not in the certification registry",
    ] {
        assert!(said.iter().any(|line| line.starts_with(part)), "{part}: {said:#?}");
    }
    assert_eq!(rows(&imported), ["keys"]);
}

#[test]
fn who_answers_must_be_known() {
    for (defaults, message) in [
        (Defaults::default(), "nothing says who answers"),
        (Defaults { provider: Some("oak".to_owned()), ..of_acme() }, "nothing says what \"oak\" is"),
    ] {
        let imported = import(MAPPING, &defaults);
        assert!(said(&imported).iter().any(|line| line.contains(message)), "{:#?}", imported.problems);
        assert_eq!(imported.profiles.len(), 0);
    }
}
