//! Names that are spelled nearly right: proposed, and never accepted.

use std::{collections::HashMap, ops::Range};

use super::{
    context::Marks,
    token::{Gap, Token, joined},
    vocabulary,
};

/// One letter makes another acronym, so shorter names are not looked for.
const SHORTEST: usize = 7;

/// The names that are long enough to be recognised when they are misspelt, by the digits in them.
pub struct Nearby<T>(HashMap<String, Vec<Name<T>>>);

struct Name<T> {
    spelling: String,
    /// Which letters it has, a bit for each: most names are told apart by them.
    letters: u32,
    meaning: T,
}

impl<T: Copy + PartialEq> Nearby<T> {
    pub fn of<'n>(names: impl Iterator<Item = (&'n str, T)>) -> Self {
        let mut by_digits: HashMap<String, Vec<Name<T>>> = HashMap::new();
        for (spelling, meaning) in names.filter(|(name, _)| count_letters(name) >= SHORTEST) {
            let name = Name { spelling: spelling.to_owned(), letters: letters(spelling), meaning };
            by_digits.entry(digits(spelling)).or_default().push(name);
        }
        Self(by_digits)
    }

    /// What is near to a name where no name was found, with its place.
    pub fn find(&self, tokens: &[Token], marks: &Marks, longest: usize) -> Vec<(T, Range<usize>)> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            let is_free = |i: &usize| marks.is_free(*i) && (*i == at || tokens[*i].gap < Gap::Comma);
            let free = (at..tokens.len()).take_while(is_free).count().min(longest);
            let near = (1..=free).rev().find_map(|count| {
                // A word that is spelled right is not another one.
                let is_new = (at..at + count).any(|i| vocabulary::word(tokens, i).is_none());
                let word = is_new.then(|| joined(&tokens[at..at + count]))?;
                Some((self.nearest(&word)?, at..at + count))
            });
            at = near.as_ref().map_or(at + 1, |(_, place)| place.end);
            found.extend(near);
        }
        found
    }

    /// The only meaning that is near enough. Its digits are the same: one that differs makes another standard.
    fn nearest(&self, word: &str) -> Option<T> {
        let tolerance = match count_letters(word) {
            0..SHORTEST => return None,
            SHORTEST..=8 => 1,
            _ => 2,
        };
        let wanted = letters(word);
        let is_comparable = |name: &&Name<T>| {
            let differ = (name.letters ^ wanted).count_ones() as usize;
            name.spelling.len().abs_diff(word.len()) <= tolerance && differ <= 2 * tolerance
        };
        let names = self.0.get(&digits(word))?.iter().filter(is_comparable);
        let mut near: Vec<(usize, T)> = names
            .map(|name| (strsim::damerau_levenshtein(&name.spelling, word), name.meaning))
            .filter(|(distance, _)| *distance <= tolerance)
            .collect();
        near.sort_by_key(|(distance, _)| *distance);
        let (distance, meaning) = *near.first()?;
        let is_only = near.iter().all(|(other, another)| *other > distance || *another == meaning);
        is_only.then_some(meaning)
    }
}

fn count_letters(text: &str) -> usize {
    text.chars().filter(|c| c.is_alphabetic()).count()
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

fn letters(text: &str) -> u32 {
    text.bytes().filter(u8::is_ascii_lowercase).fold(0, |letters, b| letters | 1 << (b - b'a'))
}
