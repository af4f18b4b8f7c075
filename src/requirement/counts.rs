//! How many vendors an option would leave.

use super::{Requirement, evaluate::Context, outcome::Outcome, verdict::Verdict};

/// What a choice would leave in the two groups that stay in the running.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    pub meets: usize,
    pub cannot_tell: usize,
}

/// The counts of one option: its requirement alone, together with the requirements on the other rows.
pub fn of_option(option: &Requirement, requirements: &[Requirement], context: Context) -> Counts {
    let others = requirements.iter().filter(|r| r.subject != option.subject);
    let requirements: Vec<Requirement> = others.chain([option]).cloned().collect();
    let outcome = Outcome::of(&requirements, context);
    Counts {
        meets: outcome.group(Verdict::Yes).count(),
        cannot_tell: outcome.group(Verdict::Unknown).count(),
    }
}
