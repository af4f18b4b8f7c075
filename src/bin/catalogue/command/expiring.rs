//! `catalogue expiring`.

use clap::Args;
use serde_json::json;
use vendor_compare::{catalogue::duration::Duration, curation::age};

use crate::{
    answer::{Answer, Refusal, Reply},
    arguments::{Common, duration},
    dated,
};

/// Lists the claims that run out soon, and those that have run out; the first to go comes first.
#[derive(Args)]
pub struct Arguments {
    /// How soon, for instance P90D or P3M.
    #[arg(long, value_name = "DURATION", value_parser = duration, default_value = "P90D")]
    within: Duration,
}

pub fn run(arguments: &Arguments, common: &Common) -> Reply {
    let as_of = common.as_of();
    let until = as_of
        .plus(arguments.within)
        .ok_or_else(|| Refusal::because("there is no day so long after; give a shorter time"))?;
    let catalogue = common.catalogue()?;
    let expiring = age::expiring(&catalogue, until);
    if common.json {
        let claims = dated::json(&expiring);
        return Ok(Answer::json(
            &json!({ "as_of": as_of.to_string(), "until": until.to_string(), "expiring": claims }),
        ));
    }
    Ok(Answer::text(dated::text(&format!("Has run out, or will by {until}"), &expiring, &catalogue)))
}
