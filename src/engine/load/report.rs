//! What is wrong with the providers that were left out. The engine only notices it; the words are in another program,
//! which gets a small catalogue with these providers and whatever they name, and reads it once more.

use super::{
    Loaded,
    excerpt::Text,
    named::Named,
    place::Place,
    reader::{Problems, Reader},
};
use crate::{catalogue::problem::Problem, engine::Bits, export::text::quoted};

/// What the words need.
pub struct Report {
    /// What problems call the catalogue.
    pub name: String,
    /// The text of a catalogue whose last providers are those that were left out.
    pub text: String,
    /// Line and column of each document in the whole text; then, of each provider that was left out, its place in the
    /// list of providers from 0, its line and its column.
    pub places: Vec<u32>,
}

/// What is wrong with a provider.
#[derive(Debug)]
pub struct Wrong {
    /// Its place in the list of providers, from 0.
    pub index: usize,
    pub problems: Vec<Problem>,
}

impl Loaded {
    /// The first providers that were left out, for [`Report::words`].
    pub fn report(&self) -> Report {
        let (all, documents) = (&*self.providers, self.documents.entries());
        let mut named = Named::new(all, documents);
        let mut left_out = Bits::new(all.len());
        for entry in &self.left_out.first {
            left_out.insert(*entry);
            named.by(all.get(*entry));
        }
        let again: Vec<usize> = documents
            .again()
            .filter(|entry| {
                let first = documents.id(*entry).and_then(|id| documents.find(id));
                first.is_some_and(|first| named.documents.contains(first))
            })
            .collect();
        again.into_iter().for_each(|entry| named.documents.insert(entry));
        named.by_documents();
        named.providers.remove_all(&left_out);
        let mut places = Vec::new();
        let mut place = Place::START;
        for entry in named.documents.iter() {
            let Place { line, column, .. } = place.on_to(&self.text, documents.place(entry).start as usize);
            places.extend([line as u32, column as u32]);
        }
        let mut place = Place::START;
        for entry in left_out.iter() {
            let Place { line, column, .. } = place.on_to(&self.text, all.place(entry).start as usize);
            places.extend([entry as u32, line as u32, column as u32]);
        }
        let mut text = Text::whole(&self.text, &self.parts);
        text.list("documents", named.documents.iter().map(|entry| documents.get(entry).to_owned()));
        let others = named.providers.iter().filter_map(|entry| all.id(entry));
        let others = others.map(|id| ["{\"id\":", &quoted(id), "}"].concat());
        text.list("providers", others.chain(left_out.iter().map(|entry| all.get(entry).to_owned())));
        Report { name: self.name.clone(), text: text.end(), places }
    }
}

impl Report {
    /// What is wrong, in words, with the places in the whole text.
    ///
    /// Needs a program that tells; see [`crate::catalogue::problem::TELLS`].
    pub fn words(self) -> Vec<Wrong> {
        let Ok(mut reader) = Reader::new(&self.name, self.text) else { return Vec::new() };
        let Some((documents, providers)) = self.places.split_at_checked(2 * reader.documents.len()) else {
            return Vec::new();
        };
        let all = reader.providers.clone();
        let first = all.len().saturating_sub(providers.len() / 3);
        let place = |line: u32, column: u32| Place::new(line as usize, column as usize);
        let mut wrong = Vec::new();
        for (entry, told) in (first..).zip(providers.chunks_exact(3)) {
            let Err(Problems { document, problems }) = reader.provider(all.get(entry), Some(entry)) else {
                continue;
            };
            let index = told[0] as usize;
            let (begin, path) = match document {
                None => (place(told[1], told[2]), format!("providers[{index}].")),
                Some(document) => {
                    (place(documents[2 * document], documents[2 * document + 1]), "documents: ".to_owned())
                }
            };
            let problems = problems.into_iter().map(|problem| begin.moved(problem, &path)).collect();
            wrong.push(Wrong { index, problems });
        }
        wrong
    }
}
