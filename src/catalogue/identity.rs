//! Which catalogue something was read from.

use super::record::record;

record! {
    "an object with \"version\" and \"sha256\"" =>
    /// The version of a catalogue, and the digest of its text: two catalogues with the same digest say the same.
    pub struct Identity {
        /// The version of the program that carries it, or the name of a folder or file.
        pub version: String,
        /// SHA-256 of the packed text, as 64 hexadecimal digits. Of a catalogue that a page held in part: of its file.
        pub sha256: String,
    }
}
