//! The options of a row: every value that some vendor has, as a requirement of its own.

use std::rc::Rc;

use super::{Engine, Judged, class::Token};
use crate::{
    catalogue::{
        id::RowId,
        row::{Kind, Row},
    },
    requirement::{Answer, Holder, PlaceTerm, Requirement, Subject, Terms, Test, ground::Item},
};

/// The options of a row, judged.
pub struct Options {
    pub requirements: Vec<Requirement>,
    pub(super) judged: Vec<Rc<Judged>>,
}

impl Options {
    pub(super) fn new(engine: &Engine, row: &RowId) -> Self {
        let requirements = requirements(engine, row);
        let judged = requirements.iter().map(|option| engine.judge(option)).collect();
        Self { requirements, judged }
    }
}

fn requirements(engine: &Engine, id: &RowId) -> Vec<Requirement> {
    let column = engine.columns.iter().find(|column| column.row == *id);
    let Some((row, column)) = engine.catalogue.row(id).zip(column) else { return Vec::new() };
    let mut tests: Vec<Test> = column.tokens.iter().map(|(token, _)| Test::Has(term(token))).collect();
    if row.kind == Kind::Places {
        let groups = engine.catalogue.groups.iter();
        tests.extend(groups.map(|group| Test::In(vec![PlaceTerm::Group(group.id.clone())])));
    }
    tests.extend(answers(row).into_iter().map(Test::Is));
    let requirement = |test| Requirement {
        negated: false,
        subject: Subject::Row(id.clone()),
        holder: Holder::Own,
        test,
        by_default: false,
    };
    tests.into_iter().map(requirement).collect()
}

fn answers(row: &Row) -> Vec<Answer> {
    match row.kind {
        Kind::Boolean => {
            let terms = row.terms.iter().map(|term| Answer::Term(term.id.clone()));
            [Answer::Yes, Answer::No].into_iter().chain(terms).collect()
        }
        _ => Vec::new(),
    }
}

fn term(token: &Token) -> Terms {
    match token {
        Token::Place(code) => Terms::Places(vec![PlaceTerm::Place(*code)]),
        Token::Item(Item::Certification(id)) => Terms::Certifications(vec![id.clone()]),
        Token::Item(Item::Provider(id)) => Terms::Providers(vec![id.clone()]),
        Token::Item(Item::Term(id)) => Terms::Ids(vec![id.clone()]),
    }
}
