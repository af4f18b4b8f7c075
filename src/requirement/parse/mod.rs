//! Reads requirements from text. A requirement that cannot be read is reported with its place and the remedy; the
//! others are kept.

mod cursor;
mod error;
mod values;

use std::ops::Range;

use super::{Holder, Requirement, Subject, Terms, Test};
use crate::catalogue::{
    Catalogue,
    row::{Kind, Row},
    suggest,
};
use crate::language::{english, phrase, say};
pub use error::ParseError;
use error::{did_you_mean, or_list};
use values::distinct;

/// What was read, and what could not be.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Parsed {
    pub requirements: Vec<Requirement>,
    pub errors: Vec<ParseError>,
}

/// Reads requirements separated by semicolons; empty ones are passed over.
pub fn parse(text: &str, catalogue: &Catalogue) -> Parsed {
    let mut parsed = Parsed::default();
    let mut start = 0;
    for part in text.split(';') {
        if !part.trim().is_empty() {
            match (Parser { text, at: start, end: start + part.len(), catalogue }).requirement() {
                Ok(requirement) => parsed.requirements.push(requirement),
                Err(error) => parsed.errors.push(error),
            }
        }
        start += part.len() + 1;
    }
    parsed
}

struct Parser<'a> {
    text: &'a str,
    at: usize,
    end: usize,
    catalogue: &'a Catalogue,
}

const TESTS: [&str; 7] = ["in", "has", "has-any", "<=", ">=", "is", "is-stated"];

impl<'a> Parser<'a> {
    fn requirement(mut self) -> Result<Requirement, ParseError> {
        let mut word = self.word();
        let negated = &self.text[word.clone()] == "not";
        if negated {
            word = self.word();
        }
        let (subject, holder) = self.subject(word)?;
        let or_cannot_tell = self.take_suffix("or-cannot-tell");
        let by_default = self.take_suffix("by-default");
        let test = self.test(&subject)?;
        let rest = self.rest();
        if !rest.is_empty() {
            return Err(self.error(
                rest,
                english("nothing is expected here"),
                Some(say("separate requirements by \";\"").to_owned()),
            ));
        }
        Ok(Requirement { negated, subject, holder, test, by_default, or_cannot_tell })
    }

    fn subject(&self, word: Range<usize>) -> Result<(Subject, Holder), ParseError> {
        let text = &self.text[word.clone()];
        let (id, holder) = match text.split_once('@') {
            None => (text, Holder::Own),
            Some((id, holder)) => {
                let at = word.start + id.len() + 1..word.end;
                let known = Holder::ALL.into_iter().find(|h| h.id() == holder);
                let help = || Some(say("write @own, @host or @any").to_owned());
                (id, known.ok_or_else(|| self.error(at, english("this is not a holder"), help()))?)
            }
        };
        let subject = match id {
            "region" => Subject::Region,
            "cert" => Subject::Cert,
            _ => match self.catalogue.rows().find(|row| row.id == *id) {
                Some(row) => Subject::Row(row.id.clone()),
                None => {
                    let known = self.catalogue.rows().map(|r| r.id.as_str()).chain(["region", "cert", "not"]);
                    let help = did_you_mean(suggest::nearest(id, known)).unwrap_or_else(|| {
                        say("begin with a row, for instance \"region\", \"cert\" or \"ret-backup\"")
                            .to_owned()
                    });
                    let message = if id.is_empty() {
                        english("a row is missing")
                    } else {
                        english("there is no such row")
                    };
                    return Err(self.error(word.start..word.start + id.len(), message, Some(help)));
                }
            },
        };
        Ok((subject, holder))
    }

    fn test(&mut self, subject: &Subject) -> Result<Test, ParseError> {
        let kind = subject.kind(self.catalogue).unwrap_or(Kind::Text);
        let word = self.operator();
        let name = &self.text[word.clone()];
        let allowed = tests_of(kind);
        if !allowed.contains(&name) {
            let message = match TESTS.contains(&name) {
                true => {
                    phrase("{} holds {}, which this test does not fit", &[&subject.id(), &in_words(kind)])
                }
                false if name.is_empty() => say("a test is missing").to_owned(),
                false => say("this is not a test").to_owned(),
            };
            let near = if TESTS.contains(&name) { None } else { suggest::nearest(name, TESTS) };
            let help = did_you_mean(near).unwrap_or_else(|| phrase("write {}", &[&or_list(allowed)]));
            return Err(self.error(word, &message, Some(help)));
        }
        match name {
            "in" => {
                let values = self.values(kind)?.into_iter();
                distinct(values.map(|at| self.place_term(at))).map(Test::In)
            }
            "has" => self.terms(kind, subject).map(Test::Has),
            "has-any" => self.terms(kind, subject).map(Test::HasAny),
            "<=" => self.bound(kind).map(Test::AtMost),
            ">=" => self.bound(kind).map(Test::AtLeast),
            "is" => self.answer(kind, subject).map(Test::Is),
            _ => Ok(Test::IsStated),
        }
    }

    fn terms(&mut self, kind: Kind, subject: &Subject) -> Result<Terms, ParseError> {
        let values = self.values(kind)?.into_iter();
        Ok(match kind {
            Kind::Places => Terms::Places(distinct(values.map(|at| self.place_term(at)))?),
            Kind::Certificates => Terms::Certifications(distinct(values.map(|at| self.certification(at)))?),
            Kind::Providers => Terms::Providers(distinct(values.map(|at| self.provider(at)))?),
            _ => {
                let row = self.row(subject);
                Terms::Ids(distinct(values.map(|at| self.term(row, at)))?)
            }
        })
    }

    /// The places of one or more values, separated by commas.
    fn values(&mut self, kind: Kind) -> Result<Vec<Range<usize>>, ParseError> {
        let mut values = Vec::new();
        loop {
            let value = self.value();
            if value.is_empty() {
                let help = Some(phrase("write {}, separated by commas", &[&in_words(kind)]));
                return Err(self.error(value, english("a value is missing"), help));
            }
            values.push(value);
            self.skip_space();
            if !self.left().starts_with(',') {
                return Ok(values);
            }
            self.at += 1;
        }
    }

    fn row(&self, subject: &Subject) -> Option<&'a Row> {
        match subject {
            Subject::Row(id) => self.catalogue.row(id),
            _ => None,
        }
    }
}

/// The tests that fit a type of values.
pub fn tests_of(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Places => &["in", "has", "has-any", "is-stated"],
        Kind::Certificates | Kind::Providers | Kind::Ids => &["has", "has-any", "is-stated"],
        Kind::Duration | Kind::Percentage | Kind::Number | Kind::Date => &["<=", ">=", "is-stated"],
        Kind::Boolean | Kind::Provider => &["is", "is-stated"],
        Kind::Text => &["is-stated"],
    }
}

fn in_words(kind: Kind) -> &'static str {
    say(match kind {
        Kind::Places => "places (NL, EEA)",
        Kind::Certificates => "certificates (iso-27001)",
        Kind::Providers | Kind::Provider => "a provider (azure)",
        Kind::Duration => "a duration (P30D, P6M, P5Y)",
        Kind::Percentage => "a percentage (99.9)",
        Kind::Number => "a number",
        Kind::Boolean => "yes or no",
        Kind::Ids => "values of its own list",
        Kind::Text => "a text",
        Kind::Date => "a date (2024-02-19)",
    })
}
