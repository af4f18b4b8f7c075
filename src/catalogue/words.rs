//! Values and names in words, as people read them.

use super::{
    Catalogue,
    date::Date,
    duration::Clock,
    id::{CertificationId, ProviderId},
    place::{PlaceCode, PlaceSet},
    row::Row,
    value::{Limit, Period, Places, Value},
};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// "NL and IE": commas, and one word before the last.
pub fn joined<S: AsRef<str>>(items: &[S], last: &str) -> String {
    match items {
        [] => String::new(),
        [one] => one.as_ref().to_owned(),
        [first @ .., end] => {
            let first: Vec<&str> = first.iter().map(AsRef::as_ref).collect();
            format!("{} {last} {}", first.join(", "), end.as_ref())
        }
    }
}

/// "22 November 2026".
pub fn date(date: Date) -> String {
    let month = MONTHS.get(usize::from(date.month().unsigned_abs()).wrapping_sub(1)).unwrap_or(&"");
    format!("{} {month} {}", date.day(), date.year())
}

/// With a capital first letter, where that is a plain one: the tables of all letters weigh 20 kB in the browser.
pub fn capitalised(text: &str) -> String {
    let mut text = text.to_owned();
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text
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
        self.place(code).map_or_else(|| code.to_string(), |place| place.name.clone())
    }

    /// In a sentence: "the Netherlands", "Ireland".
    pub fn place_in_words(&self, code: PlaceCode) -> String {
        let name = self.place_name(code);
        if takes_article(&name) { format!("the {name}") } else { name }
    }

    /// Names, in the order of the catalogue, joined by "and" or "or".
    pub fn place_names(&self, places: &PlaceSet, last: &str) -> String {
        let named = self.places.iter().filter(|place| places.contains(&place.code));
        joined(&named.map(|place| &*place.name).collect::<Vec<_>>(), last)
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
            Value::Ids(list) => {
                let name = |id| row.term(id).map_or_else(|| id.to_string(), |term| term.name.clone());
                self.list_in_words(list.items.iter().map(name), list.open)
            }
            Value::Provider(id) => self.provider_name(id),
            Value::Duration(period) if row.tells_how_long_kept() => period_in_words(period),
            // Elsewhere the name of the row does not say what the time measures: until answered, or until corrected.
            Value::Duration(period) => format!("{} ({})", period_in_words(period), period.counts),
            Value::Percentage(percent) => format!("{percent} %"),
            Value::Number(number) => number.to_string(),
            Value::Yes(None) => "yes".to_owned(),
            Value::Yes(Some(id)) => {
                let kind = row.term(id).map_or_else(|| id.to_string(), |term| term.name.clone());
                format!("yes, {kind}")
            }
            Value::Text(text) => text.clone(),
            Value::Date(day) => date(*day),
        }
    }

    fn places_in_words(&self, places: &Places) -> String {
        let names = |set, last| self.place_names(set, last);
        match places {
            Places::All { places, open: false } => names(places, "and"),
            Places::All { places, open: true } => format!("{}, perhaps more", names(places, "and")),
            Places::OneOf(set) => format!("one of {}: {}", set.len(), names(set, "or")),
            Places::Unnamed => "exists, place not named".to_owned(),
        }
    }

    fn list_in_words(&self, names: impl Iterator<Item = String>, open: bool) -> String {
        let names: Vec<String> = names.collect();
        format!("{}{}", joined(&names, "and"), if open { " (open list)" } else { "" })
    }
}

/// "at most 5 years, from the last use of the platform".
fn period_in_words(period: &Period) -> String {
    let limit = match period.limit {
        Limit::Fixed => "",
        Limit::AtMost => "at most ",
        Limit::AtLeast => "at least ",
    };
    let clock = match period.clock {
        Clock::Calendar => "",
        Clock::Business => " of working time",
    };
    let from = period.from.as_ref().map_or_else(String::new, |from| {
        let has_article = ["the ", "a ", "an "].iter().any(|article| from.starts_with(article));
        let bare = has_article || !from.starts_with(char::is_lowercase);
        format!(", from {}{from}", if bare { "" } else { "the " })
    });
    format!("{limit}{}{clock}{from}", period.length.in_words())
}
