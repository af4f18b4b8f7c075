//! The outline of a catalogue's text: where its parts are, and where each provider begins and ends.

use std::ops::Range;

use super::scan::Cursor;

/// Where the parts of a text are.
#[derive(Debug, Default, PartialEq)]
pub struct Outline {
    /// Every part but the long lists: its key and its value.
    pub parts: Vec<(String, Range<u32>)>,
    pub providers: Vec<Range<u32>>,
    pub documents: Vec<Range<u32>>,
}

/// The outline of a text of less than 4 GiB; `None` where it is no object, or is cut off.
pub fn outline(text: &str) -> Option<Outline> {
    let mut outline = Outline::default();
    let mut cursor = Cursor::new(text);
    cursor.members(|key, cursor| {
        let list = match key {
            "providers" => Some(&mut outline.providers),
            "documents" => Some(&mut outline.documents),
            _ => None,
        };
        if let Some(list) = list.filter(|list| list.is_empty() && cursor.peek() == Some(b'[')) {
            return cursor.items(|cursor| {
                list.push(range(cursor)?);
                Some(())
            });
        }
        let range = range(cursor)?;
        outline.parts.push((key.to_owned(), range));
        Some(())
    })?;
    cursor.peek().is_none().then_some(outline)
}

fn range(cursor: &mut Cursor) -> Option<Range<u32>> {
    cursor.peek()?;
    let start = cursor.at() as u32;
    cursor.skip()?;
    Some(start..cursor.at() as u32)
}

/// The id of a provider, if it can be seen at once.
pub fn id(provider: &str) -> Option<&str> {
    let mut id = None;
    Cursor::new(provider).members(|key, cursor| {
        if key == "id" {
            id = Some(cursor.plain()?);
            return None;
        }
        cursor.skip().map(|_| ())
    });
    id
}
