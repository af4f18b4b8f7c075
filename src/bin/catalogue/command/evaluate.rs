//! `catalogue evaluate`.

use clap::Args;
use vendor_compare::{
    export::json,
    requirement::{evaluate::Context, outcome::Outcome},
};

use crate::{
    answer::{Answer, Reply},
    arguments::Common,
    project::required,
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
    let requirements = required(&arguments.requirements, &catalogue)?;
    let outcome = Outcome::of(&requirements, context);
    Ok(match common.json {
        true => Answer::json(&json::outcome(&outcome, &requirements, context)),
        false => Answer::text(text::outcome(&outcome, &requirements, context)),
    })
}
