//! JSON as a text, written piece by piece: what the engine's program needs of it.

/// A text between quotes.
pub fn quoted(text: &str) -> String {
    let mut quoted = "\"".to_owned();
    for letter in text.chars() {
        match letter {
            '"' | '\\' => {
                quoted.push('\\');
                quoted.push(letter);
            }
            '\0'..='\u{1f}' => {
                quoted.push_str("\\u00");
                for digit in [letter as u32 >> 4, letter as u32 & 15] {
                    quoted.extend(char::from_digit(digit, 16));
                }
            }
            _ => quoted.push(letter),
        }
    }
    quoted + "\""
}

/// A list of what is JSON already.
pub fn list(items: &[String]) -> String {
    ["[", &items.join(","), "]"].concat()
}

/// An object of members whose values are JSON already.
pub fn object(members: &[(&str, String)]) -> String {
    let mut object = "{".to_owned();
    for (index, (key, value)) in members.iter().enumerate() {
        for piece in [if index == 0 { "" } else { "," }, &quoted(key), ":", value] {
            object.push_str(piece);
        }
    }
    object + "}"
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_is_written_reads_back() {
        let text = "a \"quoted\" line\nwith \\ and \u{1} and é 東";
        let written = object(&[
            ("text", quoted(text)),
            ("list", list(&["1".to_owned(), quoted("b")])),
            ("none", list(&[])),
            ("object", object(&[])),
        ]);
        let read: serde_json::Value = serde_json::from_str(&written).unwrap();
        assert_eq!(read, json!({ "text": text, "list": [1, "b"], "none": [], "object": {} }));
    }
}
