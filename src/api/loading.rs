//! A catalogue while it is being loaded.

use wasm_bindgen::prelude::*;

use super::loaded::Catalogue;
use crate::engine::load::Loader;

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
    /// Begins with a text; `as_of` is a day. Nothing where the text is no catalogue or the day is none; why, the details
    /// tell.
    pub fn begin(name: &str, text: Bytes, as_of: &str) -> Option<Loading> {
        let text = String::from_utf8(text.0).ok()?;
        Loader::new(name, text, as_of.parse().ok()?).ok().map(Self)
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
