//! What a project names that a catalogue does not know. It is kept, because the catalogue may know it again.

use super::Project;
use crate::{
    catalogue::{Catalogue, id::ProviderId, problem::Problem},
    comparison::questions::parts_of_key,
    requirement::parse::parse,
};

/// A problem at a path of the project.
pub fn problem(path: impl Into<String>, message: impl Into<String>, help: &str) -> Problem {
    let (path, message, help) = (path.into(), message.into(), Some(help.to_owned()));
    Problem { file: "the project".to_owned(), line: 0, column: 0, path, message, help }
}

const NOT_HERE: &str = "it is kept, and has no effect with this catalogue";

/// Everything that is named and not known, with its place.
pub fn unknown(project: &Project, catalogue: &Catalogue) -> Vec<Problem> {
    let mut problems = Vec::new();
    let parsed = parse(project.requirements.as_deref().unwrap_or_default(), catalogue);
    problems.extend(parsed.errors.iter().map(|error| {
        let help = error.help.as_deref().unwrap_or("write it anew");
        problem("requirements", format!("at character {}: {}", error.character, error.message), help)
    }));
    let mut vendor = |path: String, id: &ProviderId| {
        if catalogue.provider(id).is_none() {
            problems.push(problem(path, format!("there is no provider \"{id}\""), NOT_HERE));
        }
    };
    for (index, id) in project.compared.iter().enumerate() {
        vendor(format!("compared[{index}]"), id);
    }
    for (index, note) in project.notes.iter().enumerate() {
        vendor(format!("notes[{index}].vendor"), &note.vendor);
    }
    for (index, question) in project.questions.iter().enumerate() {
        let path = format!("questions[{index}].key");
        let known = parts_of_key(&question.key).is_some_and(|(vendor, row)| {
            catalogue.provider(&vendor).is_some() && catalogue.row(&row).is_some()
        });
        if !known {
            let message = format!("\"{}\" is not a vendor and a row of the catalogue", question.key);
            problems.push(problem(path, message, NOT_HERE));
        }
    }
    problems
}
