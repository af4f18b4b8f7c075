//! Recognises what has been seen before: the thorough reader has found it right once, and knows what it means.

use serde_json::Value as Json;

use super::draft::{Draft, DraftClaim};
use crate::{
    catalogue::{
        claim::{Assertion, Claim},
        id::{CertificationId, ProviderId, TermId},
        json,
        provider::Provider,
        row::Kind,
        value::{Period, Value},
    },
    engine::{
        Builder,
        class::{Column, Form, Token},
        index::Index,
    },
    requirement::ground::Item,
};

/// What has been learned from the providers that were read thoroughly.
pub struct Learned {
    of_rows: Vec<OfRow>,
    covers: Known<Covered>,
    /// What a vendor has, row by row; kept for its memory only.
    entries: Vec<Entry>,
    tokens: Vec<usize>,
}

/// What has been learned of a row.
struct OfRow {
    kind: Kind,
    /// From what is written to a class.
    classes: Known<u32>,
    /// From an item as it is written to its token.
    tokens: Known<usize>,
    /// Of durations: from what is written beside the length to such a claim.
    durations: Known<Claim>,
}

/// What is known of something by the way it is written.
struct Known<T> {
    written: Index,
    known: Vec<T>,
}

impl<T> Default for Known<T> {
    fn default() -> Self {
        Self { written: Index::default(), known: Vec::new() }
    }
}

impl<T> Known<T> {
    fn get(&self, written: &[u8]) -> Option<&T> {
        self.known.get(self.written.find(written)?)
    }

    fn learn(&mut self, written: &[u8], value: T) {
        let number = self.written.add(written);
        match self.known.get_mut(number) {
            Some(known) => *known = value,
            None => self.known.push(value),
        }
    }
}

impl OfRow {
    /// Learns that these claims are of a class; `None` where they cannot be recognised by their key.
    fn learn(&mut self, group: &[DraftClaim], draft: &Draft, class: u32, column: &Column) -> Option<()> {
        let is_list = matches!(column.classes[class as usize].form, Form::List(_));
        match group {
            [only] if only.is_list == is_list => {
                self.classes.learn(draft.key(only), class);
                for item in draft.items(only).iter().filter(|_| is_list) {
                    let position = token(self.kind, item).and_then(|token| column.position(&token))?;
                    self.tokens.learn(item.as_bytes(), position);
                }
            }
            [_] => return None,
            several => self.classes.learn(&whole(several, draft), class),
        }
        Some(())
    }
}

/// What about a vendor has not been learned.
pub enum Missing {
    /// What it has on this row.
    Row(usize),
    /// That, or what its head says.
    More,
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
    /// Where its tokens end among all of the vendor.
    tokens_end: usize,
}

impl Learned {
    pub fn new(builder: &Builder) -> Self {
        let of_row = |kind| OfRow {
            kind,
            classes: Known::default(),
            tokens: Known::default(),
            durations: Known::default(),
        };
        Self {
            of_rows: builder.catalogue.rows().map(|row| of_row(row.kind)).collect(),
            covers: Known::default(),
            entries: Vec::new(),
            tokens: Vec::new(),
        }
    }

    /// Adds a vendor of whom everything is known.
    ///
    /// # Errors
    /// What is not; nothing has been added then.
    pub fn add(&mut self, draft: &Draft, builder: &mut Builder) -> Result<(), Missing> {
        let covered = self.covers.get(draft.covers.as_bytes()).filter(|_| draft.kind == "vendor");
        let covered = covered.ok_or(Missing::More)?;
        self.entries.clear();
        self.tokens.clear();
        for (row, group) in draft.by_row() {
            let learned = self.of_rows.get(row).filter(|_| covered.rows[row]).ok_or(Missing::More)?;
            let class = match group {
                [only] => {
                    for item in draft.items(only).iter().filter(|_| only.is_list) {
                        self.tokens.push(*learned.tokens.get(item.as_bytes()).ok_or(Missing::Row(row))?);
                    }
                    learned.classes.get(draft.key(only))
                }
                several => learned.classes.get(&whole(several, draft)),
            };
            let class = *class.ok_or(Missing::Row(row))?;
            self.entries.push(Entry { row, class, tokens_end: self.tokens.len() });
        }
        let vendor = builder.len();
        for (row, class) in &covered.unread {
            builder.columns[*row].put(vendor, *class);
        }
        let mut start = 0;
        for entry in &self.entries {
            let column = &mut builder.columns[entry.row];
            column.put(vendor, entry.class);
            self.tokens[start..entry.tokens_end].iter().for_each(|token| column.name(vendor, *token));
            start = entry.tokens_end;
        }
        builder.enter(draft.id, &draft.name, draft.summary.as_deref());
        Ok(())
    }

