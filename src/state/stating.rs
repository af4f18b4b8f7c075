//! Changes of a single requirement where it stands in the sentence.

use super::State;

/// What can be done to a requirement, by its place among them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StatingAction {
    /// Turns it into its negation, and back.
    Negate(usize),
    /// Whether who cannot be told stays in the running.
    ToggleCannotTell(usize),
}

/// Carries an action out; a place where nothing stands changes nothing.
pub fn change(state: &mut State, action: StatingAction) {
    let (StatingAction::Negate(index) | StatingAction::ToggleCannotTell(index)) = action;
    let Some(requirement) = state.requirements.get_mut(index) else { return };
    match action {
        StatingAction::Negate(_) => requirement.negated = !requirement.negated,
        StatingAction::ToggleCannotTell(_) => requirement.or_cannot_tell = !requirement.or_cannot_tell,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{embedded, state::link};

    #[test]
    fn each_change_is_taken_back_by_the_same() {
        let catalogue = embedded::catalogue().unwrap_or_default();
        let before = link::read("require=region+in+EEA;ret-backup+<=+P60D", &catalogue);
        let mut state = before.clone();
        for (action, text) in [
            (StatingAction::Negate(1), "not ret-backup <= P60D"),
            (StatingAction::ToggleCannotTell(1), "ret-backup <= P60D or-cannot-tell"),
        ] {
            change(&mut state, action);
            assert_eq!(state.requirements[1].to_string(), text);
            change(&mut state, action);
            assert_eq!(state, before);
        }
        change(&mut state, StatingAction::Negate(2));
        assert_eq!(state, before);
    }
}
