//! The steps that a visitor has taken, each of which can be taken back.

use std::rc::Rc;

use super::State;
use crate::project::Project;

/// How many steps are kept.
const KEPT: usize = 200;

/// The states behind and before the present one.
#[derive(Debug)]
pub struct History {
    /// The states, each with its number; never empty.
    states: Vec<(usize, Rc<State>)>,
    present: usize,
    /// What the last step changed; what is typed on in the same field is the same step.
    last: Option<Step>,
}

/// What a step changes. That evidence is opened, or a choice prepared in the form, is no step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    View,
    Chosen,
    /// Words are typed, letter by letter.
    Typed,
}

/// How the present state came about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Move {
    /// A new step.
    Forward,
    /// The same step goes on, or something changed that is no step.
    Within,
}

impl History {
    pub fn new(state: Rc<State>) -> Self {
        Self { states: vec![(0, state)], present: 0, last: None }
    }

    /// The number of the present state, by which [`History::travel`] finds it again.
    pub fn number(&self) -> usize {
        self.states[self.present].0
    }

    pub fn can_go_back(&self) -> bool {
        self.present > 0
    }

    /// Takes a new state in. After a step, what had been taken back is gone.
    pub fn take(&mut self, state: Rc<State>) -> Move {
        let step = step(&self.states[self.present].1, &state);
        if step.is_none() || step == self.last && step == Some(Step::Typed) {
            self.states[self.present].1 = state;
            return Move::Within;
        }
        self.last = step;
        let number = self.number() + 1;
        self.states.truncate(self.present + 1);
        self.states.push((number, state));
        if self.states.len() > KEPT {
            self.states.remove(0);
        }
        self.present = self.states.len() - 1;
        Move::Forward
    }

    /// Puts another project in the place of one, in every state that has it: as if it had been there from the beginning.
    /// That is no step.
    pub fn put_project(&mut self, before: &Rc<Project>, project: &Rc<Project>) {
        for (_, state) in self.states.iter_mut().filter(|(_, state)| Rc::ptr_eq(&state.project, before)) {
            Rc::make_mut(state).project = project.clone();
        }
    }

    /// Puts a state in the place of the present one. That is no step.
    pub fn put(&mut self, state: Rc<State>) {
        self.states[self.present].1 = state;
    }

    /// The present state.
    pub fn state(&self) -> Rc<State> {
        self.states[self.present].1.clone()
    }

    /// Goes to a state by its number; `None` where it is not kept any more.
    pub fn travel(&mut self, number: usize) -> Option<Rc<State>> {
        self.present = self.states.iter().position(|(known, _)| *known == number)?;
        self.last = None;
        Some(self.states[self.present].1.clone())
    }
}

/// What changed from one state to the next; the view first.
fn step(before: &State, after: &State) -> Option<Step> {
    if before.view != after.view {
        return Some(Step::View);
    }
    let is_entered = !Rc::ptr_eq(&before.project, &after.project);
    // Answers and profiles come and go; all else in a project is typed.
    let are_words = before.project.answers.len() == after.project.answers.len()
        && before.project.profiles.len() == after.project.profiles.len();
    let is_typed = before.search != after.search
        || after.draft.is_some() && before.draft != after.draft
        || is_entered && are_words;
    let same = !is_entered
        && before.requirements == after.requirements
        && before.compared == after.compared
        && before.as_of == after.as_of
        && before.sort == after.sort
        && before.arrangement == after.arrangement;
    match (is_typed, same && before.search == after.search) {
        (_, true) => None,
        (true, false) => Some(Step::Typed),
        (false, false) => Some(Step::Chosen),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::id::ProviderId;

    /// A state in which nothing has been entered: the same nothing each time.
    fn untouched() -> State {
        thread_local! {
            static NOTHING: State = State::default();
        }
        NOTHING.with(Clone::clone)
    }

    fn comparing(vendors: &[&str]) -> Rc<State> {
        let compared = vendors.iter().map(|vendor| ProviderId::new(vendor)).collect();
        Rc::new(State { compared, ..untouched() })
    }

    fn searching(words: &str) -> Rc<State> {
        Rc::new(State { search: words.to_owned(), ..untouched() })
    }

    #[test]
    fn what_is_put_in_the_place_of_a_state_is_no_step() {
        let mut history = History::new(comparing(&["wflow"]));
        history.put(comparing(&["angebot", "wflow"]));
        assert_eq!((history.number(), history.can_go_back()), (0, false));
        assert_eq!(history.state(), comparing(&["angebot", "wflow"]));
        assert_eq!(history.take(comparing(&[])), Move::Forward);
        assert_eq!(history.travel(0), Some(comparing(&["angebot", "wflow"])));
    }

    #[test]
    fn each_step_can_be_taken_back() {
        let mut history = History::new(comparing(&[]));
        assert!(!history.can_go_back());
        assert_eq!(history.take(comparing(&["avid"])), Move::Forward);
        assert_eq!(history.take(comparing(&["avid", "wflow"])), Move::Forward);
        assert_eq!(history.number(), 2);
        assert_eq!(history.travel(1), Some(comparing(&["avid"])));
        assert_eq!(history.travel(2), Some(comparing(&["avid", "wflow"])));
        assert_eq!(history.travel(0), Some(comparing(&[])));
        // Another way forward takes the place of the first.
        assert_eq!(history.take(comparing(&["moodtalk"])), Move::Forward);
        assert_eq!(history.travel(2), None);
        assert_eq!(history.number(), 1);
    }

    #[test]
    fn what_is_typed_is_one_step() {
        let mut history = History::new(searching(""));
        assert_eq!(history.take(searching("w")), Move::Forward);
        assert_eq!(history.take(searching("wf")), Move::Within);
        assert_eq!(history.travel(0), Some(searching("")));
        assert_eq!(history.take(searching("a")), Move::Forward);
    }

    #[test]
    fn what_is_only_looked_at_is_no_step() {
        let mut history = History::new(comparing(&[]));
        let noticed = State { notices: vec!["words".to_owned()], ..untouched() };
        assert_eq!(history.take(Rc::new(noticed.clone())), Move::Within);
        assert_eq!(history.travel(0), Some(Rc::new(noticed)));
    }

    #[test]
    fn a_project_that_is_put_in_place_is_not_taken_back() {
        let mut history = History::new(comparing(&[]));
        history.take(comparing(&["avid"]));
        let kept = Rc::new(Project { title: Some("Round two".to_owned()), ..Project::default() });
        history.put_project(&untouched().project, &kept);
        assert_eq!((history.number(), &history.state().project), (1, &kept));
        let first = history.travel(0).map(|state| state.project.clone());
        assert_eq!(first, Some(kept), "Undo would take back what was entered the last time");
    }

    #[test]
    fn old_steps_are_forgotten() {
        let mut history = History::new(searching(""));
        let views = [comparing(&["avid"]), comparing(&["wflow"])];
        for state in views.iter().cycle().take(300) {
            history.take(state.clone());
        }
        assert_eq!(history.states.len(), KEPT);
        assert_eq!(history.number(), 300);
        assert_eq!(history.travel(3), None);
        assert!(history.travel(299).is_some());
    }
}
