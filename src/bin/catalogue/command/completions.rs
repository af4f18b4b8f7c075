//! `catalogue completions`.

use clap::{Args, CommandFactory};
use clap_complete::{Shell, generate};

use crate::{
    answer::{Answer, Reply},
    arguments,
};

/// Prints what makes a shell complete the commands and their options.
#[derive(Args)]
pub struct Arguments {
    shell: Shell,
}

pub fn run(arguments: &Arguments) -> Reply {
    let mut script = Vec::new();
    generate(arguments.shell, &mut arguments::Arguments::command(), "catalogue", &mut script);
    Ok(Answer::text(String::from_utf8_lossy(&script)))
}
