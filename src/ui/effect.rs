//! What only the surroundings of the page can do.

use std::rc::Rc;

use web_sys::File;
use yew::Callback;

use super::asking::Asked;
use crate::state::others::Others;

/// Something to be done outside of the page.
pub enum Effect {
    /// Brings the part of the program that comes later, and tells how that has ended.
    LoadLater(Callback<Result<(), String>>),
    /// Adds to the stylesheet.
    Style(&'static str),
    /// Brings the outlines of countries as a text, or tells why it could not.
    LoadOutlines(Callback<Result<String, String>>),
    /// Brings what an offline file is made of, over this catalogue of others or over the one in the program; or tells why it
    /// could not.
    LoadTemplate(Option<Rc<Others>>, Callback<Result<Template, String>>),
    /// Asks for another window of a catalogue that the page does not hold.
    Ask(Asked),
    /// Goes one step back in the browser's history.
    Back,
    /// Gives the visitor a file.
    Save(Saved),
    /// Puts a text on the clipboard, and tells whether it is there.
    Copy(String, Callback<bool>),
    /// Reads a file that the visitor has chosen: its text, or why it cannot be read.
    Read(File, Callback<Result<String, String>>),
    /// Keeps a text for the next time, and tells whether the browser does.
    Keep(Slot, String, Callback<bool>),
    Print,
}

/// Under what the browser keeps something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Slot {
    /// The visitor's project.
    Project,
    /// What stood there and could not be read.
    Aside,
}

/// What an offline file is made of.
pub struct Template {
    pub page: String,
    /// The text of a catalogue of others, packed with gzip.
    pub gzip: Option<Vec<u8>>,
}

/// A file for the visitor.
pub struct Saved {
    pub name: String,
    pub media_type: &'static str,
    pub text: String,
}
