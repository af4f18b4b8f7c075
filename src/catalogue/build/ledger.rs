//! The ledger of a document: every section of it is cited by a claim, or silent for a reason; so nothing of a document
//! is passed over unseen, and no evidence names a section that is not there.
//!
//! Ledgers are for curators: what is embedded for the browser comes without them.

use std::collections::{HashMap, HashSet};

use super::Checker;
use crate::catalogue::{
    problem::told,
    source::{CatalogueSource, DocumentSource, EvidenceSource, ProviderSource},
};

/// The documents that have a ledger, by id, each with the titles that claims cite.
type Cited<'a> = HashMap<&'a str, (&'a DocumentSource, HashSet<&'a str>)>;

pub fn documents(source: &CatalogueSource, checker: &mut Checker) {
    let kept = source.documents.iter().filter(|document| !document.sections.is_empty());
    let mut cited: Cited = kept.map(|document| (&*document.id, (document, HashSet::new()))).collect();
    for (index, provider) in source.providers.iter().enumerate() {
        provider_evidence(provider, |evidence, path| {
            let Some((document, titles)) = cited.get_mut(&*evidence.document) else { return };
            let known = || document.sections.iter().map(|section| &*section.title);
            match known().find(|title| *title == evidence.section) {
                Some(title) => _ = titles.insert(title),
                None => {
                    let what = format!("a section of \"{}\"", document.title);
                    let path = format!("providers[{index}].{}.section", path());
                    checker.unknown(&path, &what, &evidence.section, known());
                }
            }
        });
    }
    for (index, document) in source.documents.iter().enumerate() {
        if let Some((_, titles)) = cited.get(&*document.id) {
            sections(document, &format!("documents[{index}]"), titles, checker);
        }
    }
}

fn sections(document: &DocumentSource, path: &str, cited: &HashSet<&str>, checker: &mut Checker) {
    let sections = document.sections.iter().enumerate();
    checker
        .unique("section", sections.clone().map(|(i, s)| (told!("{path}.sections[{i}].title"), &*s.title)));
    for (index, section) in sections {
        let path = format!("{path}.sections[{index}]");
        let is_cited = cited.contains(&*section.title);
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
