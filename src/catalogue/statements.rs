//! What evidence says, apart from the catalogue. It is a third of the text, and the first screen shows none of it, so the
//! page loads it later: [`taken_out`] when the page is built, [`put_back`] when somebody asks for evidence.

use super::{
    Catalogue,
    claim::Assertion,
    order,
    source::{CatalogueSource, ClaimSource, EvidenceSource},
};

/// What stands in the place of a statement that comes later.
const LATER: &str = "…";

/// Takes the statements out, one on each line, by the ids of the providers and then in their order.
pub fn taken_out(source: &mut CatalogueSource) -> String {
    let mut lines = String::new();
    for place in
        order::positions(source.providers.len(), &|a, b| source.providers[a].id.cmp(&source.providers[b].id))
    {
        for claim in &mut source.providers[place].claims {
            for evidence in all_evidence(claim) {
                let statement = std::mem::replace(&mut evidence.statement, LATER.to_owned());
                lines += &statement.replace('\n', " ");
                lines.push('\n');
            }
        }
    }
    lines
}

fn all_evidence(claim: &mut ClaimSource) -> impl Iterator<Item = &mut EvidenceSource> {
    claim.evidence.iter_mut().chain(claim.readings.iter_mut().flat_map(|reading| &mut reading.evidence))
}

/// The catalogue with the statements that were taken out of it.
pub fn put_back(catalogue: &Catalogue, lines: &str) -> Catalogue {
    let mut full = catalogue.clone();
    let mut lines = lines.lines();
    let by_id =
        order::positions(full.providers.len(), &|a, b| full.providers[a].id.cmp(&full.providers[b].id));
    for place in by_id {
        for claim in &mut full.providers[place].claims {
            let readings = match &mut claim.assertion {
                Assertion::Unclear(readings) => &mut readings[..],
                _ => &mut [],
            };
            let evidence = claim.evidence.iter_mut().chain(readings.iter_mut().flat_map(|r| &mut r.evidence));
            for evidence in evidence {
                lines.next().unwrap_or(LATER).clone_into(&mut evidence.statement);
            }
        }
    }
    full
}

#[cfg(test)]
mod tests {
    use crate::embedded;

    #[test]
    fn the_brief_catalogue_with_its_statements_is_the_whole_one() {
        let (Ok(whole), Ok(brief)) = (embedded::catalogue(), embedded::brief()) else {
            panic!("no catalogue")
        };
        assert_ne!(brief, whole);
        assert_eq!(embedded::completed(&brief), whole);
    }
}
