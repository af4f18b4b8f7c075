//! Reads requirements from text. A requirement that cannot be read is reported with its place and the remedy; the
//! others are kept.

use std::{fmt, ops::Range};

use super::{Answer, Bound, Holder, PlaceTerm, Requirement, Subject, Terms, Test};
use crate::catalogue::{
    Catalogue,
    date::Date,
    decimal::Decimal,
    duration::Duration,
    id::{CertificationId, ProviderId, TermId},
    place::PlaceCode,
    row::{Kind, Row},
    suggest,
    words::capitalised,
};

/// What was read, and what could not be.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Parsed {
    pub requirements: Vec<Requirement>,
    pub errors: Vec<ParseError>,
}

/// Why a part of the text is not a requirement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParseError {
    /// Bytes of the text at fault.
    pub at: Range<usize>,
    /// The number of its first character, counted from 1, as people count.
    pub character: usize,
    /// The text at fault.
    pub found: String,
    pub message: String,
    /// The remedy.
    pub help: Option<String>,
}

impl fmt::Display for ParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "at character {}: {}", self.character, self.message)?;
        match &self.help {
            Some(help) => write!(f, "; {help}"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for ParseError {}

impl ParseError {
    /// As a sentence without the place, for where the text is not what a person wrote: "… ; write 99.9."
    pub fn remedy(&self) -> String {
        let help = self.help.as_ref().map_or_else(String::new, |help| format!("; {help}"));
        let text = capitalised(&format!("{}{help}", self.message));
        if text.ends_with('?') { text } else { text + "." }
    }

    /// As a sentence of its own: "At character 11: … ."
    pub fn sentence(&self) -> String {
        let text = capitalised(&self.to_string());
        if text.ends_with('?') { text } else { text + "." }
    }
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
                "nothing is expected here",
                Some("separate requirements by \";\"".into()),
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
                let help = || Some("write @own, @host or @any".to_owned());
                (id, known.ok_or_else(|| self.error(at, "this is not a holder", help()))?)
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
                        "begin with a row, for instance \"region\", \"cert\" or \"ret-backup\"".into()
                    });
                    let message = if id.is_empty() { "a row is missing" } else { "there is no such row" };
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
                true => format!("{} holds {}, which this test does not fit", subject.id(), in_words(kind)),
                false if name.is_empty() => "a test is missing".to_owned(),
                false => "this is not a test".to_owned(),
            };
            let near = if TESTS.contains(&name) { None } else { suggest::nearest(name, TESTS) };
            let help = did_you_mean(near).unwrap_or_else(|| format!("write {}", or_list(allowed)));
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
                let help = Some(format!("write {}, separated by commas", in_words(kind)));
                return Err(self.error(value, "a value is missing", help));
            }
            values.push(value);
            self.skip_space();
            if !self.left().starts_with(',') {
                return Ok(values);
            }
            self.at += 1;
        }
    }

    fn place_term(&self, at: Range<usize>) -> Result<PlaceTerm, ParseError> {
        let text = &self.text[at.clone()];
        let groups = &self.catalogue.groups;
        if let Some(group) = groups.iter().find(|g| g.id.as_str().eq_ignore_ascii_case(text)) {
            return Ok(PlaceTerm::Group(group.id.clone()));
        }
        let code = text.parse::<PlaceCode>().ok().filter(|code| self.catalogue.place(*code).is_some());
        code.map(PlaceTerm::Place).ok_or_else(|| {
            let places = &self.catalogue.places;
            let by_name = suggest::nearest(text, places.iter().map(|p| &*p.name)).filter(|_| text.len() > 2);
            let named = places.iter().find(|p| by_name == Some(&*p.name)).map(|p| p.code.to_string());
            let near =
                named.as_deref().or_else(|| suggest::nearest(text, groups.iter().map(|g| g.id.as_str())));
            let help = did_you_mean(near)
                .unwrap_or_else(|| "write a two-letter country code or a group such as EEA".to_owned());
            self.error(at, "this is not a country or a group of countries", Some(help))
        })
    }

    fn certification(&self, at: Range<usize>) -> Result<CertificationId, ParseError> {
        let text = &self.text[at.clone()];
        let list = &self.catalogue.certifications;
        if let Some(known) = list.iter().find(|c| c.id.as_str().eq_ignore_ascii_case(text)) {
            return Ok(known.id.clone());
        }
        let near = list.iter().find(|entry| entry.is_spelled(text)).map(|entry| entry.id.as_str());
        let near = near.or_else(|| suggest::nearest(text, list.iter().map(|c| c.id.as_str())));
        let help = did_you_mean(near).unwrap_or_else(|| "write an id such as iso-27001 or soc-2".to_owned());
        Err(self.error(at, "this certificate is not in the registry", Some(help)))
    }

    fn provider(&self, at: Range<usize>) -> Result<ProviderId, ParseError> {
        let text = &self.text[at.clone()];
        let list = &self.catalogue.providers;
        let found = list.iter().find(|p| p.id.as_str().eq_ignore_ascii_case(text)).map(|p| p.id.clone());
        found.ok_or_else(|| {
            let help = did_you_mean(suggest::nearest(text, list.iter().map(|p| p.id.as_str())));
            self.error(at, "there is no such provider", help)
        })
    }

    fn term(&self, row: Option<&Row>, at: Range<usize>) -> Result<TermId, ParseError> {
        let text = &self.text[at.clone()];
        let terms = row.map_or(&[][..], |r| &r.terms);
        terms.iter().find(|t| t.id == *text).map(|t| t.id.clone()).ok_or_else(|| {
            let known: Vec<&str> = terms.iter().map(|t| t.id.as_str()).collect();
            self.error(at, "this row has no such value", Some(format!("write {}", or_list(&known))))
        })
    }

    fn bound(&mut self, kind: Kind) -> Result<Bound, ParseError> {
        let at = self.value();
        let text = &self.text[at.clone()];
        let number = || text.trim_end_matches('%').parse::<Decimal>().ok();
        let (bound, message, help) = match kind {
            Kind::Duration => match text.parse::<Duration>() {
                Ok(duration) => (Some(Bound::Duration(duration)), "", None),
                Err(error) => (None, "this is not an ISO 8601 duration", error.suggestion),
            },
            Kind::Percentage => {
                let percent = number().filter(|n| *n <= Decimal::whole(100));
                (percent.map(Bound::Percentage), "this is not a percentage between 0 and 100", None)
            }
            Kind::Number => (number().map(Bound::Number), "this is not a number", None),
            _ => (text.parse::<Date>().ok().map(Bound::Date), "this is not a date", None),
        };
        bound.ok_or_else(|| {
            let help = did_you_mean(help.as_deref()).unwrap_or_else(|| format!("write {}", in_words(kind)));
            self.error(at, message, Some(help))
        })
    }

    fn answer(&mut self, kind: Kind, subject: &Subject) -> Result<Answer, ParseError> {
        let at = self.value();
        if kind == Kind::Provider {
            return self.provider(at).map(Answer::Provider);
        }
        match &self.text[at.clone()] {
            "yes" => Ok(Answer::Yes),
            "no" => Ok(Answer::No),
            _ => match self.row(subject).filter(|row| !row.terms.is_empty()) {
                Some(row) => self.term(Some(row), at).map(Answer::Term),
                None => Err(self.error(at, "this is not an answer", Some("write yes or no".to_owned()))),
            },
        }
    }

    fn row(&self, subject: &Subject) -> Option<&'a Row> {
        match subject {
            Subject::Row(id) => self.catalogue.row(id),
            _ => None,
        }
    }

    fn left(&self) -> &'a str {
        &self.text[self.at..self.end]
    }

    fn skip_space(&mut self) {
        self.at = self.end - self.left().trim_start().len();
    }

    /// Up to the next space.
    fn word(&mut self) -> Range<usize> {
        self.run(|c| !c.is_whitespace() && !matches!(c, '<' | '>' | '='))
    }

    /// A test, which may touch the value after it: `<=P30D`.
    fn operator(&mut self) -> Range<usize> {
        self.skip_space();
        if self.left().starts_with(['<', '>', '=']) {
            self.run(|c| matches!(c, '<' | '>' | '='))
        } else {
            self.word()
        }
    }

    /// Up to the next comma, or to the next space.
    fn value(&mut self) -> Range<usize> {
        self.run(|c| c != ',' && !c.is_whitespace())
    }

    fn run(&mut self, belongs: impl Fn(char) -> bool) -> Range<usize> {
        self.skip_space();
        let start = self.at;
        let left = self.left();
        self.at += left.find(|c| !belongs(c)).unwrap_or(left.len());
        start..self.at
    }

    /// What is left, without the space around it.
    fn rest(&mut self) -> Range<usize> {
        self.skip_space();
        self.at..self.at + self.left().trim_end().len()
    }

    /// Takes a last word off the end, where it stands there.
    fn take_suffix(&mut self, suffix: &str) -> bool {
        let before = self.left().trim_end().strip_suffix(suffix);
        let before = before.filter(|b| b.ends_with(char::is_whitespace));
        before.inspect(|b| self.end = self.at + b.len()).is_some()
    }

    fn error(&self, at: Range<usize>, message: &str, help: Option<String>) -> ParseError {
        let found = self.text[at.clone()].to_owned();
        let message = if found.is_empty() { message.to_owned() } else { format!("\"{found}\": {message}") };
        let character = self.text[..at.start].chars().count() + 1;
        ParseError { at, character, found, message, help }
    }
}

/// Each item once, in the order in which it first comes; or the first error.
fn distinct<T: PartialEq>(items: impl Iterator<Item = Result<T, ParseError>>) -> Result<Vec<T>, ParseError> {
    let mut distinct = Vec::new();
    for item in items {
        let item = item?;
        if !distinct.contains(&item) {
            distinct.push(item);
        }
    }
    Ok(distinct)
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
    match kind {
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
    }
}

fn or_list(words: &[&str]) -> String {
    match words {
        [] => "nothing".to_owned(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} or {last}", first.join(", ")),
    }
}

fn did_you_mean(near: Option<&str>) -> Option<String> {
    near.map(|near| format!("did you mean \"{near}\"?"))
}
