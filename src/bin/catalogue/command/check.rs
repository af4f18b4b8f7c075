//! `catalogue check`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use vendor_compare::curation::check::{Task, check};

use crate::{
    answer::{Answer, Reply},
    arguments::Common,
    report,
};

/// Checks a folder of data files: every problem of every file at once, with its place and the remedy, and advice.
///
/// Fails where there is an error; advice is no error.
#[derive(Args)]
pub struct Arguments {
    /// Checks only these profiles, beside what all profiles share.
    #[arg(value_name = "PROFILE")]
    profiles: Vec<PathBuf>,
    /// How the findings are written; --json is the same as --format json.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Leaves the advice out.
    #[arg(long)]
    no_advice: bool,
    /// Prints the counts only.
    #[arg(long, short)]
    quiet: bool,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// For people at a terminal.
    Text,
    /// For programs.
    Json,
    /// Annotations of a GitHub workflow.
    Github,
}

pub fn run(arguments: &Arguments, common: &Common) -> Reply {
    let report = check(&Task {
        folder: common.folder(),
        only: &arguments.profiles,
        as_of: common.as_of(),
        with_advice: !arguments.no_advice,
    });
    let format = if common.json { Format::Json } else { arguments.format };
    let answer = match format {
        Format::Json => Answer::json(&report::json(&report)),
        _ if arguments.quiet => Answer::text(report::summary(&report)),
        Format::Text => Answer::text(report::text(&report)),
        Format::Github => Answer::text(report::github(&report)),
    };
    Ok(Answer { well: report.errors.is_empty(), ..answer })
}
