//! Reads the certifications that a text names: "SOC 1, 2 & 3 Type II" is three of them.

use std::ops::Range;

use super::{
    Confidence, Doubt, Found, Reading,
    context::{self, Marks},
    editions,
    registry::{Name, Registry},
    token::{Gap, Token, joined, tokens},
    vocabulary::{self, Word},
};
use crate::catalogue::certification::Kind;

/// A name that was found.
pub struct Match {
    pub name: Name,
    pub at: Range<usize>,
    /// The words before its number, which the next number of a list shares: the "SOC" of "SOC 1".
    family: Option<Range<usize>>,
    /// A number that shares the words of the one before.
    pub continues: bool,
    pub editions: Vec<String>,
    pub doubts: Vec<Doubt>,
}

impl Match {
    pub fn new(name: Name, at: Range<usize>, doubts: Vec<Doubt>) -> Self {
        Self { name, at, family: None, continues: false, editions: Vec::new(), doubts }
    }
}

impl Registry<'_> {
    /// Reads one text.
    pub fn read(&self, text: &str) -> Reading {
        let tokens = tokens(text);
        let mut matches = names(self, &tokens);
        self.add_misspelt(&tokens, &mut matches);
        let marks = Marks::of(matches.iter().map(|found| &found.at), tokens.len());
        let in_editions = editions::add(self, &tokens, &mut matches, &marks);
        let mut reading = Reading::default();
        let mut understood = in_editions;
        for found in &matches {
            if context::is_denied(&found.at, &tokens, &marks) {
                let (first, last) = (&tokens[found.at.start], &tokens[found.at.end - 1]);
                let name = &text[first.at.start..last.at.end];
                reading.rest.push(format!("{name} (the text denies it)"));
            } else {
                reading.add(self.found(found, self.doubts(found, &tokens, &marks)));
            }
            understood[found.at.clone()].fill(true);
        }
        reading.rest.extend(context::rest(text, &tokens, &understood));
        reading
    }

    fn found(&self, found: &Match, doubts: Vec<Doubt>) -> Found {
        let confidence = Confidence::of(&doubts, found.name.is_own);
        let id = self.entries[found.name.entry].id.to_string();
        Found { id, details: found.editions.clone(), confidence, doubts }
    }

    fn add_misspelt(&self, tokens: &[Token], matches: &mut Vec<Match>) {
        let marks = Marks::of(matches.iter().map(|found| &found.at), tokens.len());
        for (entry, at) in self.nearby.find(tokens, &marks, self.longest) {
            matches.push(Match::new(Name { entry, is_own: false }, at, vec![Doubt::Misspelt]));
        }
        matches.sort_by_key(|found| found.at.start);
    }

    /// What the text around a name leaves open.
    fn doubts(&self, found: &Match, tokens: &[Token], marks: &Marks) -> Vec<Doubt> {
        // Nobody certifies a law: to comply with it is all that can be said.
        let kind = self.entries[found.name.entry].kind;
        let is_certified = matches!(kind, Kind::Certificate | Kind::Attestation | Kind::Authorisation);
        let mut doubts = found.doubts.clone();
        for doubt in context::doubts(&found.at, tokens, marks) {
            if !doubts.contains(&doubt) && (is_certified || doubt != Doubt::Compliance) {
                doubts.push(doubt);
            }
        }
        doubts
    }
}

/// Every name, from left to right, the longest first.
fn names(registry: &Registry, tokens: &[Token]) -> Vec<Match> {
    let mut matches: Vec<Match> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let scan = Scan { registry, tokens, last: matches.last() };
        let found = scan.name_at(at).or_else(|| scan.continued_at(at)).or_else(|| scan.number_at(at));
        at = found.as_ref().map_or(at + 1, |found| found.at.end);
        matches.extend(found);
    }
    matches
}

/// What is looked at from one position.
#[derive(Clone, Copy)]
struct Scan<'a> {
    registry: &'a Registry<'a>,
    tokens: &'a [Token],
    /// The name before.
    last: Option<&'a Match>,
}

