//! `catalogue import`.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use clap::Args;
use vendor_compare::{
    catalogue::{
        directory::{File, Folder},
        problem::Problem,
        source::{CatalogueSource, ProviderSource},
    },
    curation::format,
    exchange::{self, Base, Defaults, Imported, Names, Table, claims, json, questionnaire},
};

use crate::{
    answer::{Answer, Refusal, Reply},
    arguments::Common,
};

/// Makes profiles of a table of claims, of an answered questionnaire, or of JSON, and checks them.
///
/// Everything that is wrong is told with its place; what is right is given all the same.
#[derive(Args)]
pub struct Arguments {
    /// A CSV file, a workbook (.xlsx), or JSON (.json).
    file: PathBuf,
    /// A CSV file that says what columns with other names mean: "column,means".
    #[arg(long, value_name = "FILE")]
    columns: Option<PathBuf>,
    /// The file is a questionnaire, and this CSV file says which question is about which row.
    #[arg(long, value_name = "FILE")]
    questions: Option<PathBuf>,
    /// Whose profile it is, where the table does not say it.
    #[arg(long, value_name = "PROVIDER")]
    provider: Option<String>,
    /// The document that the evidence is from, where the table does not say it.
    #[arg(long, value_name = "DOCUMENT")]
    document: Option<String>,
    /// Writes each profile into this folder, as a new file, in place of printing it.
    #[arg(long, value_name = "FOLDER")]
    into: Option<PathBuf>,
}

pub fn run(arguments: &Arguments, common: &Common) -> Reply {
    let source = base(common)?;
    let Imported { mut profiles, problems, remarks, .. } = imported(arguments, &Base::of_source(&source))?;
    let rows: Vec<&str> =
        source.sections.iter().flat_map(|section| &section.rows).map(|row| &*row.id).collect();
    for profile in &mut profiles {
        format::sort_claims(profile, &rows);
    }
    let text = match &arguments.into {
        Some(folder) => write(&profiles, folder)?,
        None if profiles.is_empty() => String::new(),
        None => format::profiles(&profiles),
    };
    for remark in remarks {
        eprintln!("note: {remark}");
    }
    for problem in &problems {
        eprintln!("error: {problem}");
    }
    Ok(Answer { text, well: problems.is_empty() })
}

/// The folder that the result must fit. Its own profiles need not be right for that.
fn base(common: &Common) -> Result<CatalogueSource, Refusal> {
    let folder = Folder::open(common.folder());
    if !folder.problems.is_empty() {
        return Err(folder.problems.into());
    }
    let providers = folder.profiles().filter_map(|profile| profile.source).collect();
    Ok(CatalogueSource { providers, ..folder.source })
}

fn imported(arguments: &Arguments, base: &Base) -> Result<Imported, Refusal> {
    let shown = arguments.file.to_string_lossy();
    if arguments.file.extension().is_some_and(|kind| kind.eq_ignore_ascii_case("json")) {
        let file = File::read(&arguments.file, &shown).map_err(refusal)?;
        return Ok(json::read(&file.shown, &file.text, base));
    }
    let mut problems = Vec::new();
    let read = |path: &Path, problems: &mut Vec<Problem>| -> Result<Vec<Table>, Refusal> {
        let shown = path.to_string_lossy();
        let file = fs::File::open(path).map_err(|error| cannot("read", path, &error))?;
        exchange::tables(&shown, file, problems).map_err(refusal)
    };
    let tables = read(&arguments.file, &mut problems)?;
    let mut names = Names::default();
    if let Some(path) = &arguments.columns {
        names = Names::read(&read(path, &mut problems)?, &mut problems);
    }
    let defaults = Defaults { provider: arguments.provider.clone(), document: arguments.document.clone() };
    let mut imported = match &arguments.questions {
        None => claims::read(&tables, &names, &defaults, base),
        Some(path) => {
            let mapping = questionnaire::Mapping::read(&read(path, &mut problems)?, base, &mut problems);
            questionnaire::read(&tables, &names, &mapping, &defaults, base)
        }
    };
    problems.append(&mut imported.problems);
    Ok(Imported { problems, ..imported })
}

/// Writes each profile into a file of its own, and says which. What is there already is somebody's work.
fn write(profiles: &[ProviderSource], folder: &Path) -> Result<String, Refusal> {
    let mut written = String::new();
    for profile in profiles {
        let path = folder.join(format!("{}.json", profile.id));
        let text = format::profiles(std::slice::from_ref(profile));
        fs::File::create_new(&path)
            .and_then(|mut file| io::Write::write_all(&mut file, text.as_bytes()))
            .map_err(|error| cannot("write", &path, &error))?;
        written += &format!("{}\n", path.display());
    }
    Ok(written)
}

fn cannot(what: &str, path: &Path, error: &io::Error) -> Refusal {
    Refusal::because(format!("{}: cannot {what} it: {error}", path.display()))
}

fn refusal(problem: Problem) -> Refusal {
    vec![problem].into()
}
