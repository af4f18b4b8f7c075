//! Where things stand in a JSON text: from a path to its line and column, and back.
//!
//! The parser that reads values keeps no places, so this walks the text once more. It is only asked when there is a
//! problem to report, and it is as tolerant as it can be: at the first thing that is not JSON it stops.

use std::collections::BTreeSet;

/// How deep it follows a text; the parser refuses texts that go deeper.
const MAX_DEPTH: usize = 128;

/// The line and column, each from 1, of what stands at `path`.
pub fn place_of(text: &str, path: &str) -> Option<(usize, usize)> {
    nodes(text).into_iter().find(|n| n.path == path).map(|n| line_column(text, n.start))
}

/// Where a parser stopped: it counts lines from 1 and bytes in the line, and names the last byte that it took.
pub fn offset_of(text: &str, line: usize, byte: usize) -> usize {
    let start_of_line: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let offset = (start_of_line + byte.saturating_sub(1)).min(text.len());
    // A letter of several bytes may end there.
    (0..=offset).rev().find(|i| text.is_char_boundary(*i)).unwrap_or(0)
}

/// The path of the innermost value around this byte, with the line and column at which that value starts.
pub fn value_at(text: &str, offset: usize) -> (String, (usize, usize)) {
    let around = |n: &Node| n.start <= offset && n.end.is_none_or(|end| offset < end);
    let node = nodes(text).into_iter().rfind(around);
    node.map(|n| (n.path, line_column(text, n.start))).unwrap_or_else(|| (String::new(), (1, 1)))
}

/// The members of objects that stand twice, each with its second place. The parser lets the last of them win.
pub fn repeated(text: &str) -> Vec<(String, (usize, usize))> {
    let mut seen = BTreeSet::new();
    let mut repeated: Vec<Node> = Vec::new();
    for node in nodes(text) {
        // What stands inside of a repeated member is repeated with it.
        let inside = repeated.last().and_then(|last| last.end).is_some_and(|end| node.start < end);
        if !inside && !seen.insert(node.path.clone()) {
            repeated.push(node);
        }
    }
    repeated.into_iter().map(|n| (n.path, line_column(text, n.start))).collect()
}

/// The line and column, each from 1 and in characters, of a byte that begins a character.
pub fn line_column(text: &str, offset: usize) -> (usize, usize) {
    let before = &text[..offset];
    let line_start = before.rfind('\n').map_or(0, |i| i + 1);
    (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
}

/// A value and the byte at which it starts. For the member of an object that is its key, because this is where the
/// reader looks; its value is the same path.
struct Node {
    path: String,
    start: usize,
    /// The byte after it; `None` where the text is not JSON up to there.
    end: Option<usize>,
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
        // Nothing stands here: `[1, ]`.
        if matches!(self.peek()?, b',' | b']' | b'}') {
            return None;
        }
        // The member of an object has put its key down already.
        if self.nodes.last().is_none_or(|n| n.path != path) {
            self.nodes.push(Node { path: path.clone(), start: self.at, end: None });
        }
        let node = self.nodes.len() - 1;
        self.contents(path, depth)?;
        self.nodes[node].end = Some(self.at);
        Some(())
    }

    fn contents(&mut self, path: String, depth: usize) -> Option<()> {
        match self.peek()? {
            _ if depth > MAX_DEPTH => None,
            b'{' => self.members(b'}', |walk, _| {
                let start = walk.at;
                let key = walk.string()?;
                let path = if path.is_empty() { key } else { format!("{path}.{key}") };
                walk.skip_space();
                walk.take(b':')?;
                walk.nodes.push(Node { path: path.clone(), start, end: None });
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
        let at = |line, byte| value_at(TEXT, offset_of(TEXT, line, byte));
        assert_eq!(at(2, 9), ("a[0]".to_owned(), (2, 9)));
        assert_eq!(at(2, 22), ("a[1].b\"c".to_owned(), (2, 13)));
        // The closing brackets belong to what they close; the é before them is two bytes.
        assert_eq!(at(2, 25), ("a[1]".to_owned(), (2, 12)));
        assert_eq!(at(2, 26), ("a".to_owned(), (2, 3)));
        assert_eq!(at(4, 1), (String::new(), (1, 1)));
        assert_eq!(value_at("[1, ]", 4), (String::new(), (1, 1)));
    }

    #[test]
    fn finds_what_stands_twice() {
        let text = "{\"a\": {\"b\": 1},\n \"a\": {\"b\": 2}, \"c\": [1, 1]}";
        let paths: Vec<_> = repeated(text).into_iter().collect();
        assert_eq!(paths, [("a".to_owned(), (2, 2))]);
    }

    #[test]
    fn stops_at_what_is_not_json() {
        for text in ["", "{", "[1,", "{\"a\" 1}", "\"abc", "{\"a\\", &"[".repeat(10_000)] {
            let _ = value_at(text, offset_of(text, 1, 5));
            assert_eq!(place_of(text, "zzz"), None);
        }
    }
}
