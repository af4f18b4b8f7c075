//! A loaded catalogue, and what can be asked of it.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use wasm_bindgen::prelude::*;

use super::{question, told};
use crate::{
    engine::{
        Bits,
        index::Index,
        load::{Loaded, Report},
        order::{By, Order},
        query::{Answer, Groups},
    },
    requirement::Requirement,
};

/// A loaded catalogue.
#[wasm_bindgen]
pub struct Catalogue {
    loaded: Loaded,
    /// Requirements that have been read, by their text: the same few come again and again.
    read: RefCell<Read>,
    /// The numbers of the last answer.
    numbers: RefCell<Vec<u32>>,
    /// The ids of the last answer, each with a line feed behind it.
    ids: RefCell<String>,
    /// How many numbers there are.
    count: Cell<usize>,
}

#[derive(Default)]
struct Read {
    texts: Index,
    requirements: Vec<Rc<[Requirement]>>,
}

/// So many texts of requirements are remembered.
const REMEMBERED: usize = 1_000;

impl Catalogue {
    pub(super) fn new(loaded: Loaded) -> Self {
        Self {
            loaded,
            read: RefCell::default(),
            numbers: RefCell::default(),
            ids: RefCell::default(),
            count: Cell::default(),
        }
    }

    fn requirements(&self, text: &str) -> Result<Rc<[Requirement]>, String> {
        let mut read = self.read.borrow_mut();
        if let Some(known) = read.texts.find(text.as_bytes()) {
            return Ok(read.requirements[known].clone());
        }
        let requirements = question::requirements(text, &self.loaded.engine)?;
        if read.texts.len() >= REMEMBERED {
            *read = Read::default();
        }
        read.texts.add(text.as_bytes());
        read.requirements.push(requirements.clone());
        Ok(requirements)
    }

    fn vendors<'i>(&self, ids: &'i str) -> Result<Vec<&'i str>, String> {
        let ids: Vec<&str> = ids.split('\n').filter(|id| !id.is_empty()).collect();
        match ids.iter().find(|id| self.loaded.profile(id).is_none()) {
            Some(id) => Err(format!("The catalogue has no vendor \"{id}\".")),
            None => Ok(ids),
        }
    }
}

#[wasm_bindgen]
impl Catalogue {
    /// How many vendors there are.
    #[wasm_bindgen(getter)]
    pub fn size(&self) -> usize {
        self.loaded.engine.len()
    }

    #[wasm_bindgen(getter, js_name = asOf)]
    pub fn as_of(&self) -> String {
        self.loaded.engine.as_of().to_string()
    }

    /// How many providers are left out.
    #[wasm_bindgen(getter, js_name = leftOut)]
    pub fn left_out(&self) -> usize {
        self.loaded.left_out.total
    }

    /// What the details need to tell what is wrong with the first of them.
    pub fn report(&self) -> LeftOutReport {
        LeftOutReport(self.loaded.report())
    }

    /// Takes what the details have told, one problem a line, for the page.
    pub fn tell(&mut self, problems: &str) {
        self.loaded.tell(problems.split('\n').map(str::to_owned).collect());
    }

    /// Takes the digest of the text as it came, for the page.
    pub fn identify(&mut self, sha256: String) {
        self.loaded.identify(sha256);
    }

    /// The rows, as JSON.
    pub fn rows(&self) -> String {
        told::rows(self.loaded.engine.shared())
    }

    /// The options of a row, as JSON, in the order of their counts.
    pub fn options(&self, row: &str) -> Result<String, String> {
        let rows = question::rows(row, &self.loaded.engine)?;
        let options = rows.first().map(|row| self.loaded.engine.options(row));
        Ok(options.map_or_else(|| "[]".to_owned(), |options| told::options(&options)))
    }

    /// Bytes of the text that is kept.
    #[wasm_bindgen(getter, js_name = textBytes)]
    pub fn text_bytes(&self) -> usize {
        self.loaded.text().len()
    }

