//! The release build.

use crate::{process::run, tools::Tools};
use anyhow::Result;

/// Builds the page, the element and the offline file into dist/.
pub fn build(tools: &Tools) -> Result<()> {
    run(tools.trunk().args(["build", "--release"]))?;
    println!("dist/index.html           the standalone page, to be served");
    println!(
        "dist/vendor-compare.js    the element, for one script tag on any page (with dist/app beside it)"
    );
    println!("dist/vendor-compare.html  the offline file, to be opened from a disk");
    println!(
        "dist/template.html        what `catalogue bundle` makes offline files of other catalogues from"
    );
    Ok(())
}
