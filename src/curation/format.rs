//! The canonical layout of the data files, so that two curators write the same claim in the same way and a difference
//! between two versions shows what has changed and nothing else.
//!
//! - Two spaces, one member a line, one line feed at the end.
//! - Members in the order of the structures in [`crate::catalogue::source`]; those of a value in the order of the table
//!   in [`crate::catalogue::value`]. Members that say nothing (`null`, `[]`) are left out where they may be.
//! - The claims of a profile in the order of the rows in `rows.json`; those on the same row keep their order. Every
//!   other list keeps the order in which it is written.

use std::fmt::Write;

use serde::Serialize;
use serde_json::Value as Json;

use crate::{
    catalogue::{
        build::parts,
        directory::{CERTIFICATIONS, DOCUMENTS, File, Folder, PLACES, ROWS},
        problem::Problem,
        record::{Form, FromJson, Shape},
        row::Kind,
        source::{CertificationsFile, DocumentsFile, PlacesFile, ProviderSource, RowsFile},
    },
    exchange::json::ProvidersFile,
};

/// A file whose layout has been looked at.
pub struct Formatted {
    /// The name in the folder, for instance `providers/acme.json`.
    pub name: String,
    pub text: String,
    pub changed: bool,
}

/// The text of profiles: that of its file for one, an object with `providers` for several.
pub fn profiles(profiles: &[ProviderSource]) -> String {
    match profiles {
        [only] => text(only),
        several => text(&ProvidersFile { documents: Vec::new(), providers: several.to_vec() }),
    }
}

/// The files of a folder in the canonical layout, one by one; the profiles only where the shared parts can be read.
/// Whether what they say is right is for the check.
///
/// # Errors
/// For each file that cannot be read, everything that is wrong with its shape.
pub fn files(folder: &Folder) -> impl Iterator<Item = Result<Formatted, Vec<Problem>>> {
    let shared = [
        file::<RowsFile> as fn(&Folder, &str) -> _,
        file::<CertificationsFile>,
        file::<PlacesFile>,
        file::<DocumentsFile>,
    ];
    let shared = [ROWS, CERTIFICATIONS, PLACES, DOCUMENTS].into_iter().zip(shared);
    let shared = shared.map(|(name, file)| file(folder, name));
    // The order of the claims needs the rows.
    let profiles = folder.names.iter().filter(|_| folder.is_whole());
    shared.chain(profiles.map(|name| profile_file(folder, name)))
}

fn file<T: FromJson + Serialize>(folder: &Folder, name: &str) -> Result<Formatted, Vec<Problem>> {
    let (structure, file) = read::<T>(folder, name)?;
    Ok(formatted(name, &file, text(&structure)))
}

fn profile_file(folder: &Folder, name: &str) -> Result<Formatted, Vec<Problem>> {
    let (mut source, file) = read::<ProviderSource>(folder, name)?;
    let rows = folder.source.sections.iter().flat_map(|section| &section.rows);
    let rows: Vec<&str> = rows.map(|row| row.id.as_str()).collect();
    sort_claims(&mut source, &rows);
    Ok(formatted(name, &file, text(&source)))
}

fn read<T: FromJson>(folder: &Folder, name: &str) -> Result<(T, File), Vec<Problem>> {
    let file = File::read(&folder.path(name), &folder.shown(name)).map_err(|problem| vec![problem])?;
    match file.parse() {
        (Some(structure), problems) if problems.is_empty() => Ok((structure, file)),
        (_, problems) => Err(problems),
    }
}

fn formatted(name: &str, file: &File, text: String) -> Formatted {
    Formatted { name: name.to_owned(), changed: text != file.text, text }
}

/// Brings the claims into the order of the rows; those on rows that are not known come last.
pub fn sort_claims(source: &mut ProviderSource, rows: &[&str]) {
    let position = |row: &str| rows.iter().position(|known| *known == row).unwrap_or(rows.len());
    source.claims.sort_by_cached_key(|claim| position(&claim.row));
}

/// A structure of the data files in the canonical layout.
pub fn text<T: FromJson + Serialize>(structure: &T) -> String {
    let json = serde_json::to_value(structure).expect("texts, lists and JSON can be written");
    let mut text = String::new();
    write(&mut text, &json, T::FORM, 0);
    text.push('\n');
    text
}

