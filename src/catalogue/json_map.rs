//! Where things stand in a JSON text: from a path to its line and column, and back.
//!
//! The parser that reads values keeps no places, so this walks the text once more. It is as tolerant as it can be: at
//! the first thing that is not JSON it stops.

use std::{borrow::Cow, collections::BTreeSet};

/// How deep it follows a text; the parser refuses texts that go deeper.
const MAX_DEPTH: usize = 128;

/// Where everything stands in a text: made once, and asked for each problem in it.
pub struct JsonMap<'a> {
    text: &'a str,
    nodes: Vec<Node<'a>>,
    /// The byte at which each line begins.
    lines: Vec<usize>,
}

impl<'a> JsonMap<'a> {
    pub fn of(text: &'a str) -> Self {
        let lines = [0].into_iter().chain(text.match_indices('\n').map(|(i, _)| i + 1)).collect();
        Self { text, nodes: nodes(text), lines }
    }

    /// The line and column, each from 1, of what stands at `path`; of members that stand twice, the first.
    pub fn place(&self, path: &str) -> Option<(usize, usize)> {
        let start = self.nodes[self.find(path, 0)?].start;
        let line = self.lines.partition_point(|begin| *begin <= start);
        Some((line, self.text[self.lines[line - 1]..start].chars().count() + 1))
    }

    /// The same; where nothing stands there, the place of the nearest thing around it.
    pub fn nearest(&self, path: &str) -> (usize, usize) {
        let mut path = path;
        loop {
            match (self.place(path), path.rfind(['.', '['])) {
                (Some(place), _) => return place,
                (None, Some(end)) => path = &path[..end],
                (None, None) if path.is_empty() => return (0, 0),
                (None, None) => path = "",
            }
        }
    }

    /// The node at a path from another node. Keys may hold what divides a path, so more than one way is tried.
    fn find(&self, path: &str, from: usize) -> Option<usize> {
        let node = self.nodes.get(from)?;
        if path.is_empty() {
            return Some(from);
        }
        // Read once, and not for each member of a long list.
        let wanted = index(path);
        let mut child = from + 1;
        while child < node.after.min(self.nodes.len()) {
            let rest = match &self.nodes[child].step {
                Step::Root => None,
                Step::Key(key) if from == 0 => path.strip_prefix(&**key),
                Step::Key(key) => path.strip_prefix('.').and_then(|path| path.strip_prefix(&**key)),
                Step::Index(index) => wanted.filter(|(wanted, _)| wanted == index).map(|(_, rest)| rest),
            };
            if let Some(found) = rest.and_then(|rest| self.find(rest, child)) {
                return Some(found);
            }
            child = self.nodes[child].after;
        }
        None
    }
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
    let nodes = nodes(text);
    let around = |n: &Node| n.start <= offset && n.end.is_none_or(|end| offset < end);
    let index = nodes.iter().rposition(around);
    index.map_or_else(
        || (String::new(), (1, 1)),
        |index| (path(&nodes, index), line_column(text, nodes[index].start)),
    )
}

/// The members of objects that stand twice, each with its second place. The parser lets the last of them win.
pub fn repeated(text: &str) -> Vec<(String, (usize, usize))> {
    let nodes = nodes(text);
    let mut seen = BTreeSet::new();
    let mut repeated: Vec<(String, (usize, usize))> = Vec::new();
    for (index, node) in nodes.iter().enumerate() {
        if let Step::Key(key) = &node.step
            && !seen.insert((node.parent, key))
        {
            repeated.push((path(&nodes, index), line_column(text, node.start)));
        }
    }
    repeated
}

/// The line and column, each from 1 and in characters, of a byte that begins a character.
pub fn line_column(text: &str, offset: usize) -> (usize, usize) {
    let before = &text[..offset];
    let line_start = before.rfind('\n').map_or(0, |i| i + 1);
    (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
}

/// A value and the byte at which it starts. For the member of an object that is its key, because this is where the
/// reader looks; its value is the same path.
struct Node<'a> {
    /// The index of what it stands in.
    parent: Option<usize>,
    step: Step<'a>,
    start: usize,
    /// The byte after it; `None` where the text is not JSON up to there.
    end: Option<usize>,
    /// The index of the first node that does not stand in it.
    after: usize,
}

/// How a value is reached from what it stands in.
enum Step<'a> {
    Root,
    Key(Cow<'a, str>),
    Index(usize),
}

/// The path of a node. Paths are only made where they are asked for: most texts have nothing to report.
fn path(nodes: &[Node], index: usize) -> String {
    let mut chain: Vec<&Step> = Vec::new();
    let mut next = Some(index);
    while let Some(index) = next {
        chain.push(&nodes[index].step);
        next = nodes[index].parent;
    }
    let mut path = String::new();
    for step in chain.into_iter().rev() {
        match step {
            Step::Root => {}
            Step::Key(key) if path.is_empty() => path.push_str(key),
            Step::Key(key) => path.extend([".", &**key]),
            Step::Index(index) => path.push_str(&format!("[{index}]")),
        }
    }
    path
}

