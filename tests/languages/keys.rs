//! The English words of the program: what its sources say, and what the built-in catalogue is called by.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    str::FromStr,
};

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use vendor_compare::{
    catalogue::{Catalogue, claim::Assertion, row::Row, value::Value},
    embedded, language,
};

/// Attributes that people read or hear.
const HEARD: [&str; 2] = ["aria-label", "placeholder"];

/// Every key that a table must have.
pub fn all() -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    of_sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut keys);
    of_script("static/engine/loading.js", &mut keys);
    of_catalogue(&embedded::catalogue().unwrap(), &mut keys);
    // What numbers and places are put together with, wherever they come from.
    keys.insert("inside {}".to_owned());
    keys.retain(|key| !key.trim().is_empty());
    keys
}

fn of_sources(folder: &PathBuf, keys: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let path = entry.path();
        if path.ends_with("src/language") {
            continue;
        }
        match path.extension() {
            Some(end) if end == "rs" => {
                let text = fs::read_to_string(&path).unwrap();
                let program = text.split("#[cfg(test)]").next().unwrap_or_default();
                let tokens = TokenStream::from_str(program);
                said(tokens.unwrap_or_else(|error| panic!("{}: {error}", path.display())), keys);
            }
            _ if path.is_dir() => of_sources(&path, keys),
            _ => {}
        }
    }
}

/// The words in the calls of `say` in a script, which are plain literals.
fn of_script(file: &str, keys: &mut BTreeSet<String>) {
    let script = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).unwrap();
    let calls = script.split("say(\"").skip(1);
    keys.extend(calls.map(|call| call.split('"').next().unwrap_or_default().to_owned()));
}

/// The words in the calls of `say`, `says`, `english` and `phrase`, and in attributes that are heard.
fn said(tokens: TokenStream, keys: &mut BTreeSet<String>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    for (index, token) in tokens.iter().enumerate() {
        let TokenTree::Group(group) = token else { continue };
        let name = match index.checked_sub(1).map(|before| &tokens[before]) {
            Some(TokenTree::Ident(name)) if group.delimiter() == Delimiter::Parenthesis => name.to_string(),
            _ => String::new(),
        };
        match &*name {
            "say" | "says" | "english" => keys.extend(literals(group.stream())),
            "phrase" => keys.extend(literals(first(group))),
            "is" if literals(first(group)).iter().any(|name| HEARD.contains(&&**name)) => {
                keys.extend(literals(group.stream()).into_iter().filter(|word| !HEARD.contains(&&**word)));
            }
            _ => {}
        }
        said(group.stream(), keys);
    }
}

/// The first argument.
fn first(group: &Group) -> TokenStream {
    let is_comma = |token: &TokenTree| matches!(token, TokenTree::Punct(mark) if mark.as_char() == ',');
    group.stream().into_iter().take_while(|token| !is_comma(token)).collect()
}

fn literals(tokens: TokenStream) -> Vec<String> {
    tokens
        .into_iter()
        .flat_map(|token| match token {
            TokenTree::Group(group) => literals(group.stream()),
            TokenTree::Literal(literal) => text_of(&literal.to_string()).into_iter().collect(),
            _ => Vec::new(),
        })
        .collect()
}

/// The text of a literal, without the line breaks that a backslash takes out; none of a number or a letter.
fn text_of(literal: &str) -> Option<String> {
    let inner = literal.strip_prefix('"')?.strip_suffix('"')?;
    let mut text = String::new();
    let mut letters = inner.chars().peekable();
    while let Some(letter) = letters.next() {
        match (letter, letter == '\\' && letters.peek().is_some()) {
            (_, false) => text.push(letter),
            (_, true) => match letters.next() {
                Some('\n') => while letters.next_if(|letter| letter.is_whitespace()).is_some() {},
                Some('n') => text.push('\n'),
                Some(other) => text.push(other),
                None => {}
            },
        }
    }
    Some(text)
}

/// The names and the words that the page takes from the built-in catalogue. What its documents say is not among them.
fn of_catalogue(catalogue: &Catalogue, keys: &mut BTreeSet<String>) {
    let mut add = |word: &str| keys.insert(word.to_owned());
    for section in &catalogue.sections {
        add(&section.name);
        for Row { name, short, clause, terms, .. } in &section.rows {
            add(name);
            short
                .iter()
                .chain(clause)
                .chain(terms.iter().map(|term| &term.name))
                .for_each(|word| _ = add(word));
        }
    }
    for place in &catalogue.places {
        add(&place.name);
        add(&format!("inside {}", catalogue.place_in_words(place.code)));
    }
    for group in &catalogue.groups {
        add(&group.name);
        add(&format!("inside {}", group.in_words));
        group
            .summary
            .iter()
            .chain(group.members.iter().flat_map(|m| &m.condition))
            .for_each(|word| _ = add(word));
    }
    let claims = catalogue.providers.iter().flat_map(|provider| &provider.claims);
    let values = claims.flat_map(|claim| match &claim.assertion {
        Assertion::Unclear(readings) => readings.iter().map(|reading| &reading.value).collect(),
        other => other.value().into_iter().collect::<Vec<_>>(),
    });
    for value in values {
        if let Value::Duration(period) = value {
            add(&period.counts);
            period.from.iter().for_each(|from| _ = add(from));
        }
    }
    assert!(language::Language::in_force().is_english());
}
