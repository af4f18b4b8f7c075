//! Values as a visitor types them, turned into the JSON form of a profile.

use serde_json::{Value as Json, json};

use crate::catalogue::{
    Catalogue,
    row::{Kind, Row},
    spelling, suggest,
    words::decimal_mark,
};
use crate::language::{english, phrase, say};

/// What a visitor has typed as the value of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Typed {
    /// Names or ids separated by commas; a number; a day; or free text: what the row asks for.
    pub text: String,
    /// Rows of durations: the letter of an ISO 8601 duration, `H`, `D`, `W`, `M` or `Y`.
    pub unit: char,
    /// Rows of durations: `fixed`, `at-most` or `at-least`.
    pub limit: String,
    /// Rows of lists and places: there may be more than is named.
    pub is_open: bool,
}

impl Default for Typed {
    fn default() -> Self {
        Self { text: String::new(), unit: 'D', limit: "fixed".to_owned(), is_open: false }
    }
}

/// The units of durations: their letters, and in words.
pub const UNITS: [(char, &str); 5] = [
    ('H', english("hours")),
    ('D', english("days")),
    ('W', english("weeks")),
    ('M', english("months")),
    ('Y', english("years")),
];

impl Typed {
    /// The value in the JSON form of a profile ([`crate::catalogue::value`]).
    ///
    /// # Errors
    /// What does not fit the row, and what to write, as a sentence.
    pub fn value(&self, row: &Row, catalogue: &Catalogue) -> Result<Json, String> {
        let text = self.text.trim();
        if text.is_empty() && row.kind != Kind::Boolean {
            return Err(phrase("The value is missing. {}", &[&hint(row.kind)]));
        }
        Ok(match row.kind {
            Kind::Places => {
                let places = catalogue.places.iter();
                let known = places.flat_map(|place| named(place.code.to_string(), &place.name)).collect();
                let mut value = json!({ "all": ids(text, known, english("place"))? });
                if self.is_open {
                    value["open"] = Json::Bool(true);
                }
                value
            }
            Kind::Certificates => {
                let known = catalogue.certifications.iter().map(|c| (c.id.to_string(), &*c.name));
                self.list(ids(text, known.collect(), english("certificate"))?)
            }
            Kind::Providers => self.list(ids(text, providers(catalogue), english("provider"))?),
            Kind::Provider => match &ids(text, providers(catalogue), english("provider"))?[..] {
                [one] => json!(one),
                _ => return Err(say("Name one provider only.").to_owned()),
            },
            Kind::Ids => self.list(ids(text, terms(row), english("value"))?),
            Kind::Boolean if text.is_empty() => Json::Bool(true),
            Kind::Boolean => json!({ "id": ids(text, terms(row), english("value"))?.first() }),
            Kind::Duration => {
                let time = if self.unit == 'H' { "T" } else { "" };
                number(text)?;
                json!({
                    "length": format!("P{time}{text}{}", self.unit),
                    "limit": self.limit,
                    "counts": row.name,
                })
            }
            Kind::Percentage => json!({ "percent": number(text.trim_end_matches('%').trim())? }),
            Kind::Number => number(text)?,
            Kind::Text | Kind::Date => json!(text),
        })
    }

    fn list(&self, items: Vec<String>) -> Json {
        json!({ "items": items, "list": if self.is_open { "open" } else { "closed" } })
    }
}

/// What is to be typed for a type of row.
pub fn hint(kind: Kind) -> &'static str {
    say(match kind {
        Kind::Places => "Write countries, separated by commas: Netherlands, Ireland.",
        Kind::Certificates => "Write certificates, separated by commas: ISO/IEC 27001, SOC 2.",
        Kind::Providers => "Write providers, separated by commas.",
        Kind::Provider => "Write one provider.",
        Kind::Ids | Kind::Boolean => "Write one of the values that this row knows.",
        Kind::Duration => "Write a whole number, and choose the unit.",
        Kind::Percentage => "Write a number from 0 to 100.",
        Kind::Number => "Write a number.",
        Kind::Date => "Write a day: 2026-12-31.",
        Kind::Text => "Write what applies, in a few words.",
    })
}

/// What is to be written into a cell for a type of row; the unit of a duration and the like stand there as well.
pub fn in_a_cell(kind: Kind) -> &'static str {
    say(match kind {
        Kind::Duration => "Write a whole number and a unit: 30 days, at most 12 months.",
        Kind::Boolean => "Write yes or no, or one of the values that this row knows.",
        Kind::Percentage => "Write a percentage: 99.9 %.",
        other => return hint(other),
    })
}

fn number(text: &str) -> Result<Json, String> {
    let written = text.replace(&decimal_mark(), ".");
    let number: Option<serde_json::Number> = serde_json::from_str(&written).ok();
    number.map(Json::Number).ok_or_else(|| phrase("“{}” is not a number.", &[&text]))
}

fn providers(catalogue: &Catalogue) -> Vec<(String, &str)> {
    catalogue.providers.iter().map(|provider| (provider.id.to_string(), &*provider.name)).collect()
}

fn terms(row: &Row) -> Vec<(String, &str)> {
    row.terms.iter().flat_map(|term| named(term.id.to_string(), &term.name)).collect()
}

/// What an id goes by: its name in the language in force, and that in the catalogue.
fn named(id: String, name: &str) -> [(String, &str); 2] {
    [(id.clone(), say(name)), (id, name)]
}

/// The ids of what is named; each may be an id or a name, in any spelling.
fn ids(text: &str, known: Vec<(String, &str)>, what: &str) -> Result<Vec<String>, String> {
    let mut found = Vec::new();
    for named in text.split([',', ';']).map(str::trim).filter(|named| !named.is_empty()) {
        let key = spelling::key(named);
        let same = |(id, name): &&(String, &str)| spelling::key(id) == key || spelling::key(name) == key;
        match known.iter().find(same) {
            Some((id, _)) => found.push(id.clone()),
            None => {
                let near = suggest::nearest(named, known.iter().map(|(_, name)| *name));
                let near = near.map(|near| phrase(" Did you mean “{}”?", &[&near])).unwrap_or_default();
                return Err(phrase(
                    "“{}” is no {} that the catalogue knows.{}",
                    &[&named, &say(what), &near],
                ));
            }
        }
    }
    Ok(found)
}
