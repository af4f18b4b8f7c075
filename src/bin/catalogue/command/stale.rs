//! `catalogue stale`.

use clap::Args;
use serde_json::json;
use vendor_compare::{catalogue::duration::Duration, curation::age};

use crate::{
    answer::{Answer, Refusal, Reply},
    arguments::{Common, duration},
    dated,
};

/// Lists the claims that nobody is known to have confirmed for some time, oldest first.
///
/// A claim is as old as its own "as_of", else as the latest document that says it. Claims of unknown age are listed
/// after the others.
#[derive(Args)]
pub struct Arguments {
    /// How old a claim may be, for instance P18M or P1Y.
    #[arg(long, value_name = "DURATION", value_parser = duration, default_value = "P18M")]
    older_than: Duration,
}

pub fn run(arguments: &Arguments, common: &Common) -> Reply {
    let as_of = common.as_of();
    let before = as_of
        .minus(arguments.older_than)
        .ok_or_else(|| Refusal::because("there is no day so long before; give a shorter time"))?;
    let catalogue = common.catalogue()?;
    let (stale, undated) = age::stale(&catalogue, before);
    if common.json {
        return Ok(Answer::json(&json!({
            "as_of": as_of.to_string(),
            "before": before.to_string(),
            "stale": dated::json(&stale),
            "age_unknown": dated::json(&undated),
        })));
    }
    let known = dated::text(&format!("Last known to hold before {before}"), &stale, &catalogue);
    let unknown = dated::text("Age unknown", &undated, &catalogue);
    Ok(Answer::text(format!("{known}\n{unknown}")))
}
