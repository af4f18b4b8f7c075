//! `catalogue export`.

use clap::{Args, ValueEnum};
use vendor_compare::{
    catalogue::{directory, source::ProviderSource},
    curation::format,
    exchange::claims,
};

use crate::{
    answer::{Answer, Refusal, Reply},
    arguments::Common,
    find,
};

/// Prints profiles as JSON or as a table of claims; import reads both.
#[derive(Args)]
pub struct Arguments {
    /// The providers whose profiles are printed; none: the whole catalogue.
    providers: Vec<String>,
    /// JSON in the shape of the files, or a table for spreadsheets with a line for each passage.
    #[arg(long, value_enum, default_value_t = Format::Json)]
    format: Format,
    /// The whole catalogue in one line, without what only curators need: a smaller file to publish, whose SHA-256 is the one
    /// that decision records name.
    #[arg(long, conflicts_with_all = ["providers", "format"])]
    packed: bool,
}

#[derive(Clone, Copy, PartialEq, ValueEnum)]
enum Format {
    Json,
    Csv,
}

pub fn run(arguments: &Arguments, common: &Common) -> Reply {
    let (source, catalogue) = directory::load(common.folder())?;
    if arguments.packed {
        return source.packed().map(Answer::text).map_err(|error| Refusal::because(error.to_string()));
    }
    if arguments.providers.is_empty() && arguments.format == Format::Json {
        return Ok(Answer::text(format::text(&source)));
    }
    for id in &arguments.providers {
        find::provider(&catalogue, id)?;
    }
    let wanted =
        |known: &ProviderSource| arguments.providers.is_empty() || arguments.providers.contains(&known.id);
    let profiles: Vec<ProviderSource> = source.providers.into_iter().filter(wanted).collect();
    Ok(Answer::text(match arguments.format {
        Format::Json => format::profiles(&profiles),
        Format::Csv => claims::write(&profiles),
    }))
}
