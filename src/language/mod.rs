//! The page's own words in the language that is in force.
//!
//! The English text in the source is the key: `say("Undo")` is "Undo" until a [`Language`] is in force whose table has
//! another word for it. So the code reads as the page does, English needs no table, and what no table knows (the rows of a
//! portal's own catalogue) is shown as it is written. A table is one file, `static/languages/<tag>.json`.
//!
//! The browser's program has one thread, and everything that is drawn or done for an instance of the page happens under a
//! guard of its own ([`Language::speak`]). So instances in several languages stand on one page, and none hears the other.

mod table;

use std::{
    cell::{Cell, RefCell},
    fmt::{Display, Write},
};

use table::Table;

thread_local! {
    static IN_FORCE: Cell<Option<&'static Table>> = const { Cell::new(None) };
    /// Tables are read once, and stay: there are few languages.
    static KNOWN: RefCell<Vec<&'static Table>> = const { RefCell::new(Vec::new()) };
}

const ENGLISH: &str = "en";

/// A language that the page can be shown in: English, or one with a table.
#[derive(Clone, Copy, Default)]
pub struct Language(Option<&'static Table>);

impl Language {
    pub const ENGLISH: Self = Self(None);

    /// Learns a language from its table, and what is wrong with the table. Entries that do not fill in the same values as
    /// their key are left out.
    pub fn learn(tag: &str, words: impl IntoIterator<Item = (String, String)>) -> Self {
        let table: &'static Table = Box::leak(Box::new(Table::new(tag, words)));
        KNOWN.with_borrow_mut(|known| known.push(table));
        Self(Some(table))
    }

    /// The language of a tag (`de`), where it has been learned; otherwise English.
    pub fn of(tag: &str) -> Self {
        if tag == ENGLISH { Self(None) } else { door::known(tag) }
    }

    /// The language that is in force.
    pub fn in_force() -> Self {
        Self(IN_FORCE.get())
    }

    /// As `lang` writes it.
    pub fn tag(self) -> &'static str {
        self.0.map_or(ENGLISH, |table| &table.tag)
    }

    pub fn is_english(self) -> bool {
        self.0.is_none()
    }

    /// Puts the language into force until the guard is dropped.
    pub fn speak(self) -> Speaking {
        Speaking(IN_FORCE.replace(self.0))
    }
}

impl PartialEq for Language {
    fn eq(&self, other: &Self) -> bool {
        self.tag() == other.tag()
    }
}

