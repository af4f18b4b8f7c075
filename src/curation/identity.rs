//! Which catalogue a folder holds.

use sha2::{Digest, Sha256};

use crate::catalogue::{identity::Identity, source::CatalogueSource};

/// The identity of a catalogue that is called so. The same data have the same digest as when they are built in.
///
/// # Errors
/// None for what was read from JSON.
pub fn of(source: CatalogueSource, version: &str) -> serde_json::Result<Identity> {
    let sha256 = Sha256::digest(source.packed()?);
    let sha256 = sha256.iter().map(|byte| format!("{byte:02x}")).collect();
    Ok(Identity { version: version.to_owned(), sha256 })
}