impl Scan<'_> {
    /// A name that stands in full.
    fn name_at(self, at: usize) -> Option<Match> {
        let (name, end) = self.lookup(at)?;
        let mut doubts = self.boundary(name, at, end)?;
        let number = self.tokens[at..end].iter().position(Token::is_number);
        // A short name among other words may be one of them: "PCI Express", "DORA metrics".
        let is_among_words = self.word_before(at) || self.word_after(end, name);
        match joined(&self.tokens[at..end]).len() {
            ..=3 if is_among_words => return None,
            4 if is_among_words && number.is_none() => doubts.push(Doubt::AmongWords),
            _ => {}
        }
        let family = number.filter(|words| *words > 0).map(|words| at..at + words);
        Some(Match { family, ..Match::new(name, at..end, doubts) })
    }

    fn lookup(self, at: usize) -> Option<(Name, usize)> {
        let follows_sign = || matches!(&*self.tokens[at - 1].key, "plus" | "and");
        if at > 0 && self.tokens[at].gap == Gap::Joined && !follows_sign() {
            return None;
        }
        let longest = self.registry.longest.min(self.tokens.len() - at);
        (1..=longest).rev().find_map(|count| {
            let name = &self.tokens[at..at + count];
            let is_one = name[1..].iter().all(|token| token.gap <= Gap::Slash);
            let found = self.registry.named(&joined(name)).filter(|_| is_one)?;
            self.boundary(found, at, at + count).map(|_| (found, at + count))
        })
    }

    /// The next number of a list: "ISO 27001, 27017".
    fn continued_at(self, at: usize) -> Option<Match> {
        let last = self.last?;
        let family = last.family.clone()?;
        let is_separated = self.tokens[at].gap >= Gap::Slash
            || at > last.at.end && vocabulary::word(self.tokens, at - 1) == Some(Word::And);
        if !self.tokens[at].is_number() || !is_separated {
            return None;
        }
        let longest = self.registry.longest.min(self.tokens.len() - at);
        let words = joined(&self.tokens[family.clone()]);
        let (name, end, doubts) = (1..=longest).rev().find_map(|count| {
            let number = &self.tokens[at..at + count];
            let is_one = number[1..].iter().all(|token| token.gap <= Gap::Tight);
            let name = self.registry.named(&(words.clone() + &joined(number))).filter(|_| is_one)?;
            self.boundary(name, at, at + count).map(|doubts| (name, at + count, doubts))
        })?;
        // "SOC 2, 3 sites" counts sites.
        if self.word_after(end, name) && self.word_after(end, last.name) {
            return None;
        }
        let family = Some(family);
        Some(Match { family, continues: true, ..Match::new(name, at..end, doubts) })
    }

    /// A number alone: only those of ISO are long enough to speak for themselves.
    fn number_at(self, at: usize) -> Option<Match> {
        let token = &self.tokens[at];
        let stands_alone = token.is_number() && token.key.len() >= 4 && token.gap >= Gap::Space;
        let name = self.registry.named(&format!("iso{}", token.key)).filter(|_| stands_alone)?;
        let mut doubts = self.boundary(name, at, at + 1)?;
        doubts.push(Doubt::NumberAlone);
        Some(Match::new(name, at..at + 1, doubts))
    }

    /// Whether a name can end here, and what is doubtful about it. "ISO 20000-2" and "NIST 800-53A" are other things.
    fn boundary(self, name: Name, at: usize, end: usize) -> Option<Vec<Doubt>> {
        let Some(next) = self.tokens.get(end) else { return Some(Vec::new()) };
        let after = |offset: usize| self.tokens.get(end + offset);
        if next.gap < Gap::Comma && self.registry.edition(name.entry, &self.tokens[end..]).is_some() {
            return Some(Vec::new());
        }
        let is_translated = at > 0 && vocabulary::is_adopted(&self.tokens[at - 1].key);
        let is_number = |token: Option<&Token>, gap| token.is_some_and(|t| t.is_number() && t.gap == gap);
        let is_unknown_edition = match next.gap {
            Gap::Joined if next.key == "and" => false,
            Gap::Joined if next.key == "plus" => after(1).is_none_or(|token| token.gap > Gap::Joined),
            Gap::Joined => return None,
            Gap::Dot | Gap::Tight if next.is_year() => !is_translated,
            Gap::Dot | Gap::Tight if next.is_number() => return None,
            Gap::Space if next.is_number() => is_number(after(1), Gap::Dot),
            Gap::Space if next.key == "v" => is_number(after(1), Gap::Joined),
            Gap::Space | Gap::Loose => next.key == "type" && self.registry.has_types(name.entry),
            _ => false,
        };
        Some(is_unknown_edition.then_some(Doubt::UnknownEdition).into_iter().collect())
    }

    /// Whether an unknown word stands directly before.
    fn word_before(self, at: usize) -> bool {
        let is_known = |before: usize| {
            vocabulary::word(self.tokens, before).is_some()
                || self.last.is_some_and(|last| last.at.end > before)
        };
        at > 0 && self.tokens[at].gap == Gap::Space && !self.tokens[at - 1].is_number() && !is_known(at - 1)
    }

    /// Whether an unknown word stands directly after, which is not the beginning of an edition.
    fn word_after(self, end: usize, name: Name) -> bool {
        self.tokens.get(end).is_some_and(|next| next.gap == Gap::Space && next.key != "type")
            && vocabulary::word(self.tokens, end).is_none()
            && self.registry.edition(name.entry, &self.tokens[end..]).is_none()
            && self.lookup(end).is_none()
    }
}
