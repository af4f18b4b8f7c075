//! A table as a spreadsheet takes it: LibreOffice opens a CSV file, and what it then holds is read.

use super::{folder::Folder, settings::needed};
use calamine::{Data, DataType, Range, Reader, Xlsx, open_workbook};
use std::{fs, path::Path, process::Stdio, time::Duration};
use tokio::{process::Command, time::timeout};

/// How long LibreOffice may take, with its first start on a small machine.
const PATIENCE: Duration = Duration::from_secs(120);
/// Commas between the cells, double quotes around them, UTF-8 (number 76), from the first line on.
const CSV: &str = "--infilter=Text - txt - csv (StarCalc):44,34,76,1";
/// A proxy that is not there.
const NOWHERE: &str = "http://127.0.0.1:9";

/// A sheet with all its cells, from the first row and column on; every row is as long as the longest.
#[derive(Debug, PartialEq, Eq)]
pub struct Sheet {
    /// What the cells show. A formula shows its result.
    pub cells: Vec<Vec<String>>,
    /// The formulas in the sheet, which a spreadsheet runs.
    pub formulas: Vec<String>,
}

/// What LibreOffice makes of the CSV text. It starts with a fresh profile, and reaches no network.
pub async fn opened(csv: &str) -> Sheet {
    let folder = Folder::new("spreadsheet");
    let file = folder.path().join("table.csv");
    fs::write(&file, csv).expect("a file for the table");
    let mut office = Command::new(needed("SOFFICE"));
    office
        .arg(format!("-env:UserInstallation=file://{}", folder.path().join("profile").display()))
        .args(["--headless", "--norestore", CSV, "--convert-to", "xlsx", "--outdir"])
        .args([folder.path(), &file])
        .env("http_proxy", NOWHERE)
        .env("https_proxy", NOWHERE)
        .stdin(Stdio::null())
        .kill_on_drop(true);
    let output = timeout(PATIENCE, office.output())
        .await
        .expect("LibreOffice did not end within two minutes")
        .unwrap_or_else(|error| panic!("{} does not start: {error}", needed("SOFFICE")));
    let workbook = folder.path().join("table.xlsx");
    assert!(workbook.is_file(), "LibreOffice made no workbook: {}", String::from_utf8_lossy(&output.stderr));
    read(&workbook)
}

fn read(workbook: &Path) -> Sheet {
    let mut workbook: Xlsx<_> = open_workbook(workbook).expect("a workbook");
    let name = workbook.sheet_names().first().expect("a sheet").clone();
    let values = workbook.worksheet_range(&name).expect("the sheet's values");
    let formulas = workbook.worksheet_formula(&name).expect("the sheet's formulas");
    Sheet {
        cells: from_the_first(&values)
            .rows()
            .map(|row| row.iter().map(|cell| cell.as_string().unwrap_or_default()).collect())
            .collect(),
        formulas: formulas.used_cells().map(|(_, _, formula)| formula.clone()).collect(),
    }
}

/// With the empty rows and columns at the beginning, which a range leaves out.
fn from_the_first(range: &Range<Data>) -> Range<Data> {
    range.end().map_or_else(Range::empty, |end| range.range((0, 0), end))
}
