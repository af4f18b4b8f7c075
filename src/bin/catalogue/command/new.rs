//! `catalogue new`.

use std::{
    fs::OpenOptions,
    io::Write,
    path::{Path, PathBuf},
};

use clap::Args;
use vendor_compare::{
    catalogue::{
        Catalogue,
        directory::{Folder, PROVIDERS},
        id::is_id,
    },
    curation::{format, skeleton},
};

use crate::{
    answer::{Answer, Refusal, Reply},
    arguments::Common,
};

/// Begins a profile: prints it, or the questions that it is to answer, or writes both.
///
/// The profile has no claims yet and holds the check. The questions are every row of the comparison, as a list to tick
/// off in Markdown.
#[derive(Args)]
pub struct Arguments {
    /// The id: lower-case letters and digits, words joined by hyphens.
    id: String,
    /// The name, as it is shown.
    #[arg(long)]
    name: String,
    /// Begins a provider that stands behind vendors, in place of a vendor.
    #[arg(long)]
    provider: bool,
    /// Prints the questions in place of the profile.
    #[arg(long, conflicts_with = "write")]
    questions: bool,
    /// Writes providers/<ID>.json in the data folder, and <ID>.questions.md here.
    #[arg(long)]
    write: bool,
}

pub fn run(arguments: &Arguments, common: &Common) -> Reply {
    let Arguments { id, name, .. } = arguments;
    if !is_id(id) {
        let line = format!("\"{id}\" is not an id: lower-case letters and digits, words joined by hyphens");
        return Err(Refusal::because(line));
    }
    if name.trim().is_empty() {
        return Err(Refusal::because("the name is empty"));
    }
    let catalogue = match arguments.write {
        true => shared_parts(common)?,
        false => common.catalogue()?,
    };
    if catalogue.providers.iter().any(|provider| provider.id == **id) {
        return Err(Refusal::because(format!("there is a provider \"{id}\" already")));
    }
    let kind = if arguments.provider { "provider" } else { "vendor" };
    let skeleton = skeleton::profile(id, name, kind);
    let profile = format::text(&skeleton);
    let questions = skeleton::worksheet(&skeleton, &catalogue);
    match (arguments.write, arguments.questions) {
        (false, false) => Ok(Answer::text(profile)),
        (false, true) => Ok(Answer::text(questions)),
        (true, _) => {
            let files = [
                (common.folder().join(PROVIDERS).join(format!("{id}.json")), profile),
                (PathBuf::from(format!("{id}.questions.md")), questions),
            ];
            // Neither is written where the other would have to take the place of something.
            if let Some((path, _)) = files.iter().find(|(path, _)| path.exists()) {
                return Err(Refusal::because(format!("{}: there is such a file already", path.display())));
            }
            for (path, text) in &files {
                write_new(path, text)?;
            }
            let names = files.iter().map(|(path, _)| format!("{}\n", path.display()));
            Ok(Answer::text(names.collect::<String>()))
        }
    }
}

/// The catalogue that the profile is written for, without providers: whether they hold does not matter here.
fn shared_parts(common: &Common) -> Result<Catalogue, Refusal> {
    let folder = Folder::open_as(common.folder(), &common.folder().to_string_lossy());
    match folder.problems.is_empty() {
        true => Ok(folder.known.catalogue),
        false => Err(Refusal::from(folder.problems)),
    }
}

/// Writes a file that must not be there yet.
fn write_new(path: &Path, text: &str) -> Result<(), Refusal> {
    let file = OpenOptions::new().write(true).create_new(true).open(path);
    let written = file.and_then(|mut file| file.write_all(text.as_bytes()));
    written.map_err(|error| Refusal::because(format!("{}: cannot be written: {error}", path.display())))
}
