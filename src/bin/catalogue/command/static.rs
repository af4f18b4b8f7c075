//! `catalogue static`.

use std::path::PathBuf;

use clap::Args;
use vendor_compare::{
    catalogue::id::ProviderId,
    comparison::Matrix,
    export::{
        html::comparison::{self, Cited},
        offline::columns,
    },
    requirement::evaluate::Context,
};

use crate::{
    answer::{Answer, Refusal, Reply},
    arguments::Common,
    find,
    project::required,
};

/// Prints vendors side by side as a piece of HTML for readers and machines without scripts: a table, its evidence, no
/// styles of its own. It can stand inside the element, which shows it until the comparison takes its place.
#[derive(Args)]
pub struct Arguments {
    /// For example "region in EEA; cert@host has iso-27001": the outcome and its reasons come first.
    #[arg(long, value_name = "REQUIREMENTS", default_value = "")]
    require: String,
    /// The columns, in this order; absent: the first five of the outcome.
    #[arg(long, value_name = "IDS", value_delimiter = ',')]
    providers: Vec<String>,
    /// Adds the evidence of every cell to that of the reasons.
    #[arg(long)]
    evidence: bool,
    /// Writes into this file in place of the terminal.
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

pub fn run(arguments: &Arguments, common: &Common) -> Reply {
    let (catalogue, identity) = common.identified()?;
    let requirements = required(&arguments.require, &catalogue)?;
    let context = Context { catalogue: &catalogue, as_of: common.as_of() };
    let named = arguments.providers.iter();
    let named: Result<Vec<ProviderId>, Refusal> =
        named.map(|id| find::provider(&catalogue, id).map(|provider| provider.id.clone())).collect();
    let columns = columns(&named?, &requirements, context);
    let cited = if arguments.evidence { Cited::Everything } else { Cited::Reasons };
    let matrix = Matrix::of(&columns, context);
    let text = comparison::fragment(&matrix, &requirements, context, &identity, cited);
    Answer::into(text, arguments.output.as_deref())
}
