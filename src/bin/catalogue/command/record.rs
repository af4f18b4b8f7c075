//! `catalogue record`.

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand, ValueEnum};
use vendor_compare::{
    catalogue::date::Date,
    export::{html, markdown, table},
    project::{
        decision::{Record, reopen},
        file::{self, Opened, record_text},
    },
    requirement::outcome::Outcome,
};

use crate::{
    answer::{Answer, Refusal, Reply},
    arguments::{Common, day, today},
    project::{Asked, open},
    reopened,
};

/// Writes a decision record: what was required, how each vendor came out and why, on which evidence, what stays open.
#[derive(Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct Arguments {
    #[command(subcommand)]
    action: Option<Action>,
    #[command(flatten)]
    make: Make,
}

#[derive(Subcommand)]
enum Action {
    /// Tells what has changed since a record was made: claims that mattered, and vendors that come out otherwise now.
    Open {
        /// A record as JSON or HTML.
        file: PathBuf,
    },
}

#[derive(Args)]
struct Make {
    #[command(flatten)]
    asked: Asked,
    /// The title of the record.
    #[arg(long)]
    title: Option<String>,
    /// Who makes it.
    #[arg(long)]
    author: Option<String>,
    /// The day on which it is made (YYYY-MM-DD) in place of today.
    #[arg(long, value_name = "DATE", value_parser = day)]
    made: Option<Date>,
    /// How it is written; JSON and HTML can be opened again.
    #[arg(long, value_enum, default_value_t = Format::Json)]
    format: Format,
    /// Writes into this file in place of the terminal.
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    Json,
    /// A page to print.
    Html,
    Markdown,
    /// The comparison of all vendors, for a spreadsheet.
    Csv,
}

pub fn run(arguments: &Arguments, common: &Common) -> Reply {
    match &arguments.action {
        Some(Action::Open { file }) => opened(file, common),
        None => made(&arguments.make, common),
    }
}

fn made(make: &Make, common: &Common) -> Reply {
    let mut ready = make.asked.ready(common)?;
    ready.remark();
    for (given, field) in [(&make.title, &mut ready.project.title), (&make.author, &mut ready.project.author)]
    {
        if given.is_some() {
            field.clone_from(given);
        }
    }
    let record = || Record::of(ready.occasion(make.made.unwrap_or_else(today)));
    let text = match make.format {
        Format::Json => record_text(&record()),
        Format::Html => html::record(&record()),
        Format::Markdown => markdown::record(&record()),
        Format::Csv => {
            let outcome = Outcome::of(&ready.requirements, ready.context());
            table::of_all(&outcome, &ready.requirements, &ready.project, ready.context())
        }
    };
    Answer::into(text, make.output.as_deref())
}

fn opened(path: &Path, common: &Common) -> Reply {
    let (base, identity) = common.identified()?;
    let (opened, text) = open(path)?;
    let Opened::Record(record) = opened else {
        let help = "name a record, or make one of it with catalogue record --project";
        return Err(Refusal::because(format!("{}: this is a project, not a record; {help}", path.display())));
    };
    let mut now = reopen(&record, &base, &identity);
    // The project stands inside the record.
    for problem in now.problems.iter_mut().filter(|problem| !problem.path.starts_with("requirements[")) {
        problem.path.insert_str(0, "project.");
    }
    now.problems = file::located(now.problems, &text.shown, &text.text);
    Ok(match common.json {
        true => Answer::json(&reopened::json(&record, &now)),
        false => Answer::text(reopened::text(&record, &now)),
    })
}
