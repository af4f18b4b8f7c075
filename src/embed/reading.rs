//! Reading attributes: each bad value becomes a fault with a remedy, and the rest stands.

use web_sys::HtmlElement;

use super::attributes::{ids, only};
use crate::{
    catalogue::{
        Catalogue,
        id::{ProviderId, RowId},
        suggest,
    },
    comparison::{MAX, MIN},
    requirement::{Requirement, parse::parse},
    state::{
        State, View,
        bounds::{Bounds, Locked},
        form::Form,
        link,
    },
};

/// What is wrong with an attribute.
#[derive(Debug, Clone, PartialEq)]
pub struct Fault {
    pub attribute: &'static str,
    pub value: String,
    /// Which attribute, which value, and what to do.
    pub words: String,
}

/// The attributes of an element, being read.
pub struct Reading<'a> {
    element: &'a HtmlElement,
    catalogue: &'a Catalogue,
    /// Whether the catalogue has every vendor.
    is_whole: bool,
    pub faults: Vec<Fault>,
}

impl<'a> Reading<'a> {
    pub fn new(element: &'a HtmlElement, catalogue: &'a Catalogue, is_whole: bool) -> Self {
        Self { element, catalogue, is_whole, faults: Vec::new() }
    }

    fn wrong(&mut self, attribute: &'static str, value: &str, remedy: &str) {
        let words = format!("The attribute “{attribute}” of this element is “{value}”. {remedy}");
        self.faults.push(Fault { attribute, value: value.to_owned(), words });
    }

    /// A part of a value is wrong, which a sentence names.
    fn left_out(&mut self, attribute: &'static str, value: &str, sentence: &str) {
        let words = format!("A part of the attribute “{attribute}” of this element is left out. {sentence}");
        self.faults.push(Fault { attribute, value: value.to_owned(), words });
    }

    /// The state that `state`, `requirements`, `as-of` and `view` ask for.
    pub fn state(&mut self) -> State {
        let of = |name| self.element.get_attribute(name);
        let (link, required, as_of, view) = (of("state"), of("requirements"), of("as-of"), of("view"));
        let mut state = link.as_deref().map(|link| link::read(link, self.catalogue)).unwrap_or_default();
        for notice in std::mem::take(&mut state.notices) {
            self.left_out("state", link.as_deref().unwrap_or_default(), &notice);
        }
        if let Some(text) = required {
            let parsed = parse(&text, self.catalogue);
            state.form = Form::showing(&parsed.requirements, self.catalogue);
            state.requirements = parsed.requirements;
            parsed.errors.iter().for_each(|error| self.left_out("requirements", &text, &error.sentence()));
        }
        if let Some(text) = as_of {
            match text.parse() {
                Ok(day) => state.as_of = Some(day),
                Err(()) => self.wrong("as-of", &text, "Write a day as YYYY-MM-DD. It counts as today."),
            }
        }
        if let Some(text) = view {
            self.view(&text, &mut state);
        }
        state
    }

    fn view(&mut self, text: &str, state: &mut State) {
        state.view = match text {
            "results" => View::Results,
            "questions" => View::Questions,
            "record" => View::Record,
            "compare" if state.compared.len() >= MIN => View::Compare,
            "compare" => {
                return self.wrong("view", text, "Name two vendors or more in “state”, as in compare=a,b.");
            }
            _ => {
                let remedy = "Write “results”, “compare”, “questions” or “record”.";
                return self.wrong("view", text, remedy);
            }
        };
    }

    /// What `providers`, `rows`, `max-compare` and `locked` set.
    pub fn bounds(&mut self, required: &[Requirement]) -> Bounds {
        let max_compare = self.element.get_attribute("max-compare").map_or(MAX, |text| self.most(&text));
        Bounds {
            providers: self.providers(),
            rows: self.rows(),
            max_compare,
            locked: self.locked(),
            required: required.to_vec(),
        }
    }

    fn most(&mut self, text: &str) -> usize {
        match text.trim().parse() {
            Ok(number @ MIN..=MAX) => number,
            _ => {
                self.wrong(
                    "max-compare",
                    text,
                    &format!("Write a number from {MIN} to {MAX}. It counts as {MAX}."),
                );
                MAX
            }
        }
    }

    /// The vendors that there are. Where there is none of them, all are shown.
    fn providers(&mut self) -> Option<Vec<ProviderId>> {
        let named = only(self.element)?;
        if !self.is_whole {
            return Some(named);
        }
        let catalogue = self.catalogue;
        let known = |id: &str| catalogue.vendors().any(|vendor| vendor.id == *id);
        let all = || catalogue.vendors().map(|vendor| vendor.id.as_str());
        let found = self.known("providers", "vendor", known, all)?;
        (!found.is_empty()).then(|| found.iter().map(|id| ProviderId::new(id)).collect())
    }

    /// The rows, and those of the sections, that there are. Where there is none of them, all are shown.
    fn rows(&mut self) -> Option<Vec<RowId>> {
        let catalogue = self.catalogue;
        let rows_of = |id: &str| {
            let section = catalogue.sections.iter().find(|section| section.id == *id);
            let rows = section.map_or(&[][..], |section| &section.rows).iter();
            rows.chain(catalogue.rows().filter(|row| row.id == *id))
                .map(|row| row.id.clone())
                .collect::<Vec<_>>()
        };
        let sections = || catalogue.sections.iter().map(|section| section.id.as_str());
        let all = || catalogue.rows().map(|row| row.id.as_str()).chain(sections());
        let found = self.known("rows", "row or section", |id| !rows_of(id).is_empty(), all)?;
        (!found.is_empty()).then(|| found.iter().flat_map(|id| rows_of(id)).collect())
    }

    fn locked(&mut self) -> Locked {
        let catalogue = self.catalogue;
        let known =
            |id: &str| ["all", "region", "cert"].contains(&id) || catalogue.rows().any(|row| row.id == *id);
        let all = || catalogue.rows().map(|row| row.id.as_str()).chain(["all", "region", "cert"]);
        let found = self.known("locked", "row of requirements", known, all).unwrap_or_default();
        match found.iter().any(|id| id == "all") {
            true => Locked::All,
            false if found.is_empty() => Locked::None,
            false => Locked::Subjects(found),
        }
    }

    /// The ids of a list that are known; each of the others is a fault.
    fn known<'i, I: Iterator<Item = &'i str>>(
        &mut self,
        attribute: &'static str,
        what: &str,
        is_known: impl Fn(&str) -> bool,
        all: impl Fn() -> I,
    ) -> Option<Vec<String>> {
        let text = self.element.get_attribute(attribute)?;
        let (known, unknown): (Vec<&str>, Vec<&str>) = ids(&text).partition(|id| is_known(id));
        for id in unknown {
            let near = suggest::nearest(id, all()).map(|near| format!(" Did you mean “{near}”?"));
            let near = near.unwrap_or_default();
            self.left_out(attribute, &text, &format!("The catalogue has no {what} “{id}”.{near}"));
        }
        Some(known.into_iter().map(str::to_owned).collect())
    }

    /// Checks what others read.
    pub fn look(&mut self) {
        let fixed: [(&str, &[&str], &str); 2] = [
            (
                "theme",
                &["light", "dark", "contrast"],
                "Write “light”, “dark” or “contrast”, or leave it out.",
            ),
            ("link", &["query"], "Write “query”, or leave it out."),
        ];
        for (name, values, remedy) in fixed {
            if let Some(value) = self.element.get_attribute(name).filter(|value| !values.contains(&&**value))
            {
                self.wrong(name, &value, remedy);
            }
        }
    }
}
