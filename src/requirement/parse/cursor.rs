//! Walks over the text of one requirement.

use std::ops::Range;

use super::{Parser, error::ParseError};

use crate::language::{phrase, say};

impl<'a> Parser<'a> {
    pub(super) fn left(&self) -> &'a str {
        &self.text[self.at..self.end]
    }

    pub(super) fn skip_space(&mut self) {
        self.at = self.end - self.left().trim_start().len();
    }

    /// Up to the next space.
    pub(super) fn word(&mut self) -> Range<usize> {
        self.run(|c| !c.is_whitespace() && !matches!(c, '<' | '>' | '='))
    }

    /// A test, which may touch the value after it: `<=P30D`.
    pub(super) fn operator(&mut self) -> Range<usize> {
        self.skip_space();
        if self.left().starts_with(['<', '>', '=']) {
            self.run(|c| matches!(c, '<' | '>' | '='))
        } else {
            self.word()
        }
    }

    /// Up to the next comma, or to the next space.
    pub(super) fn value(&mut self) -> Range<usize> {
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
    pub(super) fn rest(&mut self) -> Range<usize> {
        self.skip_space();
        self.at..self.at + self.left().trim_end().len()
    }

    /// Takes a last word off the end, where it stands there.
    pub(super) fn take_suffix(&mut self, suffix: &str) -> bool {
        let before = self.left().trim_end().strip_suffix(suffix);
        let before = before.filter(|b| b.ends_with(char::is_whitespace));
        before.inspect(|b| self.end = self.at + b.len()).is_some()
    }

    pub(super) fn error(&self, at: Range<usize>, message: &str, help: Option<String>) -> ParseError {
        let found = self.text[at.clone()].to_owned();
        let message = say(message);
        let message = match found.is_empty() {
            true => message.to_owned(),
            false => phrase("\"{}\": {}", &[&found, &message]),
        };
        let character = self.text[..at.start].chars().count() + 1;
        ParseError { at, character, found, message, help }
    }
}
