//! Where things stand in a JSON text: from a path to its line and column, and back.
//!
//! The parser that reads values keeps no places, so this walks the text once more. It is only asked when there is a
//! problem to report, and it is as tolerant as it can be: at the first thing that is not JSON it stops.

/// How deep it follows a text; the parser refuses texts that go deeper.
const MAX_DEPTH: usize = 128;

/// The line and column, each from 1, of what stands at `path`.
pub fn place_of(text: &str, path: &str) -> Option<(usize, usize)> {
    nodes(text).into_iter().find(|n| n.path == path).map(|n| line_column(text, n.start))
}

/// The path of the innermost value that starts at or before this line and column.
pub fn path_at(text: &str, line: usize, column: usize) -> String {
    let start_of_line: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let offset = start_of_line + column.saturating_sub(1);
    nodes(text).into_iter().rfind(|n| n.start <= offset).map(|n| n.path).unwrap_or_default()
}

fn line_column(text: &str, offset: usize) -> (usize, usize) {
    let before = &text[..offset];
    let line_start = before.rfind('\n').map_or(0, |i| i + 1);
    (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
}

/// A value and the byte at which it starts. For the member of an object that is its key, because this is where the
/// reader looks; its value is the same path.
struct Node {
    path: String,
    start: usize,
}

fn nodes(text: &str) -> Vec<Node> {
    let mut walk = Walk { text, at: 0, nodes: Vec::new() };
    // A text that is not JSON to its end leaves the nodes found up to there.
    let _ = walk.value(String::new(), 0);
    walk.nodes
}

struct Walk<'a> {
    text: &'a str,
    at: usize,
    nodes: Vec<Node>,
}

impl Walk<'_> {
    fn value(&mut self, path: String, depth: usize) -> Option<()> {
        self.skip_space();
        let known = self.nodes.last().is_some_and(|n| n.path == path);
        if !known {
            self.nodes.push(Node { path: path.clone(), start: self.at });
        }
        match self.peek()? {
            _ if depth > MAX_DEPTH => None,
            b'{' => self.members(b'}', |walk, _| {
                let start = walk.at;
                let key = walk.string()?;
                let path = if path.is_empty() { key } else { format!("{path}.{key}") };
                walk.skip_space();
                walk.take(b':')?;
                walk.nodes.push(Node { path: path.clone(), start });
                walk.value(path, depth + 1)
            }),
            b'[' => self.members(b']', |walk, index| walk.value(format!("{path}[{index}]"), depth + 1)),
            b'"' => self.string().map(drop),
            _ => {
                let rest = &self.text[self.at..];
                let end = rest.find([',', ']', '}']).unwrap_or(rest.len());
                self.at += end;
                Some(())
            }
        }
    }

    /// The members of an object or an array, up to and including its closing mark.
    fn members(&mut self, close: u8, mut member: impl FnMut(&mut Self, usize) -> Option<()>) -> Option<()> {
        self.at += 1;
        self.skip_space();
        if self.take(close).is_some() {
            return Some(());
        }
        for index in 0.. {
            self.skip_space();
            member(self, index)?;
            self.skip_space();
            if self.take(close).is_some() {
                return Some(());
            }
            self.take(b',')?;
        }
        None
    }

    fn string(&mut self) -> Option<String> {
        let start = self.at;
        self.take(b'"')?;
        loop {
            match self.peek()? {
                b'"' => {
                    self.at += 1;
                    return serde_json::from_str(&self.text[start..self.at]).ok();
                }
                b'\\' => self.at += 2,
                _ => self.at += 1,
            }
        }
    }

    fn skip_space(&mut self) {
        while self.peek().is_some_and(|b| b.is_ascii_whitespace()) {
            self.at += 1;
        }
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn take(&mut self, byte: u8) -> Option<()> {
        (self.peek()? == byte).then(|| self.at += 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "{\n  \"a\": [1, {\"b\\\"c\": \"é\"}],\n  \"d\": {}\n}\n";

    #[test]
    fn finds_places_by_path() {
        assert_eq!(place_of(TEXT, ""), Some((1, 1)));
        assert_eq!(place_of(TEXT, "a"), Some((2, 3)));
        assert_eq!(place_of(TEXT, "a[0]"), Some((2, 9)));
        assert_eq!(place_of(TEXT, "a[1].b\"c"), Some((2, 13)));
        assert_eq!(place_of(TEXT, "d"), Some((3, 3)));
        assert_eq!(place_of(TEXT, "e"), None);
    }

    #[test]
    fn finds_paths_by_place() {
        assert_eq!(path_at(TEXT, 2, 9), "a[0]");
        assert_eq!(path_at(TEXT, 2, 22), "a[1].b\"c");
        assert_eq!(path_at(TEXT, 4, 1), "d");
    }

    #[test]
    fn stops_at_what_is_not_json() {
        for text in ["", "{", "[1,", "{\"a\" 1}", "\"abc", "{\"a\\", &"[".repeat(10_000)] {
            let _ = path_at(text, 1, 5);
            assert_eq!(place_of(text, "zzz"), None);
        }
    }
}
