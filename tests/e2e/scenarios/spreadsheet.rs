//! Tables in LibreOffice: nothing is lost, and nothing runs that is a text.

use crate::support::spreadsheet::opened;

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
