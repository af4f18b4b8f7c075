//! A part of a large catalogue as a catalogue of its own: some vendors, and everything that they refer to.

use rustc_hash::FxHashSet;
use serde::Serialize;

use super::{Loaded, entries::part};
use crate::catalogue::{
    claim::{Assertion, Claim},
    id::{DocumentId, ProviderId},
    provider::Provider,
    source::{CatalogueSource, DocumentSource, ProviderSource},
    value::Value,
};

/// The parts that all providers share, but the documents, as members of an object. What only a curator needs is left
/// out, as it is from the embedded catalogue.
pub fn shared(mut source: CatalogueSource) -> String {
    source.forget_what_curators_need();
    let members = [
        ("sections", json(&source.sections)),
        ("certifications", json(&source.certifications)),
        ("places", json(&source.places)),
        ("groups", json(&source.groups)),
    ];
    members.map(|(key, value)| format!("\"{key}\":{value}")).join(",")
}

impl Loaded {
    /// The text of a catalogue with these vendors, all providers behind vendors, and the documents that they cite.
    ///
    /// Whoever else is named in it gets a profile without claims, so that it has a name.
    pub fn excerpt(&self, vendors: &[&str]) -> String {
        let mut named = Named::default();
        let behind = self.engine.shared().providers.iter();
        behind.for_each(|provider| named.by(provider));
        let mut profiles: Vec<String> =
            self.behind.iter().map(|place| part(&self.text, place).to_owned()).collect();
        for text in vendors.iter().filter_map(|id| self.profile(id)) {
            if let Some(provider) = self.read(text) {
                named.by(&provider);
                profiles.push(text.to_owned());
            }
        }
        let mut cited: Vec<&DocumentId> = named.documents.iter().collect();
        cited.sort();
        let documents: Vec<DocumentSource> =
            cited.into_iter().filter_map(|id| self.documents.source(id.as_str())).collect();
        named.providers.extend(documents.iter().map(|document| ProviderId::new(&document.publisher)));
        let mut missing: Vec<ProviderId> = named.providers.difference(&named.there).cloned().collect();
        missing.sort();
        profiles.extend(missing.iter().map(|id| json(&self.stub(id))));
        format!(
            "{{{},\"documents\":{},\"providers\":[{}]}}",
            self.shared,
            json(&documents),
            profiles.join(",")
        )
    }

    /// A provider of whom nothing is shown but the name.
    fn stub(&self, id: &ProviderId) -> ProviderSource {
        let name = self.engine.position(id.as_str()).and_then(|vendor| self.engine.name(vendor));
        ProviderSource {
            id: id.to_string(),
            name: name.unwrap_or(id.as_str()).to_owned(),
            kind: "provider".to_owned(),
            ..ProviderSource::default()
        }
    }
}

/// Whom and what some profiles name.
#[derive(Default)]
struct Named {
    there: FxHashSet<ProviderId>,
    providers: FxHashSet<ProviderId>,
    documents: FxHashSet<DocumentId>,
}

impl Named {
    fn by(&mut self, provider: &Provider) {
        self.there.insert(provider.id.clone());
        provider.claims.iter().for_each(|claim| self.by_claim(claim));
    }

    fn by_claim(&mut self, claim: &Claim) {
        self.providers.extend(claim.holder.clone());
        for evidence in claim.all_evidence() {
            self.documents.insert(evidence.document.clone());
            self.providers.insert(evidence.said_by.clone());
        }
        match &claim.assertion {
            Assertion::Unclear(readings) => readings.iter().for_each(|reading| self.by_value(&reading.value)),
            other => other.value().into_iter().for_each(|value| self.by_value(value)),
        }
    }

    fn by_value(&mut self, value: &Value) {
        match value {
            Value::Provider(id) => _ = self.providers.insert(id.clone()),
            Value::Providers(list) => self.providers.extend(list.items.iter().cloned()),
            _ => {}
        }
    }
}

/// Nothing in these structures can fail to be written.
fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}
