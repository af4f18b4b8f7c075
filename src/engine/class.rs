//! Columns: what each vendor claims on a row.
//!
//! Vendors with the same claims are of one class. Of a claim that simply lists places or items, the list is kept
//! apart, a bitset for each value: so there are few classes, however many lists there are.

use std::rc::Rc;

use super::{
    bits::Bits,
    index::{Index, bytes_of},
    numbers::Numbers,
};
use crate::{
    catalogue::{
        claim::{Assertion, Claim},
        id::RowId,
        place::{PlaceCode, PlaceSet},
        provider::Provider,
        value::{List, Places, Value},
    },
    requirement::ground::Item,
};

/// A value out of a list.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Token {
    Place(PlaceCode),
    Item(Item),
}

/// What vendors of one class claim.
pub struct Class {
    /// Whether the row's section has been read for them.
    pub read: bool,
    /// Without evidence, notes and dates of statement, on which no verdict depends.
    pub claims: Vec<Claim>,
    pub form: Form,
}

/// How a class stands to the values of its column.
pub enum Form {
    /// There is one claim, whose list is kept apart; these are the vendors.
    List(Bits),
    /// The claims are written out.
    Whole,
}

/// A row over all vendors.
pub struct Column {
    pub row: RowId,
    /// The first is that of vendors who are silent on a row that has been read for them.
    pub classes: Vec<Class>,
    /// The class of each vendor; empty while all are of the first.
    class_of: Numbers,
    /// Which vendors of list classes name a value.
    pub tokens: Vec<(Token, Rc<Bits>)>,
    /// Whether some vendor is neither silent nor of a list class.
    pub is_mixed: bool,
    known_classes: Index,
    known_tokens: Index,
}

impl Column {
    pub fn new(row: RowId) -> Self {
        let silent = Class { read: true, claims: Vec::new(), form: Form::Whole };
        let mut known_classes = Index::default();
        known_classes.add(&key(&silent));
        Self {
            row,
            classes: vec![silent],
            class_of: Numbers::default(),
            tokens: Vec::new(),
            is_mixed: false,
            known_classes,
            known_tokens: Index::default(),
        }
    }

    /// Adds what a vendor claims on the row; vendors come in ascending order.
    pub fn add(&mut self, index: usize, vendor: &Provider, read: bool) {
        let (class, tokens) = self.sort_in(vendor, read);
        self.put(index, class);
        tokens.into_iter().for_each(|token| self.name(index, token));
    }

    /// The class of what a vendor claims on the row, and the tokens that it lists.
    pub fn sort_in(&mut self, vendor: &Provider, read: bool) -> (u32, Vec<usize>) {
        self.sort_in_claims(vendor.claims_on(&self.row).cloned().collect(), read)
    }

    /// The class of claims on the row, and the tokens that they list.
    pub fn sort_in_claims(&mut self, claims: Vec<Claim>, read: bool) -> (u32, Vec<usize>) {
        let mut claims: Vec<Claim> = claims.into_iter().map(bare).collect();
        let tokens = match &mut claims[..] {
            [only] => take_list(only),
            _ => None,
        };
        let form = if tokens.is_some() { Form::List(Bits::new(0)) } else { Form::Whole };
        let class = self.class(Class { read, claims, form });
        (class, tokens.into_iter().flatten().map(|token| self.token(token)).collect())
    }

    /// Puts a vendor into a class.
    pub fn put(&mut self, vendor: usize, id: u32) {
        if id == 0 {
            return;
        }
        self.class_of.put(vendor, id);
        match &mut self.classes[id as usize].form {
            Form::List(vendors) => vendors.put(vendor),
            Form::Whole => self.is_mixed = true,
        }
    }

    /// Notes that a vendor of a list class names a token.
    pub fn name(&mut self, vendor: usize, token: usize) {
        Rc::make_mut(&mut self.tokens[token].1).put(vendor);
    }

    /// All vendors are there, as many as this: gives back what was needed to add them.
    pub fn settle(&mut self, vendors: usize) {
        self.class_of.settle();
        self.classes.shrink_to_fit();
        self.tokens.shrink_to_fit();
        self.known_classes = Index::default();
        self.known_tokens = Index::default();
        for class in &mut self.classes {
            if let Form::List(list) = &mut class.form {
                list.settle(vendors);
            }
        }
        for (_, naming) in &mut self.tokens {
            Rc::make_mut(naming).settle(vendors);
        }
    }

    /// What the column takes of memory, in bytes; of what claims themselves hold, an estimate.
    pub fn bytes(&self) -> usize {
        let class = |class: &Class| {
            let list = if let Form::List(vendors) = &class.form { vendors.bytes() } else { 0 };
            size_of::<Class>() + class.claims.capacity() * size_of::<Claim>() + list
        };
        let token = |(_, naming): &(Token, Rc<Bits>)| size_of::<(Token, Rc<Bits>)>() + naming.bytes();
        self.class_of.bytes()
            + self.classes.iter().map(class).sum::<usize>()
            + self.tokens.iter().map(token).sum::<usize>()
    }

