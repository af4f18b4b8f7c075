//! The only place where texts become HTML.

/// A text between tags or in an attribute between double quotes.
pub fn text(text: &str) -> String {
    let mut out = String::new();
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            letter => out.push(letter),
        }
    }
    out
}

/// JSON inside a script element. The sign that could end it stands in texts only, where it may be written as a number.
pub fn data(json: &str) -> String {
    json.replace('<', "\\u003c")
}

/// An element around what is HTML already.
pub fn element(name: &str, class: &str, inside: &str) -> String {
    let class = if class.is_empty() { String::new() } else { format!(" class=\"{class}\"") };
    format!("<{name}{class}>{inside}</{name}>")
}
