//! `catalogue man`.

use clap::{Args, CommandFactory};
use clap_mangen::Man;

use crate::{
    answer::{Answer, Refusal, Reply},
    arguments, find,
};

/// Prints the manual page, or that of one command: `catalogue man check | man -l -`.
#[derive(Args)]
pub struct Arguments {
    command: Option<String>,
}

pub fn run(arguments: &Arguments) -> Reply {
    let mut program = arguments::Arguments::command();
    program.build();
    let page = match &arguments.command {
        None => program,
        Some(name) => match program.find_subcommand(name) {
            Some(command) => command.clone(),
            None => {
                let known = program.get_subcommands().map(clap::Command::get_name);
                return Err(find::unknown("command", name, known));
            }
        },
    };
    let mut text = Vec::new();
    let written = Man::new(page).render(&mut text);
    written.map_err(|error| Refusal::because(format!("the page cannot be made: {error}")))?;
    Ok(Answer::text(String::from_utf8_lossy(&text)))
}
