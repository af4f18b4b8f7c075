//! The visitor's project: how it joins the catalogue, and the files that it comes from and goes to.

use std::rc::Rc;

use crate::{
    catalogue::{Catalogue, problem::Problem},
    embedded,
    language::Language,
    project::{
        self, Project,
        decision::reopen,
        file::{self, Opened, project_text},
    },
    state::Report,
};

/// What a file holds.
pub enum Opening {
    Project(Box<Project>),
    /// A decision record: the project in it, and what has changed since.
    Record(Box<Project>, Rc<Report>),
    /// A profile: the project with it.
    Profile(Box<Project>),
    /// It cannot be opened: why, in sentences.
    Problems(Vec<String>),
}

/// The catalogue with what the visitor has added, and what could not be added.
pub fn joined(base: &Rc<Catalogue>, entered: &Project) -> (Rc<Catalogue>, Vec<String>) {
    if entered.adds_the_same(&Project::default()) {
        return (base.clone(), Vec::new());
    }
    let (catalogue, problems) = project::joined(base, entered);
    (Rc::new(catalogue), in_words(&problems))
}

/// What a file of the visitor's holds.
pub fn opened(name: &str, text: &str, base: &Catalogue, entered: &Project) -> Opening {
    // A record is in English, and so is what it is held against.
    let _speaking = Language::ENGLISH.speak();
    match file::open(name, text) {
        Ok(Opened::Project(project)) => Opening::Project(project),
        Ok(Opened::Record(record)) => {
            let found = reopen(&record, base, &embedded::identity());
            let report = Report { file: name.to_owned(), title: record.title, made: record.made, found };
            Opening::Record(Box::new(record.project), Rc::new(report))
        }
        Ok(Opened::Profile(profile)) => {
            let mut project = entered.clone();
            project.profiles.retain(|known| known.id != profile.id);
            project.profiles.push(*profile);
            // It joins only if nothing in it is wrong.
            let (_, problems) = project::joined(base, &project);
            match problems.is_empty() {
                true => Opening::Profile(Box::new(project)),
                false => Opening::Problems(in_words(&problems)),
            }
        }
        Err(problems) => Opening::Problems(in_words(&problems)),
    }
}

/// What the browser is to keep of a project; nothing of an empty one.
pub fn kept(entered: &Project) -> String {
    if *entered == Project::default() { String::new() } else { project_text(entered) }
}

fn in_words(problems: &[Problem]) -> Vec<String> {
    problems.iter().map(ToString::to_string).collect()
}
