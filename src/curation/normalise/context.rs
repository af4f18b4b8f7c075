//! What the words around a name say of it.

use std::ops::Range;

use super::{
    Doubt,
    certifications::Match,
    token::{Gap, Token},
    vocabulary::{self, Word},
};

/// Which token belongs to which name.
pub struct Marks(Vec<Option<usize>>);

impl Marks {
    pub fn of(matches: &[Match], tokens: usize) -> Self {
        let mut marks = vec![None; tokens];
        for (index, found) in matches.iter().enumerate() {
            marks[found.at.clone()].fill(Some(index));
        }
        Self(marks)
    }

    pub fn match_at(&self, token: usize) -> Option<usize> {
        self.0[token]
    }
}

/// The doubts that the text leaves about the name at a place.
///
/// A word counts for the names beside it, up to the next comma or "and"; for those of the whole list element where
/// nothing else is said of them; and for a whole sentence where it comes before the first name, or speaks of another
/// party: "aligned with ISO 27001, SOC 2", "our hosting provider holds ISO 27001 and SOC 2".
pub fn doubts(at: &Range<usize>, tokens: &[Token], marks: &Marks) -> Vec<Doubt> {
    let is_free = |i: &usize| marks.match_at(*i).is_none();
    let words = |range: Range<usize>| range.filter(is_free).filter_map(|i| vocabulary::word(tokens, i));
    let sentence = around(at, tokens, |i| tokens[i].gap == Gap::Break);
    let part = around(at, tokens, |i| tokens[i].gap >= Gap::Comma);
    let is_and = |i: usize| is_free(&i) && vocabulary::word(tokens, i) == Some(Word::And);
    let own = around(at, tokens, |i| tokens[i].gap >= Gap::Comma || is_and(i));
    let first = sentence.clone().find(|i| !is_free(i)).unwrap_or(sentence.end);
    let is_certified = words(own.clone()).any(|word| word == Word::Certified);

    let mut doubts = Vec::new();
    let mut add = |range: Range<usize>, counts: &dyn Fn(Doubt) -> bool| {
        for word in words(range) {
            if let Word::Doubt(doubt) = word
                && counts(doubt)
                && !doubts.contains(&doubt)
            {
                doubts.push(doubt);
            }
        }
    };
    add(own, &|_| true);
    add(part, &|_| !is_certified);
    add(sentence.start..first, &|doubt| !is_certified || doubt != Doubt::Compliance);
    add(sentence, &|doubt| doubt == Doubt::AnotherParty);
    doubts
}

/// The stretch of tokens around a place, up to the next one that begins another.
fn around(at: &Range<usize>, tokens: &[Token], begins: impl Fn(usize) -> bool) -> Range<usize> {
    let start = (0..=at.start).rev().find(|i| begins(*i)).unwrap_or(0);
    let end = (at.end..tokens.len()).find(|i| begins(*i)).unwrap_or(tokens.len());
    start..end
}

/// The stretches of a text that nothing was made of, without the words that say nothing.
pub fn rest(text: &str, tokens: &[Token], understood: &[bool]) -> Vec<String> {
    let mut rest: Vec<Range<usize>> = Vec::new();
    let mut goes_on = false;
    for (index, token) in tokens.iter().enumerate() {
        let is_open = !understood[index] && vocabulary::word(tokens, index).is_none();
        match rest.last_mut() {
            Some(last) if is_open && goes_on && token.gap < Gap::Comma => last.end = token.at.end,
            _ if is_open => rest.push(token.at.clone()),
            _ => {}
        }
        goes_on = is_open;
    }
    rest.into_iter().map(|at| text[at].to_owned()).collect()
}
