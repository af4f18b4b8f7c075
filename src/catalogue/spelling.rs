//! Spellings of names: two are the same where their letters and digits are.

/// What remains of a spelling without case, accents, punctuation and white space: "ISO/IEC 27001" is `isoiec27001`.
///
/// A plus sign is a word, because some names differ by it alone. Letters of other scripts stay as they are.
pub fn key(spelling: &str) -> String {
    let mut key = String::new();
    spelling.chars().for_each(|letter| fold(letter, &mut key));
    key
}

/// Adds what one letter counts as. Written out, because the tables of all letters weigh 20 kB in the browser.
pub fn fold(letter: char, key: &mut String) {
    match letter {
        'a'..='z' | '0'..='9' => key.push(letter),
        'A'..='Z' => key.push(letter.to_ascii_lowercase()),
        '+' => key.push_str("plus"),
        'À'..='Å' | 'à'..='å' => key.push('a'),
        'Æ' | 'æ' => key.push_str("ae"),
        'Ç' | 'ç' | 'Č' | 'č' => key.push('c'),
        'È'..='Ë' | 'è'..='ë' => key.push('e'),
        'Ì'..='Ï' | 'ì'..='ï' => key.push('i'),
        'Ñ' | 'ñ' => key.push('n'),
        'Ò'..='Ö' | 'ò'..='ö' | 'Ø' | 'ø' => key.push('o'),
        'Œ' | 'œ' => key.push_str("oe"),
        'Š' | 'š' => key.push('s'),
        'Ù'..='Ü' | 'ù'..='ü' => key.push('u'),
        'Ý' | 'ý' | 'ÿ' => key.push('y'),
        'ß' => key.push_str("ss"),
        // Marks and signs of Latin-1, accents that stand alone, dashes and quotes, trade marks, full-width forms,
        // pictures.
        '\0'..='\u{bf}'
        | '\u{300}'..='\u{36f}'
        | '\u{2000}'..='\u{2bff}'
        | '\u{3000}'..='\u{303f}'
        | '\u{fe00}'..='\u{ffff}'
        | '\u{1f000}'..='\u{1faff}' => {}
        _ => key.push(letter),
    }
}

#[cfg(test)]
mod tests {
    use super::key;

    #[test]
    fn only_letters_and_digits_count() {
        assert_eq!(key("ISO/IEC 27001:2022"), "isoiec270012022");
        assert_eq!(key("PCI-DSS®"), key("pci dss"));
        assert_eq!(key("Hébergeur de données de santé"), "hebergeurdedonneesdesante");
        // The same word with accents of their own.
        assert_eq!(key("He\u{301}bergeur"), "hebergeur");
        assert_eq!(key("日本"), "日本");
    }

    #[test]
    fn a_plus_sign_tells_names_apart() {
        assert_ne!(key("Cyber Essentials+"), key("Cyber Essentials"));
        assert_eq!(key("Cyber Essentials+"), key("Cyber Essentials Plus"));
    }
}
