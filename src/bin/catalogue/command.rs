//! The commands and their arguments.

use std::{
    io::{self, Write},
    path::PathBuf,
    process::ExitCode,
    time::{SystemTime, UNIX_EPOCH},
};

use clap::{Parser, Subcommand};
use vendor_compare::{
    catalogue::{Catalogue, date::Date, directory, id::ProviderId, provider::Provider, row::Row, suggest},
    comparison::{MAX, MIN, Matrix},
    embedded,
    export::json,
    requirement::{evaluate::Context, outcome::Outcome, parse::parse},
};

use super::text;

/// Asks the catalogue of vendor profiles.
#[derive(Parser)]
#[command(name = "catalogue", version)]
struct Arguments {
    /// Reads this folder in place of the catalogue that was built in.
    #[arg(long, global = true, value_name = "FOLDER")]
    data: Option<PathBuf>,
    /// Judges as of this day (YYYY-MM-DD) in place of today.
    #[arg(long, global = true, value_name = "DATE", value_parser = day)]
    as_of: Option<Date>,
    /// Prints JSON.
    #[arg(long, global = true)]
    json: bool,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Tells which vendors meet requirements, which cannot be told and which do not, and why.
    Evaluate {
        /// For example "region in EEA; cert@host has iso-27001; ret-backup <= P60D".
        requirements: String,
    },
    /// Shows what is claimed about one row of one provider, with the evidence.
    Show { provider: String, row: String },
    /// Puts two to five vendors side by side.
    Compare {
        #[arg(required = true, num_args = MIN..=MAX)]
        vendors: Vec<String>,
    },
}

/// Why a command could not be carried out: what is wrong and the remedy, one thing a line.
struct Refusal(Vec<String>);

pub fn run() -> ExitCode {
    match answer(&Arguments::parse()) {
        // A reader that has seen enough (`| head`) is no failure.
        Ok(text) => match io::stdout().lock().write_all(text.as_bytes()) {
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => ExitCode::FAILURE,
            _ => ExitCode::SUCCESS,
        },
        Err(Refusal(lines)) => {
            for line in lines {
                eprintln!("error: {line}");
            }
            ExitCode::FAILURE
        }
    }
}

fn answer(arguments: &Arguments) -> Result<String, Refusal> {
    let catalogue = match &arguments.data {
        None => embedded::catalogue(),
        Some(folder) => directory::load(folder).map(|(_, catalogue)| catalogue),
    };
    let catalogue =
        catalogue.map_err(|problems| Refusal(problems.iter().map(ToString::to_string).collect()))?;
    let context = Context { catalogue: &catalogue, as_of: arguments.as_of.unwrap_or_else(today) };
    let pretty = |json: &serde_json::Value| format!("{json:#}\n");
    Ok(match &arguments.command {
        Command::Evaluate { requirements } => {
            let parsed = parse(requirements, &catalogue);
            if !parsed.errors.is_empty() {
                return Err(Refusal(parsed.errors.iter().map(ToString::to_string).collect()));
            }
            let outcome = Outcome::of(&parsed.requirements, context);
            match arguments.json {
                true => pretty(&json::outcome(&outcome, &parsed.requirements, context)),
                false => text::outcome(&outcome, &parsed.requirements, context),
            }
        }
        Command::Show { provider, row } => {
            let (provider, row) = (find_provider(&catalogue, provider)?, find_row(&catalogue, row)?);
            match arguments.json {
                true => pretty(&json::row(provider, row, context)),
                false => text::row(provider, row, context),
            }
        }
        Command::Compare { vendors } => {
            let vendors = distinct_vendors(&catalogue, vendors)?;
            let matrix = Matrix::of(&vendors, context);
            match arguments.json {
                true => pretty(&json::matrix(&matrix, context)),
                false => text::matrix(&matrix, context),
            }
        }
    })
}

fn distinct_vendors(catalogue: &Catalogue, ids: &[String]) -> Result<Vec<ProviderId>, Refusal> {
    let mut vendors: Vec<ProviderId> = Vec::new();
    for id in ids {
        let provider = find_provider(catalogue, id)?;
        if vendors.contains(&provider.id) {
            return Err(Refusal(vec![format!("{id} is named twice; name {MIN} to {MAX} different vendors")]));
        }
        vendors.push(provider.id.clone());
    }
    Ok(vendors)
}

fn find_provider<'a>(catalogue: &'a Catalogue, id: &str) -> Result<&'a Provider, Refusal> {
    let known = catalogue.providers.iter().map(|p| p.id.as_str());
    let found = catalogue.providers.iter().find(|p| p.id == *id);
    found.ok_or_else(|| unknown("provider", id, known))
}

fn find_row<'a>(catalogue: &'a Catalogue, id: &str) -> Result<&'a Row, Refusal> {
    let known = catalogue.rows().map(|r| r.id.as_str());
    catalogue.rows().find(|r| r.id == *id).ok_or_else(|| unknown("row", id, known))
}

fn unknown<'a>(what: &str, id: &str, known: impl Iterator<Item = &'a str>) -> Refusal {
    let known: Vec<&str> = known.collect();
    let help = match suggest::nearest(id, known.iter().copied()) {
        Some(near) => format!("did you mean \"{near}\"?"),
        None => format!("known are {}", known.join(", ")),
    };
    Refusal(vec![format!("there is no {what} \"{id}\"; {help}")])
}

fn day(text: &str) -> Result<Date, String> {
    text.parse().map_err(|()| "write the day as YYYY-MM-DD".to_owned())
}

/// Today, in universal time.
fn today() -> Date {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    Date::from_unix_days(i64::try_from(seconds / 86_400).unwrap_or(0))
}
