//! What a vendor has on a row, claim by claim and in words, as tables show it.

use crate::{
    catalogue::{
        claim::{Claim, Evidence},
        claim_words::{assertion, part_and_holder},
        provider::Provider,
        row::Row,
        words::date,
    },
    comparison::Cell,
    requirement::{evaluate::Context, verdict::Verdict},
};

/// A claim of a cell, or what stands there where no claim does.
pub struct Line<'a> {
    /// "35 days", "Not stated".
    pub value: String,
    /// The state of the claim, or why there is none.
    pub state: &'static str,
    pub claim: Option<&'a Claim>,
}

/// The state of an answer that no document gives.
const WORKED_OUT: &str = "worked out from the places";
const OPEN: &str = "Cannot be worked out";

impl<'a> Line<'a> {
    /// The value; an answer of ours says what it is.
    pub fn in_words(&self) -> String {
        match (self.state == WORKED_OUT, &*self.value) {
            (false, value) => value.to_owned(),
            (true, OPEN) => format!("{OPEN} from the places"),
            (true, answer) => format!("{answer}, {WORKED_OUT}"),
        }
    }

    /// Where it is said.
    pub fn evidence(&self) -> impl Iterator<Item = &'a Evidence> {
        self.claim.into_iter().flat_map(Claim::all_evidence)
    }
}

/// The lines of a cell; never none.
pub fn lines<'a>(cell: &'a Cell, provider: &'a Provider, row: &Row, context: Context) -> Vec<Line<'a>> {
    let without = |value: &str, state| Line { value: value.to_owned(), state, claim: None };
    let mut lines = Vec::new();
    if let Some(finding) = &cell.derived {
        let answer = match finding.verdict {
            Verdict::Yes => "Yes",
            Verdict::No => "No",
            Verdict::Unknown => OPEN,
        };
        lines.push(without(answer, WORKED_OUT));
    }
    lines.extend(cell.claims_of(provider).map(|claim| Line {
        value: value(claim, row, context),
        state: claim.assertion.state().id(),
        claim: Some(claim),
    }));
    match (lines.is_empty(), cell.read) {
        (true, true) => lines.push(without("Not stated", "not stated")),
        (true, false) => lines.push(without("Not read yet", "not read")),
        _ => {}
    }
    lines
}

fn value(claim: &Claim, row: &Row, context: Context) -> String {
    let ran_out = claim.expires.filter(|_| claim.expired_on(context.as_of));
    let ran_out = ran_out.map_or_else(String::new, |day| format!("; ran out on {}", date(day)));
    let words = assertion(&claim.assertion, row, context.catalogue);
    format!("{words}{}{ran_out}", part_and_holder(claim, context.catalogue))
}
