//! Reads the places that a text names: countries by their names and codes, and the regions of cloud hosts.

use std::{collections::HashMap, ops::Range};

use super::{
    Confidence, Doubt, Found, Reading,
    context::{self, Marks},
    misspelt::Nearby,
    token::{Gap, Token, joined, tokens},
    vocabulary::{self, Word},
};
use crate::catalogue::place::{Place, PlaceCode};

/// Codes, ISO 3166-1 alpha-3 codes and other spellings: common variants, and native names of large countries.
const SPELLINGS: &str = include_str!("places.csv");

/// The regions of cloud hosts whose country is published. Where two hosts use nearly one name for different countries
/// (`me-central-1`, `me-central1`), neither is listed.
const REGIONS: &str = include_str!("regions.csv");

/// Codes that mean a country wherever they stand.
const UNMISTAKABLE: [&str; 4] = ["US", "USA", "UK", "UAE"];

/// The spellings of places.
pub struct Gazetteer {
    names: HashMap<String, Spelling>,
    /// Without the regions: their names are codes, in which each letter counts.
    nearby: Nearby<PlaceCode>,
    longest: usize,
}

#[derive(Debug, Clone, Copy)]
struct Spelling {
    place: PlaceCode,
    is_own: bool,
    kind: Kind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Name,
    /// Letters that are also a word ("us"): they count in capitals only.
    Capitals,
    /// Letters that even in capitals mean other things among words: "IT systems", "AI".
    Code,
}

impl Gazetteer {
    /// Knows the places of a catalogue.
    pub fn of(places: &[Place]) -> Self {
        let nearby = Nearby::of(std::iter::empty());
        let mut gazetteer = Self { names: HashMap::new(), nearby, longest: 1 };
        for Place { code, name } in places {
            gazetteer.spell(name, *code, true);
            gazetteer.spell(&code.to_string(), *code, true);
        }
        let known = |code: &str| code.parse().ok().filter(|code| places.iter().any(|p| p.code == *code));
        for row in table(SPELLINGS) {
            let Some(code) = known(&row[0]) else { continue };
            for spelling in std::iter::once(&row[1]).chain(row[2].split('|')).filter(|s| !s.is_empty()) {
                gazetteer.spell(spelling, code, false);
            }
        }
        gazetteer.nearby =
            Nearby::of(gazetteer.names.iter().map(|(name, spelling)| (name.as_str(), spelling.place)));
        for row in table(REGIONS) {
            let Some(code) = known(&row[2]) else { continue };
            gazetteer.add(&row[1], Spelling { place: code, is_own: false, kind: Kind::Name });
        }
        gazetteer
    }

    fn spell(&mut self, spelling: &str, place: PlaceCode, is_own: bool) {
        let kind = match spelling {
            _ if UNMISTAKABLE.contains(&spelling) => Kind::Capitals,
            _ if spelling.len() <= 3 && spelling.is_ascii() => Kind::Code,
            _ => Kind::Name,
        };
        self.add(spelling, Spelling { place, is_own, kind });
    }

    fn add(&mut self, spelling: &str, meaning: Spelling) {
        let tokens = tokens(spelling);
        self.longest = self.longest.max(tokens.len());
        self.names.entry(joined(&tokens)).or_insert(meaning);
    }

