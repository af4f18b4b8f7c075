//! Texts as words and numbers, with what stands between them.

use std::ops::Range;

use crate::catalogue::spelling;

/// A run of letters or a run of digits: "SOC2" is two of them, as "SOC 2" is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// Lower case, without accents.
    pub key: String,
    /// What stands before it.
    pub gap: Gap,
    /// Where it stands, in bytes.
    pub at: Range<usize>,
}

/// What stands between two tokens, from the closest to the widest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gap {
    /// Nothing: a letter next to a digit.
    Joined,
    /// A dot and no space: parts of one number.
    Dot,
    /// A hyphen, a colon or the like and no space.
    Tight,
    Space,
    /// Brackets, a dash between spaces, quotes.
    Loose,
    Slash,
    Comma,
    /// The end of a line, of a sentence, of an entry.
    Break,
}

impl Token {
    pub fn is_number(&self) -> bool {
        self.key.bytes().next().is_some_and(|b| b.is_ascii_digit())
    }

    /// Four digits that can be a year.
    pub fn is_year(&self) -> bool {
        self.key.len() == 4 && (self.key.starts_with("19") || self.key.starts_with("20"))
    }
}

/// The tokens of a text. An ampersand is the word "and", a plus sign "plus", a cross "not"; "II" and "two" are numbers where
/// a number is expected.
pub fn tokens(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut end = 0;
    for (start, letter) in text.char_indices() {
        let mut key = String::new();
        match letter {
            '&' => key.push_str("and"),
            '❌' | '✗' | '✘' | '✖' | '☒' => key.push_str("not"),
            _ => spelling::fold(letter, &mut key),
        }
        let is_accent = ('\u{300}'..='\u{36f}').contains(&letter);
        let at = start..start + letter.len_utf8();
        match tokens.last_mut() {
            Some(last) if end == start && (is_accent || continues(last, &key, letter, text)) => {
                last.key += &key;
                last.at.end = at.end;
            }
            _ if key.is_empty() => continue,
            last => {
                let gap = if last.is_some() { gap(&text[end..start], letter) } else { Gap::Break };
                tokens.push(Token { key, gap, at: at.clone() });
            }
        }
        end = at.end;
    }
    for index in 1..tokens.len() {
        if let Some(number) = number_word(&tokens[index - 1].key, &tokens[index].key) {
            tokens[index].key = number.to_owned();
        }
    }
    tokens
}

/// Whether a letter belongs to the token before it: both are letters, or both are digits. Signs stand alone.
fn continues(last: &Token, key: &str, letter: char, text: &str) -> bool {
    let is_sign = |letter: char| matches!(letter, '&' | '+' | '❌' | '✗' | '✘' | '✖' | '☒');
    let digit = |key: &str| key.bytes().next().is_some_and(|b| b.is_ascii_digit());
    !key.is_empty()
        && !is_sign(letter)
        && !text[last.at.clone()].starts_with(is_sign)
        && last.is_number() == digit(key)
}

fn gap(between: &str, next: char) -> Gap {
    let ends_sentence = between.starts_with(['.', '!', '?']) && between.len() > 1 && next.is_uppercase();
    if ends_sentence || between.contains([';', '|', '\n', '\r', '\t', '•', '·', '●', '▪', '*']) {
        Gap::Break
    } else if between.contains(',') {
        Gap::Comma
    } else if between.contains('/') {
        Gap::Slash
    } else if between.is_empty() {
        Gap::Joined
    } else if between == "." {
        Gap::Dot
    } else if between.trim().is_empty() {
        Gap::Space
    } else if between.chars().count() == 1 && !between.starts_with(['(', ')', '[', ']']) {
        Gap::Tight
    } else {
        Gap::Loose
    }
}

/// "II" in "Type II".
fn number_word(before: &str, key: &str) -> Option<&'static str> {
    const BEFORE: [&str; 6] = ["soc", "type", "typ", "level", "tier", "part"];
    let number = match key {
        "i" | "one" => "1",
        "ii" | "two" => "2",
        "iii" | "three" => "3",
        "iv" | "four" => "4",
        _ => return None,
    };
    BEFORE.contains(&before).then_some(number)
}

/// The tokens as one word. A dot keeps two numbers apart, so that "2.0" is not "20".
pub fn joined(tokens: &[Token]) -> String {
    let mut word = String::new();
    for token in tokens {
        if token.is_number() && word.ends_with(|c: char| c.is_ascii_digit()) {
            word.push('.');
        }
        word += &token.key;
    }
    word
}

#[cfg(test)]
mod tests {
    use super::{Gap, joined, tokens};

    #[test]
    fn spellings_of_one_name_are_the_same_tokens() {
        for text in ["SOC 2 Type II", "soc2 type 2", "SOC-2 Type2", "SOC II, Type two"] {
            assert_eq!(joined(&tokens(text)), "soc2type2", "{text}");
        }
        assert_eq!(joined(&tokens("WCAG 2.0")), "wcag2.0");
        assert_eq!(joined(&tokens("Cyber Essentials+")), "cyberessentialsplus");
        assert_eq!(joined(&tokens("He\u{301}bergeur")), "hebergeur");
    }

    #[test]
    fn what_stands_between_is_kept() {
        let gaps = |text: &str| tokens(text).iter().skip(1).map(|t| t.gap).collect::<Vec<_>>();
        assert_eq!(gaps("ISO27001:2013"), [Gap::Joined, Gap::Tight]);
        assert_eq!(gaps("A / B, C; D (E)"), [Gap::Slash, Gap::Comma, Gap::Break, Gap::Loose]);
        assert_eq!(gaps("Rev. 5. Then"), [Gap::Loose, Gap::Break]);
    }
}
