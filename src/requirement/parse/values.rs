//! The values that a test names: each must be known to the catalogue, or be of the form that its row asks for.

use std::ops::Range;

use super::{
    super::{Answer, Bound, PlaceTerm, Subject},
    Parser,
    error::{ParseError, did_you_mean, or_list},
    in_words,
};
use crate::catalogue::{
    date::Date,
    decimal::Decimal,
    duration::Duration,
    id::{CertificationId, ProviderId, TermId},
    place::PlaceCode,
    row::{Kind, Row},
    suggest,
};
use crate::language::{english, phrase, say};

impl Parser<'_> {
    pub(super) fn place_term(&self, at: Range<usize>) -> Result<PlaceTerm, ParseError> {
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
                .unwrap_or_else(|| say("write a two-letter country code or a group such as EEA").to_owned());
            self.error(at, english("this is not a country or a group of countries"), Some(help))
        })
    }

    pub(super) fn certification(&self, at: Range<usize>) -> Result<CertificationId, ParseError> {
        let text = &self.text[at.clone()];
        let list = &self.catalogue.certifications;
        if let Some(known) = list.iter().find(|c| c.id.as_str().eq_ignore_ascii_case(text)) {
            return Ok(known.id.clone());
        }
        let near = list.iter().find(|entry| entry.is_spelled(text)).map(|entry| entry.id.as_str());
        let near = near.or_else(|| suggest::nearest(text, list.iter().map(|c| c.id.as_str())));
        let help =
            did_you_mean(near).unwrap_or_else(|| say("write an id such as iso-27001 or soc-2").to_owned());
        Err(self.error(at, english("this certificate is not in the registry"), Some(help)))
    }

    pub(super) fn provider(&self, at: Range<usize>) -> Result<ProviderId, ParseError> {
        let text = &self.text[at.clone()];
        let list = &self.catalogue.providers;
        let found = list.iter().find(|p| p.id.as_str().eq_ignore_ascii_case(text)).map(|p| p.id.clone());
        found.ok_or_else(|| {
            let help = did_you_mean(suggest::nearest(text, list.iter().map(|p| p.id.as_str())));
            self.error(at, english("there is no such provider"), help)
        })
    }

    pub(super) fn term(&self, row: Option<&Row>, at: Range<usize>) -> Result<TermId, ParseError> {
        let text = &self.text[at.clone()];
        let terms = row.map_or(&[][..], |r| &r.terms);
        terms.iter().find(|t| t.id == *text).map(|t| t.id.clone()).ok_or_else(|| {
            let known: Vec<&str> = terms.iter().map(|t| t.id.as_str()).collect();
            self.error(
                at,
                english("this row has no such value"),
                Some(phrase("write {}", &[&or_list(&known)])),
            )
        })
    }

    pub(super) fn bound(&mut self, kind: Kind) -> Result<Bound, ParseError> {
        let at = self.value();
        let text = &self.text[at.clone()];
        let number = || text.trim_end_matches('%').parse::<Decimal>().ok();
        let (bound, message, help) = match kind {
            Kind::Duration => match text.parse::<Duration>() {
                Ok(duration) => (Some(Bound::Duration(duration)), "", None),
                Err(error) => (None, english("this is not an ISO 8601 duration"), error.suggestion),
            },
            Kind::Percentage => {
                let percent = number().filter(|n| *n <= Decimal::whole(100));
                (percent.map(Bound::Percentage), english("this is not a percentage between 0 and 100"), None)
            }
            Kind::Number => (number().map(Bound::Number), english("this is not a number"), None),
            _ => (text.parse::<Date>().ok().map(Bound::Date), english("this is not a date"), None),
        };
        bound.ok_or_else(|| {
            let help =
                did_you_mean(help.as_deref()).unwrap_or_else(|| phrase("write {}", &[&in_words(kind)]));
            self.error(at, message, Some(help))
        })
    }

    pub(super) fn answer(&mut self, kind: Kind, subject: &Subject) -> Result<Answer, ParseError> {
        let at = self.value();
        if kind == Kind::Provider {
            return self.provider(at).map(Answer::Provider);
        }
        match &self.text[at.clone()] {
            "yes" => Ok(Answer::Yes),
            "no" => Ok(Answer::No),
            _ => match self.row(subject).filter(|row| !row.terms.is_empty()) {
                Some(row) => self.term(Some(row), at).map(Answer::Term),
                None => Err(self.error(
                    at,
                    english("this is not an answer"),
                    Some(say("write yes or no").to_owned()),
                )),
            },
        }
    }
}

/// Each item once, in the order in which it first comes; or the first error.
pub(super) fn distinct<T: PartialEq>(
    items: impl Iterator<Item = Result<T, ParseError>>,
) -> Result<Vec<T>, ParseError> {
    let mut distinct = Vec::new();
    for item in items {
        let item = item?;
        if !distinct.contains(&item) {
            distinct.push(item);
        }
    }
    Ok(distinct)
}
