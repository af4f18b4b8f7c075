//! What profiles that come in must fit, and the checks that say whether they do.

use super::draft::Draft;
use crate::catalogue::{
    Catalogue,
    build::{Beside, OneText},
    document::Document,
    id::RowId,
    problem::Problem,
    provider::{Kind, Provider},
    row,
    source::{DocumentSource, ProviderSource},
};
#[cfg(not(target_arch = "wasm32"))]
use crate::catalogue::{build::parts, source::CatalogueSource};

/// A catalogue that profiles are to stand in or beside.
#[derive(Debug, Clone, Default)]
pub struct Base {
    /// Rows, certifications, places, groups and documents.
    pub(super) catalogue: Catalogue,
    /// What is known of providers apart from their claims, which an import need not say again.
    heads: Vec<ProviderSource>,
    /// Whether a document that nobody knows may be cited by its name: then it is the visitor's own.
    takes_documents: bool,
    /// What is wrong with the catalogue itself.
    problems: Vec<Problem>,
}

/// The checks report paths, for which the places are looked up.
const BY_PATH: OneText = OneText { name: "", text: "" };

impl Base {
    /// A folder of data files. Every document that is cited must be in it.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn of_source(source: &CatalogueSource) -> Self {
        let ids = source.providers.iter().map(|known| &*known.id);
        let (known, problems) = parts::shared(source, ids, &BY_PATH);
        let head = |known: &ProviderSource| ProviderSource { claims: Vec::new(), ..known.clone() };
        let heads = source.providers.iter().map(head).collect();
        Self { catalogue: known.catalogue, heads, takes_documents: false, problems }
    }

    /// A catalogue beside which a visitor puts profiles. They may cite documents that it does not have.
    pub fn of(catalogue: &Catalogue) -> Self {
        let heads = catalogue.providers.iter().map(head).collect();
        let catalogue = Catalogue { providers: Vec::new(), ..catalogue.clone() };
        Self { catalogue, heads, takes_documents: true, problems: Vec::new() }
    }

    /// What is known of a provider apart from its claims.
    pub(super) fn head(&self, id: &str) -> Option<ProviderSource> {
        self.heads.iter().find(|known| known.id == id).cloned()
    }

    /// The type of a row's values; `None` for an unknown row, which the checks will report.
    pub(super) fn kind_of(&self, row: &str) -> Option<row::Kind> {
        self.catalogue.row(&RowId::new(row)).map(|row| row.kind)
    }

    /// Whether a cited document need not be known.
    pub(super) fn takes_documents(&self) -> bool {
        self.takes_documents
    }

    /// Checks drafts beside each other, and documents that they bring along.
    ///
    /// Returns the profiles without the claims in which something is wrong; a profile whose head is wrong is left out.
    pub(super) fn checked(
        &self,
        drafts: Vec<Draft>,
        documents: &[DocumentSource],
        problems: &mut Vec<Problem>,
    ) -> Vec<ProviderSource> {
        problems.extend(self.problems.iter().cloned());
        let heads = self.heads.iter().map(|known| known.id.clone());
        let ids: Vec<String> = heads.chain(drafts.iter().map(|draft| draft.profile.id.clone())).collect();
        let beside = || Beside::new(&self.catalogue, ids.iter().map(String::as_str), &BY_PATH);
        let mut brought = beside();
        let sound: Vec<Document> =
            documents.iter().filter_map(|d| brought.document(d, "documents.")).collect();
        problems.extend(brought.finish());
        let mut profiles = Vec::new();
        for draft in drafts {
            let mut beside = beside();
            beside.cite(&sound);
            beside.profile(&draft.profile, "");
            let found = beside.finish();
            problems.extend(draft.places.found(found.clone()));
            profiles.extend(draft.without(&found));
        }
        profiles
    }
}

/// A provider without its claims, as its file says it.
fn head(provider: &Provider) -> ProviderSource {
    ProviderSource {
        id: provider.id.to_string(),
        name: provider.name.clone(),
        kind: match provider.kind {
            Kind::Vendor => "vendor",
            Kind::Provider => "provider",
        }
        .to_owned(),
        summary: provider.summary.clone(),
        covers: provider.covers.iter().map(ToString::to_string).collect(),
        claims: Vec::new(),
    }
}
