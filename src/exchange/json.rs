//! Profiles as JSON: the shape of their files.

use std::rc::Rc;

use serde_json::Value as Json;

use super::{
    Imported,
    base::Base,
    cited,
    draft::{Draft, Places},
};
use crate::{
    catalogue::{
        build::parse,
        problem::Problem,
        record::record,
        source::{CatalogueSource, DocumentSource, ProviderSource},
    },
    project::file::sound,
};

record! {
    "an object with \"providers\"" =>
    /// Several profiles in one text, and documents that they cite and that a catalogue may not have.
    pub struct ProvidersFile {
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub documents: Vec<DocumentSource>,
        pub providers: Vec<ProviderSource>,
    }
}

/// Reads one profile, several, or those of a whole catalogue, and checks them as parts of `base`.
pub fn read(name: &str, text: &str, base: &Base) -> Imported {
    let mut imported = Imported::default();
    match drafts(name, text) {
        Ok((mut drafts, documents)) => {
            imported.documents = cited::taken(&mut drafts, documents, base);
            imported.profiles = base.checked(drafts, &imported.documents, &mut imported.problems);
        }
        Err(problems) => imported.problems = problems,
    }
    imported
}

fn drafts(name: &str, text: &str) -> Result<(Vec<Draft>, Vec<DocumentSource>), Vec<Problem>> {
    let json: Json = parse(name, text)?;
    let shared: Rc<str> = Rc::from(text);
    let places = |within| Places::Text { file: name.to_owned(), text: shared.clone(), within };
    let ProvidersFile { documents, providers } = if json.get("sections").is_some() {
        let CatalogueSource { documents, providers, .. } = sound(name, text)?;
        ProvidersFile { documents, providers }
    } else if json.get("providers").is_some() {
        sound(name, text)?
    } else {
        let only = Draft { profile: sound(name, text)?, places: places(String::new()) };
        return Ok((vec![only], Vec::new()));
    };
    let draft = |(index, profile)| Draft { profile, places: places(format!("providers[{index}]")) };
    Ok((providers.into_iter().enumerate().map(draft).collect(), documents))
}
