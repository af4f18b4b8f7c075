//! `catalogue evaluate`.

use clap::Args;
use vendor_compare::{
    export::json,
    requirement::{evaluate::Context, outcome::Outcome, parse::parse},
};

use crate::{
    answer::{Answer, Refusal, Reply},
    arguments::Common,
    text,
};

/// Tells which vendors meet requirements, which cannot be told and which do not, and why.
#[derive(Args)]
pub struct Arguments {
    /// For example "region in EEA; cert@host has iso-27001; ret-backup <= P60D".
    requirements: String,
}

pub fn run(arguments: &Arguments, common: &Common) -> Reply {
    let catalogue = common.catalogue()?;
    let context = Context { catalogue: &catalogue, as_of: common.as_of() };
    let parsed = parse(&arguments.requirements, &catalogue);
    if !parsed.errors.is_empty() {
        return Err(Refusal(parsed.errors.iter().map(ToString::to_string).collect()));
    }
    let outcome = Outcome::of(&parsed.requirements, context);
    Ok(match common.json {
        true => Answer::json(&json::outcome(&outcome, &parsed.requirements, context)),
        false => Answer::text(text::outcome(&outcome, &parsed.requirements, context)),
    })
}
