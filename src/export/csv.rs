//! Tables as CSV (RFC 4180): commas between the cells, CRLF at the end of each line, and no cell that a spreadsheet runs.

use super::formula::guarded;

/// A spreadsheet takes a file without this mark for another encoding.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// The file of a table for spreadsheets.
pub fn file(lines: &[Vec<String>]) -> String {
    let lines = lines.iter().map(|line| line.iter().map(String::as_str).collect());
    format!("{BYTE_ORDER_MARK}{}", write(lines))
}

/// Writes lines of cells, each of which a spreadsheet takes for a text.
pub fn write<'a>(lines: impl IntoIterator<Item = Vec<&'a str>>) -> String {
    let mut out = String::new();
    for line in lines {
        for (index, text) in line.iter().enumerate() {
            if index > 0 {
                out.push(',');
            }
            out.push_str(&cell(text));
        }
        out.push_str("\r\n");
    }
    out
}

/// A text as a cell.
pub fn cell(text: &str) -> String {
    let text = guarded(text);
    if text.contains(['"', ',', '\r', '\n']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}
