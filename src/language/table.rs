//! The words of a language, by their English text.

/// Languages that count nothing as they count one: "0 fournisseur". From the plural rules of Unicode CLDR, where every
/// other language that has a table counts it as several.
const NOTHING_AS_ONE: [&str; 1] = ["fr"];

/// A table; its entries are sorted by the English text.
pub struct Table {
    pub tag: Box<str>,
    pub nothing_as_one: bool,
    entries: Vec<(String, String)>,
}

impl Table {
    /// Of entries in any order; those that do not fill in the same values as their key are left out.
    pub fn new(tag: &str, words: impl IntoIterator<Item = (String, String)>) -> Self {
        let entries = words.into_iter().filter(|(english, said)| values(english) == values(said));
        let mut table =
            Self { tag: tag.into(), nothing_as_one: NOTHING_AS_ONE.contains(&tag), entries: Vec::new() };
        entries.for_each(|entry| table.insert(entry));
        table
    }

    fn insert(&mut self, entry: (String, String)) {
        match self.place(&entry.0) {
            Ok(at) => self.entries[at] = entry,
            Err(at) => self.entries.insert(at, entry),
        }
    }

    fn place(&self, english: &str) -> Result<usize, usize> {
        self.entries.binary_search_by(|(key, _)| key.as_str().cmp(english))
    }

    pub fn get(&self, english: &str) -> Option<&str> {
        self.place(english).ok().map(|at| &*self.entries[at].1)
    }
}

/// Which values a template fills in, as a set of bits (the first is 1); `None` where a brace is left open or a number is
/// none.
fn values(template: &str) -> Option<u64> {
    let mut found = 0;
    let (mut rest, mut next) = (template, 0u32);
    while let Some((_, after)) = rest.split_once('{') {
        let (number, after) = after.split_once('}')?;
        let index = if number.is_empty() { next } else { number.parse::<u32>().ok()?.checked_sub(1)? };
        found |= 1u64.checked_shl(index)?;
        next += 1;
        rest = after;
    }
    Some(found)
}
