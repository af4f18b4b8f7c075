//! What JavaScript calls of the engine. `static/engine/engine.js` puts a face on it, and `static/engine/engine.d.ts`
//! says what that is; nothing else calls this.
//!
//! | File | What |
//! | --- | --- |
//! | `loading` | a catalogue while it is being loaded |
//! | `loaded` | a loaded catalogue, and what can be asked of it |
//! | `question` | what a query asks, out of texts and numbers |
//! | `told` | what is known, as JSON |
//! | `details` | reasons, comparisons and what is wrong, in a program of their own |

#[cfg(feature = "details")]
mod details;
#[cfg(feature = "engine")]
mod loaded;
#[cfg(feature = "engine")]
mod loading;
#[cfg(feature = "engine")]
mod question;
#[cfg(feature = "engine")]
mod told;

#[cfg(feature = "engine")]
pub use loaded::Catalogue;
#[cfg(feature = "engine")]
pub use loading::{Bytes, Loading};
