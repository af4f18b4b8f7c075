//! A catalogue while it is being loaded.

use wasm_bindgen::prelude::*;

use super::{loaded::Catalogue, told};
use crate::{catalogue::problem::Problem, engine::load::Loader};

/// Memory into which JavaScript writes a text in UTF-8: so it is copied once.
#[wasm_bindgen]
pub struct Bytes(Vec<u8>);

#[wasm_bindgen]
impl Bytes {
    #[wasm_bindgen(constructor)]
    pub fn new(length: usize) -> Self {
        Self(vec![0; length])
    }

    /// Where it begins, in the memory of the program.
    #[wasm_bindgen(getter)]
    pub fn pointer(&self) -> *const u8 {
        self.0.as_ptr()
    }

    /// How many bytes it has.
    #[wasm_bindgen(getter)]
    pub fn length(&self) -> usize {
        self.0.len()
    }

    /// Makes it longer or shorter. What is there stays, and may move.
    pub fn resize(&mut self, length: usize) {
        self.0.resize(length, 0);
    }
}

/// A catalogue that is being read, provider by provider.
#[wasm_bindgen]
pub struct Loading(Loader);

#[wasm_bindgen]
impl Loading {
    /// Begins with a text; `as_of` is a day.
    ///
    /// # Errors
    /// A JSON text: the list of problems.
    pub fn begin(name: &str, text: Bytes, as_of: &str) -> Result<Loading, String> {
        let wrong = |message: String, help: &str| {
            let problem = Problem {
                file: name.to_owned(),
                line: 0,
                column: 0,
                path: String::new(),
                message,
                help: Some(help.to_owned()),
            };
            told::problems(&[problem])
        };
        let as_of = as_of.parse().map_err(|()| {
            wrong(
                format!("the day \"{as_of}\" cannot be read"),
                "write it as YYYY-MM-DD, for instance 2026-11-22",
            )
        })?;
        let text = String::from_utf8(text.0).map_err(|error| {
            let at = error.utf8_error().valid_up_to();
            wrong(format!("the text is not UTF-8 from byte {at} on"), "save it as UTF-8")
        })?;
        Loader::new(name, text, as_of).map(Self).map_err(|problems| told::problems(&problems))
    }

    /// Reads so many providers more; whether there are any left.
    pub fn step(&mut self, count: usize) -> bool {
        self.0.step(count)
    }

    /// How many providers have been read.
    #[wasm_bindgen(getter)]
    pub fn read(&self) -> usize {
        self.0.progress().0
    }

    /// How many providers there are.
    #[wasm_bindgen(getter)]
    pub fn of(&self) -> usize {
        self.0.progress().1
    }

    /// Reads what is left.
    pub fn finish(self) -> Catalogue {
        Catalogue::new(self.0.finish())
    }
}