    /// The position of a value among the tokens.
    pub fn position(&self, token: &Token) -> Option<usize> {
        self.known_tokens.find(&bytes_of(token))
    }

    /// The class of a vendor.
    pub fn class_of(&self, vendor: usize) -> u32 {
        self.class_of.get(vendor)
    }

    /// The classes of lists, with their vendors.
    pub fn lists(&self) -> impl Iterator<Item = (usize, &Bits)> {
        self.classes.iter().enumerate().filter_map(|(class, entry)| match &entry.form {
            Form::List(vendors) => Some((class, vendors)),
            Form::Whole => None,
        })
    }

    /// The values that claims name whose lists are not kept apart; some more than once.
    pub fn named_in_whole_claims(&self) -> Vec<Token> {
        let claims = self.classes.iter().flat_map(|class| &class.claims);
        let mut tokens = Vec::new();
        for claim in claims {
            match &claim.assertion {
                Assertion::Unclear(readings) => {
                    readings.iter().for_each(|reading| named(&reading.value, &mut tokens));
                }
                assertion => assertion.value().into_iter().for_each(|value| named(value, &mut tokens)),
            }
        }
        tokens
    }

    /// Whether every vendor is silent on the row, and it has been read for all.
    pub fn is_silent(&self) -> bool {
        self.class_of.len() == 0
    }

    fn class(&mut self, class: Class) -> u32 {
        let id = self.known_classes.add(&key(&class));
        if id == self.classes.len() {
            self.classes.push(class);
        }
        id as u32
    }

    fn token(&mut self, token: Token) -> usize {
        let index = self.known_tokens.add(&bytes_of(&token));
        if index == self.tokens.len() {
            self.tokens.push((token, Rc::new(Bits::new(0))));
        }
        index
    }
}

/// What of a claim a verdict can depend on.
fn bare(claim: Claim) -> Claim {
    let mut claim = Claim { evidence: Vec::new(), as_of: None, note: None, ..claim };
    if let Assertion::Unclear(readings) = &mut claim.assertion {
        readings.iter_mut().for_each(|reading| reading.evidence.clear());
    }
    claim
}

/// By what classes are told apart.
fn key(class: &Class) -> Vec<u8> {
    bytes_of(&(class.read, matches!(class.form, Form::List(_)), &class.claims))
}

/// Takes the list out of a claim that simply lists.
fn take_list(claim: &mut Claim) -> Option<Vec<Token>> {
    match listed(&mut claim.assertion)? {
        Value::Places(Places::All { places, .. }) => {
            Some(std::mem::take(places).iter().map(Token::Place).collect())
        }
        Value::Certificates(List { items, .. }) => Some(drained(items, Item::Certification)),
        Value::Providers(List { items, .. }) => Some(drained(items, Item::Provider)),
        Value::Ids(List { items, .. }) => Some(drained(items, Item::Term)),
        _ => None,
    }
}

/// The values that a value lists.
fn named(value: &Value, tokens: &mut Vec<Token>) {
    match value {
        Value::Places(Places::All { places, .. }) => tokens.extend(places.iter().map(Token::Place)),
        Value::Certificates(list) => {
            tokens.extend(list.items.iter().cloned().map(Item::Certification).map(Token::Item));
        }
        Value::Providers(list) => {
            tokens.extend(list.items.iter().cloned().map(Item::Provider).map(Token::Item))
        }
        Value::Ids(list) => tokens.extend(list.items.iter().cloned().map(Item::Term).map(Token::Item)),
        _ => {}
    }
}

fn drained<T>(items: &mut Vec<T>, item: fn(T) -> Item) -> Vec<Token> {
    items.drain(..).map(|id| Token::Item(item(id))).collect()
}

/// Puts a list into a claim from which one was taken.
pub fn put_list<'a>(claim: &mut Claim, tokens: impl IntoIterator<Item = &'a Token>) {
    let Some(value) = listed(&mut claim.assertion) else { return };
    for token in tokens {
        match (&mut *value, token) {
            (Value::Places(Places::All { places, .. }), Token::Place(code)) => {
                *places = places.union(&PlaceSet::from_iter([*code]));
            }
            (Value::Certificates(list), Token::Item(Item::Certification(id))) => list.items.push(id.clone()),
            (Value::Providers(list), Token::Item(Item::Provider(id))) => list.items.push(id.clone()),
            (Value::Ids(list), Token::Item(Item::Term(id))) => list.items.push(id.clone()),
            _ => {}
        }
    }
}

fn listed(assertion: &mut Assertion) -> Option<&mut Value> {
    match assertion {
        Assertion::Stated(value) | Assertion::Inherited(value) | Assertion::Optional(value) => Some(value),
        _ => None,
    }
}
