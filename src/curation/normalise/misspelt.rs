//! Names that are spelled nearly right: proposed, and never accepted.

use super::{
    Doubt,
    certifications::Match,
    context::Marks,
    registry::{Name, Registry},
    token::{Gap, Token, joined},
    vocabulary,
};

/// Adds what is near to a name where no name was found.
pub fn add(registry: &Registry, tokens: &[Token], matches: &mut Vec<Match>) {
    let marks = Marks::of(matches, tokens.len());
    let mut at = 0;
    while at < tokens.len() {
        let free = (at..tokens.len())
            .take_while(|i| marks.match_at(*i).is_none() && (*i == at || tokens[*i].gap < Gap::Comma));
        let longest = free.count().min(registry.longest);
        let near = (1..=longest).rev().find_map(|count| {
            // A word that is spelled right is not another one.
            let is_new = (at..at + count).any(|i| vocabulary::word(tokens, i).is_none());
            let word = is_new.then(|| joined(&tokens[at..at + count]))?;
            Some((nearest(registry, &word)?, count))
        });
        match near {
            None => at += 1,
            Some((name, count)) => {
                matches.push(Match::new(name, at..at + count, vec![Doubt::Misspelt]));
                at += count;
            }
        }
    }
    matches.sort_by_key(|found| found.at.start);
}

/// The only entry that is near enough. Its numbers are the same: a digit that differs makes another standard.
fn nearest(registry: &Registry, word: &str) -> Option<Name> {
    let letters = |text: &str| text.chars().filter(|c| c.is_alphabetic()).count();
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let tolerance = match letters(word) {
        // One letter makes another acronym.
        0..=6 => return None,
        7..=8 => 1,
        _ => 2,
    };
    let is_comparable = |name: &str| name.len().abs_diff(word.len()) <= tolerance && letters(name) > 6;
    let mut near: Vec<(usize, Name)> = registry
        .names()
        .filter(|(name, _)| is_comparable(name) && digits(name) == digits(word))
        .map(|(name, entry)| (strsim::damerau_levenshtein(name, word), entry))
        .filter(|(distance, _)| *distance <= tolerance)
        .collect();
    near.sort_by_key(|(distance, _)| *distance);
    let (distance, name) = *near.first()?;
    let is_only = near.iter().all(|(other, entry)| *other > distance || entry.entry == name.entry);
    is_only.then_some(name)
}
