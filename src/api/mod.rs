//! What JavaScript calls of the engine. `static/engine/engine.js` puts a face on it, and `static/engine/engine.d.ts`
//! says what that is; nothing else calls this.
//!
//! | File | What |
//! | --- | --- |
//! | `loading` | a catalogue while it is being loaded |
//! | `loaded` | a loaded catalogue, and what can be asked of it |
//! | `question` | what a query asks, out of texts and numbers |
//! | `told` | what is wrong, and what is known, as JSON |

mod loaded;
mod loading;
mod question;
mod told;

pub use loaded::Catalogue;
pub use loading::{Bytes, Loading};
