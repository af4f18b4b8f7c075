//! Several requirements together: who meets them, who cannot be told, and what each option would leave.

use std::rc::Rc;

use super::{Engine, Judged, bits::Bits};
use crate::requirement::{Requirement, Subject, counts::Counts};

/// A requirement as a query asks it.
#[derive(Debug, Clone, PartialEq)]
pub struct Asked {
    pub requirement: Requirement,
    /// Whoever cannot be told stays in the running as if they met it.
    pub or_cannot_tell: bool,
}

/// Who is left.
#[derive(Debug, Clone, PartialEq)]
pub struct Groups {
    pub meets: Bits,
    pub cannot_tell: Bits,
    pub does_not_meet: Bits,
}

/// The requirements of a query, judged.
pub struct Answer<'a> {
    engine: &'a Engine,
    judged: Vec<(Subject, Judged)>,
}

impl Engine {
    /// Judges all vendors by all requirements.
    pub fn query(&self, asked: &[Asked]) -> Answer<'_> {
        let judge = |asked: &Asked| {
            let judged = self.judge(&asked.requirement);
            let yes = if asked.or_cannot_tell { &judged.possible } else { &judged.yes };
            let judged = Judged { yes: Rc::clone(yes), possible: judged.possible.clone() };
            (asked.requirement.subject.clone(), judged)
        };
        Answer { engine: self, judged: asked.iter().map(judge).collect() }
    }
}

impl Answer<'_> {
    /// The three groups; without requirements every vendor meets them.
    pub fn groups(&self) -> Groups {
        let Judged { yes, possible } = self.together(None);
        let mut does_not_meet = Bits::full(self.engine.len());
        does_not_meet.remove_all(&possible);
        let mut cannot_tell = (*possible).clone();
        cannot_tell.remove_all(&yes);
        Groups { meets: (*yes).clone(), cannot_tell, does_not_meet }
    }

    /// What each option of a row would leave, together with the requirements on the other rows. All options are
    /// about one subject.
    pub fn counts(&self, options: &[Requirement]) -> Vec<Counts> {
        let Some(first) = options.first() else { return Vec::new() };
        let others = self.together(Some(&first.subject));
        options.iter().map(|option| count(&others, &self.engine.judge(option))).collect()
    }

    /// Who meets all requirements, but those on one subject.
    fn together(&self, without: Option<&Subject>) -> Judged {
        let all = || Bits::full(self.engine.len());
        let (mut yes, mut possible) = (all(), all());
        for (_, judged) in self.judged.iter().filter(|(subject, _)| Some(subject) != without) {
            yes.keep(&judged.yes);
            possible.keep(&judged.possible);
        }
        Judged { yes: Rc::new(yes), possible: Rc::new(possible) }
    }
}

fn count(others: &Judged, option: &Judged) -> Counts {
    let meets = others.yes.count_common(&option.yes);
    let possible = others.possible.count_common(&option.possible);
    Counts { meets, cannot_tell: possible - meets }
}
