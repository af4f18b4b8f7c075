//! A provider as it can be read in passing: its parts as they are written, for what has been seen before to be
//! recognised. What is out of the ordinary is left to the thorough reader.

use std::{borrow::Cow, ops::Range, rc::Rc, str::FromStr};

use serde_json::Value as Json;

use super::{
    documents::Documents,
    entries::Entries,
    reader::Reader,
    scan::{Cursor, Str},
};
use crate::{
    catalogue::{date::Date, id::is_id, json, order},
    engine::index::Index,
};

/// A provider, read in passing. One draft reads many, one after the other, in the same memory.
#[derive(Default)]
pub struct Draft<'t> {
    pub id: &'t str,
    pub name: Cow<'t, str>,
    pub summary: Option<Cow<'t, str>>,
    pub kind: &'t str,
    /// As it is written.
    pub covers: &'t str,
    pub claims: Vec<DraftClaim<'t>>,
    keys: Vec<u8>,
    items: Vec<&'t str>,
    /// The document that was cited last. A vendor's claims mostly cite the same one.
    cited: &'t str,
}

/// A claim, read in passing.
pub struct DraftClaim<'t> {
    /// As it is written.
    pub text: &'t str,
    /// The place of the row in the catalogue.
    row: usize,
    key: Range<usize>,
    items: Range<usize>,
    /// Whether it simply lists its items, which then are not in its key.
    pub is_list: bool,
}

/// The names that a provider may refer to and be recognised.
pub struct Names {
    /// The rows, with their places in the catalogue.
    rows: Index,
    documents: Rc<Documents>,
    providers: Rc<Entries>,
}

impl Names {
    pub fn new(reader: &Reader) -> Self {
        let mut rows = Index::default();
        for row in reader.known.catalogue.rows() {
            rows.add(row.id.as_str().as_bytes());
        }
        Self { rows, documents: reader.documents.clone(), providers: reader.providers.clone() }
    }
}

/// The members of a claim. The first [`KEY`] of them are those on which a verdict can depend.
fn member(name: &str) -> Option<usize> {
    Some(match name {
        "state" => 0,
        "value" => 1,
        "holder" => 2,
        "scope" => 3,
        "expires" => 4,
        "planned_for" => 5,
        "planned_by" => 6,
        "see" => 7,
        "row" => 8,
        "evidence" => 9,
        "note" => 10,
        "as_of" => 11,
        _ => return None,
    })
}

const KEY: usize = 8;

impl<'t> Draft<'t> {
    /// Reads a provider; `None` where it is not plain.
    pub fn read(&mut self, text: &'t str, names: &Names) -> Option<()> {
        (self.id, self.kind, self.covers) = ("", "", "");
        (self.name, self.summary) = (Cow::Borrowed(""), None);
        self.claims.clear();
        self.keys.clear();
        self.items.clear();
        let mut seen = Seen::default();
        let mut cursor = Cursor::new(text);
        cursor.members(|key, cursor| {
            let place = match key {
                "id" => {
                    self.id = cursor.plain()?;
                    0
                }
                "name" => {
                    self.name = said(filled(cursor)?)?;
                    1
                }
                "kind" => {
                    self.kind = cursor.plain()?;
                    2
                }
                "summary" => {
                    self.summary = Some(said(filled(cursor)?)?);
                    3
                }
                "covers" => {
                    self.covers = cursor.skip()?;
                    4
                }
                "claims" => {
                    self.claims(cursor, text, names)?;
                    5
                }
                _ => return None,
            };
            seen.once(place)
        })?;
        // Mostly they are in order. The sort is stable: claims on one row stay as they are.
        if !self.claims.is_sorted_by_key(|claim| claim.row) {
            order::sort_by(&mut self.claims, |a, b| a.row.cmp(&b.row));
        }
        (cursor.peek().is_none() && is_id(self.id) && !self.name.is_empty()).then_some(())
    }

