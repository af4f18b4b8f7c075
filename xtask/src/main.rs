//! Builds, serves and tests vendor-compare, and installs what that needs: `cargo xtask <command>`.

mod apt;
mod bench;
mod browser;
mod bundle;
mod dist;
mod e2e;
mod engine;
mod geography;
mod hosts;
mod npm;
mod office;
mod offline;
mod process;
mod project;
mod reproduce;
mod rust_tools;
mod serve;
mod size;
mod split;
mod test;
mod tools;
mod trunk;
mod wasm_opt;

use anyhow::{Result, bail};
use std::process::ExitCode;

const HELP: &str = "\
Usage: cargo xtask <command>

  serve [--port N] [--open]  Serve the standalone page, rebuild it when a source changes, print its address
  test                       Check and test everything, in real browsers too, and end with a summary
  build                      Make the release: the page, the element and the offline file, in dist/
  dist                       The same, and what is published besides: the package for npm and the gallery
  docs                       Write the tables of docs/embedding.md anew, from static/custom-elements.json
  engine                     Build the engine alone, which `build` does as well
  setup                      Install what is missing, and start nothing
  lint                       Check the formatting and run clippy, for the machine and for the browser
  e2e [--browser B] [NAME]   Run the end-to-end tests (those whose name contains NAME) on what is in dist/,
                             in chromium, firefox, webkit or, as without B, in all of them
  hosts [--browser B] [NAME] Build the pages of tests/hosts with the package that is in dist/npm, and drive them
  bench [--native] [--node] [--chromium] [--host] [--offline] [ARGUMENTS]
                             Measure the requirement engine, what a host page pays, also beside other libraries, and offline files;
                             see bench/README.md
  geography                  Make static/geography.txt anew, from Natural Earth
  size                       Print what the first load of dist/ weighs, and compare it with the budget
  reproduce                  Build the last commit twice, in two folders, and compare every file
  bundle                     The last step of a build: Trunk calls it, there is no need to
  announce PORT              The address that `serve` prints: `serve` calls it, there is no need to

What a command needs and does not find goes into .tools/, which git ignores. Nothing else is touched,
except that the tests may install browsers and LibreOffice with apt-get.
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match dispatch(&arguments) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Runs the command that the arguments name.
fn dispatch(arguments: &[String]) -> Result<ExitCode> {
    let Some((command, rest)) = arguments.split_first() else {
        print!("{HELP}");
        return Ok(ExitCode::SUCCESS);
    };
    if rest.iter().any(|argument| argument == "--help" || argument == "-h") {
        print!("{HELP}");
        return Ok(ExitCode::SUCCESS);
    }
    match (command.as_str(), rest) {
        ("help" | "--help" | "-h", _) => print!("{HELP}"),
        ("serve", rest) => serve::serve(rest)?,
        ("announce", [port]) => serve::announce(port)?,
        ("bench", rest) => bench::bench(rest)?,
        ("e2e", rest) => e2e::asked(rest)?,
        ("test", []) => return test::everything(),
        ("build", []) => trunk::build(&tools::ensure()?)?,
        ("dist", []) => dist::dist()?,
        ("docs", []) => dist::reference::write()?,
        ("hosts", rest) => hosts::asked(rest)?,
        ("engine", []) => engine::build(&tools::ensure()?)?,
        ("geography", []) => geography::make()?,
        ("reproduce", []) => reproduce::reproduce()?,
        ("setup", []) => {
            tools::ensure()?;
            println!("Everything that building and serving need is there.");
        }
        ("lint", []) => test::lint_only()?,
        ("size", []) => size::check(&project::dist())?,
        ("bundle", []) => bundle::hook()?,
        (
            "test" | "build" | "dist" | "docs" | "engine" | "geography" | "reproduce" | "setup" | "lint"
            | "size" | "bundle",
            [first, ..],
        ) => {
            bail!("`cargo xtask {command}` takes no arguments, but was given `{first}`")
        }
        _ => bail!("there is no command `{command}`; `cargo xtask --help` lists them"),
    }
    Ok(ExitCode::SUCCESS)
}
