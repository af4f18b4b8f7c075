//! What is required, from the command line or from a project's file, with the catalogue that it is asked of.

use std::path::{Path, PathBuf};

use clap::Args;
use vendor_compare::{
    catalogue::{Catalogue, date::Date, directory::File, identity::Identity},
    project::{Project, decision::Occasion, file, joined},
    requirement::{Requirement, evaluate::Context, parse::parse},
};

use crate::{
    answer::Refusal,
    arguments::{Common, today},
};

/// What is asked.
#[derive(Args)]
pub struct Asked {
    /// For example "region in EEA; cert@host has iso-27001"; absent: what the project requires.
    pub requirements: Option<String>,
    /// A project's file, with notes, edited questions, answers and profiles of your own.
    #[arg(long, value_name = "FILE")]
    pub project: Option<PathBuf>,
}

/// All that an answer is made of.
pub struct Ready {
    pub project: Project,
    pub requirements: Vec<Requirement>,
    /// With what the project adds.
    pub catalogue: Catalogue,
    /// Of the catalogue without that.
    pub identity: Identity,
    pub as_of: Date,
    /// What the project says that the catalogue does not know, or that is wrong: a line each.
    pub remarks: Vec<String>,
}

impl Asked {
    pub fn ready(&self, common: &Common) -> Result<Ready, Refusal> {
        let (base, identity) = common.identified()?;
        let (mut project, opened) = match &self.project {
            None => (Project::default(), None),
            Some(path) => {
                let (project, file) = open(path)?;
                (project.into_project(), Some(file))
            }
        };
        if let Some(requirements) = &self.requirements {
            project.requirements = Some(requirements.clone());
        }
        let (catalogue, problems) = joined(&base, &project);
        let requirements = required(project.requirements.as_deref().unwrap_or_default(), &catalogue)?;
        let problems = match &opened {
            Some(file) => file::located(problems, &file.shown, &file.text),
            None => problems,
        };
        Ok(Ready {
            as_of: common.day().or(project.as_of).unwrap_or_else(today),
            requirements,
            remarks: problems.iter().map(ToString::to_string).collect(),
            project,
            catalogue,
            identity,
        })
    }
}

impl Ready {
    pub fn context(&self) -> Context<'_> {
        Context { catalogue: &self.catalogue, as_of: self.as_of }
    }

    pub fn occasion(&self, made: Date) -> Occasion<'_> {
        Occasion {
            project: &self.project,
            requirements: &self.requirements,
            context: self.context(),
            identity: &self.identity,
            made,
        }
    }

    /// Says on the side what has no effect.
    pub fn remark(&self) {
        for remark in &self.remarks {
            eprintln!("note: {remark}");
        }
    }
}

/// Reads requirements; every mistake in them has its line.
pub fn required(text: &str, catalogue: &Catalogue) -> Result<Vec<Requirement>, Refusal> {
    let parsed = parse(text, catalogue);
    match parsed.errors.is_empty() {
        true => Ok(parsed.requirements),
        false => Err(Refusal(parsed.errors.iter().map(ToString::to_string).collect())),
    }
}

/// Opens a project or a record.
pub fn open(path: &Path) -> Result<(file::Opened, File), Refusal> {
    let name = path.to_string_lossy();
    let file = File::read(path, &name).map_err(|problem| Refusal::because(problem.to_string()))?;
    Ok((file::open(&name, &file.text)?, file))
}
