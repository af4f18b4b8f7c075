//! Profiles that were read and not yet checked: their parts have places, and the catalogue's own checks decide.

use std::{
    collections::{BTreeMap, BTreeSet},
    rc::Rc,
};

use super::table::Place;
use crate::catalogue::{
    build::{self, OneText},
    json_map::JsonMap,
    problem::Problem,
    row::Kind,
    source::{CatalogueSource, ProviderSource},
};

/// A profile and the places of its parts.
#[derive(Debug, Clone)]
pub struct Draft {
    pub profile: ProviderSource,
    pub places: Places,
}

/// Where the parts of a profile stand, by JSON path.
#[derive(Debug, Clone)]
pub enum Places {
    /// In the cells of a table.
    Cells(BTreeMap<String, Place>),
    /// In a JSON text, of which the profile is the part at a path.
    Text { file: String, text: Rc<str>, within: String },
}

impl Places {
    pub fn in_cells() -> Self {
        Self::Cells(BTreeMap::new())
    }

    /// Notes the place of a part that stands in a cell.
    pub fn set(&mut self, path: String, place: Place) {
        if let Self::Cells(cells) = self {
            cells.insert(path, place);
        }
    }

    /// Puts problems that have a path only at the places of their paths.
    fn found(&self, problems: Vec<Problem>) -> Vec<Problem> {
        let place: Box<dyn Fn(&str) -> Place> = match self {
            Self::Cells(cells) => {
                Box::new(|path| around(path).find_map(|part| cells.get(part)).cloned().unwrap_or_default())
            }
            Self::Text { file, text, within } => {
                let map = JsonMap::of(text);
                Box::new(move |path| {
                    let path = joined(within, path);
                    let (line, column) = map.nearest(&path);
                    Place { file: file.clone(), line, column, path }
                })
            }
        };
        let at_its_place = |problem: Problem| {
            let Place { file, line, column, path } = place(&problem.path);
            Problem { file, line, column, path, ..problem }
        };
        problems.into_iter().map(at_its_place).collect()
    }
}

/// A path and those of all that is around it, from the inside to the outside.
fn around(path: &str) -> impl Iterator<Item = &str> {
    let ends = path.rmatch_indices(['.', '[']).map(|(end, _)| &path[..end]);
    [path].into_iter().chain(ends).chain([""])
}

/// A path inside of another one.
pub fn joined(path: &str, part: &str) -> String {
    if path.is_empty() || part.is_empty() { format!("{path}{part}") } else { format!("{path}.{part}") }
}

/// What is known of a provider apart from its claims, which is what an import need not say again.
pub fn known_head(base: &CatalogueSource, id: &str) -> Option<ProviderSource> {
    let known = base.providers.iter().find(|provider| provider.id == id)?;
    Some(ProviderSource { claims: Vec::new(), ..known.clone() })
}

/// The problem of a provider of which nobody says what it is.
pub fn unknown_provider(place: &Place, id: &str) -> Problem {
    place.problem(
        format!("nothing says what \"{id}\" is, and the catalogue does not know it"),
        "make its profile first, with catalogue new; a table of claims can also say it in a line without a row",
    )
}

/// The type of a row's values; `None` for an unknown row, which the checks will report.
pub fn kind_of(base: &CatalogueSource, row: &str) -> Option<Kind> {
    let row = base.sections.iter().flat_map(|section| &section.rows).find(|known| known.id == row)?;
    Kind::ALL.into_iter().find(|kind| kind.id() == row.kind)
}

/// Checks drafts as the files of `base` are checked.
///
/// Returns the profiles without the claims in which something is wrong; a profile whose head is wrong is left out.
pub fn checked(
    drafts: Vec<Draft>,
    base: &CatalogueSource,
    problems: &mut Vec<Problem>,
) -> Vec<ProviderSource> {
    // The checks report paths, for which the places are looked up.
    let by_path = OneText { name: "", text: "" };
    let new = drafts.iter().map(|draft| &*draft.profile.id);
    let ids: BTreeSet<&str> = base.providers.iter().map(|known| &*known.id).chain(new).collect();
    let (known, found) = build::parts::shared(base, ids.into_iter(), &by_path);
    problems.extend(found);
    let mut profiles = Vec::new();
    for Draft { profile, places } in drafts {
        let (_, found) = build::parts::provider(&profile, &known, &by_path);
        profiles.extend(without(profile, &found));
        problems.extend(places.found(found));
    }
    profiles
}

/// A profile without the claims in which something is wrong; `None` where its head is.
fn without(mut profile: ProviderSource, problems: &[Problem]) -> Option<ProviderSource> {
    let claim =
        |problem: &Problem| problem.path.strip_prefix("claims[")?.split(']').next()?.parse::<usize>().ok();
    let wrong: BTreeSet<Option<usize>> = problems.iter().map(claim).collect();
    let mut index = 0..;
    profile.claims.retain(|_| !wrong.contains(&index.next()));
    (!wrong.contains(&None)).then_some(profile)
}
