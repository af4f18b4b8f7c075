//! A catalogue of others as the page begins with it: whole where it is small, else a window on it.

use std::rc::Rc;

use super::window::{Window, number, texts, unreadable};
use crate::{
    catalogue::{Catalogue, build, identity::Identity, json, source::CatalogueSource},
    export::offline::sha256,
};

/// What the page knows of a catalogue that is not the one in the program.
#[derive(Debug)]
pub struct Others {
    /// Of a catalogue that is here, that of its packed text, as everywhere; of a larger one, that of the file as it came.
    pub identity: Identity,
    /// How many providers are left out, and the first problems, in words.
    pub left_out: (usize, Vec<String>),
    /// The packed text, where the whole catalogue is here.
    pub text: Option<String>,
}

impl Others {
    /// Whether the page holds a part of the catalogue only.
    pub fn is_in_part(&self) -> bool {
        self.text.is_none()
    }
}

/// What is here of such a catalogue to begin with.
#[derive(Debug)]
pub struct Begun {
    pub others: Others,
    pub catalogue: Rc<Catalogue>,
    /// Where the catalogue is too large for the page.
    pub window: Option<Window>,
}

impl Begun {
    /// Reads the answer to the first question.
    ///
    /// # Errors
    /// Words for people, where the answer is not one.
    pub fn read(answer: &str) -> Result<Self, String> {
        let json = json::parse(answer).ok_or_else(unreadable)?;
        let name = json["name"].as_str().unwrap_or_default();
        let left_out = &json["left_out"];
        let left_out = (number(&left_out["total"]), texts(&left_out["first"]).map(str::to_owned).collect());
        if json["whole"] != true {
            let window = Window::of(&json, Vec::new())?;
            let sha256 = json["sha256"].as_str().ok_or_else(unreadable)?.to_owned();
            // Whoever gets a record of it is to know that there are vendors besides.
            let identity = Identity { version: format!("{name}, in part"), sha256 };
            let others = Others { identity, left_out, text: None };
            return Ok(Self { others, catalogue: window.catalogue.clone(), window: Some(window) });
        }
        let whole = json["catalogue"].as_str().ok_or_else(unreadable)?;
        let source = build::parse::<CatalogueSource>(WHOLE, whole).map_err(|_| unreadable())?;
        let catalogue = build::catalogue(&source, &build::OneText { name: WHOLE, text: whole });
        let catalogue = Rc::new(catalogue.map_err(|_| unreadable())?);
        let text = source.packed().map_err(|_| unreadable())?;
        let identity = Identity { version: name.to_owned(), sha256: sha256(text.as_bytes()) };
        Ok(Self { others: Others { identity, left_out, text: Some(text) }, catalogue, window: None })
    }
}

/// How problems would call it. The engine has found none.
const WHOLE: &str = "the whole catalogue";
