//! From a catalogue's text to an engine, in steps, so that a page can draw in between.
//!
//! Most providers of a large catalogue are like others that came before. They are read in passing and recognised; what
//! is new goes through the same thorough reader as the files of the catalogue. A provider with something wrong is left
//! out and told; the rest is there.

mod answer;
mod balance;
mod documents;
mod draft;
mod entries;
mod excerpt;
mod loaded;
mod outline;
mod recognise;
mod scan;
mod swar;
pub mod window;

use std::{ops::Range, rc::Rc};

use super::Builder;
use crate::catalogue::{
    Catalogue,
    build::{self, Known, OneText},
    date::Date,
    problem::Problem,
    provider::{Kind, Provider},
    source::{CatalogueSource, ProviderSource},
};
use documents::Documents;
use draft::{Draft, Names};
use entries::{Entries, part};
pub use loaded::{LeftOut, Loaded, Wrong};
use outline::Outline;
use recognise::{Learned, Missing};

/// Of how many providers that are left out it is kept what is wrong.
const TOLD: usize = 100;

/// A text that is being loaded.
pub struct Loader {
    name: String,
    text: Rc<String>,
    providers: Rc<Entries>,
    documents: Rc<Documents>,
    next: usize,
    known: Known,
    names: Names,
    learned: Learned,
    passed: Passed,
    builder: Builder,
    places: Vec<Range<u32>>,
    shared: String,
    behind: Vec<Range<u32>>,
    in_passing: usize,
    left_out: LeftOut,
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

    /// A problem of something that begins here, with its place in the whole text.
    fn moved(self, problem: Problem, path: &str) -> Problem {
        let is_first = problem.line == 1;
        Problem {
            column: if is_first { problem.column + self.column - 1 } else { problem.column },
            line: problem.line + self.line - 1,
            path: format!("{path}{}", problem.path),
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
        let source = shared(name, &text, &outline)?;
        let origin = OneText { name, text: &text };
        let (known, problems) = build::parts::shared(&source, std::iter::empty(), &origin);
        if !problems.is_empty() {
            return Err(problems);
        }
        let providers = Rc::new(Entries::new(text.clone(), outline.providers));
        let documents = Entries::new(text.clone(), outline.documents);
        let documents = Rc::new(Documents::new(name, documents));
        let builder = Builder::new(&known.catalogue, as_of);
        let known = known.looking_up({
            let providers = providers.clone();
            move |id| providers.find(id).is_some()
        });
        Ok(Self {
            name: name.to_owned(),
            text,
            names: Names::new(&source, documents.clone(), providers.clone()),
            known,
            providers,
            documents,
            next: 0,
            learned: Learned::new(&builder),
            passed: Passed { at: 0, line: 1, column: 1 },
            builder,
            places: Vec::new(),
            shared: excerpt::shared(source),
            behind: Vec::new(),
            in_passing: 0,
            left_out: LeftOut::default(),
        })
    }

    /// How many providers have been read, and how many there are.
    pub fn progress(&self) -> (usize, usize) {
        (self.next, self.providers.len())
    }

    /// Reads some more providers; whether there are any left.
    pub fn step(&mut self, count: usize) -> bool {
        let providers = self.providers.clone();
        let mut draft = Draft::default();
        let end = self.next.saturating_add(count).min(providers.len());
        for entry in self.next..end {
            if let Err(problems) = self.provider(providers.get(entry), entry, &mut draft) {
                self.left_out.total += 1;
                if self.left_out.first.len() < TOLD {
                    let problems = self.placed(entry, problems);
                    self.left_out.first.push(Wrong { index: entry, problems });
                }
            }
        }
        self.next = end;
        end < providers.len()
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
            // Whatever a vendor names has been found to be there.
            known: self.known.looking_up(|_| true).into(),
            documents: self.documents,
            in_passing: self.in_passing,
            left_out: self.left_out,
        }
    }

