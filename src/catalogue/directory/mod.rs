//! Reads a `data/` folder: `rows.json`, `certifications.json`, `places.json`, `documents.json` and one file for each
//! provider in `providers/`. Native only.
//!
//! The shared parts are read when a folder is opened, the profiles one by one: a folder of ten thousand profiles is
//! checked without being in memory.

mod file;

use std::{
    fs, mem,
    path::{Path, PathBuf},
};

pub use file::File;

use super::{
    Catalogue,
    build::{Cited, Known, Origin, parts},
    id::is_id,
    json_map::JsonMap,
    problem::Problem,
    provider::Provider,
    record::FromJson,
    source::{CatalogueSource, CertificationsFile, DocumentsFile, PlacesFile, ProviderSource, RowsFile},
};

pub const ROWS: &str = "rows.json";
pub const CERTIFICATIONS: &str = "certifications.json";
pub const PLACES: &str = "places.json";
pub const DOCUMENTS: &str = "documents.json";
pub const PROVIDERS: &str = "providers";
const JSON: &str = ".json";

/// Reads and checks a folder.
///
/// Returns the parts as they are written, to be embedded, beside the checked catalogue.
///
/// # Errors
/// Every problem found, in every file.
pub fn load(folder: &Path) -> Result<(CatalogueSource, Catalogue), Vec<Problem>> {
    let mut folder = Folder::open(folder);
    let mut problems = mem::take(&mut folder.problems);
    let (mut sources, mut providers, mut cited) = (Vec::new(), Vec::new(), Cited::default());
    for profile in folder.profiles() {
        profile.source.iter().for_each(|source| cited.add(source, &folder.known));
        problems.extend(profile.problems);
        sources.extend(profile.source);
        providers.extend(profile.provider);
    }
    problems.extend(folder.ledgers(&cited, sources.len()));
    if !problems.is_empty() {
        return Err(problems);
    }
    Ok((CatalogueSource { providers: sources, ..folder.source }, folder.known.with(providers)))
}

/// A folder whose shared parts have been read and checked.
pub struct Folder {
    path: PathBuf,
    /// How the folder is called in problems.
    shown: String,
    /// The files of the shared parts that could be read.
    pub shared: Vec<File>,
    /// What is wrong with the shared parts, or with the folder itself.
    pub problems: Vec<Problem>,
    /// The shared parts as they are written, without providers.
    pub source: CatalogueSource,
    /// The shared parts, checked, with the ids of the providers.
    pub known: Known,
    /// The names of the profiles in the folder, `providers/acme.json`, sorted.
    pub names: Vec<String>,
    /// Whether the shared parts could all be read. Without them, everything that refers to them would be reported as
    /// unknown.
    whole: bool,
}

/// One provider's file.
pub struct Profile {
    /// `None` where it could not be read.
    pub file: Option<File>,
    /// `None` where it is not of that shape.
    pub source: Option<ProviderSource>,
    /// `None` where something is wrong with it.
    pub provider: Option<Provider>,
    pub problems: Vec<Problem>,
}

impl Folder {
    /// Opens a folder, which problems call by its name.
    pub fn open(path: &Path) -> Self {
        let name = path.file_name().unwrap_or(path.as_os_str());
        Self::open_as(path, &name.to_string_lossy())
    }

    /// Opens a folder, which problems call as is said here.
    pub fn open_as(path: &Path, shown: &str) -> Self {
        let mut folder = Folder {
            path: path.to_owned(),
            shown: shown.to_owned(),
            shared: Vec::new(),
            problems: Vec::new(),
            source: CatalogueSource::default(),
            known: Known::default(),
            names: Vec::new(),
            whole: false,
        };
        let rows: RowsFile = folder.part(ROWS);
        let certifications: CertificationsFile = folder.part(CERTIFICATIONS);
        let places: PlacesFile = folder.part(PLACES);
        let documents: DocumentsFile = folder.part(DOCUMENTS);
        folder.list();
        folder.whole = folder.problems.is_empty();
        folder.source = CatalogueSource {
            sections: rows.sections,
            certifications: certifications.certifications,
            places: places.places,
            groups: places.groups,
            documents: documents.documents,
            providers: Vec::new(),
        };
        if folder.whole {
            // The file's name stands for the id; whether the file says the same is checked with the file.
            let ids = folder.names.iter().map(|name| stem(name));
            let (known, problems) = parts::shared(&folder.source, ids, &Parts(&folder.shared));
            folder.known = known;
            folder.problems.extend(problems);
        }
        folder
    }

    /// The profiles of the folder, each read and checked when it is asked for.
    pub fn profiles(&self) -> impl Iterator<Item = Profile> {
        self.names.iter().map(|name| self.profile(&self.path(name), &self.shown(name)).named())
    }

