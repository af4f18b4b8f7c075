//! A provider: its head, and its claims.

use super::{Checker, Known, claims};
use crate::catalogue::{
    id::{ProviderId, SectionId},
    problem::told,
    provider::{self, Provider},
    source::ProviderSource,
};

/// The provider as far as it holds; what is wrong is reported. `prefix` stands before each path.
pub fn provider(source: &ProviderSource, prefix: &str, known: &Known, checker: &mut Checker) -> Provider {
    checker.id(&told!("{prefix}id"), &source.id);
    checker.filled(&told!("{prefix}name"), &source.name);
    let kind = match &*source.kind {
        "vendor" => provider::Kind::Vendor,
        "provider" => provider::Kind::Provider,
        other => {
            let known = ["vendor", "provider"].into_iter();
            checker.unknown(&told!("{prefix}kind"), "a kind of provider", other, known);
            provider::Kind::Provider
        }
    };
    let sections = &known.catalogue.sections;
    for (i, section) in source.covers.iter().enumerate() {
        if !sections.iter().any(|s| s.id == **section) {
            let known = sections.iter().map(|s| s.id.as_str());
            checker.unknown(&told!("{prefix}covers[{i}]"), "a section", section, known);
        }
    }
    #[cfg(any(feature = "others", not(target_arch = "wasm32")))]
    known.ledger.check(source, prefix, checker);
    Provider {
        id: ProviderId::new(&source.id),
        name: source.name.clone(),
        kind,
        summary: source.summary.clone(),
        covers: source.covers.iter().map(|id| SectionId::new(id)).collect(),
        own: false,
        claims: claims::claims(source, prefix, known, checker),
    }
}