/// Keeps a language in force; the one before comes back when this is dropped.
#[must_use = "the language is in force as long as this is held"]
pub struct Speaking(Option<&'static Table>);

impl Drop for Speaking {
    fn drop(&mut self) {
        IN_FORCE.set(self.0);
    }
}

/// What only the later part of the page's program calls, where an element is in another language; see `ui::later`.
mod door {
    use std::fmt::{Display, Write};

    use super::{KNOWN, Language, Table};

    /// A language that has been learned; else English.
    #[inline(never)]
    pub fn known(tag: &str) -> Language {
        Language(KNOWN.with_borrow(|known| known.iter().copied().find(|table| *table.tag == *tag)))
    }

    /// The words of a table, where it has them.
    #[inline(never)]
    pub fn said(table: &'static Table, english: &str) -> Option<&'static str> {
        table.get(english)
    }

    /// A sentence of a table, filled; the English one where it has none.
    #[inline(never)]
    pub fn filled(table: &'static Table, english: &str, values: &[&dyn Display]) -> String {
        fill(table.get(english).unwrap_or(english), values)
    }

    /// Fills in values, which may be numbered. What is no value of theirs is left out.
    fn fill(template: &str, values: &[&dyn Display]) -> String {
        let mut text = String::new();
        let mut rest = template;
        let mut next = 0;
        while let Some((before, after)) = rest.split_once('{') {
            text.push_str(before);
            let (number, after) = after.split_once('}').unwrap_or((after, ""));
            let index = number.parse().map_or(next, |number: usize| number.wrapping_sub(1));
            next += 1;
            if let Some(value) = values.get(index) {
                let _ = write!(text, "{value}");
            }
            rest = after;
        }
        text.push_str(rest);
        text
    }

    /// What stands for a place or a group where data is inside of it.
    #[inline(never)]
    pub fn inside(table: &'static Table, english: &str) -> String {
        let whole = table.get(&["inside ", english].concat());
        whole.map_or_else(|| fill(table.get("inside {}").unwrap_or("{}"), &[&english]), str::to_owned)
    }
}

/// Marks words that are said elsewhere, for the test that looks for all of them.
#[inline(always)]
pub const fn english(words: &'static str) -> &'static str {
    words
}

/// Words in the language in force; the same where it does not have them.
#[inline(never)]
pub fn say(english: &str) -> &str {
    match IN_FORCE.get() {
        Some(table) => door::said(table, english).unwrap_or(english),
        None => english,
    }
}

/// A sentence in the language in force with its values, which stand at `{}` one after the other; a translation may number
/// them (`{2}` is the second) to have them in another order.
#[inline(never)]
pub fn phrase(english: &str, values: &[&dyn Display]) -> String {
    match IN_FORCE.get() {
        Some(table) => door::filled(table, english, values),
        None => fill(english, values),
    }
}

/// The words for a count, of those for one and those for any other number. A language may count nothing as one.
#[inline(never)]
pub fn plural<'a>(count: usize, one: &'a str, several: &'a str) -> &'a str {
    let is_one = match count {
        0 => IN_FORCE.get().is_some_and(|table| table.nothing_as_one),
        count => count == 1,
    };
    if is_one { one } else { several }
}

/// A place or a group as it follows "is inside" in English; other languages put more into it ("in der Schweiz"), and less
/// around it.
#[inline(never)]
pub fn inside(english: &str) -> String {
    match IN_FORCE.get() {
        Some(table) => door::inside(table, english),
        None => english.to_owned(),
    }
}

/// Fills in English, where the values stand one after the other.
fn fill(template: &str, values: &[&dyn Display]) -> String {
    let mut values = values.iter();
    let mut text = String::new();
    for (index, part) in template.split('{').enumerate() {
        match part.strip_prefix('}') {
            Some(after) if index > 0 => {
                let _ = values.next().map(|value| write!(text, "{value}"));
                text.push_str(after);
            }
            _ => {
                text.push_str(if index > 0 { "{" } else { "" });
                text.push_str(part);
            }
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn learned(tag: &str, words: &[(&str, &str)]) -> Language {
        Language::learn(tag, words.iter().map(|(key, word)| ((*key).to_owned(), (*word).to_owned())))
    }

    #[test]
    fn english_is_the_key_and_needs_no_table() {
        assert_eq!(say("Undo"), "Undo");
        assert_eq!(phrase("{} of {} are shown.", &[&3, &"10"]), "3 of 10 are shown.");
        assert_eq!(inside("the EEA"), "the EEA");
        assert!(Language::of("xx") == Language::ENGLISH);
    }

    #[test]
    fn a_language_is_in_force_as_long_as_its_guard_is_held() {
        let german = learned("t1", &[("Undo", "Rückgängig")]);
        let french = learned("t2", &[("Undo", "Annuler")]);
        {
            let _outer = german.speak();
            assert_eq!((say("Undo"), say("Redo"), Language::in_force().tag()), ("Rückgängig", "Redo", "t1"));
            {
                let _inner = french.speak();
                assert_eq!(say("Undo"), "Annuler");
                let _record = Language::ENGLISH.speak();
                assert_eq!(say("Undo"), "Undo");
            }
            assert_eq!(say("Undo"), "Rückgängig");
        }
        assert_eq!((say("Undo"), Language::of("t2").tag()), ("Undo", "t2"));
    }

    #[test]
    fn a_count_has_the_words_that_its_language_gives_it() {
        let said = |tag: &str| {
            let _speaking = learned(tag, &[]).speak();
            [0, 1, 2].map(|count| plural(count, "vendor", "vendors"))
        };
        assert_eq!(said("de"), ["vendors", "vendor", "vendors"]);
        assert_eq!(said("fr"), ["vendor", "vendor", "vendors"]);
        assert_eq!(plural(0, "vendor", "vendors"), "vendors");
    }

    #[test]
    fn a_translation_has_its_values_in_the_order_that_it_wants() {
        let language = learned("t3", &[("{} of {}", "von {2} sind es {1}"), ("{} and {}", "{} und {}")]);
        let _speaking = language.speak();
        assert_eq!(phrase("{} of {}", &[&1, &4]), "von 4 sind es 1");
        assert_eq!(phrase("{} and {}", &[&1, &4]), "1 und 4");
    }

    #[test]
    fn a_translation_with_other_values_is_left_out() {
        let words =
            [("{} of {}", "{} von"), ("{} in {}", "{1} in {3}"), ("Open {}", "Offen {"), ("Shut", "{} zu")];
        let _speaking = learned("t4", &words).speak();
        assert_eq!(phrase("{} of {}", &[&1, &4]), "1 of 4");
        assert_eq!(phrase("{} in {}", &[&1, &4]), "1 in 4");
        assert_eq!(phrase("Open {}", &[&1]), "Open 1");
        assert_eq!(say("Shut"), "Shut");
        // A template of a catalogue may hold anything.
        assert_eq!(phrase("a { b {9} } {", &[&1]), "a 1 } ");
        let _english = Language::ENGLISH.speak();
        assert_eq!(phrase("a { b {9} } {", &[&1]), "a { b {9} } {");
    }

    #[test]
    fn a_place_has_words_of_its_own_inside_a_sentence() {
        let words =
            [("Switzerland", "Schweiz"), ("inside Switzerland", "in der Schweiz"), ("inside {}", "in {}")];
        let _speaking = learned("t5", &words).speak();
        assert_eq!(
            (inside("Switzerland"), inside("Atlantis")),
            ("in der Schweiz".to_owned(), "in Atlantis".to_owned())
        );
    }
}