    /// Reads one text.
    pub fn read(&self, text: &str) -> Reading {
        let tokens = tokens(text);
        let mut spots = self.spots(text, &tokens);
        self.add_misspelt(&tokens, &mut spots);
        let marks = Marks::of(spots.iter().map(|spot| &spot.at), tokens.len());
        let mut understood: Vec<bool> = (0..tokens.len()).map(|at| marks.match_at(at).is_some()).collect();
        let is_and = |at: usize| vocabulary::word(&tokens, at) == Some(Word::And);
        let has_words = (0..tokens.len()).any(|at| !understood[at] && !is_and(at));
        let mut reading = Reading::default();
        for spot in spots {
            if context::is_denied(&spot.at, &tokens, &marks) {
                understood[spot.at].fill(false);
                continue;
            }
            let mut doubts = spot.doubts;
            let said = context::doubts(&spot.at, &tokens, &marks);
            doubts.extend(said.into_iter().filter(|doubt| matches!(doubt, Doubt::Denied | Doubt::Planned)));
            if spot.spelling.kind == Kind::Code && has_words {
                doubts.push(Doubt::AmongWords);
            }
            reading.add(Found {
                id: spot.spelling.place.to_string(),
                details: Vec::new(),
                confidence: Confidence::of(&doubts, spot.spelling.is_own),
                doubts,
            });
        }
        reading.rest = context::rest(text, &tokens, &understood);
        reading
    }

    /// Every name, from left to right, the longest first.
    fn spots(&self, text: &str, tokens: &[Token]) -> Vec<Spot> {
        let mut spots = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            match self.longest_at(text, tokens, at) {
                None => at += 1,
                Some(spot) => {
                    at = spot.at.end;
                    spots.push(spot);
                }
            }
        }
        spots
    }

    fn longest_at(&self, text: &str, tokens: &[Token], at: usize) -> Option<Spot> {
        let longest = self.longest.min(tokens.len() - at);
        (1..=longest).rev().find_map(|count| {
            let name = &tokens[at..at + count];
            let is_one = name[1..].iter().all(|token| token.gap <= Gap::Comma);
            let is_whole = tokens[at].gap > Gap::Joined
                && tokens.get(at + count).is_none_or(|next| next.gap > Gap::Joined);
            let spelling = *self.names.get(&joined(name)).filter(|_| is_one && is_whole)?;
            let written = &text[name[0].at.start..name[count - 1].at.end];
            let is_code = matches!(spelling.kind, Kind::Capitals | Kind::Code);
            let is_written_so = !is_code || !written.contains(char::is_lowercase);
            is_written_so.then(|| Spot { spelling, at: at..at + count, doubts: Vec::new() })
        })
    }

    fn add_misspelt(&self, tokens: &[Token], spots: &mut Vec<Spot>) {
        let marks = Marks::of(spots.iter().map(|spot| &spot.at), tokens.len());
        for (place, at) in self.nearby.find(tokens, &marks, self.longest) {
            let spelling = Spelling { place, is_own: false, kind: Kind::Name };
            spots.push(Spot { spelling, at, doubts: vec![Doubt::Misspelt] });
        }
        spots.sort_by_key(|spot| spot.at.start);
    }
}

/// A place that is named in a text.
struct Spot {
    spelling: Spelling,
    at: Range<usize>,
    doubts: Vec<Doubt>,
}

/// The rows of a table that is part of the program, without its heading.
fn table(text: &str) -> impl Iterator<Item = csv::StringRecord> + '_ {
    csv::Reader::from_reader(text.as_bytes()).into_records().filter_map(Result::ok)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    /// The tables are whole, and no spelling leads to two places.
    #[test]
    fn each_spelling_leads_to_one_place() {
        let mut owner: BTreeMap<String, String> = BTreeMap::new();
        let mut own = |spelling: &str, code: &str| {
            let before = owner.insert(joined(&tokens(spelling)), code.to_owned());
            assert!(before.is_none() || before.as_deref() == Some(code), "{spelling}: {code}, {before:?}");
        };
        let (places, regions) = (table(SPELLINGS).count(), table(REGIONS).count());
        assert_eq!((places, regions), (SPELLINGS.lines().count() - 1, REGIONS.lines().count() - 1));
        for row in table(SPELLINGS) {
            assert_eq!(row[1].len(), 3, "{row:?}");
            own(&row[1], &row[0]);
            row[2].split('|').filter(|s| !s.is_empty()).for_each(|spelling| own(spelling, &row[0]));
        }
        table(REGIONS).for_each(|row| own(&row[1], &row[2]));
    }
}
