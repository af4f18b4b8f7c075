//! Tables in LibreOffice: nothing is lost, and nothing runs that is a text.

use crate::support::{
    Browser, Page, in_browsers, scenario,
    spreadsheet::{Sheet, opened},
};
use serde_json::json;

#[tokio::test]
async fn a_table_arrives_cell_by_cell() {
    let csv = "vendor,place,statement\r\n\
        Müller & Söhne,Zürich,\"He said \"\"yes\"\", twice\"\r\n\
        Ørsted,Århus,\"first line\nsecond line\"\r\n\
        Quick,'=1+1,\"'=HYPERLINK(\"\"http://127.0.0.1/\"\",\"\"x\"\")\"\r\n";
    let sheet = opened(csv).await;
    assert_eq!(
        sheet.cells,
        [
            ["vendor", "place", "statement"],
            ["Müller & Söhne", "Zürich", "He said \"yes\", twice"],
            ["Ørsted", "Århus", "first line\nsecond line"],
            ["Quick", "'=1+1", "'=HYPERLINK(\"http://127.0.0.1/\",\"x\")"],
        ]
    );
    assert_eq!(sheet.formulas, [""; 0], "a text has become a formula");
}

#[tokio::test]
async fn what_runs_is_seen_to_run() {
    let sheet = opened("vendor,sum\r\nQuick,=1+1\r\n").await;
    assert_eq!(sheet.formulas, ["1+1"]);
    assert_eq!(sheet.cells[1], ["Quick", "2"]);
}

/// What a visitor may have typed or pasted; a spreadsheet would run the first four.
const TYPED: [&str; 5] =
    ["=1+1", "@SUM(A1)", "+cmd|' /C calc'!A0", "-2+3", "Größe „Übergang“ – Ørsted, 東京"];

in_browsers!(the_tables_of_the_page_arrive_whole_and_run_nothing: chromium, firefox);
async fn the_tables_of_the_page_arrive_whole_and_run_nothing(browser: Browser) {
    scenario("spreadsheet", browser, async |page| {
        page.open("/?require=region+in+EEA;+ret-backup+%3C%3D+P30D&view=record").await;
        let own = json!({ "id": "own", "name": TYPED[0], "kind": "vendor", "covers": ["data-location"], "claims": [] });
        page.choose_file("#open-file", "own.json", &own.to_string()).await;
        for (vendor, text) in ["wflow", "avid", "moodtalk", "witivio", "own"].iter().zip(TYPED) {
            page.type_into(&format!("#note-{vendor}"), text).await;
        }
        page.click_text(".views button", "Questions").await;
        answer_as_a_formula(page).await;
        page.type_over("#ask-witivio-region-secondary", TYPED[2]).await;
        page.type_over("#ask-moodtalk-ret-backup", TYPED[4]).await;

        page.click_text(".questions .btns button", "(CSV)").await;
        let sheet = opened(&page.saved("questions.csv").await).await;
        expect_texts(&sheet, 10, &[TYPED[0], TYPED[2], TYPED[4]]);
        assert_eq!(sheet.cells[0][..4], ["Vendor", "Row id", "Row", "Question"]);

        page.click_text(".views button", "Record").await;
        page.click_text(".record .btns button", "(CSV)").await;
        let sheet = opened(&page.saved("vendor-comparison.csv").await).await;
        // Four columns for the row, and three for each of the five vendors.
        expect_texts(&sheet, 4 + 5 * 3, &TYPED);
        let evidence = |cell: &String| cell.contains("Answer from =1+1 Müller (yours)");
        assert!(sheet.cells.iter().flatten().any(evidence), "the answer is not in the table");
        let row = |id: &str| sheet.cells.iter().find(|line| line[1] == id).expect("the row").clone();
        let head = &sheet.cells[0];
        let wflow = head.iter().position(|cell| cell == "wflow.com: value").expect("the vendor");
        assert_eq!(row("ret-backup")[wflow], "35 days");
    })
    .await;
}

async fn answer_as_a_formula(page: &Page) {
    page.click("[data-vendor=avid] [data-row=ret-backup] .btn--s").await;
    page.type_into("#answer-value", "30").await;
    page.type_into("#answer-statement", "=1+1").await;
    page.type_into("#answer-by", "=1+1 Müller").await;
    page.pick("#answer-date", "2026-11-20").await;
    page.click(".answer .btn--main").await;
    page.text(".answers").await;
}

/// So many columns, no formula, and each of the texts in a cell: as it is, or after the apostrophe that disarms it.
fn expect_texts(sheet: &Sheet, columns: usize, texts: &[&str]) {
    assert_eq!(sheet.formulas, [""; 0], "a text has become a formula");
    assert!(sheet.cells.len() > 3, "{:?}", sheet.cells);
    for line in &sheet.cells {
        assert_eq!(line.len(), columns, "{line:?}");
    }
    assert!(sheet.cells[0].iter().all(|head| !head.is_empty()), "{:?}", sheet.cells[0]);
    for text in texts {
        let is_text = |cell: &String| cell.trim_start_matches('\'').starts_with(text);
        assert!(sheet.cells.iter().flatten().any(is_text), "{text} has been lost: {:?}", sheet.cells);
    }
}
