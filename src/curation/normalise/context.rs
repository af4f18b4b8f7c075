//! What the words around a name say of it.

use std::ops::Range;

use super::{
    Doubt,
    token::{Gap, Token},
    vocabulary::{self, Word},
};

/// Which token belongs to which name.
pub struct Marks(Vec<Option<usize>>);

impl Marks {
    pub fn of<'a>(names: impl Iterator<Item = &'a Range<usize>>, tokens: usize) -> Self {
        let mut marks = vec![None; tokens];
        for (index, at) in names.enumerate() {
            marks[at.clone()].fill(Some(index));
        }
        Self(marks)
    }

    pub fn match_at(&self, token: usize) -> Option<usize> {
        self.0[token]
    }

    pub fn is_free(&self, token: usize) -> bool {
        self.0[token].is_none()
    }
}

/// The stretches of a text that a name stands in, from the widest to the closest.
struct Stretches {
    sentence: Range<usize>,
    /// Between commas.
    part: Range<usize>,
    /// Between commas and "and".
    own: Range<usize>,
}

impl Stretches {
    fn of(at: &Range<usize>, tokens: &[Token], marks: &Marks) -> Self {
        let is_and = |i: usize| marks.is_free(i) && vocabulary::word(tokens, i) == Some(Word::And);
        Self {
            sentence: around(at, tokens, |i| tokens[i].gap == Gap::Break),
            part: around(at, tokens, |i| tokens[i].gap >= Gap::Comma),
            own: around(at, tokens, |i| tokens[i].gap >= Gap::Comma || is_and(i)),
        }
    }
}

/// The doubts that the text leaves about the name at a place.
///
/// A word counts for the names beside it, up to the next comma or "and"; for those up to the next comma where nothing
/// else is said of them; and for a whole sentence where it comes before the first name, or speaks of another party:
/// "aligned with ISO 27001, SOC 2", "our hosting provider holds ISO 27001 and SOC 2".
pub fn doubts(at: &Range<usize>, tokens: &[Token], marks: &Marks) -> Vec<Doubt> {
    let Stretches { sentence, part, own } = Stretches::of(at, tokens, marks);
    let first = sentence.clone().find(|i| !marks.is_free(*i)).unwrap_or(sentence.end);
    let is_certified = words(own.clone(), tokens, marks).any(|word| word == Word::Certified);
    let mut doubts = Vec::new();
    let mut add = |range: Range<usize>, counts: &dyn Fn(Doubt) -> bool| {
        for word in words(range, tokens, marks) {
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

/// Whether the text says that it is not so: beside the name, or before it and after the last comma.
pub fn is_denied(at: &Range<usize>, tokens: &[Token], marks: &Marks) -> bool {
    let Stretches { part, own, .. } = Stretches::of(at, tokens, marks);
    let is_denial = |word: Word| word == Word::Doubt(Doubt::Denied);
    words(own, tokens, marks).any(is_denial) || words(part.start..at.start, tokens, marks).any(is_denial)
}

/// The known words that belong to no name.
fn words<'a>(range: Range<usize>, tokens: &'a [Token], marks: &'a Marks) -> impl Iterator<Item = Word> + 'a {
    range.filter(|i| marks.is_free(*i)).filter_map(|i| vocabulary::word(tokens, i))
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
