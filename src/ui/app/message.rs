//! What happens to the page.

use web_sys::File;

use crate::state::reduce::Action;

/// What happens to the page.
pub enum Message {
    Act(Action),
    /// Goes where a link leads that the visitor has followed inside the page.
    Follow(String),
    /// Goes to an earlier or later step.
    Travel(usize),
    /// Asks for the later part, after it could not be had.
    TryAgain,
    /// The loading of the later part has ended.
    Loaded(Result<(), String>),
    /// The visitor has chosen a file.
    Chosen(File),
    /// A file has been read, or not: its name, and its text or why.
    Read(String, Result<String, String>),
    /// The browser has kept what was entered, or not.
    Kept(bool),
    /// What was kept and could not be read is set aside, or not.
    SetAside(bool),
    /// A text is on the clipboard, or not.
    Copied(bool),
    /// The outlines of countries have come, or why not.
    Outlines(Result<String, String>),
}
