//! What is the visitor's own says so, wherever it stands among what the catalogue holds.

use yew::Html;

use super::element::el;

/// The mark, where something is the visitor's own.
pub fn yours(is_own: bool) -> Option<Html> {
    is_own.then(|| el("span", "chip").says("yours").into())
}
