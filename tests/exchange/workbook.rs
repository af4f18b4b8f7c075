//! Workbooks: what their cells are read as, and that none of them is too much.

use std::{
    io::{Cursor, Write},
    sync::LazyLock,
};

use proptest::prelude::*;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};
use vendor_compare::{
    catalogue::problem::Problem,
    exchange::{self, Defaults, Imported, Names, Table, claims},
};
use zip::{ZipWriter, write::SimpleFileOptions};

use crate::{base, rows, said};

fn tables(bytes: &[u8]) -> Result<Vec<Table>, Problem> {
    exchange::tables("a.xlsx", bytes, &mut Vec::new())
}

/// A sheet of claims with cells of every kind.
static WORKBOOK: LazyLock<Vec<u8>> = LazyLock::new(workbook);

fn workbook() -> Vec<u8> {
    let mut workbook = Workbook::new();
    let day = Format::new().set_num_format("dd.mm.yyyy");
    let percent = Format::new().set_num_format("0.0%");
    let sheet = workbook.add_worksheet();
    sheet.set_name("Claims").unwrap();
    let header = ["provider", "row", "state", "value", "document", "section", "statement", "expires"];
    sheet.write_row(0, 0, header).unwrap();
    let line = |row: &'static str| ["acme", row, "stated", "", "acme-trust", "Hosting", "It says so."];
    for (number, row) in (1..).zip(["doc-date", "deploy-approval", "keys", "sla", "sla", "sla", "keys"]) {
        sheet.write_row(number, 0, line(row)).unwrap();
    }
    let date = ExcelDateTime::from_ymd(2024, 2, 19).unwrap();
    sheet.write_datetime_with_format(1, 3, &date, &day).unwrap();
    sheet.write_number(2, 3, 2).unwrap();
    sheet.write_formula(3, 3, Formula::new("=\"AES\"&\"-256\"").set_result("AES-256")).unwrap();
    sheet.write_string(4, 3, "99.9 %").unwrap();
    sheet
        .write_datetime_with_format(4, 7, ExcelDateTime::from_serial_datetime(46_000).unwrap(), &day)
        .unwrap();
    sheet.write_number_with_format(5, 3, 0.999, &percent).unwrap();
    sheet.write_formula(6, 3, Formula::new("=1/0").set_result("#DIV/0!")).unwrap();
    sheet.merge_range(7, 3, 9, 3, "merged", &Format::new()).unwrap();
    sheet.write_string(1_048_575, 16_383, "far away").unwrap();
    workbook.add_worksheet().set_name("Other").unwrap().write_string(3, 3, "something else").unwrap();
    workbook.save_to_buffer().unwrap()
}

fn imported(bytes: &[u8]) -> Imported {
    claims::read(&tables(bytes).unwrap(), &Names::default(), &Defaults::default(), &base())
}

#[test]
fn cells_of_every_kind_are_texts() {
    let imported = imported(&WORKBOOK);
    let values: Vec<String> =
        imported.profiles[0].claims.iter().map(|c| c.value.clone().unwrap_or_default().to_string()).collect();
    assert_eq!(rows(&imported), ["doc-date", "deploy-approval", "keys", "sla", "keys"]);
    assert_eq!(values, ["\"2024-02-19\"", "2", "\"AES-256\"", r#"{"percent":99.9}"#, "\"merged\""]);
    assert_eq!(imported.profiles[0].claims[3].expires.as_deref(), Some("2025-12-09"));
    let said = said(&imported);
    assert_eq!(said.len(), 2, "{said:#?}");
    // A percentage that is a number is a hundredth of what it looks like.
    assert!(said[1].starts_with("a.xlsx:6:4: Claims!D6: \"0.999\" is no percentage"), "{said:#?}");
    assert!(
        said[0].starts_with("a.xlsx:7:4: Claims!D7: the formula of this cell gives #DIV/0!"),
        "{said:#?}"
    );
}

#[test]
fn what_is_no_workbook_is_refused_in_words() {
    for bytes in [&b""[..], b"PK", b"provider,row\n", &WORKBOOK[..1000]] {
        let problem = tables(bytes).unwrap_err();
        assert!(problem.to_string().starts_with("a.xlsx: this cannot be read as a workbook"), "{problem}");
    }
}

/// [`WORKBOOK`] with another part in the place of one.
fn with_part(name: &str, part: &[u8]) -> Vec<u8> {
    replaced(&WORKBOOK, name, part)
}

fn replaced(workbook: &[u8], name: &str, part: &[u8]) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(workbook)).unwrap();
    let mut bytes = Cursor::new(Vec::new());
    let mut writer = ZipWriter::new(&mut bytes);
    for index in 0..archive.len() {
        let file = archive.by_index_raw(index).unwrap();
        if file.name().unwrap() != name {
            writer.raw_copy_file(file).unwrap();
        }
    }
    writer.start_file(name, SimpleFileOptions::default()).unwrap();
    writer.write_all(part).unwrap();
    writer.finish().unwrap();
    bytes.into_inner()
}

