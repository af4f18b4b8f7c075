//! The catalogue that this build carries: `data/`, checked and packed by the build script.

use crate::catalogue::{Catalogue, identity::Identity, packed, problem::Problem, statements};

/// The text, in the shape of [`crate::catalogue::source::CatalogueSource`].
pub const TEXT: &str = include_str!(concat!(env!("OUT_DIR"), "/catalogue.json"));

/// Reads the embedded catalogue.
///
/// # Errors
/// None in a build that succeeded, because the build script checks the same text; still no panic.
pub fn catalogue() -> Result<Catalogue, Vec<Problem>> {
    Catalogue::from_json("the embedded catalogue", TEXT)
}

/// The embedded catalogue without what the evidence says, which comes by [`completed`].
pub fn brief() -> Catalogue {
    packed::unpack(
        include_bytes!(concat!(env!("OUT_DIR"), "/brief.bin")),
        include_str!(concat!(env!("OUT_DIR"), "/brief.txt")),
    )
}

/// The whole of the [`brief`] catalogue.
pub fn completed(brief: &Catalogue) -> Catalogue {
    statements::put_back(brief, include_str!(concat!(env!("OUT_DIR"), "/statements.txt")))
}

/// Which catalogue it is: the version of this build, and the digest of [`TEXT`].
pub fn identity() -> Identity {
    let sha256 = include_str!(concat!(env!("OUT_DIR"), "/catalogue.sha256"));
    Identity { version: env!("CARGO_PKG_VERSION").to_owned(), sha256: sha256.to_owned() }
}