/// The index at the beginning of a path, and what follows it.
fn index(path: &str) -> Option<(usize, &str)> {
    let (number, rest) = path.strip_prefix('[')?.split_once(']')?;
    number.parse().ok().map(|index| (index, rest))
}

fn nodes(text: &str) -> Vec<Node<'_>> {
    let mut walk = Walk { text, at: 0, nodes: Vec::new() };
    // A text that is not JSON to its end leaves the nodes found up to there.
    let _ = walk.element(None, Step::Root, 0);
    walk.nodes
}

struct Walk<'a> {
    text: &'a str,
    at: usize,
    nodes: Vec<Node<'a>>,
}

impl<'a> Walk<'a> {
    /// A value that begins where it stands: the root, or one of an array.
    fn element(&mut self, parent: Option<usize>, step: Step<'a>, depth: usize) -> Option<()> {
        self.skip_space();
        // Nothing stands here: `[1, ]`.
        if matches!(self.peek()?, b',' | b']' | b'}') {
            return None;
        }
        self.nodes.push(Node { parent, step, start: self.at, end: None, after: usize::MAX });
        self.contents(self.nodes.len() - 1, depth)
    }

    /// A member of an object, which begins with its key.
    fn member(&mut self, parent: usize, depth: usize) -> Option<()> {
        let start = self.at;
        let key = self.string()?;
        self.skip_space();
        self.take(b':')?;
        self.nodes.push(Node {
            parent: Some(parent),
            step: Step::Key(key),
            start,
            end: None,
            after: usize::MAX,
        });
        let node = self.nodes.len() - 1;
        self.skip_space();
        if matches!(self.peek()?, b',' | b']' | b'}') {
            return None;
        }
        self.contents(node, depth)
    }

    /// What the value of a node is made of, up to its end.
    fn contents(&mut self, node: usize, depth: usize) -> Option<()> {
        match self.peek()? {
            _ if depth > MAX_DEPTH => return None,
            b'{' => self.members(b'}', |walk, _| walk.member(node, depth + 1))?,
            b'[' => {
                self.members(b']', |walk, index| walk.element(Some(node), Step::Index(index), depth + 1))?
            }
            b'"' => drop(self.string()?),
            _ => {
                let rest = &self.text[self.at..];
                self.at += rest.find([',', ']', '}']).unwrap_or(rest.len());
            }
        }
        self.nodes[node].end = Some(self.at);
        self.nodes[node].after = self.nodes.len();
        Some(())
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

    fn string(&mut self) -> Option<Cow<'a, str>> {
        let start = self.at;
        self.take(b'"')?;
        let mut escaped = false;
        loop {
            self.skip(|byte| byte != b'"' && byte != b'\\');
            if self.take(b'"').is_some() {
                break;
            }
            escaped = true;
            self.take(b'\\')?;
            self.at += 1;
        }
        match escaped {
            true => serde_json::from_str(&self.text[start..self.at]).ok().map(Cow::Owned),
            false => Some(Cow::Borrowed(&self.text[start + 1..self.at - 1])),
        }
    }

    fn skip_space(&mut self) {
        self.skip(|byte| byte.is_ascii_whitespace());
    }

    fn skip(&mut self, while_so: impl Fn(u8) -> bool) {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        self.at += rest.iter().position(|byte| !while_so(*byte)).unwrap_or(rest.len());
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
        let map = JsonMap::of(TEXT);
        assert_eq!(map.place(""), Some((1, 1)));
        assert_eq!(map.place("a"), Some((2, 3)));
        assert_eq!(map.place("a[0]"), Some((2, 9)));
        assert_eq!(map.place("a[1].b\"c"), Some((2, 13)));
        assert_eq!(map.place("d"), Some((3, 3)));
        assert_eq!(map.place("e"), None);
        assert_eq!(map.nearest("a[1].x.y"), (2, 12));
        assert_eq!(JsonMap::of("").nearest("a.b"), (0, 0));
    }

    #[test]
    fn finds_keys_that_look_like_paths() {
        let map = JsonMap::of(r#"{"a": {"b": 1}, "ab": 2, "a.b": {"c[0]": [3]}, "": [4]}"#);
        assert_eq!(map.place("ab"), Some((1, 17)));
        assert_eq!(map.place("a.b.c[0][0]"), Some((1, 43)));
        assert_eq!(map.place("a.y"), None);
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
        assert_eq!(repeated(text), [("a".to_owned(), (2, 2))]);
        // However it is written.
        assert_eq!(repeated(r#"[{"b": 1, "\u0062": 2}]"#), [("[0].b".to_owned(), (1, 11))]);
    }

    #[test]
    fn stops_at_what_is_not_json() {
        for text in ["", "{", "[1,", "{\"a\" 1}", "\"abc", "{\"a\\", &"[".repeat(10_000)] {
            let _ = value_at(text, offset_of(text, 1, 5));
            assert_eq!(JsonMap::of(text).place("zzz"), None);
        }
    }
}
