//! Reads a `data/` folder: `rows.json`, `certifications.json`, `places.json`, `documents.json` and one file for each
//! provider in `providers/`. Native only.

use std::{
    fs,
    path::{Path, PathBuf},
    string::FromUtf8Error,
};

use super::{
    Catalogue,
    build::{self, Origin},
    json_map,
    problem::Problem,
    record::FromJson,
    source::{CatalogueSource, CertificationsFile, DocumentsFile, PlacesFile, ProviderSource, RowsFile},
};

const ROWS: &str = "rows.json";
const CERTIFICATIONS: &str = "certifications.json";
const PLACES: &str = "places.json";
const DOCUMENTS: &str = "documents.json";
const PROVIDERS: &str = "providers";
const JSON: &str = ".json";

/// Reads and checks a folder.
///
/// Returns the parts as they are written, to be embedded, beside the checked catalogue.
///
/// # Errors
/// Every problem found, in every file.
pub fn load(folder: &Path) -> Result<(CatalogueSource, Catalogue), Vec<Problem>> {
    let mut files = Files { folder: folder.to_owned(), texts: Vec::new(), providers: Vec::new() };
    let mut problems = Vec::new();
    let rows: RowsFile = files.read(ROWS, &mut problems).unwrap_or_default();
    let certifications: CertificationsFile = files.read(CERTIFICATIONS, &mut problems).unwrap_or_default();
    let places: PlacesFile = files.read(PLACES, &mut problems).unwrap_or_default();
    let documents: DocumentsFile = files.read(DOCUMENTS, &mut problems).unwrap_or_default();
    let shared_parts_are_whole = problems.is_empty();
    let mut providers = Vec::new();
    for name in files.provider_files(&mut problems) {
        let provider: Option<ProviderSource> = files.read(&name, &mut problems);
        providers.push(provider.unwrap_or_else(|| placeholder(&name)));
        files.providers.push(name);
    }
    let source = CatalogueSource {
        sections: rows.sections,
        certifications: certifications.certifications,
        places: places.places,
        groups: places.groups,
        documents: documents.documents,
        providers,
    };
    // Without the shared parts, everything that refers to them would be reported as unknown.
    if !shared_parts_are_whole {
        return Err(problems);
    }
    for (provider, name) in source.providers.iter().zip(&files.providers) {
        if provider.id != stem(name) {
            let message = format!("the id \"{}\" is not the name of the file", provider.id);
            let help =
                Some(format!("rename the file to {}.json, or the id to \"{}\"", provider.id, stem(name)));
            problems.push(Problem { help, ..files.problem(name, "id", message) });
        }
    }
    let catalogue = build::catalogue(&source, &files);
    match catalogue {
        Ok(catalogue) if problems.is_empty() => Ok((source, catalogue)),
        Ok(_) => Err(problems),
        Err(more) => Err(problems.into_iter().chain(more).collect()),
    }
}

/// Stands for a provider whose file could not be read, so that what refers to it is not reported as well.
fn placeholder(name: &str) -> ProviderSource {
    ProviderSource {
        id: stem(name).to_owned(),
        name: stem(name).to_owned(),
        kind: "provider".to_owned(),
        summary: None,
        covers: Vec::new(),
        claims: Vec::new(),
    }
}

/// `acme` of `providers/acme.json`.
fn stem(name: &str) -> &str {
    let file = name.rsplit('/').next().unwrap_or(name);
    file.strip_suffix(JSON).unwrap_or(file)
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

    /// A problem at a path of a file, as far as the file has been read.
    fn problem(&self, name: &str, path: &str, message: String) -> Problem {
        let text = self.texts.iter().find(|(known, ..)| known == name).map_or("", |(.., text)| text);
        let (line, column) = json_map::place_of(text, path).unwrap_or((0, 0));
        Problem { file: self.shown(name), line, column, path: path.to_owned(), message, help: None }
    }

    fn read<T: FromJson>(&mut self, name: &str, problems: &mut Vec<Problem>) -> Option<T> {
        let shown = self.shown(name);
        let bytes = match fs::read(self.folder.join(name)) {
            Ok(bytes) => bytes,
            Err(error) => {
                problems.push(self.problem(name, "", format!("cannot be read: {error}")));
                return None;
            }
        };
        let text = match String::from_utf8(bytes) {
            Ok(text) => text,
            Err(error) => {
                problems.push(self.not_text(name, &error));
                return None;
            }
        };
        let parsed = build::parse(&shown, &text).map_err(|found| problems.extend(found)).ok();
        for (path, (line, column)) in parsed.iter().flat_map(|_| json_map::repeated(&text)) {
            let key = path.rsplit('.').next().unwrap_or_default();
            let message = format!("the key \"{key}\" stands twice in the same object");
            let (file, help) = (shown.clone(), Some("keep one of the two".to_owned()));
            problems.push(Problem { file, line, column, path, message, help });
        }
        self.texts.push((name.to_owned(), shown, text));
        parsed
    }

    fn not_text(&self, name: &str, error: &FromUtf8Error) -> Problem {
        let (good, _) = error.as_bytes().split_at(error.utf8_error().valid_up_to());
        let good = str::from_utf8(good).unwrap_or_default();
        let (line, column) = json_map::line_column(good, good.len());
        let help = Some("save the file as UTF-8".to_owned());
        Problem { line, column, help, ..self.problem(name, "", "what stands here is not UTF-8".to_owned()) }
    }

    /// The names of the provider files, sorted, so that the result does not depend on the file system.
    fn provider_files(&self, problems: &mut Vec<Problem>) -> Vec<String> {
        let entries = match fs::read_dir(self.folder.join(PROVIDERS)) {
            Ok(entries) => entries,
            Err(error) => {
                problems.push(self.problem(PROVIDERS, "", format!("cannot be read: {error}")));
                return Vec::new();
            }
        };
        let names = entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned());
        let mut names: Vec<String> =
            names.filter(|name| name.ends_with(JSON)).map(|name| format!("{PROVIDERS}/{name}")).collect();
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
