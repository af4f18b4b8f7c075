//! Recognises what has been seen before: the thorough reader has found it right once, and knows what it means.

use std::collections::HashMap;

use super::draft::{Draft, DraftClaim};
use crate::{
    catalogue::{
        id::{CertificationId, ProviderId, TermId},
        row::Kind,
    },
    engine::{
        Engine,
        class::{Form, Token},
    },
    requirement::ground::Item,
};

/// What has been learned from the providers that were read thoroughly.
#[derive(Default)]
pub struct Learned {
    rows: HashMap<String, usize>,
    /// For each row, from what is written to a class.
    classes: Vec<HashMap<Vec<u8>, u32>>,
    /// For each row, from an item as it is written to its token.
    tokens: Vec<HashMap<Box<str>, usize>>,
    covers: HashMap<String, Covered>,
}

/// What a list of sections means.
struct Covered {
    rows: Vec<bool>,
    /// The classes of vendors on rows that have not been read for them.
    unread: Vec<(usize, u32)>,
}

/// What a vendor has on one row.
struct Entry {
    row: usize,
    class: u32,
    /// Tokens of the row.
    tokens: Vec<usize>,
}

impl Learned {
    pub fn new(engine: &Engine) -> Self {
        let rows = engine.columns.iter().enumerate().map(|(index, column)| (column.row.to_string(), index));
        let count = engine.columns.len();
        Self {
            rows: rows.collect(),
            classes: (0..count).map(|_| HashMap::new()).collect(),
            tokens: (0..count).map(|_| HashMap::new()).collect(),
            covers: HashMap::new(),
        }
    }

    /// Adds a vendor of whom everything is known; `None` where something is new.
    pub fn add(&self, draft: &Draft, engine: &mut Engine) -> Option<()> {
        let covered = self.covers.get(draft.covers).filter(|_| draft.kind == "vendor")?;
        let mut entries = Vec::with_capacity(draft.claims.len());
        for claims in by_row(&self.rows, draft)? {
            let row = claims.row;
            if !covered.rows[row] {
                return None;
            }
            let class = *self.classes[row].get(&claims.key)?;
            let items = &draft.items[claims.list.clone().unwrap_or(0..0)];
            let tokens =
                items.iter().map(|item| self.tokens[row].get(*item).copied()).collect::<Option<_>>()?;
            entries.push(Entry { row, class, tokens });
        }
        let vendor = engine.len();
        for (row, class) in &covered.unread {
            engine.columns[*row].put(vendor, *class);
        }
        for entry in entries {
            let column = &mut engine.columns[entry.row];
            column.put(vendor, entry.class);
            entry.tokens.iter().for_each(|token| column.tokens[*token].1.put(vendor));
        }
        engine.enter(draft.id, draft.name, draft.summary);
        Some(())
    }

    /// Learns from a vendor who has just been added by the thorough reader.
    pub fn learn(&mut self, draft: &Draft, engine: &Engine) {
        let vendor = engine.len() - 1;
        let Some(claims) = by_row(&self.rows, draft) else { return };
        for claims in &claims {
            let column = &engine.columns[claims.row];
            let class = column.class_of(vendor);
            let is_list = matches!(column.classes[class as usize].form, Form::List(_));
            if is_list != claims.list.is_some() {
                continue;
            }
            self.classes[claims.row].insert(claims.key.clone(), class);
            let kind = engine.catalogue.rows().nth(claims.row).map(|row| row.kind);
            for item in &draft.items[claims.list.clone().unwrap_or(0..0)] {
                let position =
                    kind.and_then(|kind| token(kind, item)).and_then(|token| column.position(&token));
                self.tokens[claims.row].extend(position.map(|position| ((*item).into(), position)));
            }
        }
        self.learn_covers(draft, engine, &claims.iter().map(|claims| claims.row).collect::<Vec<_>>());
    }

    fn learn_covers(&mut self, draft: &Draft, engine: &Engine, claimed: &[usize]) {
        if self.covers.contains_key(draft.covers) {
            return;
        }
        let sections: Vec<String> = serde_json::from_str(draft.covers).unwrap_or_default();
        let rows: Vec<bool> = engine
            .catalogue
            .sections
            .iter()
            .flat_map(|section| {
                let is_read = sections.iter().any(|id| section.id == **id);
                section.rows.iter().map(move |_| is_read)
            })
            .collect();
        let vendor = engine.len() - 1;
        let unread = rows.iter().enumerate().filter(|(row, read)| !**read && !claimed.contains(row));
        let unread = unread.map(|(row, _)| (row, engine.columns[row].class_of(vendor))).collect();
        self.covers.insert(draft.covers.to_owned(), Covered { rows, unread });
    }
}

/// The claims of a draft, row by row.
fn by_row<'d, 't>(rows: &HashMap<String, usize>, draft: &'d Draft<'t>) -> Option<Vec<Claims<'d, 't>>> {
    let mut all: Vec<Claims> = Vec::with_capacity(draft.claims.len());
    for claim in &draft.claims {
        let row = *rows.get(claim.row)?;
        match all.iter_mut().find(|claims| claims.row == row) {
            Some(claims) => claims.join(claim, draft),
            None => all.push(Claims { row, key: key(claim), list: claim.list.clone(), first: claim }),
        }
    }
    Some(all)
}

/// The claims of a vendor on one row.
struct Claims<'d, 't> {
    row: usize,
    key: Vec<u8>,
    list: Option<std::ops::Range<usize>>,
    first: &'d DraftClaim<'t>,
}

impl<'d, 't> Claims<'d, 't> {
    /// Beside another claim a list is nothing special: what it lists belongs to the key.
    fn join(&mut self, claim: &'d DraftClaim<'t>, draft: &Draft) {
        if self.list.take().is_some() {
            self.key = whole(self.first, draft);
        }
        self.key.push(2);
        self.key.extend(whole(claim, draft));
    }
}

fn key(claim: &DraftClaim) -> Vec<u8> {
    let mut key = Vec::with_capacity(128);
    for part in &claim.key {
        key.extend_from_slice(part.as_bytes());
        key.push(0);
    }
    key
}

fn whole(claim: &DraftClaim, draft: &Draft) -> Vec<u8> {
    let mut whole = key(claim);
    for item in &draft.items[claim.list.clone().unwrap_or(0..0)] {
        whole.push(1);
        whole.extend_from_slice(item.as_bytes());
    }
    whole
}

fn token(kind: Kind, item: &str) -> Option<Token> {
    Some(match kind {
        Kind::Places => Token::Place(item.parse().ok()?),
        Kind::Certificates => Token::Item(Item::Certification(CertificationId::new(item))),
        Kind::Providers => Token::Item(Item::Provider(ProviderId::new(item))),
        Kind::Ids => Token::Item(Item::Term(TermId::new(item))),
        _ => return None,
    })
}
