//! From a catalogue's text to an engine, in steps, so that a page can draw in between.
//!
//! Most providers of a large catalogue are like others that came before. They are read in passing and recognised; what
//! is new goes through the same thorough reader as the files of the catalogue. A provider with something wrong is left
//! out and told; the rest is there.

mod answer;
mod balance;
mod draft;
mod excerpt;
mod loaded;
mod outline;
mod recognise;
mod scan;
mod swar;
pub mod window;

use std::{ops::Range, rc::Rc};

use rustc_hash::{FxHashSet, FxHasher};

use super::Builder;
use crate::catalogue::{
    Catalogue,
    build::{self, Known, OneText},
    date::Date,
    problem::Problem,
    provider::{Kind, Provider},
    source::{CatalogueSource, ProviderSource},
};
use draft::{Draft, Names};
pub use loaded::{LeftOut, Loaded, Wrong};
use outline::Outline;
use recognise::Learned;

/// Of how many providers that are left out it is kept what is wrong.
const TOLD: usize = 100;

/// A text that is being loaded.
pub struct Loader {
    name: String,
    text: Rc<String>,
    providers: Vec<Range<u32>>,
    next: usize,
    known: Known,
    names: Names,
    ids: Ids,
    learned: Learned,
    passed: Passed,
    builder: Builder,
    places: Vec<Range<u32>>,
    shared: String,
    behind: Vec<Range<u32>>,
    in_passing: usize,
    left_out: LeftOut,
}

/// The ids that have been met, as hashes: where one comes again, it is worth a closer look.
#[derive(Default)]
struct Ids(FxHashSet<u64>);

impl Ids {
    fn hash(id: &str) -> u64 {
        use std::hash::{Hash, Hasher};
        let mut hasher = FxHasher::default();
        id.hash(&mut hasher);
        hasher.finish()
    }

    fn may_have(&self, id: &str) -> bool {
        self.0.contains(&Self::hash(id))
    }

    fn insert(&mut self, id: &str) {
        self.0.insert(Self::hash(id));
    }
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

impl Loader {
    /// Begins with a text, which problems call by its name; requirements are judged as of a day.
    ///
    /// # Errors
    /// The text is not JSON, or something is wrong with the parts that all providers share.
    pub fn new(name: &str, text: String, as_of: Date) -> Result<Self, Vec<Problem>> {
        let text = Rc::new(text);
        if u32::try_from(text.len()).is_err() {
            return Err(vec![problem(name, "the catalogue has more than 4 GiB".to_owned())]);
        }
        let Some(outline) = outline::outline(&text) else {
            let wrong = build::parse::<CatalogueSource>(name, &text).err();
            return Err(wrong.unwrap_or_else(|| vec![problem(name, "the text cannot be read".to_owned())]));
        };
        let ids = outline.providers.iter().filter_map(|place| outline::id(part(&text, place)));
        let source = shared(name, &text, &outline)?;
        let (known, problems) = build::parts::shared(&source, ids, &OneText { name, text: &text });
        if !problems.is_empty() {
            return Err(problems);
        }
        let builder = Builder::new(&known.catalogue, as_of);
        Ok(Self {
            name: name.to_owned(),
            names: Names::of(&source),
            known,
            providers: outline.providers,
            next: 0,
            ids: Ids::default(),
            learned: Learned::new(&builder),
            passed: Passed { at: 0, line: 1, column: 1 },
            builder,
            places: Vec::new(),
            shared: excerpt::shared(source),
            behind: Vec::new(),
            in_passing: 0,
            left_out: LeftOut::default(),
            text,
        })
    }

    /// How many providers have been read, and how many there are.
    pub fn progress(&self) -> (usize, usize) {
        (self.next, self.providers.len())
    }

