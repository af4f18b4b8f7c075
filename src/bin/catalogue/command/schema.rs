//! `catalogue schema`.

use clap::{Args, builder::PossibleValuesParser};
use vendor_compare::curation::schema::SUBJECTS;

use crate::answer::{Answer, Refusal, Reply};

/// Prints the JSON Schema (2020-12) of a data file, for editors and other programs.
#[derive(Args)]
pub struct Arguments {
    #[arg(value_parser = PossibleValuesParser::new(SUBJECTS.map(|subject| subject.name)))]
    file: String,
}

pub fn run(arguments: &Arguments) -> Reply {
    let subject = SUBJECTS.iter().find(|subject| subject.name == arguments.file);
    let subject = subject.ok_or_else(|| Refusal::because(format!("there is no file {}", arguments.file)))?;
    Ok(Answer::json(&subject.schema()))
}
