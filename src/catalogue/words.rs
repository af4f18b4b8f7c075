//! Values and names in words, as people read them.

use super::{
    Catalogue,
    date::Date,
    decimal::Decimal,
    duration::Clock,
    id::{CertificationId, ProviderId},
    place::{Place, PlaceCode, PlaceSet},
    row::Row,
    value::{Limit, Period, Places, Value},
};
use crate::language::{english, inside, phrase, say};

const MONTHS: [&str; 12] = [
    english("January"),
    english("February"),
    english("March"),
    english("April"),
    english("May"),
    english("June"),
    english("July"),
    english("August"),
    english("September"),
    english("October"),
    english("November"),
    english("December"),
];

/// "NL and IE": commas, and one word before the last, which is "and" or "or".
pub fn joined<S: AsRef<str>>(items: &[S], last: &str) -> String {
    match items {
        [] => String::new(),
        [one] => one.as_ref().to_owned(),
        [first @ .., end] => {
            let first: Vec<&str> = first.iter().map(AsRef::as_ref).collect();
            format!("{} {} {}", first.join(", "), say(if last == "or" { "or" } else { "and" }), end.as_ref())
        }
    }
}

/// "22 November 2026".
pub fn date(date: Date) -> String {
    let month = MONTHS.get(usize::from(date.month().unsigned_abs()).wrapping_sub(1)).unwrap_or(&"");
    let (month, year) = (say(month), date.year());
    match date.day() {
        // French counts it: "1er novembre".
        1 => phrase("1 {} {}", &[&month, &year]),
        day => phrase("{} {} {}", &[&day, &month, &year]),
    }
}

/// "99.9 %".
pub fn percent(number: Decimal) -> String {
    phrase("{} %", &[&decimal(number)])
}

/// A number as people write it: "99.9".
pub fn decimal(number: Decimal) -> String {
    let digits = number.to_string();
    match digits.split_once('.') {
        Some((whole, fraction)) => phrase("{}.{}", &[&whole, &fraction]),
        None => digits,
    }
}

/// What stands before the fraction of a number, where people write and type one: a point, or a comma.
pub fn decimal_mark() -> String {
    phrase("{}.{}", &[&"", &""])
}

/// With a capital first letter, where that is one of Latin-1: the tables of all letters weigh 20 kB in the browser.
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    let Some(first) = letters.next() else { return String::new() };
    let mut said = String::new();
    said.push(match first {
        // Each stands 32 places behind its capital.
        'à'..='ö' | 'ø'..='þ' => char::from(first as u8 - 32),
        first => first.to_ascii_uppercase(),
    });
    said.push_str(letters.as_str());
    said
}

/// English puts an article before plural countries and before those that are named as unions or republics.
fn takes_article(name: &str) -> bool {
    const NAMES: [&str; 7] =
        ["Bahamas", "Comoros", "DR Congo", "Gambia", "Maldives", "Netherlands", "Philippines"];
    NAMES.contains(&name)
        || ["United ", "Isle of "].iter().any(|start| name.starts_with(start))
        || name.ends_with(" Islands")
        || name.ends_with(" Republic")
        || name.starts_with("Republic ")
        || name.ends_with("Territory")
        || name.ends_with("Territories")
}

impl Catalogue {
    /// The name of a place; its code where the catalogue does not know it.
    pub fn place_name(&self, code: PlaceCode) -> String {
        self.place(code).map_or_else(|| code.to_string(), |place| say(&place.name).to_owned())
    }

    /// As it follows "is inside" in a sentence: "the Netherlands", "Ireland".
    pub fn place_in_words(&self, code: PlaceCode) -> String {
        let Some(Place { name, .. }) = self.place(code) else { return code.to_string() };
        inside(&if takes_article(name) { ["the ", name].concat() } else { name.clone() })
    }

    /// Names, in the order of the catalogue, joined by "and" or "or".
    pub fn place_names(&self, places: &PlaceSet, last: &str) -> String {
        let named = self.places.iter().filter(|place| places.contains(&place.code));
        joined(&named.map(|place| say(&place.name)).collect::<Vec<_>>(), last)
    }

    pub fn provider_name(&self, id: &ProviderId) -> String {
        self.provider(id).map_or_else(|| id.to_string(), |provider| provider.name.clone())
    }

    pub fn certification_name(&self, id: &CertificationId) -> String {
        self.certification(id).map_or_else(|| id.to_string(), |entry| entry.name.clone())
    }

    /// A value of a row in words.
    pub fn value_in_words(&self, value: &Value, row: &Row) -> String {
        match value {
            Value::Places(places) => self.places_in_words(places),
            Value::Certificates(list) => {
                self.list_in_words(list.items.iter().map(|id| self.certification_name(id)), list.open)
            }
            Value::Providers(list) => {
                self.list_in_words(list.items.iter().map(|id| self.provider_name(id)), list.open)
            }
            Value::Ids(list) => self.list_in_words(list.items.iter().map(|id| row.term_name(id)), list.open),
            Value::Provider(id) => self.provider_name(id),
            Value::Duration(period) if row.tells_how_long_kept() => period_in_words(period),
            // Elsewhere the name of the row does not say what the time measures: until answered, or until corrected.
            Value::Duration(period) => format!("{} ({})", period_in_words(period), say(&period.counts)),
            Value::Percentage(percent) => self::percent(*percent),
            Value::Number(number) => decimal(*number),
            Value::Yes(None) => say("yes").to_owned(),
            Value::Yes(Some(id)) => {
                format!("{}, {}", say("yes"), row.term_name(id))
            }
            Value::Text(text) => text.clone(),
            Value::Date(day) => date(*day),
        }
    }

    fn places_in_words(&self, places: &Places) -> String {
        let names = |set, last| self.place_names(set, last);
        match places {
            Places::All { places, open: false } => names(places, "and"),
            Places::All { places, open: true } => phrase("{}, perhaps more", &[&names(places, "and")]),
            Places::OneOf(set) => phrase("one of {}: {}", &[&set.len(), &names(set, "or")]),
            Places::Unnamed => say("exists, place not named").to_owned(),
        }
    }

    fn list_in_words(&self, names: impl Iterator<Item = String>, open: bool) -> String {
        let names: Vec<String> = names.collect();
        let names = joined(&names, "and");
        if open { phrase("{} (open list)", &[&names]) } else { names }
    }
}

/// "at most 5 years, from the last use of the platform".
fn period_in_words(period: &Period) -> String {
    let length = period.length.in_words();
    let length = match period.limit {
        Limit::Fixed => length,
        Limit::AtMost => phrase("at most {}", &[&length]),
        Limit::AtLeast => phrase("at least {}", &[&length]),
    };
    let length = match period.clock {
        Clock::Calendar => length,
        Clock::Business => phrase("{} of working time", &[&length]),
    };
    let Some(from) = &period.from else { return length };
    let has_article = ["the ", "a ", "an "].iter().any(|article| from.starts_with(article));
    let is_bare = has_article || !from.starts_with(char::is_lowercase);
    phrase(if is_bare { "{}, from {}" } else { "{}, from the {}" }, &[&length, &say(from)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_letter_becomes_a_capital() {
        let written = ["meets", "Meets", "99 %", "", "öffentliche Aufgabe", "États", "état", "÷", "łódź"];
        let capitals = ["Meets", "Meets", "99 %", "", "Öffentliche Aufgabe", "États", "État", "÷", "łódź"];
        assert_eq!(written.map(capitalised), capitals);
    }
}
