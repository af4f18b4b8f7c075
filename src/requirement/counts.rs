//! How many vendors an option would leave.

use super::{Requirement, evaluate::Context, outcome::Outcome, verdict::Verdict};
use crate::catalogue::id::ProviderId;

/// What a choice would leave in the two groups that stay in the running.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    pub meets: usize,
    pub cannot_tell: usize,
}

/// The counts of one option: its requirement alone, together with the requirements on the other rows.
pub fn of_option(option: &Requirement, requirements: &[Requirement], context: Context) -> Counts {
    of_option_among(None, option, requirements, context)
}

/// The counts of one option among these vendors; `None` is all.
pub fn of_option_among(
    vendors: Option<&[ProviderId]>,
    option: &Requirement,
    requirements: &[Requirement],
    context: Context,
) -> Counts {
    let others = requirements.iter().filter(|r| r.subject != option.subject);
    let requirements: Vec<Requirement> = others.chain([option]).cloned().collect();
    let outcome = Outcome::of(&requirements, context);
    let count = |verdict| {
        let group = outcome.group(verdict);
        group.filter(|a| vendors.is_none_or(|vendors| vendors.contains(&a.vendor))).count()
    };
    Counts { meets: count(Verdict::Yes), cannot_tell: count(Verdict::Unknown) }
}
