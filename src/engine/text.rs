//! Words: which vendors have a word that begins like this.

use std::{cell::OnceCell, collections::HashMap};

use super::bits::Bits;

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

    pub fn id(self) -> &'static str {
        match self {
            Field::Name => "name",
            Field::Summary => "summary",
            Field::Certificates => "certificates",
            Field::Providers => "providers",
        }
    }
}

/// The words of all vendors.
#[derive(Default)]
pub struct Words {
    /// For each word its places: the vendor times the number of fields, and the field.
    places: HashMap<Box<str>, Vec<u32>>,
    sorted: OnceCell<Vec<Box<str>>>,
}

impl Words {
    /// Adds the words of a text; vendors come in ascending order.
    pub fn add(&mut self, vendor: usize, field: Field, text: &str) {
        self.sorted.take();
        let place = (vendor * Field::ALL.len() + field as usize) as u32;
        each_word(text, |word| match self.places.get_mut(word) {
            Some(places) if places.last() == Some(&place) => {}
            Some(places) => places.push(place),
            None => _ = self.places.insert(word.into(), vec![place]),
        });
    }

    /// The vendors who have, for each word of the text, one in these fields that begins with it.
    pub fn matching(&self, text: &str, fields: &[Field], vendors: usize) -> Bits {
        let mut all = Bits::full(vendors);
        each_word(text, |prefix| all.keep(&self.beginning(prefix, fields, vendors)));
        all
    }

    fn beginning(&self, prefix: &str, fields: &[Field], vendors: usize) -> Bits {
        let sorted = self.sorted.get_or_init(|| {
            let mut words: Vec<Box<str>> = self.places.keys().cloned().collect();
            words.sort_unstable();
            words
        });
        let first = sorted.partition_point(|word| &**word < prefix);
        let mut found = Bits::new(vendors);
        let wanted = Field::ALL.map(|field| fields.contains(&field));
        for word in sorted[first..].iter().take_while(|word| word.starts_with(prefix)) {
            for place in &self.places[word] {
                let place = *place as usize;
                if wanted[place % Field::ALL.len()] {
                    found.insert(place / Field::ALL.len());
                }
            }
        }
        found
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
    fn every_word_asked_for_begins_one() {
        let mut index = Words::default();
        index.add(0, Field::Name, "Cloud Works");
        index.add(0, Field::Certificates, "ISO 27001");
        index.add(1, Field::Name, "Clement Data");
        index.add(1, Field::Summary, "Backups in the cloud");
        let found = |text, fields: &[Field]| index.matching(text, fields, 2).iter().collect::<Vec<_>>();
        assert_eq!(found("cl", &[Field::Name]), [0, 1]);
        assert_eq!(found("clo", &[Field::Name]), [0]);
        assert_eq!(found("CLO back", &Field::ALL), [1]);
        assert_eq!(found("270", &[Field::Certificates]), [0]);
        assert_eq!(found("270", &[Field::Name]), [0; 0]);
        assert_eq!(found("", &Field::ALL), [0, 1]);
    }
}
