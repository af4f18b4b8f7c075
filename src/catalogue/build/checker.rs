//! Collects problems, and holds the small checks that every part needs.

use std::str::FromStr;

use super::Origin;
use crate::catalogue::{
    date::Date,
    id::is_id,
    json_map::JsonMap,
    order,
    place::{Place, PlaceCode},
    problem::{Problem, TELLS, told},
    suggest,
};

/// So many known words are looked through for one that is near; a catalogue may have a hundred thousand.
const LOOKED_THROUGH: usize = 5_000;

pub struct Checker<'a> {
    origin: &'a dyn Origin,
    /// Without their places, each with the text that it is about.
    problems: Vec<(Problem, &'a str)>,
}

impl<'a> Checker<'a> {
    pub fn new(origin: &'a dyn Origin) -> Self {
        Self { origin, problems: Vec::new() }
    }

    /// The problems with their places. They are looked up at the end, because a text is walked once for all of its
    /// problems and not once for each.
    pub fn finish(self) -> Vec<Problem> {
        if !TELLS {
            return self.problems.into_iter().map(|(problem, _)| problem).collect();
        }
        let mut maps: Vec<(String, JsonMap)> = Vec::new();
        let placed = |(problem, text): (Problem, &'a str)| {
            let index = maps.iter().position(|(file, _)| *file == problem.file).unwrap_or(maps.len());
            if index == maps.len() {
                maps.push((problem.file.clone(), JsonMap::of(text)));
            }
            let (line, column) = maps[index].1.nearest(&problem.path);
            Problem { line, column, ..problem }
        };
        self.problems.into_iter().map(placed).collect()
    }

    /// How many problems there are by now.
    pub fn count(&self) -> usize {
        self.problems.len()
    }

    pub fn report(&mut self, path: &str, message: impl Into<String>, help: Option<String>) {
        if !TELLS {
            // One says as much as many.
            if self.problems.is_empty() {
                self.problems.push((Problem::untold(), ""));
            }
            return;
        }
        let (file, text, path) = self.origin.resolve(path);
        let (file, path, message) = (file.to_owned(), path.to_owned(), message.into());
        self.problems.push((Problem { file, line: 0, column: 0, path, message, help }, text));
    }

    /// Reports an unknown word with the nearest known one, or with what is possible where that is short.
    pub fn unknown<'k>(&mut self, path: &str, what: &str, word: &str, known: impl Iterator<Item = &'k str>) {
        if !TELLS {
            return self.report(path, what, None);
        }
        let known: Vec<&str> = known.take(LOOKED_THROUGH).collect();
        let help = match suggest::nearest(word, known.iter().copied()) {
            Some(near) => Some(told!("did you mean \"{near}\"?")),
            None if known.is_empty() => Some(told!("none is known")),
            None if known.len() <= 12 => Some(told!("it is one of {}", known.join(", "))),
            None => None,
        };
        self.report(path, told!("\"{word}\" is not {what}"), help);
    }

    /// A value out of a fixed vocabulary; reports what is not in it.
    pub fn term<T: Copy>(
        &mut self,
        path: &str,
        what: &str,
        word: &str,
        all: &[T],
        id: fn(T) -> &'static str,
    ) -> Option<T> {
        let found = all.iter().copied().find(|t| id(*t) == word);
        if found.is_none() {
            self.unknown(path, what, word, all.iter().map(|t| id(*t)));
        }
        found
    }

    /// Reports what cannot be an id.
    pub fn id(&mut self, path: &str, id: &str) {
        if !is_id(id) {
            let message =
                told!("\"{id}\" is not an id: lower-case letters and digits, words joined by hyphens");
            self.report(path, message, None);
        }
    }

    /// Reports a text that is empty or blank.
    pub fn filled(&mut self, path: &str, text: &str) {
        if text.trim().is_empty() {
            self.report(path, "the text is empty", None);
        }
    }

    /// The address of a page that a reader can open, and that nobody on the way can change.
    pub fn address(&mut self, path: &str, text: &str) {
        let host = text.strip_prefix("https://").map(|rest| rest.split('/').next().unwrap_or(rest));
        let is_good =
            host.is_some_and(|host| host.contains('.')) && !text.bytes().any(|b| b.is_ascii_whitespace());
        if !is_good {
            let help = Some(told!("write all of it, from https://"));
            self.report(path, told!("\"{text}\" is not the address of a page"), help);
        }
    }

    pub fn date(&mut self, path: &str, text: &str) -> Option<Date> {
        let date = Date::from_str(text).ok();
        if date.is_none() {
            let help = Some(told!("write the day as YYYY-MM-DD, for instance 2024-02-19"));
            self.report(path, told!("\"{text}\" is not a date"), help);
        }
        date
    }

    pub fn place(&mut self, path: &str, text: &str, places: &[Place]) -> Option<PlaceCode> {
        let upper_case = text.bytes().all(|b| b.is_ascii_uppercase());
        let code = PlaceCode::from_str(text).ok().filter(|_| upper_case);
        let found = code.filter(|code| places.iter().any(|p| p.code == *code));
        if found.is_none() && !TELLS {
            self.report(path, text, None);
        } else if found.is_none() {
            let by_name = suggest::nearest(text, places.iter().map(|p| p.name.as_str()));
            let named = places.iter().find(|p| by_name == Some(p.name.as_str()));
            let help = match named.filter(|_| text.len() > 2) {
                Some(place) => Some(told!("did you mean \"{}\" ({})?", place.code, place.name)),
                None => near_code(text, places),
            };
            self.report(
                path,
                told!("\"{text}\" is not a place: an ISO 3166-1 alpha-2 code is expected"),
                help,
            );
        }
        found
    }

    /// Reports every key that occurs more than once, in whatever case, at its second place.
    pub fn unique<'k>(&mut self, what: &str, keys: impl Iterator<Item = (String, &'k str)>) {
        self.unique_by(str::to_ascii_lowercase, what, keys);
    }

    /// Reports every key that is the same as another, once both are folded.
    pub fn unique_by<'k>(
        &mut self,
        fold: fn(&str) -> String,
        what: &str,
        keys: impl Iterator<Item = (String, &'k str)>,
    ) {
        let keys: Vec<(String, &str, String)> = keys.map(|(path, key)| (fold(key), key, path)).collect();
        // Equal keys come to stand side by side, each group in the order of the file.
        let order = order::positions(keys.len(), &|a, b| keys[a].0.cmp(&keys[b].0));
        for pair in order.windows(2).filter(|pair| keys[pair[0]].0 == keys[pair[1]].0) {
            if !TELLS {
                return self.report("", what, None);
            }
            let (before, again) = (pair[0], pair[1]);
            let (file, _, at) = self.origin.resolve(&keys[before].2);
            let help = told!("it also stands at {at} of {file}");
            let (_, key, path) = &keys[again];
            self.report(path, told!("the {what} \"{key}\" is already used"), Some(help));
        }
    }
}

/// Codes one letter away say little, so at most three of them are named, with the names of the places.
fn near_code(text: &str, places: &[Place]) -> Option<String> {
    let upper = text.to_ascii_uppercase();
    let near: Vec<String> = places
        .iter()
        .filter(|p| strsim::osa_distance(&p.code.to_string(), &upper) <= 1)
        .map(|p| told!("\"{}\" ({})", p.code, p.name))
        .take(4)
        .collect();
    match near.len() {
        1..=3 => Some(told!("did you mean {}?", near.join(" or "))),
        _ => None,
    }
}
