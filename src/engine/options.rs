//! The options of a row: every value that some vendor has, as a requirement of its own.

use std::rc::Rc;

use super::{
    Engine, Judged,
    bits::Bits,
    class::{Column, Token},
    index::Index,
    judge,
    kept::Sets,
    lists::Lists,
};
use crate::{
    catalogue::{
        id::RowId,
        row::{Kind, Row},
    },
    requirement::{
        Answer, Holder, PlaceTerm, Requirement, Subject, Terms, Test, counts::Counts, ground::Item,
    },
};

/// The options of a row, judged.
pub struct Options {
    pub requirements: Vec<Requirement>,
    pub(super) judged: Vec<Judged>,
    /// What each would leave of all vendors.
    pub(super) of_all: Vec<Counts>,
    /// What each vendor names, where the first options are met by exactly those who name the tokens of the row.
    pub(super) lists: Option<Lists>,
}

impl Options {
    pub(super) fn new(engine: &Engine, row: &RowId) -> Self {
        let requirements = requirements(engine, row);
        let mut sets = sets_of(engine, row);
        let mut judged = Vec::with_capacity(requirements.len());
        for option in &requirements {
            let Judged { yes, open } = judge::judge(engine, option);
            judged.push(Judged { yes: sets.one(yes).0, open: open.map(|open| sets.one(open).0) });
        }
        let column = engine.columns.iter().find(|column| column.row == *row);
        let lists = column.filter(|column| is_named(column, &judged));
        let lists = lists.and_then(|column| Lists::new(&column.tokens, engine.len()));
        let of_all = judged.iter().map(count).collect();
        Self { requirements, judged, of_all, lists }
    }

    /// What the options take of memory beside the columns, in bytes; sets that are shared count once.
    pub(super) fn bytes(&self) -> usize {
        let judged = self.judged.iter().flat_map(Judged::parts);
        let mut seen = Index::default();
        let mut is_new = |set: &&Rc<Bits>| seen.len() == seen.add(&(Rc::as_ptr(set) as usize).to_le_bytes());
        let own = judged.filter(|set| is_new(set)).map(|set| set.bytes());
        let lists = self.lists.as_ref().map_or(0, Lists::bytes);
        own.sum::<usize>() + lists + self.requirements.capacity() * size_of::<Requirement>()
    }
}

fn count(judged: &Judged) -> Counts {
    let cannot_tell = judged.open.as_ref().map_or(0, |open| open.count());
    Counts { meets: judged.yes.count(), cannot_tell }
}

/// Whether the first options are met by exactly those who name the tokens of the column.
fn is_named(column: &Column, judged: &[Judged]) -> bool {
    let named = column.tokens.iter().zip(judged).all(|((_, naming), option)| Rc::ptr_eq(naming, &option.yes));
    named && column.tokens.len() <= judged.len()
}

/// Sets that are kept once, however many options have them. Most options of a row leave the same vendors open, and the
/// yes of most is who names the value.
fn sets_of(engine: &Engine, row: &RowId) -> Sets {
    let mut sets = Sets::default();
    for column in engine.columns.iter().filter(|column| column.row == *row) {
        column.tokens.iter().for_each(|(_, naming)| _ = sets.one(naming.clone()));
    }
    sets
}

fn requirements(engine: &Engine, id: &RowId) -> Vec<Requirement> {
    let column = engine.columns.iter().find(|column| column.row == *id);
    let Some((row, column)) = engine.catalogue.row(id).zip(column) else { return Vec::new() };
    let mut tokens: Vec<Token> = column.tokens.iter().map(|(token, _)| token.clone()).collect();
    for token in column.named_in_whole_claims() {
        if !tokens.contains(&token) {
            tokens.push(token);
        }
    }
    let mut tests: Vec<Test> = tokens.iter().map(|token| Test::Has(term(token))).collect();
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
        or_cannot_tell: false,
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
