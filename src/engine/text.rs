//! Words: which vendors have a word that begins like this.

use std::{cell::OnceCell, collections::HashMap};

use super::{
    Engine,
    bits::Bits,
    class::{Class, Column, Token},
};
use crate::{
    catalogue::{Catalogue, claim::Claim, row::Kind, value::Value},
    requirement::ground::Item,
};

/// Where a word stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    Name,
    Summary,
    /// Names of certificates and other entries of lists of certificates.
    Certificates,
    /// Names of providers.
    Providers,
}

impl Field {
    pub const ALL: [Field; 4] = [Field::Name, Field::Summary, Field::Certificates, Field::Providers];
}

/// The words of the vendors' names and summaries.
#[derive(Default)]
pub struct Words {
    /// For each word where it stands: twice the vendor, and one more in the summary.
    places: HashMap<Box<str>, Vec<u32>>,
    sorted: OnceCell<Vec<Box<str>>>,
}

impl Words {
    /// Adds the words of a name or a summary; vendors come in ascending order, the name of each first.
    pub fn add(&mut self, vendor: usize, is_summary: bool, text: &str) {
        self.sorted.take();
        let place = (vendor * 2 + usize::from(is_summary)) as u32;
        each_word(text, |word| match self.places.get_mut(word) {
            Some(places) if places.last() == Some(&place) => {}
            Some(places) => places.push(place),
            None => _ = self.places.insert(word.into(), vec![place]),
        });
    }

    /// Adds the vendors who have a word with this beginning in one of these fields.
    fn find(&self, prefix: &str, fields: &[Field], found: &mut Bits) {
        let sorted = self.sorted.get_or_init(|| {
            let mut words: Vec<Box<str>> = self.places.keys().cloned().collect();
            words.sort_unstable();
            words
        });
        let wanted = [fields.contains(&Field::Name), fields.contains(&Field::Summary)];
        let first = sorted.partition_point(|word| &**word < prefix);
        for word in sorted[first..].iter().take_while(|word| word.starts_with(prefix)) {
            for place in self.places.get(word).into_iter().flatten() {
                if wanted[*place as usize % 2] {
                    found.insert(*place as usize / 2);
                }
            }
        }
    }
}

/// The vendors who have, for each word of the text, one in these fields that begins with it.
pub fn matching(engine: &Engine, text: &str, fields: &[Field]) -> Bits {
    let mut all = Bits::full(engine.len());
    each_word(text, |prefix| {
        let mut found = Bits::new(engine.len());
        engine.words.find(prefix, fields, &mut found);
        for (kind, field) in LISTED.iter().filter(|(_, field)| fields.contains(field)) {
            let rows = engine.catalogue.rows().zip(&engine.columns).filter(|(row, _)| row.kind == *kind);
            rows.for_each(|(_, column)| find_listed(engine, column, *field, prefix, &mut found));
        }
        all.keep(&found);
    });
    all
}

/// The rows whose values are looked through by their names.
const LISTED: [(Kind, Field); 3] = [
    (Kind::Certificates, Field::Certificates),
    (Kind::Providers, Field::Providers),
    (Kind::Provider, Field::Providers),
];

/// Adds the vendors for whom the column names something with a word that begins like this.
fn find_listed(engine: &Engine, column: &Column, field: Field, prefix: &str, found: &mut Bits) {
    let begins = |name: String| {
        let mut begins = false;
        each_word(&name, |word| begins |= word.starts_with(prefix));
        begins
    };
    for (token, vendors) in &column.tokens {
        let name = match token {
            Token::Item(Item::Certification(id)) => engine.catalogue.certification_name(id),
            Token::Item(Item::Provider(id)) => engine.catalogue.provider_name(id),
            _ => continue,
        };
        if begins(name) {
            found.join(vendors);
        }
    }
    let names = |claim: &Claim| names_in(claim, &engine.catalogue).into_iter();
    let of_class = |class: &Class| {
        class.claims.iter().flat_map(names).any(|(in_field, name)| in_field == field && begins(name))
    };
    let classes: Vec<bool> = column.classes.iter().map(of_class).collect();
    column.irregular.iter().filter(|v| classes[column.class_of(**v as usize) as usize]).for_each(|vendor| {
        found.insert(*vendor as usize);
    });
}