    /// The claims, row by row.
    pub fn by_row(&self) -> impl Iterator<Item = (usize, &[DraftClaim<'t>])> {
        self.claims.chunk_by(|a, b| a.row == b.row).map(|claims| (claims[0].row, claims))
    }

    /// The text of a provider with the head of this one, and only these of its claims.
    pub fn only(&self, claims: &[DraftClaim]) -> String {
        let claims: Vec<&str> = claims.iter().map(|claim| claim.text).collect();
        let Self { id, kind, covers, .. } = self;
        let claims = claims.join(",");
        format!(
            "{{\"id\":\"{id}\",\"name\":\"one row\",\"kind\":\"{kind}\",\"covers\":{covers},\"claims\":[{claims}]}}"
        )
    }

    /// All that a verdict can depend on, as it is written; without the items where the claim lists some.
    pub fn key(&self, claim: &DraftClaim) -> &[u8] {
        &self.keys[claim.key.clone()]
    }

    /// The length of a duration in the key, and the key without it.
    pub fn length(&self, claim: &DraftClaim) -> Option<(&str, Vec<u8>)> {
        const BEFORE: &[u8] = b"length\0\"";
        let key = self.key(claim);
        let start = key.windows(BEFORE.len()).position(|part| part == BEFORE)? + BEFORE.len();
        let length = key[start..].split(|byte| *byte == b'"').next()?;
        let rest = [&key[..start], &key[start + length.len()..]].concat();
        Some((std::str::from_utf8(length).ok()?, rest))
    }

    /// What the claim lists.
    pub fn items(&self, claim: &DraftClaim) -> &[&'t str] {
        &self.items[claim.items.clone()]
    }

    fn claims(&mut self, cursor: &mut Cursor<'t>, text: &'t str, names: &Names) -> Option<()> {
        cursor.items(|cursor| {
            cursor.peek()?;
            let start = cursor.at();
            self.claim(cursor, names)?;
            self.claims.last_mut()?.text = text.get(start..cursor.at())?;
            Some(())
        })
    }

    fn claim(&mut self, cursor: &mut Cursor<'t>, names: &Names) -> Option<()> {
        let mut seen = Seen::default();
        let (mut row, mut state, mut is_cited) = (None, "", false);
        let (key, items) = (self.keys.len(), self.items.len());
        let mut lists = false;
        cursor.members(|name, cursor| {
            let place = member(name)?;
            seen.once(place)?;
            if place < KEY {
                if name == "value" && cursor.peek() == Some(b'{') {
                    lists = self.value(cursor)?;
                    return Some(());
                }
                let written = cursor.skip()?;
                if name == "state" {
                    state = written;
                }
                self.write(&[name, written]);
                return Some(());
            }
            match name {
                "row" => row = Some(names.rows.find(cursor.plain()?.as_bytes())?),
                "evidence" => cursor.items(|cursor| {
                    is_cited = true;
                    self.evidence(cursor, names)
                })?,
                "note" => _ = filled(cursor)?,
                _ => _ = Date::from_str(cursor.plain()?).ok()?,
            }
            Some(())
        })?;
        let is_list = lists && matches!(state, "\"stated\"" | "\"inherited\"" | "\"optional\"");
        if lists && !is_list {
            for item in &self.items[items..] {
                self.keys.extend_from_slice(item.as_bytes());
                self.keys.push(1);
            }
        }
        let (key, items) = (key..self.keys.len(), items..self.items.len());
        let row = row.filter(|_| is_cited)?;
        self.claims.push(DraftClaim { text: "", row, key, items, is_list });
        Some(())
    }

    /// Reads a value of members; whether there is a list of items among them.
    fn value(&mut self, cursor: &mut Cursor<'t>) -> Option<bool> {
        let mut lists = false;
        cursor.members(|name, cursor| {
            if !lists && matches!(name, "items" | "all") && cursor.peek() == Some(b'[') {
                lists = true;
                self.write(&[name, "list"]);
                return cursor.items(|cursor| {
                    self.items.push(cursor.plain()?);
                    Some(())
                });
            }
            let written = cursor.skip()?;
            self.write(&[name, written]);
            Some(())
        })?;
        Some(lists)
    }

    fn evidence(&mut self, cursor: &mut Cursor<'t>, names: &Names) -> Option<()> {
        let mut seen = Seen::default();
        cursor.members(|name, cursor| match name {
            "section" => {
                filled(cursor)?;
                seen.once(0)
            }
            "statement" => {
                filled(cursor)?;
                seen.once(1)
            }
            "document" => {
                self.cite(cursor.plain()?, names)?;
                seen.once(2)
            }
            _ => None,
        })?;
        seen.all(3)
    }

    fn cite(&mut self, document: &'t str, names: &Names) -> Option<()> {
        if document != self.cited {
            // Most vendors publish their own documents.
            let is_known =
                |publisher: &str| publisher == self.id || names.providers.find(publisher).is_some();
            names.documents.is_plain(document, &is_known).then_some(())?;
            self.cited = document;
        }
        Some(())
    }

    fn write(&mut self, parts: &[&str]) {
        for part in parts {
            self.keys.extend_from_slice(part.as_bytes());
            self.keys.push(0);
        }
    }
}

/// A text that is not blank.
fn filled<'t>(cursor: &mut Cursor<'t>) -> Option<Str<'t>> {
    cursor.string().filter(|string| {
        let mut bytes = string.raw.bytes();
        // A letter behind a backslash may be a line feed; a letter in front of all backslashes is none.
        bytes.next().is_some_and(|first| first.is_ascii_alphanumeric())
            || !string.escaped && !string.raw.trim().is_empty()
    })
}

/// What a string says.
fn said(string: Str<'_>) -> Option<Cow<'_, str>> {
    match string.escaped {
        false => Some(Cow::Borrowed(string.raw)),
        true => match json::parse(&["\"", string.raw, "\""].concat()) {
            Some(Json::String(said)) => Some(Cow::Owned(said)),
            _ => None,
        },
    }
}

/// Which members of an object have been met.
#[derive(Default)]
struct Seen(u32);

impl Seen {
    /// A member, for the first time.
    fn once(&mut self, place: usize) -> Option<()> {
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
