//! What evidence says, apart from the catalogue: sections, statements and notes. It is a third of the text, and the first
//! screen shows none of it, so the page loads it later: [`taken_out`] when the page is built, [`put_back`] when somebody asks
//! for evidence.

use super::{
    Catalogue,
    claim::{Assertion, Claim},
};

/// What stands in the place of what comes later.
const LATER: &str = "…";

/// Takes the texts out, one on each line, in the order of the catalogue. A break in a text becomes a space.
pub fn taken_out(catalogue: &mut Catalogue) -> String {
    let mut lines = String::new();
    for text in texts(catalogue) {
        lines += &std::mem::replace(text, LATER.to_owned()).replace('\n', " ");
        lines.push('\n');
    }
    lines
}

/// The catalogue with the texts that were taken out of it.
pub fn put_back(catalogue: &Catalogue, lines: &str) -> Catalogue {
    let mut full = catalogue.clone();
    for (text, line) in texts(&mut full).zip(lines.lines()) {
        line.clone_into(text);
    }
    full
}

fn texts(catalogue: &mut Catalogue) -> impl Iterator<Item = &mut String> {
    catalogue.providers.iter_mut().flat_map(|provider| &mut provider.claims).flat_map(of_claim)
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
