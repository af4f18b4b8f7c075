//! Reading an attribute: a bad value becomes a fault with a remedy, and the rest stands.

mod lists;

use web_sys::HtmlElement;

use super::attributes::Said;
use crate::{
    catalogue::{Catalogue, date::Date},
    comparison::{MAX, MIN},
    language::{english, phrase, say},
    requirement::parse::parse,
    state::{State, View, bounds::Bounds, form::Form, link, window::Unknown},
};

/// What is wrong with an attribute.
#[derive(Debug, Clone, PartialEq)]
pub struct Fault {
    pub attribute: &'static str,
    pub value: String,
    /// Which attribute, which value, and what to do.
    pub words: String,
}

/// What only the later part of the page's program calls; see `ui::later`.
pub mod door {
    use web_sys::HtmlElement;

    use super::super::attributes::Said;
    use crate::{catalogue::Catalogue, state::window::Unknown};

    /// Reads all attributes. `unknown`, where the catalogue has not every vendor: those that are known not to be there.
    #[inline(never)]
    pub fn read(element: &HtmlElement, catalogue: &Catalogue, unknown: Option<&[Unknown]>) -> Said {
        let mut said = Said::default();
        for name in super::READ.iter().filter(|name| element.has_attribute(name)) {
            super::change(&mut said, name, element, catalogue, unknown);
        }
        said
    }

    /// Takes over what one attribute says now; its faults take the place of those that it had.
    #[inline(never)]
    pub fn change(
        said: &mut Said,
        name: &str,
        element: &HtmlElement,
        catalogue: &Catalogue,
        unknown: Option<&[Unknown]>,
    ) {
        super::change(said, name, element, catalogue, unknown);
    }
}

/// The attributes that are read, in this order: `state` says everything, and what stands beside it takes the place of a
/// part.
const READ: [&str; 10] =
    ["state", "requirements", "as-of", "view", "providers", "rows", "max-compare", "locked", "theme", "link"];

fn change(
    said: &mut Said,
    name: &str,
    element: &HtmlElement,
    catalogue: &Catalogue,
    unknown: Option<&[Unknown]>,
) {
    let Some(name) = READ.iter().find(|known| **known == name) else { return };
    said.faults.retain(|fault| fault.attribute != *name);
    let value = element.get_attribute(name);
    let mut reading = Reading { name, value: value.as_deref(), catalogue, unknown, faults: Vec::new() };
    reading.take_over(&mut said.state, &mut said.bounds);
    said.faults.append(&mut reading.faults);
}

/// An attribute that is being read.
struct Reading<'a> {
    name: &'static str,
    /// `None` where the element does not have it.
    value: Option<&'a str>,
    catalogue: &'a Catalogue,
    /// Where the catalogue has not every vendor: those that are known not to be there.
    unknown: Option<&'a [Unknown]>,
    faults: Vec<Fault>,
}

impl Reading<'_> {
    /// Takes over what it says into what it is about.
    fn take_over(&mut self, state: &mut State, bounds: &mut Bounds) {
        match self.name {
            "state" => self.state(state, bounds),
            "requirements" => self.requirements(state, bounds),
            "as-of" => state.as_of = self.as_of(),
            "view" => self.view(state),
            "providers" => bounds.providers = self.providers(),
            "rows" => bounds.rows = self.rows(),
            "max-compare" => bounds.max_compare = self.most(),
            "locked" => bounds.locked = self.locked(),
            "theme" => self.fixed(
                &["light", "dark", "contrast"],
                english("Write “light”, “dark” or “contrast”, or leave it out."),
            ),
            _ => self.fixed(&["query"], english("Write “query”, or leave it out.")),
        }
    }

    fn wrong(&mut self, remedy: &str) {
        let (name, value) = (self.name, self.value.unwrap_or_default());
        self.fault(phrase("The attribute “{}” of this element is “{}”. {}", &[&name, &value, &say(remedy)]));
    }

    /// A part of a value is wrong, which a sentence names.
    fn left_out(&mut self, sentence: &str) {
        let name = self.name;
        self.fault(phrase(
            "A part of the attribute “{}” of this element is left out. {}",
            &[&name, &sentence],
        ));
    }

    fn fault(&mut self, words: String) {
        let value = self.value.unwrap_or_default().to_owned();
        self.faults.push(Fault { attribute: self.name, value, words });
    }

    /// The whole state. Where it is not said any more, it stays; what was entered and told does as well.
    fn state(&mut self, state: &mut State, bounds: &mut Bounds) {
        let Some(link) = self.value else { return };
        let read = link::read(link, self.catalogue);
        read.notices.iter().for_each(|notice| self.left_out(notice));
        let (project, notices) = (state.project.clone(), std::mem::take(&mut state.notices));
        *state = State { project, notices, ..read };
        bounds.required.clone_from(&state.requirements);
    }

    fn requirements(&mut self, state: &mut State, bounds: &mut Bounds) {
        let parsed = parse(self.value.unwrap_or_default(), self.catalogue);
        parsed.errors.iter().for_each(|error| self.left_out(&error.sentence()));
        state.form = Form::showing(&parsed.requirements, self.catalogue);
        state.draft = None;
        state.requirements.clone_from(&parsed.requirements);
        bounds.required = parsed.requirements;
    }

    fn as_of(&mut self) -> Option<Date> {
        let day = self.value?.parse().ok();
        if day.is_none() {
            self.wrong(english("Write a day as YYYY-MM-DD. It counts as today."));
        }
        day
    }

    fn view(&mut self, state: &mut State) {
        state.view = match self.value {
            None => return,
            Some("results") => View::Results,
            Some("questions") => View::Questions,
            Some("record") => View::Record,
            Some("compare") if state.compared.len() >= MIN => View::Compare,
            Some("compare") => {
                return self.wrong(english("First name two vendors in “state”, as in compare=a,b."));
            }
            Some(_) => return self.wrong(english("Write “results”, “compare”, “questions” or “record”.")),
        };
    }

    fn most(&mut self) -> usize {
        match self.value.map_or(Ok(MAX), |text| text.trim().parse()) {
            Ok(number @ MIN..=MAX) => number,
            _ => {
                self.wrong(&phrase("Write a number from {} to {}. It counts as {}.", &[&MIN, &MAX, &MAX]));
                MAX
            }
        }
    }

    /// Checks what others read.
    fn fixed(&mut self, values: &[&str], remedy: &str) {
        if self.value.is_some_and(|value| !values.contains(&value)) {
            self.wrong(remedy);
        }
    }
}
