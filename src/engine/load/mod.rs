//! From a catalogue's text to an engine, in steps, so that a page can draw in between.
//!
//! Most providers of a large catalogue are like others that came before. They are read in passing and recognised; what
//! is new goes through the same thorough reader as the files of the catalogue. A provider with something wrong is left
//! out and told; the rest is there.

mod draft;
mod outline;
mod recognise;
mod scan;

use std::{collections::HashSet, ops::Range};

use super::Engine;
use crate::catalogue::{
    Catalogue,
    build::{self, Known, OneText},
    date::Date,
    problem::Problem,
    provider::{Kind, Provider},
    source::{CatalogueSource, ProviderSource},
};
use draft::Draft;
use outline::Outline;
use recognise::Learned;

/// A text that is being loaded.
pub struct Loader<'t> {
    name: &'t str,
    text: &'t str,
    providers: Vec<Range<usize>>,
    next: usize,
    known: Known,
    documents: HashSet<String>,
    ids: HashSet<&'t str>,
    learned: Learned,
    passed: Passed,
    loaded: Loaded,
}

/// How far the lines of a text have been counted. It only goes on, so that a text is counted through once, however much
/// is wrong in it.
#[derive(Clone, Copy)]
struct Passed {
    at: usize,
    /// Both from 1.
    line: usize,
    column: usize,
}

impl Passed {
    /// Counts on to a place.
    fn on_to(&mut self, text: &str, place: usize) -> Self {
        let between = &text[self.at..place];
        match between.rfind('\n') {
            Some(last) => {
                self.line += between.matches('\n').count();
                self.column = between[last + 1..].chars().count() + 1;
            }
            None => self.column += between.chars().count(),
        }
        self.at = place;
        *self
    }

    /// A problem of a provider that begins here, with its place in the whole text.
    fn moved(self, problem: Problem, index: usize) -> Problem {
        let is_first = problem.line == 1;
        Problem {
            column: if is_first { problem.column + self.column - 1 } else { problem.column },
            line: problem.line + self.line - 1,
            path: format!("providers[{index}].{}", problem.path),
            ..problem
        }
    }
}

/// What came of a text.
pub struct Loaded {
    pub engine: Engine,
    /// Where each vendor of the engine stands in the text.
    pub places: Vec<Range<usize>>,
    /// How many of the vendors were recognised, and not read thoroughly.
    pub in_passing: usize,
    /// What is wrong with the providers that are left out.
    pub left_out: Vec<LeftOut>,
}

/// A provider that is left out.
#[derive(Debug)]
pub struct LeftOut {
    /// Its place in the list of providers, from 0.
    pub index: usize,
    pub problems: Vec<Problem>,
}

impl<'t> Loader<'t> {
    /// Begins with a text, which problems call by its name; requirements are judged as of a day.
    ///
    /// # Errors
    /// The text is not JSON, or something is wrong with the parts that all providers share.
    pub fn new(name: &'t str, text: &'t str, as_of: Date) -> Result<Self, Vec<Problem>> {
        let Some(outline) = outline::outline(text) else {
            let wrong = build::parse::<CatalogueSource>(name, text).err();
            return Err(wrong.unwrap_or_else(|| vec![problem(name, "the text cannot be read".to_owned())]));
        };
        let ids = outline.providers.iter().filter_map(|range| outline::id(&text[range.clone()]));
        let (known, problems) = match shared(name, text, &outline) {
            Ok(source) => build::parts::shared(&source, ids, &OneText { name, text }),
            Err(problems) => return Err(problems),
        };
        if !problems.is_empty() {
            return Err(problems);
        }
        let engine = Engine::empty(&known.catalogue, as_of);
        Ok(Self {
            name,
            text,
            providers: outline.providers,
            next: 0,
            documents: known.catalogue.documents.iter().map(|document| document.id.to_string()).collect(),
            known,
            ids: HashSet::new(),
            learned: Learned::new(&engine),
            passed: Passed { at: 0, line: 1, column: 1 },
            loaded: Loaded { engine, places: Vec::new(), in_passing: 0, left_out: Vec::new() },
        })
    }

    /// How many providers have been read, and how many there are.
    pub fn progress(&self) -> (usize, usize) {
        (self.next, self.providers.len())
    }

    /// Reads some more providers; whether there are any left.
    pub fn step(&mut self, count: usize) -> bool {
        let end = (self.next + count).min(self.providers.len());
        for index in self.next..end {
            let place = self.providers[index].clone();
            if let Err(problems) = self.provider(&place) {
                let begin = self.passed.on_to(self.text, place.start);
                let problems = problems.into_iter().map(|problem| begin.moved(problem, index)).collect();
                self.loaded.left_out.push(LeftOut { index, problems });
            }
        }
        self.next = end;
        end < self.providers.len()
    }

    /// Reads what is left.
    pub fn finish(mut self) -> Loaded {
        while self.step(usize::MAX >> 1) {}
        self.loaded
    }

    fn provider(&mut self, place: &Range<usize>) -> Result<(), Vec<Problem>> {
        let text = &self.text[place.clone()];
        let draft = Draft::read(text, &|document| self.documents.contains(document));
        let engine = &mut self.loaded.engine;
        if let Some(draft) = &draft
            && !self.ids.contains(draft.id)
            && self.learned.add(draft, engine).is_some()
        {
            self.ids.insert(draft.id);
            self.loaded.places.push(place.clone());
            self.loaded.in_passing += 1;
            return Ok(());
        }
        let provider = self.thorough(text)?;
        self.ids.extend(outline::id(text));
        match provider.kind {
            Kind::Provider => self.loaded.engine.know(provider),
            Kind::Vendor => {
                self.loaded.engine.add(&provider);
                self.loaded.places.push(place.clone());
                if let Some(draft) = &draft {
                    self.learned.learn(draft, &self.loaded.engine);
                }
            }
        }
        Ok(())
    }

    /// Reads a provider with all that can be wrong; the places of problems are those in its own text.
    fn thorough(&self, text: &str) -> Result<Provider, Vec<Problem>> {
        let source = build::parse::<ProviderSource>(self.name, text)?;
        let (provider, mut problems) =
            build::parts::provider(&source, &self.known, &OneText { name: self.name, text });
        if self.ids.contains(&*source.id) {
            problems.push(Problem {
                path: "id".to_owned(),
                line: 1,
                column: 1,
                help: Some("give one of the two another id".to_owned()),
                ..problem(self.name, format!("the provider \"{}\" is already there", source.id))
            });
        }
        if problems.is_empty() { Ok(provider) } else { Err(problems) }
    }
}

impl Engine {
    /// Knows a provider behind vendors, for its name.
    fn know(&mut self, provider: Provider) {
        self.catalogue.providers.push(provider);
    }
}

/// The parts that all providers share, without the providers.
fn shared(name: &str, text: &str, outline: &Outline) -> Result<CatalogueSource, Vec<Problem>> {
    let member = |(key, range): &(String, Range<usize>)| format!("{key:?}:{}", &text[range.clone()]);
    let parts: Vec<String> = outline.parts.iter().map(member).collect();
    let comma = if parts.is_empty() { "" } else { "," };
    let small = format!("{{{}{comma}\"providers\":[]}}", parts.join(","));
    // For their places in the text, problems are looked for once more in the text itself.
    build::parse::<CatalogueSource>(name, &small)
        .map_err(|small| Catalogue::from_json(name, text).err().unwrap_or(small))
}

fn problem(name: &str, message: String) -> Problem {
    Problem { file: name.to_owned(), line: 0, column: 0, path: String::new(), message, help: None }
}
