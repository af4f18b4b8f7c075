//! The files: a project, a decision record as JSON or inside its printable page, or the profile of a vendor.

use serde_json::{Value as Json, json};

use super::{Project, decision::Record};
use crate::catalogue::{
    build::{parse, repeated_keys},
    canonical,
    json_map::JsonMap,
    problem::Problem,
    record::FromJson,
    source::{ClaimSource, DocumentSource, ProviderSource},
};

/// What a file holds.
#[derive(Debug, Clone, PartialEq)]
pub enum Opened {
    Project(Box<Project>),
    Record(Box<Record>),
    /// A profile in the published shape.
    Profile(Box<ProviderSource>),
}

impl Opened {
    /// The visitor's own part; of a profile, a project that has it alone.
    pub fn into_project(self) -> Project {
        match self {
            Opened::Project(project) => *project,
            Opened::Record(record) => record.project,
            Opened::Profile(profile) => Project { profiles: vec![*profile], ..Project::default() },
        }
    }
}

/// What stands before the JSON of a record in its printable page, and after it.
pub const DATA: (&str, &str) =
    ("<script type=\"application/json\" id=\"vendor-compare-record\">", "</script>");

const PROJECT: &str = "vendor-compare project";
const RECORD: &str = "vendor-compare record";

/// The text of a project's file.
pub fn project_text(project: &Project) -> String {
    canonical::text(serde_json::to_value(project).unwrap_or_default())
}

/// The text of a record's file.
pub fn record_text(record: &Record) -> String {
    canonical::text(serde_json::to_value(record).unwrap_or_default())
}

impl Project {
    /// The text of the file of an own profile; with the visitor's own documents that it cites, where there are some. Empty
    /// where there is no such profile.
    pub fn profile_text(&self, id: &str) -> String {
        let Some(profile) = self.profiles.iter().find(|profile| profile.id == *id) else {
            return String::new();
        };
        let cites = |id: &str| {
            profile.claims.iter().flat_map(ClaimSource::all_evidence).any(|cited| cited.document == id)
        };
        let documents: Vec<DocumentSource> =
            self.documents.iter().filter(|own| cites(&own.id)).cloned().collect();
        canonical::text(match documents.is_empty() {
            true => json!(profile),
            false => json!({ "documents": documents, "providers": [profile] }),
        })
    }
}

/// Opens a file of any of these kinds; a record also out of its printable page.
///
/// # Errors
/// What is wrong with the file, with its place as far as it is known; `name` is how the file is called in it.
pub fn open(name: &str, text: &str) -> Result<Opened, Vec<Problem>> {
    let data = out_of_page(text);
    let text = data.as_deref().unwrap_or(text).trim_start_matches('\u{feff}');
    let json: Json = match serde_json::from_str(text) {
        Ok(json) => json,
        // The thorough reader says more about what is not JSON.
        Err(error) => {
            return Err(parse::<Project>(name, text).err().unwrap_or_else(|| {
                let help = "is it the right file?";
                vec![problem(name, (error.line(), error.column()), "", "the file is not JSON", help)]
            }));
        }
    };
    let kind = json.get("kind").and_then(Json::as_str);
    if json.get("claims").is_some() && json.get("id").is_some() {
        return sound(name, text).map(|profile| Opened::Profile(Box::new(profile)));
    }
    if !matches!(kind, Some(PROJECT | RECORD)) {
        let message = "this is neither a profile nor a project nor a decision record of vendor-compare";
        let help = "choose a file that was saved here, or a profile in the published form";
        return Err(vec![problem(name, (0, 0), "", message, help)]);
    }
    if json.get("format").is_some_and(|format| format.as_u64() != Some(1)) {
        let place = JsonMap::of(text).nearest("format");
        let help = "open it with a newer version";
        return Err(vec![problem(name, place, "format", "this version reads files of format 1 only", help)]);
    }
    match kind {
        Some(RECORD) => sound(name, text).map(|record| Opened::Record(Box::new(record))),
        _ => sound(name, text).map(|project| Opened::Project(Box::new(project))),
    }
}

/// Where problems of [`super::joined`] stand in the file that the project was read from.
pub fn located(problems: Vec<Problem>, name: &str, text: &str) -> Vec<Problem> {
    let data = out_of_page(text);
    let map = JsonMap::of(data.as_deref().unwrap_or(text));
    let place = |problem: Problem| {
        let (line, column) = map.nearest(&problem.path);
        Problem { file: name.to_owned(), line, column, ..problem }
    };
    problems.into_iter().map(place).collect()
}

/// Reads a structure in which no key stands twice.
///
/// # Errors
/// Everything that is wrong, with its place; `name` is how the file is called in it.
pub fn sound<T: FromJson>(name: &str, text: &str) -> Result<T, Vec<Problem>> {
    let read = parse(name, text)?;
    let repeated = repeated_keys(name, text);
    if repeated.is_empty() { Ok(read) } else { Err(repeated) }
}

/// The JSON inside a printable page, on the lines on which it stands there.
fn out_of_page(text: &str) -> Option<String> {
    let (before, rest) = text.split_once(DATA.0)?;
    let (data, _) = rest.split_once(DATA.1)?;
    let lines = "\n".repeat(before.matches('\n').count());
    Some(format!("{lines}{data}"))
}

fn problem(name: &str, (line, column): (usize, usize), path: &str, message: &str, help: &str) -> Problem {
    let (file, path, message) = (name.to_owned(), path.to_owned(), message.to_owned());
    Problem { file, line, column, path, message, help: Some(help.to_owned()) }
}
