//! Reads a `data/` folder: `rows.json`, `certifications.json`, `places.json`, `documents.json` and one file for each
//! provider in `providers/`. Native only.

use std::{
    fs,
    path::{Path, PathBuf},
};

use serde::de::DeserializeOwned;

use super::{
    Catalogue,
    build::{self, Origin},
    problem::Problem,
    source::{CatalogueSource, CertificationsFile, DocumentsFile, PlacesFile, ProviderSource, RowsFile},
};

const ROWS: &str = "rows.json";
const CERTIFICATIONS: &str = "certifications.json";
const PLACES: &str = "places.json";
const DOCUMENTS: &str = "documents.json";
const PROVIDERS: &str = "providers";

/// Reads and checks a folder.
///
/// Returns the parts as they are written, to be embedded, beside the checked catalogue.
///
/// # Errors
/// Every problem found, in every file.
pub fn load(folder: &Path) -> Result<(CatalogueSource, Catalogue), Vec<Problem>> {
    let mut files = Files { folder: folder.to_owned(), texts: Vec::new(), providers: Vec::new() };
    let mut problems = Vec::new();
    let rows: RowsFile = files.read(ROWS, &mut problems);
    let certifications: CertificationsFile = files.read(CERTIFICATIONS, &mut problems);
    let places: PlacesFile = files.read(PLACES, &mut problems);
    let documents: DocumentsFile = files.read(DOCUMENTS, &mut problems);
    let mut providers = Vec::new();
    for name in files.provider_files(&mut problems) {
        let before = problems.len();
        let provider: Option<ProviderSource> = files.read(&name, &mut problems);
        if let Some(provider) = provider.filter(|_| problems.len() == before) {
            files.providers.push(name);
            providers.push(provider);
        }
    }
    let source = CatalogueSource {
        sections: rows.sections,
        certifications: certifications.certifications,
        places: places.places,
        groups: places.groups,
        documents: documents.documents,
        providers,
    };
    // What could not be read is missing below, and would be reported a second time as unknown.
    if !problems.is_empty() {
        return Err(problems);
    }
    for (provider, name) in source.providers.iter().zip(&files.providers) {
        let stem = Path::new(name).file_stem().unwrap_or_default().to_string_lossy();
        if provider.id != stem {
            problems
                .push(files.problem(name, format!("the id \"{}\" is not the name of the file", provider.id)));
        }
    }
    let catalogue = build::catalogue(&source, &files);
    match catalogue {
        Ok(catalogue) if problems.is_empty() => Ok((source, catalogue)),
        Ok(_) => Err(problems),
        Err(more) => Err(problems.into_iter().chain(more).collect()),
    }
}

/// The files of a folder, with their texts.
struct Files {
    folder: PathBuf,
    /// Name in the folder, name to show, text.
    texts: Vec<(String, String, String)>,
    /// The name of each provider's file, in the order of the providers.
    providers: Vec<String>,
}

impl Files {
    fn shown(&self, name: &str) -> String {
        let folder = self.folder.file_name().unwrap_or(self.folder.as_os_str());
        format!("{}/{name}", folder.to_string_lossy())
    }

    fn problem(&self, name: &str, message: String) -> Problem {
        Problem { file: self.shown(name), line: 0, column: 0, path: String::new(), message, help: None }
    }

    fn read<T: DeserializeOwned + Default>(&mut self, name: &str, problems: &mut Vec<Problem>) -> T {
        let shown = self.shown(name);
        let text = match fs::read(self.folder.join(name)) {
            Err(error) => {
                problems.push(self.problem(name, format!("cannot be read: {error}")));
                return T::default();
            }
            Ok(bytes) => match String::from_utf8(bytes) {
                Err(error) => {
                    let at = error.utf8_error().valid_up_to();
                    problems.push(
                        self.problem(name, format!("is not UTF-8: the byte at offset {at} is not text")),
                    );
                    return T::default();
                }
                Ok(text) => text,
            },
        };
        let parsed = build::parse(&shown, &text).unwrap_or_else(|problem| {
            problems.push(problem);
            T::default()
        });
        self.texts.push((name.to_owned(), shown, text));
        parsed
    }

    /// The names of the provider files, sorted, so that the result does not depend on the file system.
    fn provider_files(&self, problems: &mut Vec<Problem>) -> Vec<String> {
        let entries = match fs::read_dir(self.folder.join(PROVIDERS)) {
            Ok(entries) => entries,
            Err(error) => {
                problems.push(self.problem(PROVIDERS, format!("cannot be read: {error}")));
                return Vec::new();
            }
        };
        let names = entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned());
        let mut names: Vec<String> =
            names.filter(|name| name.ends_with(".json")).map(|name| format!("{PROVIDERS}/{name}")).collect();
        names.sort();
        names
    }
}

impl Origin for Files {
    fn resolve<'a>(&'a self, path: &'a str) -> (&'a str, &'a str, &'a str) {
        let (name, path) = match path.split(['[', '.']).next().unwrap_or_default() {
            "sections" => (ROWS, path),
            "certifications" => (CERTIFICATIONS, path),
            "documents" => (DOCUMENTS, path),
            "providers" => {
                let rest = path.trim_start_matches("providers[");
                let (index, rest) = rest.split_once(']').unwrap_or((rest, ""));
                let name = index.parse().ok().and_then(|i: usize| self.providers.get(i));
                (name.map_or("", String::as_str), rest.trim_start_matches('.'))
            }
            _ => (PLACES, path),
        };
        let file = self.texts.iter().find(|(known, ..)| known == name);
        file.map_or((name, "", path), |(_, shown, text)| (shown, text, path))
    }
}
