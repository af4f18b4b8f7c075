//! A provider as it can be read in passing: its parts as they are written, for what has been seen before to be
//! recognised. What is out of the ordinary is left to the thorough reader.

use std::{ops::Range, str::FromStr};

use super::scan::Cursor;
use crate::catalogue::date::Date;

/// A provider, read in passing.
#[derive(Default)]
pub struct Draft<'t> {
    pub id: &'t str,
    pub name: &'t str,
    pub summary: Option<&'t str>,
    pub kind: &'t str,
    /// As it is written.
    pub covers: &'t str,
    pub claims: Vec<DraftClaim<'t>>,
    /// What claims list; each claim knows its part.
    pub items: Vec<&'t str>,
}

/// A claim, read in passing.
pub struct DraftClaim<'t> {
    pub row: &'t str,
    /// All that a verdict can depend on, as it is written; without the items where it lists some.
    pub key: Vec<&'t str>,
    /// Which of the draft's items it lists.
    pub list: Option<Range<usize>>,
}

/// The members of a claim that its key holds, each at its place.
const KEY: [&str; 8] = ["state", "value", "holder", "scope", "expires", "planned_for", "planned_by", "see"];

impl<'t> Draft<'t> {
    /// Reads a provider; `None` where it is not plain. `knows` tells the documents that may be cited.
    pub fn read(text: &'t str, knows: &dyn Fn(&str) -> bool) -> Option<Self> {
        let mut draft = Draft::default();
        let mut seen = Seen::default();
        let mut cursor = Cursor::new(text);
        cursor.members(|key, cursor| {
            seen.once(&["id", "name", "kind", "summary", "covers", "claims"], key)?;
            match key {
                "id" => draft.id = filled(cursor)?,
                "name" => draft.name = filled(cursor)?,
                "kind" => draft.kind = cursor.plain()?,
                "summary" => draft.summary = Some(filled(cursor)?),
                "covers" => draft.covers = cursor.skip()?,
                _ => cursor.items(|cursor| draft.claim(cursor, knows))?,
            }
            Some(())
        })?;
        let whole = cursor.peek().is_none() && !draft.id.is_empty() && !draft.name.is_empty();
        whole.then_some(draft)
    }

    fn claim(&mut self, cursor: &mut Cursor<'t>, knows: &dyn Fn(&str) -> bool) -> Option<()> {
        let mut seen = Seen::default();
        let (mut row, mut key) = ("", vec![""; KEY.len()]);
        let mut cited = false;
        cursor.members(|name, cursor| {
            if let Some(place) = KEY.iter().position(|known| *known == name) {
                seen.once(&KEY, name)?;
                key[place] = cursor.skip()?;
                return Some(());
            }
            // Behind the members of the key, so that each has a place of its own.
            seen.once_at(KEY.len() + ["row", "evidence", "note", "as_of"].iter().position(|k| *k == name)?)?;
            match name {
                "row" => row = cursor.plain()?,
                "evidence" => cursor.items(|cursor| {
                    cited = true;
                    evidence(cursor, knows)
                })?,
                "note" => _ = cursor.string()?,
                _ => _ = Date::from_str(cursor.plain()?).ok()?,
            }
            Some(())
        })?;
        let list = self.list(&mut key);
        (cited && !row.is_empty()).then(|| self.claims.push(DraftClaim { row, key, list }))
    }

    /// Takes the items out of a value that lists some.
    fn list(&mut self, key: &mut Vec<&'t str>) -> Option<Range<usize>> {
        let value = key[1];
        if !value.starts_with('{') || !matches!(key[0], "\"stated\"" | "\"inherited\"" | "\"optional\"") {
            return None;
        }
        let start = self.items.len();
        let mut rest = Vec::new();
        let mut is_list = false;
        let read = Cursor::new(value).members(|name, cursor| {
            if !is_list && matches!(name, "items" | "all") {
                is_list = true;
                rest.push(name);
                return cursor.items(|cursor| {
                    self.items.push(cursor.plain()?);
                    Some(())
                });
            }
            rest.extend([name, cursor.skip()?]);
            Some(())
        });
        if read.is_none() || !is_list {
            self.items.truncate(start);
            return None;
        }
        key[1] = "list";
        key.extend(rest);
        Some(start..self.items.len())
    }
}

fn evidence(cursor: &mut Cursor, knows: &dyn Fn(&str) -> bool) -> Option<()> {
    let mut seen = Seen::default();
    cursor.members(|name, cursor| {
        seen.once(&["document", "section", "statement"], name)?;
        if name == "document" {
            return knows(cursor.plain()?).then_some(());
        }
        filled(cursor).map(|_| ())
    })?;
    seen.all(3)
}

/// A text that is plain and not empty.
fn filled<'t>(cursor: &mut Cursor<'t>) -> Option<&'t str> {
    cursor.plain().filter(|text| !text.trim().is_empty())
}

/// Which members of an object have been met.
#[derive(Default)]
struct Seen(u32);

impl Seen {
    /// A known member, for the first time.
    fn once(&mut self, known: &[&str], name: &str) -> Option<()> {
        self.once_at(known.iter().position(|k| *k == name)?)
    }

    fn once_at(&mut self, place: usize) -> Option<()> {
        let bit = 1 << place;
        let first = self.0 & bit == 0;
        self.0 |= bit;
        first.then_some(())
    }

    /// The first `count` members of the list.
    fn all(&self, count: u32) -> Option<()> {
        (self.0.count_ones() == count).then_some(())
    }
}