/// The names of certificates and providers that a claim gives as its value.
fn names_in(claim: &Claim, catalogue: &Catalogue) -> Vec<(Field, String)> {
    match claim.assertion.value() {
        Some(Value::Certificates(list)) => {
            list.items.iter().map(|id| (Field::Certificates, catalogue.certification_name(id))).collect()
        }
        Some(Value::Providers(list)) => {
            list.items.iter().map(|id| (Field::Providers, catalogue.provider_name(id))).collect()
        }
        Some(Value::Provider(id)) => vec![(Field::Providers, catalogue.provider_name(id))],
        _ => Vec::new(),
    }
}

/// Latin letters with marks, and what they are folded to.
const FOLDED: [(&str, &str); 24] = [
    ("àáâãäåāăą", "a"),
    ("æ", "ae"),
    ("çćĉċč", "c"),
    ("ďđð", "d"),
    ("èéêëēĕėęě", "e"),
    ("ĝğġģ", "g"),
    ("ĥħ", "h"),
    ("ìíîïĩīĭįı", "i"),
    ("ĵ", "j"),
    ("ķ", "k"),
    ("ĺļľŀł", "l"),
    ("ñńņňŋ", "n"),
    ("òóôõöøōŏő", "o"),
    ("œ", "oe"),
    ("ŕŗř", "r"),
    ("śŝşšș", "s"),
    ("ß", "ss"),
    ("ţťŧț", "t"),
    ("þ", "th"),
    ("ùúûüũūŭůűų", "u"),
    ("ŵ", "w"),
    ("ýÿŷ", "y"),
    ("źżž", "z"),
    // Marks that stand by themselves.
    ("\u{300}\u{301}\u{302}\u{303}\u{304}\u{306}\u{307}\u{308}\u{30a}\u{30b}\u{30c}\u{327}\u{328}", ""),
];

/// Calls for each word of a text, in small letters and without marks.
fn each_word(text: &str, mut each: impl FnMut(&str)) {
    let mut word = String::new();
    for letter in text.chars() {
        if letter.is_ascii_alphanumeric() {
            word.push(letter.to_ascii_lowercase());
        } else if letter.is_ascii() {
            end(&mut word, &mut each);
        } else {
            fold(letter, &mut word, &mut each);
        }
    }
    end(&mut word, &mut each);
}

fn fold(letter: char, word: &mut String, each: &mut impl FnMut(&str)) {
    for small in letter.to_lowercase() {
        match FOLDED.iter().find(|(marked, _)| marked.contains(small)) {
            Some((_, plain)) => word.push_str(plain),
            None if small.is_alphanumeric() => word.push(small),
            None => end(word, each),
        }
    }
}

fn end(word: &mut String, each: &mut impl FnMut(&str)) {
    if !word.is_empty() {
        each(word);
        word.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        let mut words = Vec::new();
        each_word(text, |word| words.push(word.to_owned()));
        words
    }

    #[test]
    fn words_are_folded() {
        assert_eq!(
            words("Société Générale-2, ŁÓDŹ & Straße"),
            ["societe", "generale", "2", "lodz", "strasse"]
        );
        assert_eq!(words("cafe\u{301} Ωmega 東京"), ["cafe", "ωmega", "東京"]);
        assert_eq!(words(" ,-"), [""; 0]);
    }

    #[test]
    fn words_are_found_by_their_beginnings() {
        let mut words = Words::default();
        words.add(0, false, "Cloud Works");
        words.add(1, false, "Clement Data");
        words.add(1, true, "Backups in the cloud");
        let found = |prefix, fields: &[Field]| {
            let mut found = Bits::new(2);
            words.find(prefix, fields, &mut found);
            found.iter().collect::<Vec<_>>()
        };
        assert_eq!(found("cl", &[Field::Name]), [0, 1]);
        assert_eq!(found("clo", &[Field::Name]), [0]);
        assert_eq!(found("clo", &Field::ALL), [0, 1]);
        assert_eq!(found("back", &[Field::Certificates]), [0; 0]);
    }
}