    /// Reads a profile, of this folder or to stand in it, and checks it against the shared parts.
    pub fn profile(&self, path: &Path, shown: &str) -> Profile {
        let nothing = |problems| Profile { file: None, source: None, provider: None, problems };
        let file = match File::read(path, shown) {
            Ok(file) => file,
            Err(problem) => return nothing(vec![problem]),
        };
        let (source, mut problems) = file.parse::<ProviderSource>();
        let mut provider = None;
        if let (Some(source), true) = (&source, self.whole) {
            let (checked, found) = parts::provider(source, &self.known, &file);
            problems.extend(found);
            provider = Some(checked).filter(|_| problems.is_empty());
        }
        Profile { file: Some(file), source, provider, problems }
    }

    /// What is wrong with the ledgers of the documents, when all profiles have been gone through; nothing where not as
    /// many were read as there are, because what cites a section may be in the others.
    pub fn ledgers(&self, cited: &Cited, read: usize) -> Vec<Problem> {
        match self.whole && read == self.names.len() {
            true => parts::ledgers(&self.source, cited, &Parts(&self.shared)),
            false => Vec::new(),
        }
    }

    /// Whether the shared parts could be read; else the profiles are not checked against them.
    pub fn is_whole(&self) -> bool {
        self.whole
    }

    /// One of the shared parts, by its name, where it could be read.
    pub fn shared_file(&self, name: &str) -> Option<&File> {
        let shown = self.shown(name);
        self.shared.iter().find(|file| file.shown == shown)
    }

    /// Where a file of the folder is.
    pub fn path(&self, name: &str) -> PathBuf {
        self.path.join(name)
    }

    /// How a file of the folder is called in problems.
    pub fn shown(&self, name: &str) -> String {
        format!("{}/{name}", self.shown)
    }

    /// Reads one of the shared parts; what is wrong with it is kept.
    fn part<T: FromJson>(&mut self, name: &str) -> T {
        match File::read(&self.path(name), &self.shown(name)) {
            Err(problem) => {
                self.problems.push(problem);
                T::default()
            }
            Ok(file) => {
                let (part, problems) = file.parse();
                self.problems.extend(problems);
                self.shared.push(file);
                part.unwrap_or_default()
            }
        }
    }

    /// Lists the profiles, sorted, so that the result does not depend on the file system.
    fn list(&mut self) {
        match fs::read_dir(self.path(PROVIDERS)) {
            Err(error) => self.problems.push(file::unreadable(&self.shown(PROVIDERS), &error)),
            Ok(entries) => {
                let names = entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned());
                let profiles = names.filter(|name| name.ends_with(JSON));
                self.names = profiles.map(|name| format!("{PROVIDERS}/{name}")).collect();
                self.names.sort();
            }
        }
    }
}

/// `acme` of `providers/acme.json`.
fn stem(name: &str) -> &str {
    let file = name.rsplit('/').next().unwrap_or(name);
    file.strip_suffix(JSON).unwrap_or(file)
}

impl Profile {
    /// With the problem that its id is not the name of its file: only so is it found, and unique.
    pub fn named(mut self) -> Self {
        if let (Some(source), Some(file)) = (&self.source, &self.file)
            && source.id != stem(&file.shown)
        {
            let stem = stem(&file.shown);
            let message = format!("the id \"{}\" is not the name of the file", source.id);
            let help = match (is_id(&source.id), is_id(stem)) {
                (true, true) => format!("rename the file to {}.json, or the id to \"{stem}\"", source.id),
                (true, false) => format!("rename the file to {}.json", source.id),
                (false, _) => format!("rename the id to \"{stem}\""),
            };
            let help = Some(help);
            let (line, column) = JsonMap::of(&file.text).nearest("id");
            let (file, path) = (file.shown.clone(), "id".to_owned());
            self.problems.insert(0, Problem { file, line, column, path, message, help });
            self.provider = None;
        }
        self
    }
}

/// The files of the shared parts.
struct Parts<'a>(&'a [File]);

impl Origin for Parts<'_> {
    fn resolve<'s, 'p>(&'s self, path: &'p str) -> (&'s str, &'s str, &'p str) {
        let name = match path.split(['[', '.']).next().unwrap_or_default() {
            "sections" => ROWS,
            "certifications" => CERTIFICATIONS,
            "documents" => DOCUMENTS,
            _ => PLACES,
        };
        let file = self.0.iter().find(|file| file.shown.rsplit('/').next() == Some(name));
        file.map_or(("", "", path), |file| (&file.shown, &file.text, path))
    }
}