    /// Learns from a vendor who has just been added by the thorough reader.
    pub fn learn(&mut self, draft: &Draft, builder: &Builder) {
        let vendor = builder.len() - 1;
        for (row, group) in draft.by_row() {
            self.of_rows[row].learn(
                group,
                draft,
                builder.columns[row].class_of(vendor),
                &builder.columns[row],
            );
        }
        self.learn_covers(draft, builder);
    }

    /// Learns a duration that differs from a known one in its length only: of these there are thousands.
    pub fn learn_length(&mut self, row: usize, draft: &Draft, builder: &mut Builder) -> Option<()> {
        let learned = self.of_rows.get_mut(row).filter(|row| row.kind == Kind::Duration)?;
        let (_, [only]) = draft.by_row().find(|(of, _)| *of == row)? else { return None };
        let (length, rest) = draft.length(only)?;
        let mut claim = learned.durations.get(&rest)?.clone();
        period(&mut claim)?.length = length.parse().ok()?;
        let (class, _) = builder.columns[row].sort_in_claims(vec![claim], true);
        learned.classes.learn(draft.key(only), class);
        Some(())
    }

    /// Learns what a vendor has on one row, from that row alone; `None` where it cannot be recognised next time either.
    pub fn learn_row(
        &mut self,
        row: usize,
        group: &[DraftClaim],
        draft: &Draft,
        alone: &Provider,
        builder: &mut Builder,
    ) -> Option<()> {
        let column = &mut builder.columns[row];
        let (class, _) = column.sort_in(alone, true);
        if let ([only], [claim]) = (group, &alone.claims[..])
            && self.of_rows[row].kind == Kind::Duration
            && let Some((_, rest)) = draft.length(only)
            && period(&mut claim.clone()).is_some()
        {
            self.of_rows[row].durations.learn(&rest, claim.clone());
        }
        self.of_rows[row].learn(group, draft, class, column)
    }

    fn learn_covers(&mut self, draft: &Draft, builder: &Builder) {
        if self.covers.get(draft.covers.as_bytes()).is_some() {
            return;
        }
        let Some(Json::Array(sections)) = json::parse(draft.covers) else { return };
        let rows: Vec<bool> = builder
            .catalogue
            .sections
            .iter()
            .flat_map(|section| {
                let is_read = sections.iter().any(|id| id.as_str() == Some(section.id.as_str()));
                section.rows.iter().map(move |_| is_read)
            })
            .collect();
        // Of a row that is claimed without having been read, the class of silence is not seen here.
        if draft.by_row().any(|(row, _)| !rows[row]) {
            return;
        }
        let vendor = builder.len() - 1;
        let unread = rows.iter().enumerate().filter(|(_, read)| !**read);
        let unread = unread.map(|(row, _)| (row, builder.columns[row].class_of(vendor))).collect();
        self.covers.learn(draft.covers.as_bytes(), Covered { rows, unread });
    }
}

/// The duration that a claim simply gives.
fn period(claim: &mut Claim) -> Option<&mut Period> {
    match &mut claim.assertion {
        Assertion::Stated(Value::Duration(period))
        | Assertion::Inherited(Value::Duration(period))
        | Assertion::Optional(Value::Duration(period)) => Some(period),
        _ => None,
    }
}

/// The key of several claims on one row: beside another claim a list is nothing special, what it lists belongs to the
/// key.
fn whole(claims: &[DraftClaim], draft: &Draft) -> Vec<u8> {
    let mut whole = Vec::new();
    for claim in claims {
        whole.push(2);
        whole.extend_from_slice(draft.key(claim));
        for item in draft.items(claim) {
            whole.push(1);
            whole.extend_from_slice(item.as_bytes());
        }
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
