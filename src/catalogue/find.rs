//! Words to look for: what a vendor is found by, and which spellings of a word are the same.

use super::{Catalogue, claim::Claim, provider::Provider, value::Value};

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

/// Whether a vendor has, for each word of the text, one in some [`Field`] that begins with it.
pub fn has_words(vendor: &Provider, text: &str, catalogue: &Catalogue) -> bool {
    let mut words: Vec<String> = Vec::new();
    let mut gather = |text: &str| each_word(text, &mut |word| words.push(word.to_owned()));
    gather(&vendor.name);
    gather(vendor.summary.as_deref().unwrap_or_default());
    for claim in &vendor.claims {
        names_in(claim, catalogue).iter().for_each(|(_, name)| gather(name));
    }
    let mut has_all = true;
    each_word(text, &mut |prefix| has_all &= words.iter().any(|word| word.starts_with(prefix)));
    has_all
}

/// The names of certificates and providers that a claim gives as its value.
pub fn names_in(claim: &Claim, catalogue: &Catalogue) -> Vec<(Field, String)> {
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
pub fn each_word(text: &str, each: &mut dyn FnMut(&str)) {
    let mut word = String::new();
    for letter in text.chars() {
        if letter.is_ascii_alphanumeric() {
            word.push(letter.to_ascii_lowercase());
        } else if letter.is_ascii() {
            end(&mut word, each);
        } else {
            fold(letter, &mut word, each);
        }
    }
    end(&mut word, each);
}

fn fold(letter: char, word: &mut String, each: &mut dyn FnMut(&str)) {
    for small in letter.to_lowercase() {
        match FOLDED.iter().find(|(marked, _)| marked.contains(small)) {
            Some((_, plain)) => word.push_str(plain),
            None if small.is_alphanumeric() => word.push(small),
            None => end(word, each),
        }
    }
}

fn end(word: &mut String, each: &mut dyn FnMut(&str)) {
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
        each_word(text, &mut |word| words.push(word.to_owned()));
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
}
