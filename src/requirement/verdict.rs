//! Kleene's three-valued logic.

use std::ops::Not;

use serde_json::Value as Json;

use crate::catalogue::{
    problem::told,
    record::{Fault, Form, FromJson},
};

/// The answer to a requirement. The order is that of certainty against a provider: no, unknown, yes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    No,
    #[default]
    Unknown,
    Yes,
}

impl Verdict {
    pub const ALL: [Verdict; 3] = [Verdict::No, Verdict::Unknown, Verdict::Yes];

    /// Its name in JSON.
    pub fn id(self) -> &'static str {
        match self {
            Verdict::Yes => "meets",
            Verdict::Unknown => "cannot_tell",
            Verdict::No => "does_not_meet",
        }
    }

    /// No if one side is no, else unknown if one side is unknown.
    pub fn and(self, other: Self) -> Self {
        self.min(other)
    }

    /// Yes if one side is yes, else unknown if one side is unknown.
    pub fn or(self, other: Self) -> Self {
        self.max(other)
    }

    /// All of them; yes for none.
    pub fn all(verdicts: impl IntoIterator<Item = Self>) -> Self {
        verdicts.into_iter().fold(Verdict::Yes, Self::and)
    }

    /// Any of them; no for none.
    pub fn any(verdicts: impl IntoIterator<Item = Self>) -> Self {
        verdicts.into_iter().fold(Verdict::No, Self::or)
    }
}

impl Not for Verdict {
    type Output = Self;

    /// Unknown stays unknown.
    fn not(self) -> Self {
        match self {
            Verdict::No => Verdict::Yes,
            Verdict::Unknown => Verdict::Unknown,
            Verdict::Yes => Verdict::No,
        }
    }
}

impl serde::Serialize for Verdict {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.id())
    }
}

impl FromJson for Verdict {
    fn from_json(json: &Json, path: &str, faults: &mut Vec<Fault>) -> Self {
        let text = String::from_json(json, path, faults);
        let known = Self::ALL.into_iter().find(|verdict| verdict.id() == text);
        if known.is_none() && json.is_string() {
            let help = Some(told!("write meets, cannot_tell or does_not_meet"));
            faults.push(Fault {
                path: path.to_owned(),
                message: told!("\"{text}\" is not an outcome"),
                help,
            });
        }
        known.unwrap_or_default()
    }

    const FORM: Form = Form::Text;
}

impl From<bool> for Verdict {
    fn from(yes: bool) -> Self {
        if yes { Verdict::Yes } else { Verdict::No }
    }
}

impl From<Option<bool>> for Verdict {
    fn from(known: Option<bool>) -> Self {
        known.map_or(Verdict::Unknown, Self::from)
    }
}

#[cfg(test)]
mod tests {
    use super::Verdict::{self, No, Unknown, Yes};

    const ALL: [Verdict; 3] = Verdict::ALL;

    /// Kleene's tables, written out: what a two-valued reader would find for every way to settle the unknowns.
    fn settled(v: Verdict) -> &'static [bool] {
        match v {
            No => &[false],
            Unknown => &[false, true],
            Yes => &[true],
        }
    }

    fn gather(results: impl Iterator<Item = bool>) -> Verdict {
        let results: Vec<bool> = results.collect();
        match (results.contains(&true), results.contains(&false)) {
            (true, false) => Yes,
            (false, true) => No,
            _ => Unknown,
        }
    }

    #[test]
    fn and_or_not_are_kleenes() {
        for a in ALL {
            assert_eq!(!a, gather(settled(a).iter().map(|x| !x)));
            for b in ALL {
                let pairs = || settled(a).iter().flat_map(|x| settled(b).iter().map(move |y| (*x, *y)));
                assert_eq!(a.and(b), gather(pairs().map(|(x, y)| x && y)));
                assert_eq!(a.or(b), gather(pairs().map(|(x, y)| x || y)));
            }
        }
    }

    #[test]
    fn laws_hold() {
        for a in ALL {
            assert_eq!(!!a, a);
            for b in ALL {
                assert_eq!(!(a.and(b)), (!a).or(!b));
                for c in ALL {
                    assert_eq!(a.and(b.or(c)), a.and(b).or(a.and(c)));
                }
            }
        }
    }
}
