//! Requirements and grounds in plain words. The only place where they become sentences: `clause` says what is required,
//! `reason` what was found.

mod clause;
mod reason;

pub use clause::{at_least, at_most, bound_in_words, place_terms, requirement, subject};
pub use reason::{finding, ground};

use super::verdict::Verdict;
use crate::language::say;

/// The name of a verdict.
pub fn verdict(verdict: Verdict) -> &'static str {
    say(match verdict {
        Verdict::Yes => "Meets",
        Verdict::Unknown => "Cannot tell",
        Verdict::No => "Does not meet",
    })
}
