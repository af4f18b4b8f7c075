//! What a query asks, out of texts and numbers.

use std::rc::Rc;

use crate::{
    catalogue::{id::RowId, row::Row, suggest},
    engine::{Engine, order::Order, query::Query, text::Field},
    requirement::{Requirement, parse},
};

/// Reads requirements.
///
/// # Errors
/// Sentences about what cannot be read.
pub fn requirements(text: &str, engine: &Engine) -> Result<Rc<[Requirement]>, String> {
    let parsed = parse::parse(text, engine.shared());
    if parsed.errors.is_empty() {
        return Ok(parsed.requirements.into());
    }
    let sentences: Vec<String> = parsed.errors.iter().map(parse::ParseError::sentence).collect();
    Err(sentences.join(" "))
}

/// A query of requirements that must hold, and such where who cannot be told stays in.
pub fn query(strict: &[Requirement], lenient: &[Requirement], text: &str, fields: u8, order: Order) -> Query {
    let mut asked = strict.to_vec();
    asked.extend(lenient.iter().map(|r| Requirement { or_cannot_tell: true, ..r.clone() }));
    let fields = Field::ALL.into_iter().enumerate().filter(|(bit, _)| fields >> bit & 1 == 1);
    let fields = fields.map(|(_, field)| field).collect();
    Query { asked, text: text.to_owned(), only: None, fields, order }
}

/// Reads ids of rows, separated by line feeds.
///
/// # Errors
/// What is wrong, in words.
pub fn rows(ids: &str, engine: &Engine) -> Result<Vec<RowId>, String> {
    ids.split('\n').filter(|id| !id.is_empty()).map(|id| row(id, engine).map(|row| row.id.clone())).collect()
}

fn row<'e>(id: &str, engine: &'e Engine) -> Result<&'e Row, String> {
    let rows = || engine.shared().rows();
    rows().find(|row| row.id == *id).ok_or_else(|| {
        let near = suggest::nearest(id, rows().map(|row| row.id.as_str()));
        let near = near.map_or_else(String::new, |near| format!(" Did you mean \"{near}\"?"));
        format!("The catalogue has no row \"{id}\".{near}")
    })
}
