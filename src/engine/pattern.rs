//! Patterns: which of the values asked for a vendor names.
//!
//! A test tells values apart only by which of its terms they fall under. So the values of a column fall into a few
//! kinds, and what a vendor lists matters only by the kinds that are in it.

use super::{
    bits::Bits,
    class::{Column, Token},
};
use crate::{
    catalogue::{place::Area, row::Derived},
    requirement::{PlaceTerm, Requirement, Terms, Test, evaluate::Context, ground::Item},
};

/// The values of a column, sorted by kind: the first of a kind as an example, and who names any of them.
pub struct Patterns<'a> {
    kinds: Vec<(Standing, &'a Token, Bits)>,
}

impl<'a> Patterns<'a> {
    pub fn new(column: &'a Column, requirement: &Requirement, context: Context) -> Self {
        let asked = Asked::of(requirement, context);
        let mut kinds: Vec<(Standing, &Token, Bits)> = Vec::new();
        for (token, named) in &column.tokens {
            let kind = asked.standing(token);
            match kinds.iter_mut().find(|(known, ..)| *known == kind) {
                Some((.., vendors)) => vendors.join(named),
                None => kinds.push((kind, token, (**named).clone())),
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

/// How a value stands to what is asked for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Standing {
    Asked,
    /// A place that belongs to it under a condition.
    Conditional,
    Other,
}

/// What a test asks for.
enum Asked {
    Places(Area),
    Item(Item),
    Nothing,
}

impl Asked {
    fn of(requirement: &Requirement, context: Context) -> Self {
        let area = |term: &PlaceTerm| term.area(context.catalogue, context.as_of);
        match &requirement.test {
            Test::In(terms) | Test::Has(Terms::Places(terms)) | Test::HasAny(Terms::Places(terms)) => {
                Asked::Places(terms.iter().map(area).fold(Area::default(), |all, one| all.union(&one)))
            }
            Test::Has(terms) | Test::HasAny(terms) => first(terms).map_or(Asked::Nothing, Asked::Item),
            // The answer of a derived row is about this group.
            Test::Is(_) if context.catalogue.rows().any(|row| row.derived == Some(Derived::InsideEea)) => {
                Asked::Places(area(&PlaceTerm::eea()))
            }
            _ => Asked::Nothing,
        }
    }

    fn standing(&self, token: &Token) -> Standing {
        match (self, token) {
            (Asked::Places(area), Token::Place(code)) if area.certain.contains(code) => Standing::Asked,
            (Asked::Places(area), Token::Place(code)) if area.conditional.contains(code) => {
                Standing::Conditional
            }
            (Asked::Item(asked), Token::Item(item)) if asked == item => Standing::Asked,
            _ => Standing::Other,
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
