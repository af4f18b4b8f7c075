//! Names that are spelled nearly right: proposed, and never accepted.

use std::ops::Range;

use super::{
    context::Marks,
    token::{Gap, Token, joined},
    vocabulary,
};

/// What is near to a name where no name was found, with its place. `names` are all spellings, with what they mean.
pub fn find<'n, T: Copy + PartialEq, N: Iterator<Item = (&'n str, T)>>(
    tokens: &[Token],
    marks: &Marks,
    longest: usize,
    names: impl Fn() -> N,
) -> Vec<(T, Range<usize>)> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let is_free = |i: &usize| marks.match_at(*i).is_none() && (*i == at || tokens[*i].gap < Gap::Comma);
        let free = (at..tokens.len()).take_while(is_free).count().min(longest);
        let near = (1..=free).rev().find_map(|count| {
            // A word that is spelled right is not another one.
            let is_new = (at..at + count).any(|i| vocabulary::word(tokens, i).is_none());
            let word = is_new.then(|| joined(&tokens[at..at + count]))?;
            Some((nearest(&word, names())?, at..at + count))
        });
        at = near.as_ref().map_or(at + 1, |(_, place)| place.end);
        found.extend(near);
    }
    found
}

/// The only meaning that is near enough. Its numbers are the same: a digit that differs makes another standard.
fn nearest<'n, T: Copy + PartialEq>(word: &str, names: impl Iterator<Item = (&'n str, T)>) -> Option<T> {
    let letters = |text: &str| text.chars().filter(|c| c.is_alphabetic()).count();
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let tolerance = match letters(word) {
        // One letter makes another acronym.
        0..=6 => return None,
        7..=8 => 1,
        _ => 2,
    };
    let numbers = digits(word);
    let is_comparable = |name: &str| {
        name.len().abs_diff(word.len()) <= tolerance && letters(name) > 6 && digits(name) == numbers
    };
    let mut near: Vec<(usize, T)> = names
        .filter(|(name, _)| is_comparable(name))
        .map(|(name, meaning)| (strsim::damerau_levenshtein(name, word), meaning))
        .filter(|(distance, _)| *distance <= tolerance)
        .collect();
    near.sort_by_key(|(distance, _)| *distance);
    let (distance, meaning) = *near.first()?;
    let is_only = near.iter().all(|(other, another)| *other > distance || *another == meaning);
    is_only.then_some(meaning)
}