fn refused(name: &str, part: &[u8]) -> String {
    tables(&with_part(name, part)).unwrap_err().to_string()
}

#[test]
fn no_workbook_is_too_much() {
    let texts = |count: &str| format!("<?xml version=\"1.0\"?><sst count=\"1\" uniqueCount = '{count}'/>");
    for count in ["250001", "+99999999999999999999", "18446744073709551615"] {
        assert!(refused("xl/sharedStrings.xml", texts(count).as_bytes()).contains("too large"), "{count}");
    }
    let bomb = vec![b' '; 65 << 20];
    assert!(refused("xl/media/image1.png", &bomb).contains("too large: more than it may be when unpacked"));
    let cells = "<c t=\"str\"><v>x</v></c>".repeat(300_000);
    let sheet = format!("<worksheet><sheetData><row>{cells}</row></sheetData></worksheet>");
    assert!(refused("xl/worksheets/sheet1.xml", sheet.as_bytes()).contains("too much stands in its cells"));
    // Many cells with one text that stands there once.
    let text = format!("<sst uniqueCount=\"1\"><si><t>{}</t></si></sst>", "x".repeat(10_000));
    let shared = with_part("xl/sharedStrings.xml", text.as_bytes());
    let cells = "<c t=\"s\"><v>0</v></c>".repeat(20_000);
    let sheet = format!("<worksheet><sheetData><row>{cells}</row></sheetData></worksheet>");
    let problem = tables(&replaced(&shared, "xl/worksheets/sheet1.xml", sheet.as_bytes())).unwrap_err();
    assert!(problem.to_string().contains("too much stands in its cells"), "{problem}");
    let problem = exchange::tables("a.csv", std::io::repeat(b'a'), &mut Vec::new()).unwrap_err();
    assert!(problem.to_string().contains("at most 16 MiB"), "{problem}");
}

#[test]
fn strange_sheets_are_refused_or_read() {
    for inside in [
        "<row r=\"99999999999\"><c r=\"A1\"><v>1</v></c></row>",
        "<row><c r=\"ZZZZZZZZ1\"><v>1</v></c></row>",
        "<row><c t=\"n\"><v>+1</v></c><c t=\"n\"><v>1_0</v></c></row>",
        "<row><c t=\"s\"><v>99999</v></c></row>",
        "<row><c t=\"s\"><v>-1</v></c></row>",
        "<row><c s=\"99999\"><v>1e400</v></c><c><v>NaN</v></c></row>",
        "<row><c t=\"e\"><v>#ODD!</v></c></row>",
        "<row><c t=\"d\"><v>tomorrow</v></c></row>",
        "<row><c><f>A1",
    ] {
        let sheet = format!("<worksheet><sheetData>{inside}</sheetData></worksheet>");
        let _ = tables(&with_part("xl/worksheets/sheet1.xml", sheet.as_bytes()));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn a_damaged_workbook_makes_nothing_stumble(at in 0..6000usize, byte in any::<u8>(), cut in 0..6000usize) {
        let mut bytes = WORKBOOK.clone();
        let (at, cut) = (at % bytes.len(), bytes.len() - cut % 40);
        bytes[at] = byte;
        let _ = tables(&bytes);
        let _ = tables(&bytes[..cut]);
    }

    #[test]
    fn a_damaged_sheet_makes_nothing_stumble(
        parts in proptest::collection::vec(
            proptest::sample::select(vec![
                "<row>", "</row>", "<row r=\"2\">", "<c>", "</c>", "<c r=\"B2\" t=\"s\">", "<c t=\"n\" s=\"1\">", "<v>",
                "</v>", "<c t=\"inlineStr\"><is><t>", "</t></is>", "<f t=\"shared\" si=\"0\">", "</f>", "1", "-9e99",
                "&#xD;", "&", "<", "x", "<mergeCell ref=\"A1:B9\"/>", "</sheetData>", "<!--", "<![CDATA[",
            ]),
            0..25,
        ),
    ) {
        let sheet = format!("<worksheet><sheetData>{}</sheetData></worksheet>", parts.concat());
        let _ = tables(&with_part("xl/worksheets/sheet1.xml", sheet.as_bytes()));
    }
}