    fn provider<'t>(&mut self, text: &'t str, entry: usize, draft: &mut Draft<'t>) -> Result<(), Problems> {
        let is_plain = draft.read(text, &self.names).is_some() && !self.providers.is_again(entry);
        if is_plain && self.recognise(draft).is_some() {
            self.places.push(self.providers.place(entry));
            self.in_passing += 1;
            return Ok(());
        }
        let provider = self.thorough(text, entry)?;
        match provider.kind {
            Kind::Provider => {
                self.builder.catalogue.providers.push(provider);
                self.behind.push(self.providers.place(entry));
            }
            Kind::Vendor => {
                self.builder.add(&provider);
                self.places.push(self.providers.place(entry));
                if is_plain {
                    self.learned.learn(draft, &self.builder);
                }
            }
        }
        Ok(())
    }

    /// Adds a vendor by what has been learned. What is new about one row is read alone, and learned.
    fn recognise(&mut self, draft: &Draft) -> Option<()> {
        loop {
            match self.learned.add(draft, &mut self.builder) {
                Ok(()) => return Some(()),
                Err(Missing::Row(row))
                    if self.learned.learn_length(row, draft, &mut self.builder).is_some() => {}
                Err(Missing::Row(row)) => {
                    let claims = draft.by_row().find(|(of, _)| *of == row).map(|(_, claims)| claims)?;
                    let alone = self.thorough(&draft.only(claims), usize::MAX).ok()?;
                    self.learned.learn_row(row, claims, draft, &alone, &mut self.builder)?;
                }
                Err(Missing::More) => return None,
            }
        }
    }

    /// Reads a provider with all that can be wrong.
    fn thorough(&mut self, text: &str, entry: usize) -> Result<Provider, Problems> {
        let here = |problems| Problems { start: None, problems };
        let origin = OneText { name: &self.name, text };
        let source = build::parse::<ProviderSource>(&self.name, text).map_err(here)?;
        let cited = documents::cited(&source);
        self.documents
            .cite(cited, &mut self.known)
            .map_err(|(start, problems)| Problems { start: Some(start), problems })?;
        let (provider, mut problems) = build::parts::provider(&source, &self.known, &origin);
        if self.providers.is_again(entry) {
            problems.push(Problem {
                path: "id".to_owned(),
                line: 1,
                column: 1,
                help: Some("give one of the two another id".to_owned()),
                ..problem(&self.name, format!("the provider \"{}\" is already there", source.id))
            });
        }
        if problems.is_empty() { Ok(provider) } else { Err(here(problems)) }
    }

    /// Problems with their places in the whole text.
    fn placed(&mut self, entry: usize, Problems { start, problems }: Problems) -> Vec<Problem> {
        let provider = self.passed.on_to(&self.text, self.providers.place(entry).start as usize);
        let (begin, path) = match start {
            None => (provider, format!("providers[{entry}].")),
            Some(start) => {
                (Passed { at: 0, line: 1, column: 1 }.on_to(&self.text, start), "documents: ".to_owned())
            }
        };
        problems.into_iter().map(|problem| begin.moved(problem, &path)).collect()
    }
}

/// What is wrong with a provider, with the places in its own text, or in that of a document which begins at `start`.
struct Problems {
    start: Option<usize>,
    problems: Vec<Problem>,
}

/// The parts that all providers share, without the providers.
fn shared(name: &str, text: &str, outline: &Outline) -> Result<CatalogueSource, Vec<Problem>> {
    let member = |(key, place): &(String, Range<u32>)| format!("{key:?}:{}", part(text, place));
    let parts: Vec<String> = outline.parts.iter().map(member).collect();
    let comma = if parts.is_empty() { "" } else { "," };
    let small = format!("{{{}{comma}\"documents\":[],\"providers\":[]}}", parts.join(","));
    // For their places in the text, problems are looked for once more in the text itself.
    build::parse::<CatalogueSource>(name, &small)
        .map_err(|small| Catalogue::from_json(name, text).err().unwrap_or(small))
}

fn problem(name: &str, message: String) -> Problem {
    Problem { file: name.to_owned(), line: 0, column: 0, path: String::new(), message, help: None }
}
