//! LibreOffice, in which the tests open the tables that people will open in a spreadsheet.

use crate::{
    apt::Packaged,
    process::{find, named_or},
};
use anyhow::Result;
use std::path::PathBuf;

const PACKAGED: Packaged = Packaged {
    what: "LibreOffice Calc",
    packages: &["libreoffice-calc-nogui"],
    usually: "1 minute, once",
    remedy: "install LibreOffice Calc (Debian: libreoffice-calc-nogui), or name its program in the variable SOFFICE; \
        the tests never run without it",
};

/// Finds LibreOffice's program, or installs it where apt-get can be used.
pub fn ensure() -> Result<PathBuf> {
    PACKAGED.ensure(|| named_or("SOFFICE", || find("soffice").or_else(|| find("libreoffice"))))
}
