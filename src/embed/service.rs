//! The catalogue that the page does not hold: questions to whoever holds it, and which answer is still wanted.

use std::cell::RefCell;

use wasm_bindgen::prelude::*;

use crate::ui::Asked;

#[wasm_bindgen]
extern "C" {
    /// What answers questions: `static/engine/service.js` makes it. An answer comes by `Instance::answered`.
    pub type Service;

    #[wasm_bindgen(method)]
    fn ask(this: &Service, question: &str);
}

/// A question, and whether it is about a link that is still to be read.
#[derive(Clone, Default)]
struct Last {
    asked: Asked,
    is_opening: bool,
}

/// The last question. Answers to earlier ones come too late.
pub struct Asking {
    service: Service,
    last: RefCell<Last>,
}

impl Asking {
    pub fn new(service: Service) -> Self {
        Self { service, last: RefCell::default() }
    }

    /// Asks for what a drawing lacked.
    pub fn ask(&self, asked: Asked) {
        self.service.ask(&asked.question);
        self.last.replace(Last { asked, is_opening: false });
    }

    /// Asks what a link names, before it is read. Such a question counts nothing.
    pub fn open(&self, question: String) {
        self.service.ask(&question);
        self.last.replace(Last { asked: Asked { question, count: Vec::new() }, is_opening: true });
    }

    /// What was asked, if this was the last question, and whether it was about a link.
    pub fn take(&self, question: &str) -> Option<(Asked, bool)> {
        let Last { asked, is_opening } = self.last.borrow().clone();
        (asked.question == question).then_some((asked, is_opening))
    }
}
