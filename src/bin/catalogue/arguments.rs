//! What stands on the command line, whatever the command is.

use std::{
    path::{Path, PathBuf},
    time::{SystemTime, UNIX_EPOCH},
};

use clap::{Args, Parser};
use vendor_compare::{
    catalogue::{
        Catalogue,
        date::Date,
        directory,
        duration::{Duration, DurationError},
        identity::Identity,
    },
    curation::identity,
    embedded,
};

use crate::{answer::Refusal, command::Command};

/// Asks the catalogue of vendor profiles, and keeps it.
#[derive(Parser)]
#[command(name = "catalogue", version)]
pub struct Arguments {
    #[command(flatten)]
    pub common: Common,
    #[command(subcommand)]
    pub command: Command,
}

/// The options that every command takes.
#[derive(Args)]
pub struct Common {
    /// Reads this folder in place of the catalogue that was built in.
    #[arg(long, global = true, value_name = "FOLDER")]
    data: Option<PathBuf>,
    /// Judges as of this day (YYYY-MM-DD) in place of today.
    #[arg(long, global = true, visible_alias = "on", value_name = "DATE", value_parser = day)]
    as_of: Option<Date>,
    /// Prints JSON.
    #[arg(long, global = true)]
    pub json: bool,
}

impl Common {
    /// The catalogue that is asked: that of the folder, else the one built in.
    pub fn catalogue(&self) -> Result<Catalogue, Refusal> {
        let catalogue = match &self.data {
            None => embedded::catalogue(),
            Some(folder) => directory::load(folder).map(|(_, catalogue)| catalogue),
        };
        catalogue.map_err(Refusal::from)
    }

    /// Whether another folder than the catalogue that was built in is asked.
    pub fn has_folder(&self) -> bool {
        self.data.is_some()
    }

    /// The folder that a command works on which reads or writes files: the one named, else `data` here.
    pub fn folder(&self) -> &Path {
        self.data.as_deref().unwrap_or(Path::new("data"))
    }

    /// The same, with what tells which catalogue it is.
    pub fn identified(&self) -> Result<(Catalogue, Identity), Refusal> {
        let Some(folder) = &self.data else { return Ok((self.catalogue()?, embedded::identity())) };
        let (source, catalogue) = directory::load(folder)?;
        let name = folder.file_name().unwrap_or(folder.as_os_str()).to_string_lossy();
        let identity = identity::of(source, &name).map_err(|error| Refusal::because(error.to_string()))?;
        Ok((catalogue, identity))
    }

    /// The day as of which everything is judged.
    pub fn as_of(&self) -> Date {
        self.day().unwrap_or_else(today)
    }

    /// The day that was asked for.
    pub fn day(&self) -> Option<Date> {
        self.as_of
    }
}

/// Reads a day for clap.
pub fn day(text: &str) -> Result<Date, String> {
    text.parse().map_err(|()| "write the day as YYYY-MM-DD".to_owned())
}

/// Reads a duration for clap.
pub fn duration(text: &str) -> Result<Duration, String> {
    text.parse().map_err(|DurationError { suggestion }| match suggestion {
        Some(likely) => format!("did you mean {likely}?"),
        None => "write an ISO 8601 duration, for instance P18M or P90D".to_owned(),
    })
}

/// Today, in universal time.
pub fn today() -> Date {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    Date::from_unix_days(i64::try_from(seconds / 86_400).unwrap_or(0))
}
