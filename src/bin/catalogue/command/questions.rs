//! `catalogue questions`.

use std::fmt::Write;

use clap::{Args, ValueEnum};
use serde_json::{Value as Json, json};
use vendor_compare::{
    export::questions::{Letter, email, markdown, plain, table},
    project::decision::{Record, RecordedVendor},
};

use crate::{
    answer::{Answer, Reply},
    arguments::{Common, today},
    project::Asked,
};

/// Writes the questions that requirements leave open, vendor by vendor.
#[derive(Args)]
pub struct Arguments {
    #[command(flatten)]
    asked: Asked,
    /// How they are written; --json is the same as --format json.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// For a message.
    Text,
    Markdown,
    /// A table to be filled in, for a spreadsheet.
    Csv,
    /// With the keys under which a project edits them.
    Json,
    /// The address of a link that begins a message, for each vendor.
    Email,
}

pub fn run(arguments: &Arguments, common: &Common) -> Reply {
    let ready = arguments.asked.ready(common)?;
    ready.remark();
    let record = Record::of(ready.occasion(today()));
    let open: Vec<&RecordedVendor> = record.vendors.iter().filter(|v| !v.questions.is_empty()).collect();
    let letters: Vec<Letter> =
        open.iter().map(|vendor| Letter { vendor: &vendor.name, questions: &vendor.questions }).collect();
    let format = if common.json { Format::Json } else { arguments.format };
    Ok(match format {
        Format::Text if letters.is_empty() => Answer::text("Nothing is open.\n"),
        Format::Text => Answer::text(plain(&letters)),
        Format::Markdown => Answer::text(markdown(&letters)),
        Format::Csv => Answer::text(table(&letters, &ready.catalogue)),
        Format::Json => Answer::json(&self::json(&open)),
        Format::Email => {
            let mut out = String::new();
            for letter in &letters {
                let _ = writeln!(out, "{}: {}", letter.vendor, email(letter).link());
            }
            Answer::text(out)
        }
    })
}

fn json(vendors: &[&RecordedVendor]) -> Json {
    let vendor = |vendor: &&RecordedVendor| json!({ "vendor": vendor.id, "name": vendor.name, "questions": vendor.questions });
    json!({ "vendors": vendors.iter().map(vendor).collect::<Vec<_>>() })
}
