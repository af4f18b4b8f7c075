//! Places (ISO 3166-1 alpha-2) and the dated groups that they belong to.

use std::{fmt, str::FromStr};

pub use super::place_set::PlaceSet;
use super::{date::Date, id::GroupId};

/// An ISO 3166-1 alpha-2 code, for instance `NL`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PlaceCode([u8; 2]);

impl PlaceCode {
    /// How many codes can be written.
    pub(super) const COUNT: usize = 26 * 26;

    /// The position among all codes that can be written.
    pub(super) fn index(self) -> usize {
        let letter = |byte: u8| usize::from(byte - b'A');
        letter(self.0[0]) * 26 + letter(self.0[1])
    }

    /// The code at a position below [`Self::COUNT`].
    pub(super) fn at(index: usize) -> Self {
        let letter = |n: usize| b'A' + (n % 26) as u8;
        Self([letter(index / 26), letter(index)])
    }
}

impl FromStr for PlaceCode {
    type Err = ();

    /// Two letters, in either case. Whether there is such a place is for the catalogue to say.
    fn from_str(text: &str) -> Result<Self, ()> {
        match *text.as_bytes() {
            [a, b] if a.is_ascii_alphabetic() && b.is_ascii_alphabetic() => {
                Ok(Self([a.to_ascii_uppercase(), b.to_ascii_uppercase()]))
            }
            _ => Err(()),
        }
    }
}

impl fmt::Display for PlaceCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|b| fmt::Write::write_char(f, char::from(*b)))
    }
}

impl fmt::Debug for PlaceCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// A country or territory.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    pub code: PlaceCode,
    pub name: String,
}

/// A named group of places, for instance the EEA. Never a vendor's value: always worked out for a day.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    pub id: GroupId,
    pub name: String,
    /// In a sentence: "the EEA".
    pub in_words: String,
    pub summary: Option<String>,
    /// Where the membership and its dates are written down.
    pub source: String,
    /// Its own and those of the groups that it includes.
    pub members: Vec<Member>,
}

/// A membership from a day and, where it has ended, up to and including a day.
#[derive(Debug, Clone, PartialEq)]
pub struct Member {
    pub place: PlaceCode,
    pub valid_from: Date,
    pub valid_to: Option<Date>,
    /// For whom alone the place belongs to the group: "for commercial organisations".
    pub condition: Option<String>,
}

impl Member {
    fn holds_on(&self, day: Date) -> bool {
        self.valid_from <= day && self.valid_to.is_none_or(|to| day <= to)
    }
}

impl Group {
    /// The memberships that hold on a day.
    pub fn members_on(&self, day: Date) -> impl Iterator<Item = &Member> {
        self.members.iter().filter(move |member| member.holds_on(day))
    }

    /// What belongs to the group on a day.
    pub fn area_on(&self, day: Date) -> Area {
        let mut area = Area::default();
        for member in self.members_on(day) {
            let set = if member.condition.is_none() { &mut area.certain } else { &mut area.conditional };
            set.insert(member.place);
        }
        area.conditional = area.conditional.difference(&area.certain);
        area
    }
}

/// Places that belong to something for certain, and those that belong to it under a condition only. Of the latter
/// nobody who knows just the place can tell whether they are inside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Area {
    pub certain: PlaceSet,
    /// None of the certain ones.
    pub conditional: PlaceSet,
}

impl Area {
    /// Both together: what is certain on one side is certain.
    pub fn union(&self, other: &Self) -> Self {
        let certain = self.certain.union(&other.certain);
        let conditional = self.conditional.union(&other.conditional).difference(&certain);
        Self { certain, conditional }
    }

    /// Everything that may be inside.
    pub fn possible(&self) -> PlaceSet {
        self.certain.union(&self.conditional)
    }
}

impl From<PlaceSet> for Area {
    fn from(certain: PlaceSet) -> Self {
        Self { certain, conditional: PlaceSet::new() }
    }
}
