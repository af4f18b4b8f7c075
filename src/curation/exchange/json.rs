//! Profiles as JSON: the shape of their files.

use std::rc::Rc;

use serde_json::Value as Json;

use super::{
    Imported,
    draft::{self, Draft, Places},
};
use crate::{
    catalogue::{
        build,
        directory::File,
        problem::Problem,
        record::{FromJson, record},
        source::{CatalogueSource, ProviderSource},
    },
    curation::format,
};

record! {
    "an object with \"providers\"" =>
    /// Several profiles in one text.
    pub struct ProvidersFile {
        pub providers: Vec<ProviderSource>,
    }
}

/// The text of profiles: that of its file for one, an object with `providers` for several.
pub fn write(profiles: &[ProviderSource]) -> String {
    match profiles {
        [only] => format::text(only),
        several => format::text(&ProvidersFile { providers: several.to_vec() }),
    }
}

/// Reads one profile, several, or those of a whole catalogue, and checks them as parts of `base`.
pub fn read(file: &File, base: &CatalogueSource) -> Imported {
    let mut imported = Imported::default();
    match drafts(file) {
        Ok(drafts) => imported.profiles = draft::checked(drafts, base, &mut imported.problems),
        Err(problems) => imported.problems = problems,
    }
    imported
}

fn drafts(file: &File) -> Result<Vec<Draft>, Vec<Problem>> {
    let json: Json = build::parse(&file.shown, &file.text)?;
    let text: Rc<str> = Rc::from(&*file.text);
    let places = |within| Places::Text { file: file.shown.clone(), text: text.clone(), within };
    let profiles = if json.get("sections").is_some() {
        sound::<CatalogueSource>(file)?.providers
    } else if json.get("providers").is_some() {
        sound::<ProvidersFile>(file)?.providers
    } else {
        return Ok(vec![Draft { profile: sound(file)?, places: places(String::new()) }]);
    };
    let draft = |(index, profile)| Draft { profile, places: places(format!("providers[{index}]")) };
    Ok(profiles.into_iter().enumerate().map(draft).collect())
}

/// The structure of a text in which nothing is wrong.
fn sound<T: FromJson>(file: &File) -> Result<T, Vec<Problem>> {
    match file.parse() {
        (Some(whole), problems) if problems.is_empty() => Ok(whole),
        (_, problems) => Err(problems),
    }
}
