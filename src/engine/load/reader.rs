//! The thorough reader over a text: what all providers share, and each provider with all that can be wrong.

use std::{ops::Range, rc::Rc};

use super::{
    documents::{self, Documents},
    entries::{Entries, part},
    outline::{self, Outline},
};
use crate::catalogue::{
    Catalogue,
    build::{self, Known, OneText},
    problem::{Problem, TELLS, told},
    provider::Provider,
    source::{CatalogueSource, ProviderSource},
};

/// A text whose parts have been found, and whose shared parts are right.
pub struct Reader {
    pub name: String,
    pub text: Rc<String>,
    pub providers: Rc<Entries>,
    pub documents: Rc<Documents>,
    /// The parts that all providers share, but the documents: their keys and where their values stand.
    pub parts: Vec<(String, Range<u32>)>,
    /// Changes with the documents that are cited.
    pub known: Known,
}

/// What is wrong with a provider, with the places in its own text, or in that of a document.
pub struct Problems {
    /// The entry of the document.
    pub document: Option<usize>,
    pub problems: Vec<Problem>,
}

impl Reader {
    /// Begins with a text, which problems call by its name.
    ///
    /// # Errors
    /// The text is not JSON, or something is wrong with the parts that all providers share.
    pub fn new(name: &str, text: String) -> Result<Self, Vec<Problem>> {
        let text = Rc::new(text);
        if u32::try_from(text.len()).is_err() {
            return Err(vec![problem(name, told!("the catalogue has more than 4 GiB"))]);
        }
        let Some(outline) = outline::outline(&text) else {
            let wrong = build::parse::<CatalogueSource>(name, &text).err();
            return Err(wrong.unwrap_or_else(|| vec![problem(name, told!("the text cannot be read"))]));
        };
        let source = shared(name, &text, &outline)?;
        let origin = OneText { name, text: &text };
        let (known, problems) = build::parts::shared(&source, std::iter::empty(), &origin);
        if !problems.is_empty() {
            return Err(problems);
        }
        let providers = Rc::new(Entries::new(text.clone(), outline.providers));
        let documents = Documents::new(name, Entries::new(text.clone(), outline.documents));
        let known = known.looking_up({
            let providers = providers.clone();
            move |id| providers.find(id).is_some()
        });
        Ok(Self {
            name: name.to_owned(),
            text,
            providers,
            documents: Rc::new(documents),
            parts: outline.parts,
            known,
        })
    }

    /// Reads a provider, which is the entry with this number, or else made of one.
    ///
    /// # Errors
    /// All that is wrong with it.
    pub fn provider(&mut self, text: &str, entry: Option<usize>) -> Result<Provider, Problems> {
        let here = |problems| Problems { document: None, problems };
        let source = build::parse::<ProviderSource>(&self.name, text).map_err(here)?;
        self.documents
            .cite(documents::cited(&source), &mut self.known)
            .map_err(|(entry, problems)| Problems { document: Some(entry), problems })?;
        let origin = OneText { name: &self.name, text };
        let (provider, mut problems) = build::parts::provider(&source, &self.known, &origin);
        if entry.is_some_and(|entry| self.providers.is_again(entry)) {
            problems.push(documents::is_there(&self.name, "provider", &source.id));
        }
        if problems.is_empty() { Ok(provider) } else { Err(here(problems)) }
    }
}

/// The parts that all providers share, without the providers.
fn shared(name: &str, text: &str, outline: &Outline) -> Result<CatalogueSource, Vec<Problem>> {
    let mut small = "{".to_owned();
    for (key, place) in &outline.parts {
        for piece in ["\"", key, "\":", part(text, place), ","] {
            small.push_str(piece);
        }
    }
    small.push_str("\"documents\":[],\"providers\":[]}");
    build::parse::<CatalogueSource>(name, &small).map_err(|small| match TELLS {
        // For their places in the text, problems are looked for once more in the text itself.
        true => Catalogue::from_json(name, text).err().unwrap_or(small),
        false => small,
    })
}

fn problem(name: &str, message: String) -> Problem {
    Problem { file: name.to_owned(), line: 0, column: 0, path: String::new(), message, help: None }
}