    /// Reads some more providers; whether there are any left.
    pub fn step(&mut self, count: usize) -> bool {
        let text = self.text.clone();
        let mut draft = Draft::default();
        let end = self.next.saturating_add(count).min(self.providers.len());
        for index in self.next..end {
            let place = self.providers[index].clone();
            if let Err(problems) = self.provider(part(&text, &place), &place, &mut draft) {
                self.left_out.total += 1;
                if self.left_out.first.len() < TOLD {
                    let begin = self.passed.on_to(&text, place.start as usize);
                    let problems = problems.into_iter().map(|problem| begin.moved(problem, index)).collect();
                    self.left_out.first.push(Wrong { index, problems });
                }
            }
        }
        self.next = end;
        end < self.providers.len()
    }

    /// Reads what is left.
    pub fn finish(mut self) -> Loaded {
        while self.step(usize::MAX) {}
        self.places.shrink_to_fit();
        Loaded {
            engine: self.builder.finish(),
            name: self.name,
            text: self.text,
            places: self.places,
            shared: self.shared,
            behind: self.behind,
            known: self.known.trusting(),
            in_passing: self.in_passing,
            left_out: self.left_out,
        }
    }

    fn provider<'t>(
        &mut self,
        text: &'t str,
        place: &Range<u32>,
        draft: &mut Draft<'t>,
    ) -> Result<(), Vec<Problem>> {
        let is_plain = draft.read(text, &self.names).is_some();
        if is_plain && !self.ids.may_have(draft.id) && self.learned.add(draft, &mut self.builder).is_some() {
            self.ids.insert(draft.id);
            self.places.push(place.clone());
            self.in_passing += 1;
            return Ok(());
        }
        let provider = self.thorough(text)?;
        self.ids.insert(provider.id.as_str());
        match provider.kind {
            Kind::Provider => {
                self.builder.catalogue.providers.push(provider);
                self.behind.push(place.clone());
            }
            Kind::Vendor => {
                self.builder.add(&provider);
                self.places.push(place.clone());
                if is_plain {
                    self.learned.learn(draft, &self.builder);
                }
            }
        }
        Ok(())
    }

    /// Reads a provider with all that can be wrong; the places of problems are those in its own text.
    fn thorough(&self, text: &str) -> Result<Provider, Vec<Problem>> {
        let source = build::parse::<ProviderSource>(&self.name, text)?;
        let (provider, mut problems) =
            build::parts::provider(&source, &self.known, &OneText { name: &self.name, text });
        if self.ids.may_have(&source.id) && self.is_there(&source.id) {
            problems.push(Problem {
                path: "id".to_owned(),
                line: 1,
                column: 1,
                help: Some("give one of the two another id".to_owned()),
                ..problem(&self.name, format!("the provider \"{}\" is already there", source.id))
            });
        }
        if problems.is_empty() { Ok(provider) } else { Err(problems) }
    }

    fn is_there(&self, id: &str) -> bool {
        let builder = &self.builder;
        (0..builder.len()).any(|vendor| builder.id(vendor) == id)
            || builder.catalogue.providers.iter().any(|provider| provider.id == *id)
    }
}

/// The parts that all providers share, without the providers.
fn shared(name: &str, text: &str, outline: &Outline) -> Result<CatalogueSource, Vec<Problem>> {
    let member = |(key, place): &(String, Range<u32>)| format!("{key:?}:{}", part(text, place));
    let parts: Vec<String> = outline.parts.iter().map(member).collect();
    let comma = if parts.is_empty() { "" } else { "," };
    let small = format!("{{{}{comma}\"providers\":[]}}", parts.join(","));
    // For their places in the text, problems are looked for once more in the text itself.
    build::parse::<CatalogueSource>(name, &small)
        .map_err(|small| Catalogue::from_json(name, text).err().unwrap_or(small))
}

/// A part of a text.
fn part<'t>(text: &'t str, place: &Range<u32>) -> &'t str {
    &text[place.start as usize..place.end as usize]
}

fn problem(name: &str, message: String) -> Problem {
    Problem { file: name.to_owned(), line: 0, column: 0, path: String::new(), message, help: None }
}