fn write(out: &mut String, json: &Json, form: Form, depth: usize) {
    match (json, form) {
        (Json::Array(items), _) => {
            let inner = if let Form::List(inner) = form { *inner } else { Form::Anything };
            let items = items.iter().map(|item| (None, item, inner));
            block(out, ['[', ']'], items.collect(), depth);
        }
        (Json::Object(members), _) => {
            let shape = if let Form::Record(shape) = form { Some(shape) } else { value_shape(json) };
            let mut keys: Vec<&str> = members.keys().map(String::as_str).collect();
            let position = |key: &str| shape.and_then(|s| s.fields.iter().position(|f| f.key == key));
            keys.sort_by_key(|key| (position(key).unwrap_or(usize::MAX), *key));
            let member = |key| {
                let form =
                    position(key).and_then(|at| shape?.fields.get(at)).map_or(Form::Anything, |f| f.form);
                (Some(key), &members[key], form)
            };
            block(out, ['{', '}'], keys.into_iter().map(member).collect(), depth);
        }
        _ => out.push_str(&json.to_string()),
    }
}

/// The members of an object or a list, a line each.
fn block(
    out: &mut String,
    [open, close]: [char; 2],
    members: Vec<(Option<&str>, &Json, Form)>,
    depth: usize,
) {
    out.push(open);
    let last = members.len();
    for (index, (key, json, form)) in members.into_iter().enumerate() {
        let _ = write!(out, "\n{:1$}", "", (depth + 1) * 2);
        if let Some(key) = key {
            let _ = write!(out, "{}: ", Json::from(key));
        }
        write(out, json, form, depth + 1);
        match index + 1 == last {
            false => out.push(','),
            true => _ = write!(out, "\n{:1$}", "", depth * 2),
        }
    }
    out.push(close);
}

/// The shape of a claim's value: that of the kind of row which knows its keys.
fn value_shape(json: &Json) -> Option<&'static Shape> {
    let key = json.as_object()?.keys().next()?;
    let shapes = Kind::ALL.into_iter().filter_map(|kind| match parts::value_form(kind)? {
        Form::Record(shape) => Some(shape),
        _ => None,
    });
    shapes.into_iter().find(|shape| shape.fields.iter().any(|field| field.key == key))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::build;

    fn again(text_before: &str) -> String {
        let source: ProviderSource = build::parse("test", text_before).unwrap();
        text(&source)
    }

    #[test]
    fn members_stand_in_the_order_of_the_structures_and_say_something() {
        let text = again(
            r#"{"claims": [{"evidence": [], "value": {"from": "é \" ", "counts": "", "length": "P1D"}, "holder": null,
                "readings": [], "state": "stated", "row": "a"}], "covers": [], "kind": "vendor", "name": "A", "id": "a"}"#,
        );
        let expected = r#"{
  "id": "a",
  "name": "A",
  "kind": "vendor",
  "claims": [
    {
      "row": "a",
      "state": "stated",
      "value": {
        "length": "P1D",
        "counts": "",
        "from": "é \" "
      },
      "evidence": []
    }
  ]
}
"#;
        assert_eq!(text, expected);
        assert_eq!(again(&text), text);
    }

    #[test]
    fn claims_follow_the_rows_and_keep_their_order_on_a_row() {
        let claim = |row: &str, note: &str| {
            format!(r#"{{"row": "{row}", "state": "no", "note": "{note}", "evidence": []}}"#)
        };
        let claims = [claim("b", "1"), claim("zz", "2"), claim("a", "3"), claim("b", "4"), claim("yy", "5")];
        let text =
            format!(r#"{{"id": "a", "name": "A", "kind": "vendor", "claims": [{}]}}"#, claims.join(","));
        let mut source: ProviderSource = build::parse("test", &text).unwrap();
        sort_claims(&mut source, &["a", "b"]);
        let notes: Vec<_> = source.claims.iter().filter_map(|c| c.note.as_deref()).collect();
        assert_eq!(notes, ["3", "1", "4", "2", "5"]);
    }
}
