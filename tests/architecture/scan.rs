//! Finds the crates and the top-level modules that a Rust text mentions.

use std::str::FromStr;

use proc_macro2::{Delimiter, Group, Ident, TokenStream, TokenTree};

/// Something is named at a line.
#[derive(Debug, PartialEq)]
pub struct Mention {
    pub line: usize,
    pub what: What,
}

#[derive(Debug, PartialEq)]
pub enum What {
    /// Any word; whether it is a crate is for the caller to say.
    Crate(String),
    /// A module at the root of this crate; `*` where the root itself is imported.
    Module(String),
}

/// What a text mentions whose module stands `depth` modules below the root of the library; `None` for a file of
/// another crate, whose own modules are of no concern.
pub fn mentions(text: &str, depth: Option<usize>) -> Vec<Mention> {
    let tokens = TokenStream::from_str(text).unwrap_or_else(|error| panic!("not Rust: {error}\n{text}"));
    let mut scan = Scan { in_library: depth.is_some(), mentions: Vec::new() };
    scan.tokens(tokens, depth.unwrap_or(0));
    scan.mentions
}

struct Scan {
    in_library: bool,
    mentions: Vec<Mention>,
}

/// Where the next word of a path is looked up: so many modules below the root.
type Depth = usize;

impl Scan {
    fn tokens(&mut self, tokens: TokenStream, depth: Depth) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut at = 0;
        while at < tokens.len() {
            match &tokens[at] {
                TokenTree::Group(group) => {
                    let inside = if is_module_body(&tokens[..at], group) { depth + 1 } else { depth };
                    self.tokens(group.stream(), inside);
                }
                TokenTree::Ident(word) if word == "vendor_compare" => self.root(&tokens, at, word),
                TokenTree::Ident(word) if !self.in_library && (word == "crate" || word == "super") => {}
                TokenTree::Ident(word) if word == "crate" => self.root(&tokens, at, word),
                // Only the first `super` of a path begins one.
                TokenTree::Ident(word) if word == "super" && !follows_path(&tokens, at) => {
                    self.path(&tokens, at + 1, depth.saturating_sub(1), word);
                }
                TokenTree::Ident(word) => self.mention(word, What::Crate(word.to_string())),
                _ => {}
            }
            at += 1;
        }
    }

    fn root(&mut self, tokens: &[TokenTree], at: usize, word: &Ident) {
        match tokens.get(at + 1) {
            Some(TokenTree::Ident(next)) if next == "as" => self.mention(word, What::Module("*".to_owned())),
            _ => self.path(tokens, at + 1, 0, word),
        }
    }

    /// What follows a word that stands for the module at `depth`. Words inside a group are met again by the walk over
    /// all tokens; here only those count that lead to the root.
    fn path(&mut self, tokens: &[TokenTree], at: usize, depth: Depth, before: &Ident) {
        if !separator(tokens, at) {
            return;
        }
        match tokens.get(at + 2) {
            Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace => {
                for part in parts(group) {
                    self.segment(&part, 0, depth, before);
                }
            }
            Some(_) => self.segment(tokens, at + 2, depth, before),
            None => {}
        }
    }

    fn segment(&mut self, tokens: &[TokenTree], at: usize, depth: Depth, before: &Ident) {
        match tokens.get(at) {
            Some(TokenTree::Ident(word)) if word == "super" => {
                self.path(tokens, at + 1, depth.saturating_sub(1), word);
            }
            Some(TokenTree::Ident(word)) if depth == 0 && word == "self" => {
                self.mention(word, What::Module("*".to_owned()));
            }
            Some(TokenTree::Ident(word)) if depth == 0 => self.mention(word, What::Module(word.to_string())),
            Some(TokenTree::Punct(star)) if depth == 0 && star.as_char() == '*' => {
                self.mention(before, What::Module("*".to_owned()));
            }
            _ => {}
        }
    }

    fn mention(&mut self, word: &Ident, what: What) {
        self.mentions.push(Mention { line: word.span().start().line, what });
    }
}

/// The parts of `{a::b, c}`, split at its commas.
fn parts(group: &Group) -> Vec<Vec<TokenTree>> {
    let tokens: Vec<TokenTree> = group.stream().into_iter().collect();
    let comma = |token: &TokenTree| matches!(token, TokenTree::Punct(p) if p.as_char() == ',');
    tokens.split(comma).map(<[TokenTree]>::to_vec).collect()
}

/// `mod name { … }`.
fn is_module_body(before: &[TokenTree], group: &Group) -> bool {
    let word = |token: &TokenTree| matches!(token, TokenTree::Ident(word) if word == "mod");
    group.delimiter() == Delimiter::Brace
        && matches!(before, [.., keyword, TokenTree::Ident(_)] if word(keyword))
}

fn separator(tokens: &[TokenTree], at: usize) -> bool {
    let colon = |i: usize| matches!(tokens.get(i), Some(TokenTree::Punct(p)) if p.as_char() == ':');
    colon(at) && colon(at + 1)
}

fn follows_path(tokens: &[TokenTree], at: usize) -> bool {
    at >= 2 && separator(tokens, at - 2)
}
