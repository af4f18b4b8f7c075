//! The editions of what a text names: "ISO 27001:2013", "SOC 1 and 2, Type II", "Type II SOC 2".

use super::{
    certifications::Match,
    context::Marks,
    registry::Registry,
    token::{Gap, Token},
};

/// Adds the editions to the names; tells which tokens they are.
pub fn add(registry: &Registry, tokens: &[Token], matches: &mut [Match], marks: &Marks) -> Vec<bool> {
    let mut used = vec![false; tokens.len()];
    let continues: Vec<bool> = matches.iter().map(|found| found.continues).collect();
    for (index, found) in matches.iter_mut().enumerate() {
        let mut at = found.at.end;
        let mut is_directly_after = true;
        let mut is_same_part = true;
        while let Some(token) = tokens.get(at).filter(|token| token.gap < Gap::Break) {
            is_same_part &= token.gap < Gap::Comma;
            if let Some(other) = marks.match_at(at) {
                // The type at the end of "SOC 1, 2 & 3 Type II" is that of all of them.
                if other <= index || !continues[other] {
                    break;
                }
                is_directly_after = false;
                at += 1;
                continue;
            }
            let can_begin = match token.is_number() {
                true => is_directly_after && token.gap < Gap::Comma,
                false => is_same_part || token.key.starts_with("typ"),
            };
            match registry.edition(found.name.entry, &tokens[at..]).filter(|_| can_begin) {
                Some((edition, count)) => {
                    push(&mut found.editions, edition);
                    used[at..at + count].fill(true);
                    at += count;
                }
                None => {
                    is_directly_after = false;
                    at += 1;
                }
            }
        }
    }
    before(registry, tokens, matches, marks, &mut used);
    used
}

/// "Type II SOC 2": for a name without an edition behind it.
fn before(registry: &Registry, tokens: &[Token], matches: &mut [Match], marks: &Marks, used: &mut [bool]) {
    const LONGEST: usize = 3;
    for found in matches.iter_mut().filter(|found| found.editions.is_empty()) {
        let end = found.at.start;
        for start in end.saturating_sub(LONGEST)..end {
            let is_free = (start..end).all(|at| !used[at] && marks.match_at(at).is_none());
            let is_near = tokens[start + 1..=end].iter().all(|token| token.gap < Gap::Comma);
            let edition = registry.edition(found.name.entry, &tokens[start..end]);
            if let Some((edition, count)) = edition
                && count == end - start
                && is_free
                && is_near
            {
                push(&mut found.editions, edition);
                used[start..end].fill(true);
                break;
            }
        }
    }
}

fn push(editions: &mut Vec<String>, edition: &str) {
    if !editions.iter().any(|known| known == edition) {
        editions.push(edition.to_owned());
    }
}
