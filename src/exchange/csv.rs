//! CSV files (RFC 4180) as tables.

use std::collections::BTreeMap;

use csv::{ByteRecord, ReaderBuilder};

use super::table::{Line, Place, Table};
use crate::{
    catalogue::{json_map, problem::Problem},
    export::formula::unguarded,
};

/// Reads a file.
///
/// A byte-order mark is passed over, and the semicolons or tabs that some spreadsheets write in place of commas are
/// noticed in the first line. A line in which a quotation mark has no partner is left out and reported, because nobody
/// can tell where its cells end.
///
/// # Errors
/// A file that is not UTF-8.
pub fn read(file: &str, bytes: &[u8], problems: &mut Vec<Problem>) -> Result<Table, Problem> {
    let text = text(file, bytes)?;
    let mut table = Table { file: file.to_owned(), ..Table::default() };
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator(text))
        .from_reader(text.as_bytes());
    let mut record = ByteRecord::new();
    let (mut start, mut number) = (0, 1);
    // Reading from memory does not fail, and cells of any bytes in any number are allowed.
    while reader.read_byte_record(&mut record).unwrap_or(false) {
        let end = usize::try_from(reader.position().byte()).unwrap_or(text.len()).min(text.len());
        // The end of the line before may stand at the beginning.
        let (before, line) = text[start..end].split_at(line_ends(&text[start..end]));
        number += before.matches('\n').count();
        match line.matches('"').count() % 2 {
            0 => table.lines.push(Line { number, cells: cells(&record), faults: BTreeMap::new() }),
            _ => problems.push(stray_mark(table.place(number, 0, ""))),
        }
        number += line.matches('\n').count();
        start = end;
    }
    Ok(table)
}

fn text<'a>(file: &str, bytes: &'a [u8]) -> Result<&'a str, Problem> {
    let place = |line, column| Place { file: file.to_owned(), line, column, path: String::new() };
    let text = str::from_utf8(bytes).map_err(|error| {
        let good = str::from_utf8(&bytes[..error.valid_up_to()]).unwrap_or_default();
        let (line, column) = json_map::line_column(good, good.len());
        place(line, column).problem("what stands here is not UTF-8", "save the file as CSV UTF-8")
    })?;
    Ok(text.strip_prefix('\u{feff}').unwrap_or(text))
}

/// The sign between the cells: the one that the first line has most of.
fn separator(text: &str) -> u8 {
    let first = text.lines().next().unwrap_or_default();
    let count = |sign: u8| first.bytes().filter(|b| *b == sign).count();
    // Of equals, the last one is taken.
    [b'\t', b';', b','].into_iter().max_by_key(|sign| count(*sign)).unwrap_or(b',')
}

/// How many bytes of line ends a text begins with.
fn line_ends(text: &str) -> usize {
    text.len() - text.trim_start_matches(['\r', '\n']).len()
}

fn stray_mark(place: Place) -> Problem {
    place.problem(
        "a quotation mark has no partner from here on",
        "put the cell between quotation marks, and write each one inside it twice",
    )
}

fn cells(record: &ByteRecord) -> BTreeMap<usize, String> {
    // The whole file is UTF-8, and the signs between cells cut no letter in two.
    let texts = record.iter().map(|cell| unguarded(str::from_utf8(cell).unwrap_or_default().trim()));
    let filled = texts.enumerate().filter(|(_, text)| !text.is_empty());
    filled.map(|(column, text)| (column, text.to_owned())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::csv::write;
    use proptest::{collection::vec, prelude::*};

    fn lines(text: &str) -> (Vec<(usize, Vec<String>)>, Vec<usize>) {
        let mut problems = Vec::new();
        let table = read("a.csv", text.as_bytes(), &mut problems).unwrap();
        let lines = table.lines.into_iter().map(|line| (line.number, line.cells.into_values().collect()));
        (lines.collect(), problems.into_iter().map(|p| p.line).collect())
    }

    #[test]
    fn marks_separators_and_line_ends_of_all_kinds_are_read() {
        let expected =
            vec![(1, vec!["a".to_owned(), "b".to_owned()]), (2, vec!["1, 2".to_owned(), "x\ny".to_owned()])];
        for text in ["a,b\r\n\"1, 2\",\"x\ny\"\r\n", "\u{feff}a;b\n1, 2;\"x\ny\"", "a\tb\n1, 2\t\"x\ny\"\n\n"]
        {
            assert_eq!(lines(text), (expected.clone(), vec![]), "{text:?}");
        }
    }

    #[test]
    fn a_mark_without_a_partner_takes_no_line_with_it_in_silence() {
        let (read, stray) = lines("a,b\n1,\"2\n3,4\n5,6\n");
        assert_eq!((read.len(), stray), (1, vec![2]));
        let (read, stray) = lines("a,b\n1,5\" disk\n3,4\n");
        assert_eq!((read.len(), stray), (2, vec![2]));
    }

    #[test]
    fn other_bytes_are_refused_with_their_place() {
        let problem = read("a.csv", b"a,b\n1,\xff\n", &mut Vec::new()).unwrap_err();
        assert_eq!((problem.line, problem.column), (2, 3));
    }

    proptest! {
        #[test]
        fn what_is_written_reads_back(table in vec(vec("[a=+'\";, \n\r\t-]{0,5}|\\PC{0,8}", 2..5), 1..6)) {
            let mut expected: Vec<Vec<String>> = table
                .iter()
                .map(|line| line.iter().map(|cell| cell.trim().to_owned()).collect())
                .collect();
            // The first line says what stands between cells, so it is a plain one here, as a header is.
            expected.insert(0, vec!["one".into(), "two".into()]);
            let written = write(expected.iter().map(|line| line.iter().map(String::as_str).collect()));
            let mut problems = Vec::new();
            let read = read("a.csv", written.as_bytes(), &mut problems).unwrap();
            prop_assert!(problems.is_empty());
            let filled = |line: &Vec<String>| -> Vec<String> {
                line.iter().filter(|cell| !cell.is_empty()).cloned().collect()
            };
            let read: Vec<Vec<String>> = read.lines.into_iter().map(|l| l.cells.into_values().collect()).collect();
            prop_assert_eq!(read, expected.iter().map(filled).collect::<Vec<_>>());
        }

        #[test]
        fn no_bytes_make_it_stumble(bytes in vec(any::<u8>(), 0..200), text in "[\",;\n\ra']{0,60}") {
            let _ = read("a.csv", &bytes, &mut Vec::new());
            let _ = read("a.csv", text.as_bytes(), &mut Vec::new());
        }
    }
}
