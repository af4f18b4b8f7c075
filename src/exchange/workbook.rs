//! Workbooks (.xlsx) as tables.
//!
//! A formula counts by the value that was stored with it; one without a stored value is an empty cell, and one whose
//! value is a fault is a fault here. A day is written as `2024-02-19`. Of merged cells only the first one has the text,
//! as in the file: that an answer holds for the lines beside it would be a guess.

use std::{
    collections::BTreeMap,
    io::{self, Cursor, Read},
};

use calamine::{DataRef, ExcelDateTime, Reader, Xlsx, XlsxError};
use zip::ZipArchive;

use super::table::{Line, Place, Table};
use crate::catalogue::{date::Date, problem::Problem};

/// How large all parts may be when they are unpacked, and all texts of all cells: many cells can share one text.
const MAX_UNPACKED: u64 = 64 << 20;
const MAX_CELLS: usize = 64 << 20;
/// What a cell counts for beside its text.
const CELL: usize = 256;
/// Different texts. The library makes room for as many as the file announces, however few then come.
const MAX_TEXTS: u64 = 250_000;

/// Reads all sheets.
///
/// # Errors
/// A file that is no workbook, or too large.
pub fn read(file: &str, bytes: &[u8]) -> Result<Vec<Table>, Problem> {
    let place = Place { file: file.to_owned(), ..Place::default() };
    let too_large = |what: &str| place.problem(format!("the workbook is too large: {what}"), "split it");
    let not_one = |error: &dyn std::fmt::Display| {
        place.problem(
            format!("this cannot be read as a workbook: {error}"),
            "save it as .xlsx, without a password",
        )
    };
    match unpacked(bytes) {
        Ok(Size { bytes, texts }) if bytes <= MAX_UNPACKED && texts <= MAX_TEXTS => {}
        Ok(_) => return Err(too_large("more than it may be when unpacked")),
        Err(error) => return Err(not_one(&error)),
    }
    let mut workbook = Xlsx::new(Cursor::new(bytes)).map_err(|error| not_one(&error))?;
    let mut room = MAX_CELLS;
    let mut tables = Vec::new();
    for sheet in workbook.sheet_names() {
        match lines(&mut workbook, &sheet, &mut room) {
            Ok(Some(lines)) => tables.push(Table { file: file.to_owned(), sheet: Some(sheet), lines }),
            Ok(None) => return Err(too_large("too much stands in its cells")),
            // A chart on a sheet of its own.
            Err(XlsxError::NotAWorksheet(_)) => {}
            Err(error) => return Err(not_one(&error)),
        }
    }
    Ok(tables)
}

/// How large a workbook is, by its bytes and by what it says of itself.
struct Size {
    bytes: u64,
    texts: u64,
}

/// Unpacks everything without keeping it, since what an archive says about its sizes need not be so.
fn unpacked(bytes: &[u8]) -> io::Result<Size> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(io::Error::other)?;
    let mut size = Size { bytes: 0, texts: 0 };
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).map_err(io::Error::other)?;
        let is_texts = part.name().is_ok_and(|name| name.to_ascii_lowercase().ends_with("sharedstrings.xml"));
        let mut beginning = Vec::new();
        part.by_ref().take(4096).read_to_end(&mut beginning)?;
        let room = (MAX_UNPACKED + 1).saturating_sub(size.bytes);
        size.bytes += beginning.len() as u64 + io::copy(&mut part.take(room), &mut io::sink())?;
        if is_texts {
            size.texts = size.texts.max(announced(&String::from_utf8_lossy(&beginning)));
        }
    }
    Ok(size)
}

/// The number of texts that a part announces.
fn announced(part: &str) -> u64 {
    let Some((_, rest)) = part.split_once("uniqueCount") else { return 0 };
    let digits = rest.trim_start_matches(['=', '"', '\'', ' ', '+', '0', '\n', '\r', '\t']);
    let end = digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len());
    if end == 0 { 0 } else { digits[..end].parse().unwrap_or(u64::MAX) }
}

/// The lines of a sheet in which something stands; `None` where there is no room for them.
fn lines(
    workbook: &mut Xlsx<Cursor<&[u8]>>,
    sheet: &str,
    room: &mut usize,
) -> Result<Option<Vec<Line>>, XlsxError> {
    let mut lines: BTreeMap<usize, Line> = BTreeMap::new();
    let mut cells = workbook.worksheet_cells_reader(sheet)?;
    while let Some(cell) = cells.next_cell()? {
        let (line, column) = cell.get_position();
        let (number, column) = (line as usize + 1, column as usize);
        let (text, fault) = match cell.get_value() {
            DataRef::Error(fault) => (fault.to_string(), true),
            value => (text(value), false),
        };
        if text.is_empty() {
            continue;
        }
        let Some(less) = room.checked_sub(text.len() + CELL) else { return Ok(None) };
        *room = less;
        let line = lines.entry(number).or_insert_with(|| Line { number, ..Line::default() });
        if fault { &mut line.faults } else { &mut line.cells }.insert(column, text);
    }
    Ok(Some(lines.into_values().collect()))
}

fn text(value: &DataRef) -> String {
    match value {
        DataRef::String(text) => text.trim().to_owned(),
        DataRef::SharedString(text) => text.trim().to_owned(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::Bool(yes) => if *yes { "TRUE" } else { "FALSE" }.to_owned(),
        DataRef::DateTime(time) => day(time),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.trim().to_owned(),
        DataRef::Error(_) | DataRef::Empty => String::new(),
    }
}

/// A day; with its time where it has one, which is no day any more. A day that never was stays the number that it is.
fn day(time: &ExcelDateTime) -> String {
    let (year, month, day, hour, minute, second, _) = time.to_ymd_hms_milli();
    let date = i16::try_from(year).ok().and_then(|year| Date::new(year, month as i8, day as i8));
    match date.filter(|_| time.is_datetime()) {
        Some(date) if (hour, minute, second) == (0, 0, 0) => date.to_string(),
        Some(date) => format!("{date} {hour:02}:{minute:02}:{second:02}"),
        None => time.as_f64().to_string(),
    }
}
