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
    /// Frees the catalogue.
    #[wasm_bindgen(method)]
    fn close(this: &Service);
}

/// What is still to be read when a question is answered, because it may name vendors that were not here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Opens {
    #[default]
    Nothing,
    /// The link in the address.
    Address,
    /// The attribute `state`.
    Attributes,
}

/// A question, and what it opens.
#[derive(Clone, Default)]
struct Last {
    asked: Asked,
    opens: Opens,
}

/// The last question. Answers to earlier ones come too late.
pub struct Asking {
    service: Service,
    last: RefCell<Last>,
}

impl Asking {
    /// Questions to a service; it is closed where there is nothing left to ask.
    pub fn over(service: Service, is_needed: bool) -> Option<Self> {
        if !is_needed {
            service.close();
            return None;
        }
        Some(Self { service, last: RefCell::default() })
    }

    /// Asks for what a drawing lacked.
    pub fn ask(&self, asked: Asked) {
        self.service.ask(&asked.question);
        self.last.replace(Last { asked, opens: Opens::Nothing });
    }

    /// Asks what something names, before it is read. Such a question counts nothing.
    pub fn open(&self, question: String, opens: Opens) {
        self.service.ask(&question);
        self.last.replace(Last { asked: Asked { question, count: Vec::new() }, opens });
    }

    /// What was asked, if this was the last question, and what it opens.
    pub fn take(&self, question: &str) -> Option<(Asked, Opens)> {
        let Last { asked, opens } = self.last.borrow().clone();
        (asked.question == question).then_some((asked, opens))
    }
}
