//! Which column of a table holds what: by its header, and by a file that says what other names mean.

use std::collections::BTreeMap;

use super::table::{Line, Place, Table};
use crate::catalogue::{problem::Problem, suggest};

/// In how many lines from the top the header is looked for; above it stand titles.
const HEADER_WITHIN: usize = 50;

/// A column that is known.
pub struct Known {
    pub name: &'static str,
    /// Other names that it goes by.
    pub also: &'static [&'static str],
    /// Whether a table without it is not a table of this kind.
    pub needed: bool,
}

impl Known {
    pub const fn new(name: &'static str) -> Self {
        Self { name, also: &[], needed: false }
    }

    pub const fn needed(name: &'static str) -> Self {
        Self { name, also: &[], needed: true }
    }
}

/// What the columns of a file mean whose names are other ones: from the name in the file to ours, which is empty for a
/// column to be left out.
#[derive(Debug, Clone, Default)]
pub struct Names(BTreeMap<String, String>);

/// The columns of one table.
pub struct Columns<'a> {
    table: &'a Table,
    known: &'static [Known],
    /// For each of `known`, where it stands.
    at: Vec<Option<usize>>,
    /// How many lines stand up to and with the header.
    lines: usize,
}

/// The columns of all tables that have the header of `known`. A workbook has other sheets too; that no table has the
/// header is a problem.
pub fn columns<'a>(
    tables: &'a [Table],
    known: &'static [Known],
    names: &Names,
    problems: &mut Vec<Problem>,
) -> Vec<Columns<'a>> {
    let found: Vec<Columns> = tables.iter().filter_map(|table| Columns::of(table, known, names)).collect();
    if found.is_empty() {
        problems.push(missing(tables.first(), known));
    }
    found
}

fn missing(table: Option<&Table>, known: &[Known]) -> Problem {
    let needed: Vec<&str> = known.iter().filter(|c| c.needed).map(|c| c.name).collect();
    let nothing = Table::default();
    let table = table.unwrap_or(&nothing);
    table.place(table.lines.first().map_or(1, |line| line.number), 0, "").problem(
        format!("no line near the top names the columns {}", needed.join(", ")),
        "begin with a line of column names, or say with --columns what other names mean",
    )
}

/// In names, case does not matter, nor whether words are joined by spaces, hyphens or underscores.
fn plain(name: &str) -> String {
    let words: Vec<&str> =
        name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.join(" ").to_lowercase()
}

impl Names {
    /// Reads tables of two columns, `column` and `means`.
    pub fn read(tables: &[Table], problems: &mut Vec<Problem>) -> Self {
        const COLUMN: usize = 0;
        const MEANS: usize = 1;
        static KNOWN: [Known; 2] = [Known::needed("column"), Known::needed("means")];
        let mut names = Self::default();
        for columns in columns(tables, &KNOWN, &Names::default(), problems) {
            let meaning = |line| (plain(columns.text(line, COLUMN)), plain(columns.text(line, MEANS)));
            names.0.extend(columns.lines().map(meaning));
        }
        names
    }

    fn meaning(&self, name: &str) -> String {
        let name = plain(name);
        self.0.get(&name).cloned().unwrap_or(name)
    }
}

impl<'a> Columns<'a> {
    /// Finds the header: the first line near the top that names all columns that are needed.
    pub fn of(table: &'a Table, known: &'static [Known], names: &Names) -> Option<Self> {
        let top = table.lines.iter().take_while(|line| line.number <= HEADER_WITHIN);
        top.enumerate().find_map(|(index, line)| {
            let is = |column: &Known, text: &str| {
                let meaning = names.meaning(text);
                meaning == plain(column.name) || column.also.iter().any(|other| meaning == plain(other))
            };
            let place =
                |column: &Known| line.cells.iter().find(|(_, text)| is(column, text)).map(|(at, _)| *at);
            let at: Vec<Option<usize>> = known.iter().map(place).collect();
            let whole = known.iter().zip(&at).all(|(column, at)| at.is_some() || !column.needed);
            whole.then_some(Self { table, known, at, lines: index + 1 })
        })
    }

