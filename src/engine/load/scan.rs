//! Walks over a JSON text without building anything. It finds where things end and leaves it to others to check them:
//! what it does not understand, it gives up.

use super::{
    balance,
    swar::{below_space, equal},
};

/// A place in a text.
#[derive(Clone, Copy)]
pub struct Cursor<'a> {
    text: &'a str,
    at: usize,
}

/// The inside of a string, as it is written.
#[derive(Clone, Copy)]
pub struct Str<'a> {
    pub raw: &'a str,
    /// Whether it has escapes, so that what it says is not what is written.
    pub escaped: bool,
}

impl<'a> Cursor<'a> {
    pub fn new(text: &'a str) -> Self {
        Self { text, at: 0 }
    }

    pub fn at(&self) -> usize {
        self.at
    }

    /// The next byte that is not white space.
    pub fn peek(&mut self) -> Option<u8> {
        let bytes = self.text.as_bytes();
        while matches!(bytes.get(self.at), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            self.at += 1;
        }
        bytes.get(self.at).copied()
    }

    /// Steps over a mark.
    pub fn take(&mut self, mark: u8) -> Option<()> {
        (self.peek()? == mark).then(|| self.at += 1)
    }

    /// Steps over a mark if it is there.
    pub fn takes(&mut self, mark: u8) -> bool {
        self.take(mark).is_some()
    }

    /// Reads a string, if what it says can be told without knowing numbers of letters.
    pub fn string(&mut self) -> Option<Str<'a>> {
        self.string_with(b"\"\\/bfnrt")
    }

    /// Reads a string with these letters behind its backslashes.
    fn string_with(&mut self, escapes: &[u8]) -> Option<Str<'a>> {
        self.take(b'"')?;
        let start = self.at;
        let bytes = self.text.as_bytes();
        let mut escaped = false;
        loop {
            self.at = special(bytes, self.at);
            match *bytes.get(self.at)? {
                b'"' => break,
                b'\\' => {
                    escaped = true;
                    bytes.get(self.at + 1).filter(|next| escapes.contains(next))?;
                    self.at += 2;
                }
                _ => return None,
            }
        }
        let raw = self.text.get(start..self.at)?;
        self.at += 1;
        Some(Str { raw, escaped })
    }

    /// Reads a string that says what is written.
    pub fn plain(&mut self) -> Option<&'a str> {
        self.string().filter(|string| !string.escaped).map(|string| string.raw)
    }

    /// Calls for each member of an object, with its key; the call reads the value.
    pub fn members(&mut self, mut each: impl FnMut(&'a str, &mut Self) -> Option<()>) -> Option<()> {
        self.take(b'{')?;
        if self.takes(b'}') {
            return Some(());
        }
        loop {
            let key = self.plain()?;
            self.take(b':')?;
            each(key, self)?;
            if !self.takes(b',') {
                return self.take(b'}');
            }
        }
    }

    /// Calls for each item of a list; the call reads the item.
    pub fn items(&mut self, mut each: impl FnMut(&mut Self) -> Option<()>) -> Option<()> {
        self.take(b'[')?;
        if self.takes(b']') {
            return Some(());
        }
        loop {
            each(self)?;
            if !self.takes(b',') {
                return self.take(b']');
            }
        }
    }

    /// Steps over a value, and returns it as it is written.
    pub fn skip(&mut self) -> Option<&'a str> {
        let first = self.peek()?;
        let start = self.at;
        match first {
            b'"' => _ = self.string_with(b"\"\\/bfnrtu")?,
            b'{' | b'[' => self.at = balance::end(self.text.as_bytes(), start)?,
            _ => {
                let rest = &self.text.as_bytes()[start..];
                let ends = |b: &u8| matches!(b, b',' | b'}' | b']' | b' ' | b'\n' | b'\r' | b'\t');
                self.at += rest.iter().position(ends).unwrap_or(rest.len());
            }
        }
        self.text.get(start..self.at)
    }
}

/// The first byte from `at` that ends a string, begins an escape, or must not stand in a string.
fn special(bytes: &[u8], mut at: usize) -> usize {
    const STEP: usize = 8;
    // Eight bytes at a time: a byte is special if it is below a space, a quote or a backslash.
    while let Some(chunk) = bytes.get(at..at + STEP) {
        let mut eight = [0; STEP];
        eight.copy_from_slice(chunk);
        let word = u64::from_le_bytes(eight);
        let found = below_space(word) | equal(word, b'"') | equal(word, b'\\');
        if found != 0 {
            return at + found.trailing_zeros() as usize / 8;
        }
        at += STEP;
    }
    let rest = bytes.get(at..).unwrap_or_default();
    at + rest.iter().position(|b| matches!(b, 0..0x20 | b'"' | b'\\')).unwrap_or(rest.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_first_special_byte_is_found(text in "[ -~\u{0}-\u{1f}é\"\\\\]{0,40}", at in 0..10usize) {
            let bytes = text.as_bytes();
            let naive = (at.min(bytes.len())..bytes.len()).find(|i| matches!(bytes[*i], 0..0x20 | b'"' | b'\\'));
            prop_assert_eq!(special(bytes, at.min(bytes.len())), naive.unwrap_or(bytes.len()));
        }

        /// Whatever serde writes is walked over to its end.
        #[test]
        fn values_are_stepped_over_whole(text in "\\PC{0,12}", number: i32, depth in 0..6usize) {
            let mut value = serde_json::json!({ "text": text, "number": number, "nothing": null });
            for _ in 0..depth {
                value = serde_json::json!([value, { "again": value, "yes": true }]);
            }
            for written in [value.to_string(), format!("{value:#}")] {
                let framed = format!(" {written} ,");
                let mut cursor = Cursor::new(&framed);
                prop_assert_eq!(cursor.skip(), Some(written.as_str()));
                prop_assert!(cursor.takes(b','));
            }
        }

        #[test]
        fn nothing_makes_it_panic(text in "[\\[\\]{}\",:\\\\a1 é\n]{0,40}") {
            let mut cursor = Cursor::new(&text);
            _ = cursor.skip();
            _ = cursor.string();
            _ = cursor.members(|_, cursor| cursor.skip().map(|_| ()));
            _ = cursor.items(|cursor| cursor.skip().map(|_| ()));
        }
    }
}
