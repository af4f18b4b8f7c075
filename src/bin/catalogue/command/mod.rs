//! The commands: one file each, with its arguments and `run`. What they work out is in the library.

mod bundle;
mod check;
mod compare;
mod completions;
mod coverage;
mod diff;
mod evaluate;
mod expiring;
mod export;
mod fmt;
mod import;
mod man;
mod new;
mod normalise;
mod questions;
mod record;
mod schema;
mod show;
mod stale;
mod r#static;

use clap::Subcommand;

use crate::{answer::Reply, arguments::Common};

#[derive(Subcommand)]
pub enum Command {
    Evaluate(evaluate::Arguments),
    Show(show::Arguments),
    Compare(compare::Arguments),
    Static(r#static::Arguments),
    Bundle(bundle::Arguments),
    Record(record::Arguments),
    Questions(questions::Arguments),
    Check(check::Arguments),
    Fmt(fmt::Arguments),
    New(new::Arguments),
    Normalise(normalise::Arguments),
    Diff(diff::Arguments),
    Stale(stale::Arguments),
    Expiring(expiring::Arguments),
    Coverage(coverage::Arguments),
    Schema(schema::Arguments),
    Completions(completions::Arguments),
    Man(man::Arguments),
    Export(export::Arguments),
    Import(import::Arguments),
}

impl Command {
    pub fn run(&self, common: &Common) -> Reply {
        match self {
            Command::Evaluate(arguments) => evaluate::run(arguments, common),
            Command::Show(arguments) => show::run(arguments, common),
            Command::Compare(arguments) => compare::run(arguments, common),
            Command::Static(arguments) => r#static::run(arguments, common),
            Command::Bundle(arguments) => bundle::run(arguments, common),
            Command::Record(arguments) => record::run(arguments, common),
            Command::Questions(arguments) => questions::run(arguments, common),
            Command::Check(arguments) => check::run(arguments, common),
            Command::Fmt(arguments) => fmt::run(arguments, common),
            Command::New(arguments) => new::run(arguments, common),
            Command::Normalise(arguments) => normalise::run(arguments, common),
            Command::Diff(arguments) => diff::run(arguments, common),
            Command::Stale(arguments) => stale::run(arguments, common),
            Command::Expiring(arguments) => expiring::run(arguments, common),
            Command::Coverage(arguments) => coverage::run(arguments, common),
            Command::Schema(arguments) => schema::run(arguments),
            Command::Completions(arguments) => completions::run(arguments),
            Command::Man(arguments) => man::run(arguments),
            Command::Export(arguments) => export::run(arguments, common),
            Command::Import(arguments) => import::run(arguments, common),
        }
    }
}
