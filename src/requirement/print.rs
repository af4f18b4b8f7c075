//! Prints requirements in the grammar; what is printed reads back as the same.

use std::fmt::{self, Display};

use super::{Answer, Bound, Holder, PlaceTerm, Requirement, Terms, Test};

/// Several requirements in one text.
pub fn list(requirements: &[Requirement]) -> String {
    requirements.iter().map(Requirement::to_string).collect::<Vec<_>>().join("; ")
}

impl Display for Requirement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.negated {
            f.write_str("not ")?;
        }
        f.write_str(self.subject.id())?;
        if self.holder != Holder::Own {
            write!(f, "@{}", self.holder.id())?;
        }
        write!(f, " {}", self.test)?;
        if self.by_default {
            f.write_str(" by-default")?;
        }
        if self.or_cannot_tell {
            f.write_str(" or-cannot-tell")?;
        }
        Ok(())
    }
}

impl Display for Test {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Test::In(terms) => write!(f, "in {}", joined(terms)),
            Test::Has(terms) => write!(f, "has {terms}"),
            Test::HasAny(terms) => write!(f, "has-any {terms}"),
            Test::AtMost(bound) => write!(f, "<= {bound}"),
            Test::AtLeast(bound) => write!(f, ">= {bound}"),
            Test::Is(answer) => write!(f, "is {answer}"),
            Test::IsStated => f.write_str("is-stated"),
        }
    }
}

impl Display for Terms {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&match self {
            Terms::Places(terms) => joined(terms),
            Terms::Certifications(ids) => joined(ids),
            Terms::Providers(ids) => joined(ids),
            Terms::Ids(ids) => joined(ids),
        })
    }
}

impl Display for PlaceTerm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PlaceTerm::Place(code) => code.fmt(f),
            PlaceTerm::Group(id) => id.fmt(f),
        }
    }
}

impl Display for Bound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Bound::Duration(duration) => duration.fmt(f),
            Bound::Percentage(number) | Bound::Number(number) => number.fmt(f),
            Bound::Date(date) => date.fmt(f),
        }
    }
}

impl Display for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Answer::Yes => f.write_str("yes"),
            Answer::No => f.write_str("no"),
            Answer::Term(id) => id.fmt(f),
            Answer::Provider(id) => id.fmt(f),
        }
    }
}

fn joined<T: Display>(items: &[T]) -> String {
    items.iter().map(T::to_string).collect::<Vec<_>>().join(",")
}
