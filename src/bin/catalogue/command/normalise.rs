//! `catalogue normalise`.

use std::{
    fs,
    io::{self, Read},
    path::{Path, PathBuf},
};

use clap::{Args, ValueEnum};
use vendor_compare::{
    catalogue::{Catalogue, directory::Folder},
    curation::normalise::{self, Cell, Gazetteer, Reading, Registry, cells},
};

use crate::{
    answer::{Answer, Refusal, Reply},
    arguments::Common,
    readings,
};

/// Finds the ids that free text means, tells how sure that is, and what was not understood.
///
/// "exact" and "alias" can be taken as they are. "likely" is a proposal: the text says compliant and not certified, or
/// speaks of a host, or is misspelt. The spellings are those of the registry in the data folder.
#[derive(Args)]
pub struct Arguments {
    /// What the texts are about.
    #[arg(value_enum)]
    kind: Kind,
    /// The texts; without any, those of the file, else of the standard input.
    texts: Vec<String>,
    /// Reads the cells of a .csv file, the texts of a .json list, or the lines of any other; - is the standard input.
    #[arg(long, value_name = "FILE", conflicts_with = "texts")]
    from: Option<PathBuf>,
    /// How the input is written, where its name does not say.
    #[arg(long, value_enum, conflicts_with = "texts")]
    form: Option<Form>,
    /// Reads this column only; can be given several times.
    #[arg(long, value_name = "NAME", conflicts_with = "texts")]
    column: Vec<String>,
    /// How the answer is written; --json is the same as --format json.
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
}

#[derive(Clone, Copy, ValueEnum)]
enum Kind {
    /// Certificates, reports, laws: ids of the registry.
    Certifications,
    /// Countries and regions of cloud hosts: ISO 3166-1 alpha-2.
    Places,
    /// Lengths of time: ISO 8601.
    Durations,
}

#[derive(Clone, Copy, ValueEnum)]
enum Form {
    /// Comma-separated values with a heading.
    Csv,
    /// A list of texts or of objects.
    Json,
    /// One text a line.
    Lines,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// For people at a terminal.
    Table,
    /// For a spreadsheet: a line for each id.
    Csv,
    /// For programs.
    Json,
}

pub fn run(arguments: &Arguments, common: &Common) -> Reply {
    let folder = Folder::open_as(common.folder(), &common.folder().to_string_lossy());
    if !folder.problems.is_empty() {
        return Err(Refusal::from(folder.problems));
    }
    let catalogue = &folder.known.catalogue;
    let cells = arguments.cells()?;
    let read = reader(arguments.kind, catalogue);
    let readings: Vec<(Cell, Reading)> = cells
        .into_iter()
        .map(|cell| {
            let reading = read(&cell.text);
            (cell, reading)
        })
        .collect();
    Ok(match arguments.format {
        _ if common.json => Answer::json(&readings::json(&readings)),
        Format::Json => Answer::json(&readings::json(&readings)),
        Format::Csv => Answer::text(readings::csv(&readings)?),
        Format::Table => Answer::text(readings::table(&readings)),
    })
}

/// Reads one text.
fn reader(kind: Kind, catalogue: &Catalogue) -> Box<dyn Fn(&str) -> Reading + '_> {
    match kind {
        Kind::Certifications => {
            let registry = Registry::of(&catalogue.certifications);
            Box::new(move |text| registry.read(text))
        }
        Kind::Places => {
            let gazetteer = Gazetteer::of(&catalogue.places);
            Box::new(move |text| gazetteer.read(text))
        }
        Kind::Durations => Box::new(normalise::durations),
    }
}

impl Arguments {
    fn cells(&self) -> Result<Vec<Cell>, Refusal> {
        if !self.texts.is_empty() {
            let cell =
                |(index, text): (usize, &String)| Cell { row: index + 1, column: None, text: text.clone() };
            return Ok(self.texts.iter().enumerate().map(cell).collect());
        }
        let file = self.from.as_deref().filter(|file| *file != Path::new("-"));
        let (name, text) = match file {
            Some(file) => (file.to_string_lossy().into_owned(), fs::read_to_string(file)),
            None => ("the standard input".to_owned(), standard_input()),
        };
        let text = text.map_err(|error| Refusal::because(format!("{name}: cannot be read: {error}")))?;
        let cells = cells(&text, self.form(file), &self.column);
        cells.map_err(|error| Refusal::because(format!("{name}: {error}")))
    }

    /// As is said, else as the name of the file says, else lines.
    fn form(&self, file: Option<&Path>) -> normalise::Form {
        let extension = file.and_then(Path::extension).map(|e| e.to_ascii_lowercase());
        match (self.form, extension.as_ref().and_then(|e| e.to_str())) {
            (Some(Form::Csv), _) | (None, Some("csv")) => normalise::Form::Csv,
            (Some(Form::Json), _) | (None, Some("json")) => normalise::Form::Json,
            _ => normalise::Form::Lines,
        }
    }
}

fn standard_input() -> io::Result<String> {
    let mut text = String::new();
    io::stdin().read_to_string(&mut text).map(|_| text)
}
