//! `catalogue show`.

use clap::Args;
use vendor_compare::{export::json, requirement::evaluate::Context};

use crate::{
    answer::{Answer, Reply},
    arguments::Common,
    find, text,
};

/// Shows what is claimed about one row of one provider, with the evidence.
#[derive(Args)]
pub struct Arguments {
    provider: String,
    row: String,
}

pub fn run(arguments: &Arguments, common: &Common) -> Reply {
    let catalogue = common.catalogue()?;
    let context = Context { catalogue: &catalogue, as_of: common.as_of() };
    let provider = find::provider(&catalogue, &arguments.provider)?;
    let row = find::row(&catalogue, &arguments.row)?;
    Ok(match common.json {
        true => Answer::json(&json::row(provider, row, context)),
        false => Answer::text(text::row(provider, row, context)),
    })
}
