//! The visitor's project: how it joins the catalogue, and the files that it comes from and goes to.

use std::rc::Rc;

use crate::{
    catalogue::{Catalogue, problem::Problem},
    embedded,
    exchange::{Brought, Imported, answers::Filled, brought},
    language::Language,
    project::{
        self, Project,
        decision::{Reopened, reopen},
        file::{self, Opened, project_text},
    },
    state::{Report, others::Others},
};

/// What a file holds.
pub enum Opening {
    Project(Box<Project>),
    /// A decision record: the project in it, and what has changed since.
    Record(Box<Project>, Rc<Report>),
    /// Profiles or answers: the project with them, and what is to be said about it.
    Added(Box<Project>, Vec<String>),
    /// It cannot be opened: why, in sentences.
    Problems(Vec<String>),
}

/// What the visitor's files are held against.
#[derive(Clone, Copy)]
pub struct Standing<'a> {
    pub base: &'a Catalogue,
    /// Which catalogue that is, or is a part of, where it is not the one in the program.
    pub others: Option<&'a Others>,
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
pub fn opened(name: &str, text: &str, standing: Standing, entered: &Project) -> Opening {
    let base = standing.base;
    let (whole, _) = project::joined(base, entered);
    match brought(name, text, &whole, &entered.answers) {
        Ok(Brought::Profiles(imported)) => with_profiles(imported, base, entered),
        Ok(Brought::Answers(filled)) => with_answers(name, filled, entered),
        Ok(Brought::Other) => saved(name, text, standing, entered),
        Err(problem) => Opening::Problems(vec![problem.to_string()]),
    }
}

/// What was saved here: a project or a record. A record is in English, and so is what it is held against.
fn saved(name: &str, text: &str, Standing { base, others }: Standing, entered: &Project) -> Opening {
    let _speaking = Language::ENGLISH.speak();
    match file::open(name, text) {
        Ok(Opened::Project(project)) => Opening::Project(project),
        Ok(Opened::Record(record)) => {
            let identity = others.map_or_else(embedded::identity, |others| others.identity.clone());
            let is_same = record.catalogue.sha256 == identity.sha256;
            let is_whole = !others.is_some_and(Others::is_in_part);
            let found = match is_same && !is_whole {
                true => Some(Reopened { same_catalogue: true, ..Reopened::default() }),
                false => is_whole.then(|| reopen(&record, base, &identity)),
            };
            let report = Report { file: name.to_owned(), title: record.title, made: record.made, found };
            Opening::Record(Box::new(record.project), Rc::new(report))
        }
        Ok(Opened::Profile(profile)) => {
            with_profiles(Imported { profiles: vec![*profile], ..Imported::default() }, base, entered)
        }
        Err(problems) => Opening::Problems(in_words(&problems)),
    }
}

/// Profiles join only if nothing in them is wrong.
fn with_profiles(imported: Imported, base: &Catalogue, entered: &Project) -> Opening {
    if !imported.problems.is_empty() {
        return Opening::Problems(in_words(&imported.problems));
    }
    let mut project = entered.clone();
    let is_new = |id: &str| imported.profiles.iter().all(|profile| profile.id != id);
    project.profiles.retain(|known| is_new(&known.id));
    project.documents.retain(|known| imported.documents.iter().all(|new| new.id != known.id));
    project.profiles.extend(imported.profiles);
    project.documents.extend(imported.documents);
    let (_, problems) = project::joined(base, &project);
    match problems.is_empty() {
        true => Opening::Added(Box::new(project), Vec::new()),
        false => Opening::Problems(in_words(&problems)),
    }
}

/// Each answer stands by itself: those that can be read are taken, the others told.
fn with_answers(name: &str, filled: Filled, entered: &Project) -> Opening {
    let mut project = entered.clone();
    let words = filled.in_words(name);
    project.answers.extend(filled.answers);
    Opening::Added(Box::new(project), words)
}

/// What the browser is to keep of a project; nothing of an empty one.
pub fn kept(entered: &Project) -> String {
    if *entered == Project::default() { String::new() } else { project_text(entered) }
}

fn in_words(problems: &[Problem]) -> Vec<String> {
    problems.iter().map(ToString::to_string).collect()
}
