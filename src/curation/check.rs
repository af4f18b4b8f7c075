//! Checks a folder: everything that is wrong, with the lines where it stands, and advice.

use std::path::{Path, PathBuf};

use super::{
    advice::{self, Advice, Citations},
    age::Dates,
};
use crate::catalogue::{
    build::Cited,
    date::Date,
    directory::{DOCUMENTS, File, Folder, Profile},
    json_map::JsonMap,
    problem::Problem,
};

/// The errors of one file that are shown with their lines.
const SHOWN: usize = 20;

/// What is to be checked.
pub struct Task<'a> {
    pub folder: &'a Path,
    /// Only these profiles, beside what all share; none: all of the folder.
    pub only: &'a [PathBuf],
    pub as_of: Date,
    pub with_advice: bool,
}

/// What a check has found.
#[derive(Default)]
pub struct Report {
    pub errors: Vec<Error>,
    pub advice: Vec<Placed>,
    pub profiles: usize,
    pub claims: usize,
}

/// A problem, with the lines around it where these can be shown.
#[derive(Debug)]
pub struct Error {
    pub problem: Problem,
    pub excerpt: Option<Excerpt>,
}

/// A few lines of a text.
#[derive(Debug)]
pub struct Excerpt {
    /// The number of the first line, from 1.
    pub first: usize,
    pub text: String,
    /// What the problem is about: byte and length in `text`.
    pub span: (usize, usize),
}

/// Advice in a file.
pub struct Placed {
    pub advice: Advice,
    pub file: String,
    pub line: usize,
    pub column: usize,
}

/// Checks a folder. Documents are only advised on where all profiles were read and hold.
pub fn check(task: &Task) -> Report {
    let folder = Folder::open_as(task.folder, &task.folder.to_string_lossy());
    let mut report = Report::default();
    report.add_shared(&folder, folder.problems.clone());
    let dates = Dates::of(&folder.known.catalogue.documents);
    let (mut cited, mut citations, mut read) = (Cited::default(), Citations::default(), 0);
    let mut take = |profile: Profile| {
        report.add(&profile, task);
        if let Some(source) = &profile.source {
            cited.add(source, &folder.known);
            read += 1;
        }
        if let (Some(provider), true) = (&profile.provider, task.with_advice) {
            citations.add(provider, &dates);
        }
    };
    match task.only {
        [] => folder.profiles().for_each(&mut take),
        some => some.iter().for_each(|path| take(folder.profile(path, &path.to_string_lossy()).named())),
    }
    if task.only.is_empty() {
        report.add_shared(&folder, folder.ledgers(&cited, read));
        if task.with_advice && report.errors.is_empty() {
            let documents = folder.shared_file(DOCUMENTS);
            report.advise(documents, citations.on_documents(&folder.known.catalogue));
        }
    }
    report
}

impl Report {
    fn add_shared(&mut self, folder: &Folder, problems: Vec<Problem>) {
        for problem in problems {
            let file = folder.shared.iter().find(|file| file.shown == problem.file);
            self.errors.push(Error::of(problem, file));
        }
    }

    fn add(&mut self, profile: &Profile, task: &Task) {
        self.profiles += 1;
        self.claims += profile.source.as_ref().map_or(0, |source| source.claims.len());
        // Finding a line is a walk over the text: a file with thousands of errors shows the first ones.
        let errors = profile.problems.iter().enumerate().map(|(index, problem)| {
            Error::of(problem.clone(), profile.file.as_ref().filter(|_| index < SHOWN))
        });
        self.errors.extend(errors);
        if let (Some(provider), true) = (&profile.provider, task.with_advice) {
            self.advise(profile.file.as_ref(), advice::on_claims(provider, task.as_of));
        }
    }

    fn advise(&mut self, file: Option<&File>, all: Vec<Advice>) {
        let Some(file) = file.filter(|_| !all.is_empty()) else { return };
        let map = JsonMap::of(&file.text);
        let placed = |advice: Advice| {
            let (line, column) = map.nearest(&advice.path);
            Placed { advice, file: file.shown.clone(), line, column }
        };
        self.advice.extend(all.into_iter().map(placed));
    }
}

impl Error {
    fn of(problem: Problem, file: Option<&File>) -> Self {
        let excerpt = file.and_then(|file| Excerpt::around(&file.text, problem.line, problem.column));
        Self { problem, excerpt }
    }
}

impl Excerpt {
    /// The line with its neighbours; `None` where it is not known, or too long to be shown.
    fn around(text: &str, line: usize, column: usize) -> Option<Self> {
        const LONGEST: usize = 160;
        let first = line.checked_sub(1)?.saturating_sub(1);
        let lines: Vec<&str> = text.lines().skip(first).take(line - first + 1).collect();
        let about = *lines.get(line - 1 - first)?;
        let (at, _) = about.char_indices().nth(column.checked_sub(1)?)?;
        let short = lines.iter().all(|line| line.len() <= LONGEST);
        let before: usize = lines.iter().take(line - 1 - first).map(|line| line.len() + 1).sum();
        short.then(|| Self {
            first: first + 1,
            text: lines.join("\n"),
            span: (before + at, word(&about[at..])),
        })
    }
}

/// The length of the first word of a JSON text: a string, a bracket, or a number and the like.
fn word(text: &str) -> usize {
    let first = text.chars().next().map_or(0, char::len_utf8);
    match text.as_bytes().first() {
        Some(b'"') => text[1..].find('"').map_or(text.len(), |end| end + 2),
        Some(b'{' | b'[') => 1,
        _ => text.find([',', ']', '}', ' ']).unwrap_or(text.len()).max(first),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_excerpt_has_the_line_its_neighbours_and_what_it_is_about() {
        let text = "{\n  \"é\": \"è\", \"length\": 12,\n  \"x\": 1\n}\n";
        let around = |line, column| Excerpt::around(text, line, column);
        let excerpt = around(2, 13).unwrap();
        assert_eq!((excerpt.first, excerpt.text.lines().count()), (1, 3));
        let (start, length) = excerpt.span;
        assert_eq!(&excerpt.text[start..start + length], "\"length\"");
        let (start, length) = around(1, 1).unwrap().span;
        assert_eq!((start, length), (0, 1));
        assert!(around(0, 0).is_none() && around(9, 1).is_none() && around(1, 7).is_none());
        assert!(Excerpt::around(&"x".repeat(1000), 1, 3).is_none());
        assert!(Excerpt::around("", 1, 1).is_none());
    }
}
