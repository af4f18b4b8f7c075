//! The commands: one file each, with its arguments and `run`. What they work out is in the library.

mod compare;
mod evaluate;
mod export;
mod import;
mod show;

use clap::Subcommand;

use crate::{answer::Reply, arguments::Common};

#[derive(Subcommand)]
pub enum Command {
    Evaluate(evaluate::Arguments),
    Show(show::Arguments),
    Compare(compare::Arguments),
    Export(export::Arguments),
    Import(import::Arguments),
}

impl Command {
    pub fn run(&self, common: &Common) -> Reply {
        match self {
            Command::Evaluate(arguments) => evaluate::run(arguments, common),
            Command::Show(arguments) => show::run(arguments, common),
            Command::Compare(arguments) => compare::run(arguments, common),
            Command::Export(arguments) => export::run(arguments, common),
            Command::Import(arguments) => import::run(arguments, common),
        }
    }
}
