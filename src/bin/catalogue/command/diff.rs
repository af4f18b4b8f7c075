//! `catalogue diff`.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use vendor_compare::{
    catalogue::{
        Catalogue,
        directory::{self, Folder},
    },
    curation::difference,
};

use crate::{
    answer::{Answer, Refusal, Reply},
    arguments::Common,
    changes,
};

/// Tells what changed for a buyer between two catalogues or two versions of a profile.
#[derive(Args)]
pub struct Arguments {
    /// A data folder, or a profile that fits into the data folder.
    old: PathBuf,
    /// The same, as it is now.
    new: PathBuf,
    /// How the changes are written; --json is the same as --format json.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// For people at a terminal.
    Text,
    /// For a message or a change log.
    Markdown,
    /// For programs.
    Json,
}

pub fn run(arguments: &Arguments, common: &Common) -> Reply {
    let (old, new) = (catalogue(&arguments.old, common)?, catalogue(&arguments.new, common)?);
    let changes = difference::between(&old, &new);
    let format = if common.json { Format::Json } else { arguments.format };
    Ok(match format {
        Format::Text => Answer::text(changes::text(&changes, &old, &new)),
        Format::Markdown => Answer::text(changes::markdown(&changes, &old, &new)),
        Format::Json => Answer::json(&changes::json(&changes)),
    })
}

/// The catalogue of a folder; or that of one profile, with what all profiles share from the data folder.
fn catalogue(path: &Path, common: &Common) -> Result<Catalogue, Refusal> {
    if path.is_dir() {
        return directory::load(path).map(|(_, catalogue)| catalogue).map_err(Refusal::from);
    }
    let folder = Folder::open_as(common.folder(), &common.folder().to_string_lossy());
    if !folder.problems.is_empty() {
        return Err(Refusal::from(folder.problems));
    }
    let profile = folder.profile(path, &path.to_string_lossy());
    match profile.provider {
        Some(provider) => Ok(folder.known.with(vec![provider])),
        None => Err(Refusal::from(profile.problems)),
    }
}
