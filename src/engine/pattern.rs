//! Patterns: which of the values asked for a vendor names.
//!
//! A test tells values apart only by which of its terms they fall under. So the values of a column fall into a few
//! kinds, and what a vendor lists matters only by the kinds that are in it.

use super::{
    bits::Bits,
    class::{Column, Token},
};
use crate::{
    catalogue::{id::GroupId, place::PlaceSet, row::Derived},
    requirement::{PlaceTerm, Requirement, Terms, Test, evaluate::Context, ground::Item},
};

/// The values of a column, sorted by kind: the first of a kind as an example, and who names any of them.
pub struct Patterns<'a> {
    kinds: Vec<(bool, &'a Token, Bits)>,
}

impl<'a> Patterns<'a> {
    pub fn new(column: &'a Column, requirement: &Requirement, context: Context) -> Self {
        let asked = Asked::of(requirement, context);
        let mut kinds: Vec<(bool, &Token, Bits)> = Vec::new();
        for (token, named) in &column.tokens {
            let kind = asked.names(token);
            match kinds.iter_mut().find(|(known, ..)| *known == kind) {
                Some((.., vendors)) => vendors.join_wider(named),
                None => kinds.push((kind, token, named.clone())),
            }
        }
        Self { kinds }
    }

    /// The pattern of every vendor: one bit for each kind.
    pub fn of_all(&self, vendors: usize) -> Vec<u64> {
        let mut patterns = vec![0; vendors];
        for (bit, (.., named)) in self.kinds.iter().enumerate() {
            named.iter().for_each(|vendor| patterns[vendor] |= 1 << bit);
        }
        patterns
    }

    /// The vendors by their patterns; patterns that none of them has are left out.
    pub fn sets(&self, vendors: &Bits) -> Vec<(u64, Bits)> {
        let mut sets = vec![(0, vendors.clone())];
        for (bit, (.., named)) in self.kinds.iter().enumerate() {
            let mut split = Vec::new();
            for (pattern, set) in sets {
                let mut naming = set.clone();
                naming.keep(named);
                let mut silent = set;
                silent.remove_all(&naming);
                split.extend([(pattern | 1 << bit, naming), (pattern, silent)]);
            }
            sets = split;
            sets.retain(|(_, set)| !set.is_empty());
        }
        sets
    }

    /// A value of each kind in the pattern.
    pub fn examples(&self, pattern: u64) -> impl Iterator<Item = &'a Token> {
        let kinds = self.kinds.iter().enumerate().filter(move |(bit, _)| pattern >> bit & 1 == 1);
        kinds.map(|(_, (_, token, _))| *token)
    }
}

/// What a test asks for.
enum Asked {
    Places(PlaceSet),
    Item(Item),
    Nothing,
}

impl Asked {
    fn of(requirement: &Requirement, context: Context) -> Self {
        let set = |term: &PlaceTerm| term.places(context.catalogue, context.as_of);
        match &requirement.test {
            Test::In(terms) | Test::Has(Terms::Places(terms)) | Test::HasAny(Terms::Places(terms)) => {
                Asked::Places(terms.iter().map(set).fold(PlaceSet::new(), |all, one| all.union(&one)))
            }
            Test::Has(terms) | Test::HasAny(terms) => first(terms).map_or(Asked::Nothing, Asked::Item),
            // The answer of a derived row is about this group.
            Test::Is(_) if context.catalogue.rows().any(|row| row.derived == Some(Derived::InsideEea)) => {
                Asked::Places(set(&PlaceTerm::Group(GroupId::new("EEA"))))
            }
            _ => Asked::Nothing,
        }
    }

    fn names(&self, token: &Token) -> bool {
        match (self, token) {
            (Asked::Places(set), Token::Place(code)) => set.contains(code),
            (Asked::Item(asked), Token::Item(item)) => asked == item,
            _ => false,
        }
    }
}

fn first(terms: &Terms) -> Option<Item> {
    match terms {
        Terms::Places(_) => None,
        Terms::Certifications(ids) => ids.first().cloned().map(Item::Certification),
        Terms::Providers(ids) => ids.first().cloned().map(Item::Provider),
        Terms::Ids(ids) => ids.first().cloned().map(Item::Term),
    }
}
