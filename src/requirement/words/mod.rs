//! Requirements and grounds in plain English. The only place where they become sentences: `clause` says what is required,
//! `reason` what was found.

mod clause;
mod reason;

pub use clause::{bound_in_words, place_terms, requirement, subject};
pub use reason::{finding, ground};

use super::verdict::Verdict;

/// The name of a verdict.
pub fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Yes => "Meets",
        Verdict::Unknown => "Cannot tell",
        Verdict::No => "Does not meet",
    }
}
