//! What evidence says, apart from the catalogue: sections, statements and notes. It is a third of the text, and the first
//! screen shows none of it, so the page loads it later: [`taken_out`] when the page is built, [`put_back`] when somebody asks
//! for evidence.

use super::{
    Catalogue,
    claim::{Assertion, Claim},
    order,
    source::{CatalogueSource, ClaimSource},
};

/// What stands in the place of what comes later.
const LATER: &str = "…";

/// Takes the texts out, one on each line, by the ids of the providers and then in their order.
pub fn taken_out(source: &mut CatalogueSource) -> String {
    let mut lines = String::new();
    let providers = &source.providers;
    for place in order::positions(providers.len(), &|a, b| providers[a].id.cmp(&providers[b].id)) {
        for text in source.providers[place].claims.iter_mut().flat_map(of_source) {
            lines += &std::mem::replace(text, LATER.to_owned()).replace('\n', " ");
            lines.push('\n');
        }
    }
    lines
}

/// The catalogue with the texts that were taken out of it.
pub fn put_back(catalogue: &Catalogue, lines: &str) -> Catalogue {
    let mut full = catalogue.clone();
    let mut lines = lines.lines();
    let providers = &catalogue.providers;
    for place in order::positions(providers.len(), &|a, b| providers[a].id.cmp(&providers[b].id)) {
        for text in full.providers[place].claims.iter_mut().flat_map(of_claim) {
            lines.next().unwrap_or(LATER).clone_into(text);
        }
    }
    full
}

/// The texts of a claim as it is written, in the order of [`of_claim`].
fn of_source(claim: &mut ClaimSource) -> Vec<&mut String> {
    let readings = claim.readings.iter_mut().flat_map(|reading| &mut reading.evidence);
    let evidence = claim.evidence.iter_mut().chain(readings);
    let mut texts: Vec<&mut String> =
        evidence.flat_map(|evidence| [&mut evidence.section, &mut evidence.statement]).collect();
    texts.extend(&mut claim.note);
    texts
}

/// The texts of a claim.
fn of_claim(claim: &mut Claim) -> Vec<&mut String> {
    let readings = match &mut claim.assertion {
        Assertion::Unclear(readings) => &mut readings[..],
        _ => &mut [],
    };
    let readings = readings.iter_mut().flat_map(|reading| &mut reading.evidence);
    let evidence = claim.evidence.iter_mut().chain(readings);
    let mut texts: Vec<&mut String> =
        evidence.flat_map(|evidence| [&mut evidence.section, &mut evidence.statement]).collect();
    texts.extend(&mut claim.note);
    texts
}
