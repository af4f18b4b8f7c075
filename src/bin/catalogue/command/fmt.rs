//! `catalogue fmt`.

use std::{fmt::Write, fs};

use clap::Args;
use vendor_compare::{
    catalogue::directory::Folder,
    curation::format::{Formatted, files},
};

use crate::{
    answer::{Answer, Refusal, Reply},
    arguments::Common,
};

/// Brings the data files into their canonical layout: order of the keys, order of the claims, white space.
///
/// A file that cannot be read is left as it is, and told.
#[derive(Args)]
pub struct Arguments {
    /// Writes nothing, names the files that are not in the layout, and fails where there is one.
    #[arg(long)]
    check: bool,
}

pub fn run(arguments: &Arguments, common: &Common) -> Reply {
    let folder = Folder::open_as(common.folder(), &common.folder().to_string_lossy());
    let (mut changed, mut problems) = (String::new(), Vec::new());
    for file in files(&folder) {
        match file {
            Err(found) => problems.extend(found),
            Ok(Formatted { changed: false, .. }) => {}
            Ok(Formatted { name, text, .. }) => {
                let shown = folder.shown(&name);
                let _ = writeln!(changed, "{shown}");
                if !arguments.check {
                    fs::write(folder.path(&name), text)
                        .map_err(|error| Refusal::because(format!("{shown}: cannot be written: {error}")))?;
                }
            }
        }
    }
    if !problems.is_empty() {
        return Err(Refusal::from(problems));
    }
    Ok(Answer { well: !arguments.check || changed.is_empty(), text: changed })
}