    /// Bytes of what is kept beside the text.
    #[wasm_bindgen(getter, js_name = indexBytes)]
    pub fn index_bytes(&self) -> usize {
        self.loaded.bytes()
    }

    /// The profile of a vendor, as JSON.
    pub fn profile(&self, id: &str) -> Option<String> {
        self.loaded.profile(id).map(str::to_owned)
    }

    /// Answers a query. `fields` and `groups` have one bit for each, `rows` one id a line.
    ///
    /// The numbers of the answer are in [`Catalogue::numbers`]: the totals of the three groups, how many ids of each
    /// there are in [`Catalogue::ids`], and for each option of each row how many would meet it and how many would be
    /// left open.
    #[expect(clippy::too_many_arguments, reason = "plain arguments cross the border fastest")]
    pub fn query(
        &self,
        strict: &str,
        lenient: &str,
        text: &str,
        fields: u8,
        sort: &str,
        descending: bool,
        groups: u8,
        offset: usize,
        limit: usize,
        rows: &str,
    ) -> Result<(), String> {
        let engine = &self.loaded.engine;
        let (strict, lenient) = (self.requirements(strict)?, self.requirements(lenient)?);
        let order = Order { by: By::read(sort, engine.shared())?, descending };
        let rows = question::rows(rows, engine)?;
        let answer = engine.query(&question::query(&strict, &lenient, text, fields, order));
        let (mut numbers, mut ids) = (self.numbers.borrow_mut(), self.ids.borrow_mut());
        numbers.clear();
        ids.clear();
        let Groups { meets, cannot_tell, does_not_meet } = answer.groups();
        let all = [meets, cannot_tell, does_not_meet];
        numbers.extend(all.iter().map(|group| group.count() as u32));
        for (bit, group) in all.iter().enumerate() {
            let count =
                if groups >> bit & 1 == 1 { self.page(&answer, group, offset, limit, &mut ids) } else { 0 };
            numbers.push(count);
        }
        for (_, counts) in answer.counts_on(&rows) {
            numbers.extend(counts.iter().flat_map(|count| [count.meets as u32, count.cannot_tell as u32]));
        }
        self.count.set(numbers.len());
        Ok(())
    }

    fn page(&self, answer: &Answer, group: &Bits, offset: usize, limit: usize, ids: &mut String) -> u32 {
        let page = answer.page(group, offset, limit);
        for vendor in &page {
            ids.push_str(self.loaded.engine.id(*vendor).unwrap_or_default());
            ids.push('\n');
        }
        page.len() as u32
    }

    /// Where the numbers of the last answer begin, in the memory of the program.
    #[wasm_bindgen(getter)]
    pub fn numbers(&self) -> *const u32 {
        self.numbers.borrow().as_ptr()
    }

    /// How many numbers the last answer has.
    #[wasm_bindgen(getter)]
    pub fn count(&self) -> usize {
        self.count.get()
    }

    /// The ids of the last answer.
    #[wasm_bindgen(getter)]
    pub fn ids(&self) -> String {
        self.ids.borrow().clone()
    }

    /// Answers a question of the page, both as JSON.
    pub fn window(&mut self, question: &str) -> Result<String, String> {
        self.loaded.window(question)
    }

    /// A catalogue of these vendors and all that they refer to, as a text, for the details of them; one id a line. The
    /// requirements are only looked at.
    ///
    /// # Errors
    /// There is no such vendor, or a requirement cannot be read.
    pub fn excerpt(&self, ids: &str, requirements: &str) -> Result<String, String> {
        self.requirements(requirements)?;
        Ok(self.loaded.excerpt(&self.vendors(ids)?))
    }
}

/// A report on providers that are left out.
#[wasm_bindgen]
pub struct LeftOutReport(Report);

#[wasm_bindgen]
impl LeftOutReport {
    /// The text of a small catalogue.
    #[wasm_bindgen(getter)]
    pub fn text(&self) -> String {
        self.0.text.clone()
    }

    /// Where its parts stand in the whole text.
    #[wasm_bindgen(getter)]
    pub fn places(&self) -> Vec<u32> {
        self.0.places.clone()
    }
}
