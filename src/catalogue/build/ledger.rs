//! The ledger of a document: every section of it is cited by a claim, or silent for a reason; so nothing of a document
//! is passed over unseen, and no evidence names a section that is not there.
//!
//! Ledgers are for curators: what is embedded for the browser comes without them.

use std::collections::HashSet;

use super::{Checker, Known};
use crate::catalogue::{
    order,
    problem::told,
    source::{DocumentSource, EvidenceSource, ProviderSource},
};

/// The sections of the documents that have a ledger, sorted by the id of the document.
#[derive(Default)]
pub struct Ledger(Vec<Kept>);

struct Kept {
    document: String,
    /// The position of the document.
    index: usize,
    title: String,
    sections: Vec<String>,
}

impl Ledger {
    pub fn of(documents: &[DocumentSource]) -> Self {
        let kept = documents.iter().enumerate().filter(|(_, document)| !document.sections.is_empty());
        let kept = kept.map(|(index, document)| {
            let sections = document.sections.iter().map(|section| section.title.clone()).collect();
            Kept { document: document.id.clone(), index, title: document.title.clone(), sections }
        });
        let mut kept: Vec<Kept> = kept.collect();
        order::sort_by(&mut kept, |a, b| a.document.cmp(&b.document));
        Self(kept)
    }

    fn of_document(&self, id: &str) -> Option<&Kept> {
        let found = self.0.binary_search_by(|kept| (*kept.document).cmp(id));
        found.ok().map(|place| &self.0[place])
    }

    /// Reports evidence that names a section which is not there.
    pub fn check(&self, provider: &ProviderSource, prefix: &str, checker: &mut Checker) {
        provider_evidence(provider, |evidence, path| {
            let Some(Kept { title, sections, .. }) = self.of_document(&evidence.document) else { return };
            if !sections.contains(&evidence.section) {
                let (path, what) =
                    (format!("{prefix}{}.section", path()), format!("a section of \"{title}\""));
                checker.unknown(&path, &what, &evidence.section, sections.iter().map(String::as_str));
            }
        });
    }
}

/// The sections that evidence cites, of the documents that have a ledger: the position of the document, and that of
/// the section in it. One flat set, because small pieces that stay between profiles that come and go would slow down
/// the reading of the later ones.
#[derive(Default)]
pub struct Cited(HashSet<(usize, usize)>);

impl Cited {
    pub fn by(providers: &[ProviderSource], known: &Known) -> Self {
        let mut cited = Self::default();
        providers.iter().for_each(|provider| cited.add(provider, known));
        cited
    }

    /// Adds what a provider's claims cite.
    pub fn add(&mut self, provider: &ProviderSource, known: &Known) {
        provider_evidence(provider, |evidence, _| {
            let Some(kept) = known.ledger.of_document(&evidence.document) else { return };
            let sections = kept.sections.iter().enumerate();
            let cited = sections.filter(|(_, title)| **title == evidence.section);
            self.0.extend(cited.map(|(section, _)| (kept.index, section)));
        });
    }
}

/// Reports sections that are neither cited nor silent, or both.
pub fn documents(documents: &[DocumentSource], cited: &Cited, checker: &mut Checker) {
    for (index, document) in documents.iter().enumerate() {
        sections(document, index, cited, checker);
    }
}

fn sections(document: &DocumentSource, position: usize, cited: &Cited, checker: &mut Checker) {
    let path = format!("documents[{position}]");
    let sections = document.sections.iter().enumerate();
    checker
        .unique("section", sections.clone().map(|(i, s)| (told!("{path}.sections[{i}].title"), &*s.title)));
    for (index, section) in sections {
        let path = format!("{path}.sections[{index}]");
        let is_cited = cited.0.contains(&(position, index));
        checker.filled(&format!("{path}.title"), &section.title);
        match &section.silent {
            Some(_) if is_cited => {
                let message = format!("\"{}\" is cited by a claim, so it is not silent", section.title);
                checker.report(&format!("{path}.silent"), message, Some("leave \"silent\" out".to_owned()));
            }
            Some(reason) => checker.filled(&format!("{path}.silent"), reason),
            None if !is_cited => {
                let help = "cite it, or say in \"silent\" why it states nothing".to_owned();
                checker.report(&path, format!("no claim cites \"{}\"", section.title), Some(help));
            }
            None => {}
        }
    }
}

/// Calls for each piece of evidence of a provider, with what writes out its path.
fn provider_evidence<'a>(
    provider: &'a ProviderSource,
    mut each: impl FnMut(&'a EvidenceSource, &dyn Fn() -> String),
) {
    for (i, claim) in provider.claims.iter().enumerate() {
        for (j, evidence) in claim.evidence.iter().enumerate() {
            each(evidence, &|| format!("claims[{i}].evidence[{j}]"));
        }
        for (r, reading) in claim.readings.iter().enumerate() {
            for (j, evidence) in reading.evidence.iter().enumerate() {
                each(evidence, &|| format!("claims[{i}].readings[{r}].evidence[{j}]"));
            }
        }
    }
}
