//! `catalogue compare`.

use clap::Args;
use vendor_compare::{
    catalogue::{Catalogue, id::ProviderId},
    comparison::{MAX, MIN, Matrix},
    export::json,
    requirement::evaluate::Context,
};

use crate::{
    answer::{Answer, Refusal, Reply},
    arguments::Common,
    find, text,
};

/// Puts two to five vendors side by side.
#[derive(Args)]
pub struct Arguments {
    #[arg(required = true, num_args = MIN..=MAX)]
    vendors: Vec<String>,
}

pub fn run(arguments: &Arguments, common: &Common) -> Reply {
    let catalogue = common.catalogue()?;
    let context = Context { catalogue: &catalogue, as_of: common.as_of() };
    let matrix = Matrix::of(&distinct(&catalogue, &arguments.vendors)?, context);
    Ok(match common.json {
        true => Answer::json(&json::matrix(&matrix, context)),
        false => Answer::text(text::matrix(&matrix, context)),
    })
}

fn distinct(catalogue: &Catalogue, ids: &[String]) -> Result<Vec<ProviderId>, Refusal> {
    let mut vendors: Vec<ProviderId> = Vec::new();
    for id in ids {
        let provider = find::provider(catalogue, id)?;
        if vendors.contains(&provider.id) {
            return Err(Refusal::because(format!(
                "{id} is named twice; name {MIN} to {MAX} different vendors"
            )));
        }
        vendors.push(provider.id.clone());
    }
    Ok(vendors)
}
