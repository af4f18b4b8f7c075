//! The registry of certifications, found by what stands in a text.

use std::collections::HashMap;

use super::{
    misspelt::Nearby,
    token::{Token, joined, tokens},
};
use crate::catalogue::{certification::Certification, spelling};

/// The spellings of a registry.
pub struct Registry<'a> {
    pub(super) entries: &'a [Certification],
    names: HashMap<String, Name>,
    /// For each entry: its editions, by their spellings.
    editions: Vec<HashMap<String, &'a str>>,
    /// The entries, by names that are spelled nearly right.
    pub(super) nearby: Nearby<usize>,
    /// How many tokens the longest name has.
    pub(super) longest: usize,
}

/// Which entry a spelling belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Name {
    pub entry: usize,
    /// The id or the name itself, not another spelling.
    pub is_own: bool,
}

impl<'a> Registry<'a> {
    /// Needs the registry as it is written: the embedded one has no spellings.
    pub fn of(entries: &'a [Certification]) -> Self {
        let nearby = Nearby::of(std::iter::empty());
        let mut registry = Self { entries, names: HashMap::new(), editions: Vec::new(), nearby, longest: 1 };
        for (index, entry) in entries.iter().enumerate() {
            registry.spell(&entry.name, Name { entry: index, is_own: true });
            registry.spell(entry.id.as_str(), Name { entry: index, is_own: true });
            for alias in &entry.aliases {
                registry.spell(alias, Name { entry: index, is_own: false });
            }
            let spelled = entry.editions.iter().flat_map(|edition| {
                edition.names().map(|name| (joined(&tokens(name)), edition.name.as_str()))
            });
            registry.editions.push(spelled.collect());
        }
        registry.nearby = Nearby::of(registry.names.iter().map(|(name, of)| (name.as_str(), of.entry)));
        registry
    }

    fn spell(&mut self, spelling: &str, name: Name) {
        let tokens = tokens(spelling);
        self.longest = self.longest.max(tokens.len());
        self.names.entry(joined(&tokens)).or_insert(name);
        // "EN301549" for "EN 301 549".
        self.names.entry(spelling::key(spelling)).or_insert(name);
    }

    /// The entry with exactly this name, as [`joined`] writes it.
    pub(super) fn named(&self, name: &str) -> Option<Name> {
        self.names.get(name).copied()
    }

    /// The edition that the first tokens spell, and how many they are; the longest one counts.
    pub(super) fn edition(&self, entry: usize, tokens: &[Token]) -> Option<(&'a str, usize)> {
        const LONGEST: usize = 5;
        (1..=tokens.len().min(LONGEST)).rev().find_map(|count| {
            let name = self.editions[entry].get(&joined(&tokens[..count]))?;
            Some((*name, count))
        })
    }

    /// Whether an entry comes in types.
    pub(super) fn has_types(&self, entry: usize) -> bool {
        self.editions[entry].keys().any(|edition| edition.starts_with("type"))
    }
}