    /// The columns that have a name which nobody knows, and something below it.
    pub fn unknown(&self, names: &Names) -> Vec<Problem> {
        let Some(header) = self.table.lines.get(self.lines - 1) else { return Vec::new() };
        let stray = header.cells.iter().filter(|(at, name)| {
            let meant = names.meaning(name);
            !self.at.contains(&Some(**at))
                && !meant.is_empty()
                && self.lines().any(|l| !l.cell(**at).is_empty())
        });
        let problem = |(at, name): (&usize, &String)| {
            let near = suggest::nearest(&plain(name), self.known.iter().map(|known| known.name));
            let help = match near {
                Some(near) => format!("did you mean \"{near}\"? It is left out for now"),
                None => {
                    "it is left out; --columns can say what it means, or that it means nothing".to_owned()
                }
            };
            self.table
                .place(header.number, *at, name)
                .problem(format!("\"{name}\" is not a known column"), help)
        };
        stray.map(problem).collect()
    }

    /// The sheet that the table is, where it is one.
    pub fn sheet(&self) -> Option<&str> {
        self.table.sheet.as_deref()
    }

    /// The lines below the header.
    pub fn lines(&self) -> impl Iterator<Item = &'a Line> {
        self.table.lines[self.lines..].iter()
    }

    /// The text of a line in a column, by its place in the list of the known ones; empty where there is none.
    pub fn text<'l>(&self, line: &'l Line, column: usize) -> &'l str {
        self.at[column].map_or("", |at| line.cell(at))
    }

    /// The place of a line in a column; that of the line, where the table has no such column.
    pub fn place(&self, line: &Line, column: usize) -> Place {
        self.table.place(line.number, self.at[column].unwrap_or(0), self.known[column].name)
    }

    /// The faults of a line in the columns that are known.
    pub fn faults(&self, line: &Line) -> Vec<Problem> {
        let fault = |column: usize| {
            let fault = line.faults.get(&self.at[column]?)?;
            let message = format!("the formula of this cell gives {fault}");
            Some(self.place(line, column).problem(message, "mend the formula, or write the text itself"))
        };
        (0..self.known.len()).filter_map(fault).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::csv;

    static KNOWN: [Known; 3] =
        [Known::needed("row"), Known::new("as_of"), Known { name: "note", also: &["remark"], needed: false }];

    fn tables(text: &str) -> Vec<Table> {
        vec![csv::read("a.csv", text.as_bytes(), &mut Vec::new()).unwrap()]
    }

    #[test]
    fn a_header_is_found_below_titles_by_all_its_names() {
        let tables = tables("My table,,\n,,\nRemark,AS OF,Row\nsaid,2024-01-01,sla\n");
        let columns = Columns::of(&tables[0], &KNOWN, &Names::default()).unwrap();
        let line = columns.lines().next().unwrap();
        let texts: Vec<&str> = (0..3).map(|column| columns.text(line, column)).collect();
        assert_eq!(texts, ["sla", "2024-01-01", "said"]);
        let place = columns.place(line, 1);
        assert_eq!((place.line, place.column, &*place.path), (4, 2, "as_of"));
    }

    #[test]
    fn other_names_are_given_a_meaning_and_unknown_ones_are_reported() {
        let mut problems = Vec::new();
        let names = Names::read(&tables("column,means\nTopic,row\nOwner,\n"), &mut problems);
        assert_eq!(problems, []);
        let tables = tables("Topic,Owner,Nots,Empty\nsla,me,said,\n");
        let columns = Columns::of(&tables[0], &KNOWN, &names).unwrap();
        let unknown: Vec<String> = columns.unknown(&names).iter().map(ToString::to_string).collect();
        assert_eq!(
            unknown,
            [
                "a.csv:1:3: Nots: \"Nots\" is not a known column; did you mean \"note\"? It is left out for now"
            ]
        );
    }

    #[test]
    fn that_no_table_has_a_header_is_a_problem() {
        let mut problems = Vec::new();
        assert!(columns(&tables("a,b\n1,2\n"), &KNOWN, &Names::default(), &mut problems).is_empty());
        let _ = Names::read(&[], &mut problems);
        let said: Vec<String> = problems.iter().map(ToString::to_string).collect();
        assert!(said[0].contains("names the columns row;") && said[1].contains("column, means;"), "{said:?}");
    }
}
