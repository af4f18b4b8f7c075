//! The page, as Yew components. They show a [`crate::state::State`] and send [`crate::state::reduce::Action`]s;
//! what is true or false is decided to the left of here.

mod adding;
mod app;
mod as_text;
mod ask;
mod asking;
mod card;
mod carried;
mod cell;
mod claim;
mod compare;
mod effect;
mod element;
mod evidence;
mod facts;
mod focus;
mod form;
mod head;
mod icon;
mod large;
mod later;
mod notices;
mod outcome_bar;
mod page;
mod pictures;
mod profile;
mod project;
mod questions;
mod record;
mod results;
mod tray;
mod verdict;
mod writing;

pub use app::{App, Change, Message, Props};
pub use asking::Asked;
pub use effect::{Effect, Saved};
