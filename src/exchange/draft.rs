//! Profiles that were read and not yet checked: their parts have places, and the catalogue's own checks decide.

use std::{
    collections::{BTreeMap, BTreeSet},
    rc::Rc,
};

use super::table::Place;
use crate::catalogue::{json_map::JsonMap, problem::Problem, source::ProviderSource};

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

impl Draft {
    /// The profile without the claims in which something is wrong; `None` where its head is.
    pub fn without(mut self, problems: &[Problem]) -> Option<ProviderSource> {
        let claim = |problem: &Problem| {
            problem.path.strip_prefix("claims[")?.split(']').next()?.parse::<usize>().ok()
        };
        let wrong: BTreeSet<Option<usize>> = problems.iter().map(claim).collect();
        let mut index = 0..;
        self.profile.claims.retain(|_| !wrong.contains(&index.next()));
        (!wrong.contains(&None)).then_some(self.profile)
    }
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
    pub fn found(&self, problems: Vec<Problem>) -> Vec<Problem> {
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

/// The problem of a provider of which nobody says what it is.
pub fn unknown_provider(place: &Place, id: &str) -> Problem {
    place.problem(
        format!("nothing says what \"{id}\" is, and the catalogue does not know it"),
        "make its profile first, with catalogue new; a table of claims can also say it in a line without a row",
    )
}
