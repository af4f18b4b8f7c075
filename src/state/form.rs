//! The slots of the requirements form: the form edits one requirement on places, one on certificates and one on
//! retention at a time. Which one, is chosen by its switches; the requirement itself stands in the state.

use crate::{
    catalogue::{
        Catalogue,
        duration::Duration,
        id::{CertificationId, RowId},
        row::{Kind, Row},
    },
    requirement::{Bound, Holder, PlaceTerm, Requirement, Subject, Terms, Test},
};

/// The switches of the form, and what it shows of itself.
#[derive(Debug, Clone, PartialEq)]
pub struct Form {
    /// `region`, or a row of places.
    pub place: Subject,
    pub containment: Containment,
    pub holder: Holder,
    /// A row of durations.
    pub period: RowId,
    pub direction: Direction,
    /// Whether the form is shown where there is little room.
    pub is_open: bool,
    /// Whether every certificate is offered, or the first few.
    pub all_certificates: bool,
    pub other: OtherPeriod,
}

/// A period that is being written: a number and a unit.
#[derive(Debug, Clone, PartialEq)]
pub struct OtherPeriod {
    pub number: String,
    /// The letter of an ISO 8601 duration: `D`, `M` or `Y`.
    pub unit: char,
    /// It was to be set, and is not a period.
    pub is_wrong: bool,
}

/// How much of the data a requirement on places asks about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Containment {
    Everything,
    Something,
}

/// The side on which a duration is bounded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    AtMost,
    AtLeast,
}

impl Default for Form {
    fn default() -> Self {
        Self {
            place: Subject::Region,
            containment: Containment::Everything,
            holder: Holder::Own,
            period: RowId::new("ret-backup"),
            direction: Direction::AtMost,
            is_open: false,
            all_certificates: false,
            other: OtherPeriod { number: String::new(), unit: 'D', is_wrong: false },
        }
    }
}

impl Form {
    /// The form as it best shows these requirements: each switch follows the first requirement of its slot.
    pub fn showing(requirements: &[Requirement], catalogue: &Catalogue) -> Self {
        let mut form = Self::default();
        // A catalogue of others may not have the row that is shown first.
        if retention_rows(catalogue).all(|row| row.id != form.period) {
            form.period = retention_rows(catalogue).next().map_or(form.period, |row| row.id.clone());
        }
        requirements.iter().rev().for_each(|requirement| form.show(requirement, catalogue));
        form
    }

    /// Turns the switches so that this requirement is the one in its slot, where it has one.
    pub fn show(&mut self, requirement: &Requirement, catalogue: &Catalogue) {
        let Requirement { subject, test, holder, .. } = requirement;
        if requirement.negated || requirement.by_default {
            return;
        }
        match (containment_of(test), direction_of(test), subject) {
            (Some(containment), ..) => (self.place, self.containment) = (subject.clone(), containment),
            (_, _, Subject::Cert) => self.holder = *holder,
            (_, Some(direction), Subject::Row(id)) if retention_rows(catalogue).any(|row| row.id == *id) => {
                (self.period, self.direction) = (id.clone(), direction);
            }
            _ => {}
        }
    }

    /// Where the requirement of the place slot stands.
    pub fn place_slot(&self, requirements: &[Requirement]) -> Option<usize> {
        let fits = |r: &Requirement| {
            plain_on(r, &self.place)
                && r.holder == Holder::Own
                && containment_of(&r.test) == Some(self.containment)
        };
        requirements.iter().position(fits)
    }

    /// The places chosen in the slot.
    pub fn places<'a>(&self, requirements: &'a [Requirement]) -> &'a [PlaceTerm] {
        match self.place_slot(requirements).map(|i| &requirements[i].test) {
            Some(Test::In(terms) | Test::HasAny(Terms::Places(terms))) => terms,
            _ => &[],
        }
    }

    /// The requirement that a choice of places makes.
    pub fn place_requirement(&self, terms: Vec<PlaceTerm>) -> Requirement {
        let test = match self.containment {
            Containment::Everything => Test::In(terms),
            Containment::Something => Test::HasAny(Terms::Places(terms)),
        };
        requirement(self.place.clone(), Holder::Own, test)
    }

    /// Where the requirement of the certificate slot stands.
    pub fn certificate_slot(&self, requirements: &[Requirement]) -> Option<usize> {
        let fits = |r: &Requirement| {
            plain_on(r, &Subject::Cert)
                && r.holder == self.holder
                && matches!(&r.test, Test::Has(Terms::Certifications(_)))
        };
        requirements.iter().position(fits)
    }

    /// The certificates chosen in the slot.
    pub fn certificates<'a>(&self, requirements: &'a [Requirement]) -> &'a [CertificationId] {
        match self.certificate_slot(requirements).map(|i| &requirements[i].test) {
            Some(Test::Has(Terms::Certifications(ids))) => ids,
            _ => &[],
        }
    }

    /// The requirement that a choice of certificates makes: each of them.
    pub fn certificate_requirement(&self, ids: Vec<CertificationId>) -> Requirement {
        requirement(Subject::Cert, self.holder, Test::Has(Terms::Certifications(ids)))
    }

    /// Where the requirement of the retention slot stands.
    pub fn period_slot(&self, requirements: &[Requirement]) -> Option<usize> {
        let subject = Subject::Row(self.period.clone());
        let fits = |r: &Requirement| {
            plain_on(r, &subject) && r.holder == Holder::Own && direction_of(&r.test) == Some(self.direction)
        };
        requirements.iter().position(fits)
    }

    /// The bound chosen in the slot.
    pub fn bound(&self, requirements: &[Requirement]) -> Option<Duration> {
        match self.period_slot(requirements).map(|i| &requirements[i].test) {
            Some(Test::AtMost(Bound::Duration(bound)) | Test::AtLeast(Bound::Duration(bound))) => {
                Some(*bound)
            }
            _ => None,
        }
    }

    /// The requirement that a choice of a bound makes.
    pub fn period_requirement(&self, bound: Duration) -> Requirement {
        let bound = Bound::Duration(bound);
        let test = match self.direction {
            Direction::AtMost => Test::AtMost(bound),
            Direction::AtLeast => Test::AtLeast(bound),
        };
        requirement(Subject::Row(self.period.clone()), Holder::Own, test)
    }
}

/// A requirement as it will stand in a slot: who cannot be told stays in the running, where that was so before.
pub fn in_slot(requirement: Requirement, slot: Option<usize>, requirements: &[Requirement]) -> Requirement {
    let or_cannot_tell = slot.is_some_and(|index| requirements[index].or_cannot_tell);
    Requirement { or_cannot_tell, ..requirement }
}

/// The rows of durations that the form offers: those that tell how long something is kept.
pub fn retention_rows(catalogue: &Catalogue) -> impl Iterator<Item = &Row> {
    catalogue.rows().filter(|row| row.kind == Kind::Duration && row.id.as_str().starts_with("ret-"))
}

fn plain_on(requirement: &Requirement, subject: &Subject) -> bool {
    requirement.subject == *subject && !requirement.negated && !requirement.by_default
}

fn containment_of(test: &Test) -> Option<Containment> {
    match test {
        Test::In(_) => Some(Containment::Everything),
        Test::HasAny(Terms::Places(_)) => Some(Containment::Something),
        _ => None,
    }
}

fn direction_of(test: &Test) -> Option<Direction> {
    match test {
        Test::AtMost(Bound::Duration(_)) => Some(Direction::AtMost),
        Test::AtLeast(Bound::Duration(_)) => Some(Direction::AtLeast),
        _ => None,
    }
}

fn requirement(subject: Subject, holder: Holder, test: Test) -> Requirement {
    Requirement { negated: false, subject, holder, test, by_default: false, or_cannot_tell: false }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::embedded;

    #[test]
    fn the_first_period_is_one_that_the_catalogue_has() {
        let mut catalogue = embedded::catalogue().unwrap_or_default();
        assert_eq!(Form::showing(&[], &catalogue), Form::default());
        for section in &mut catalogue.sections {
            section.rows.retain(|row| row.id != *"ret-backup");
        }
        assert_eq!(Form::showing(&[], &catalogue).period, RowId::new("ret-personal"));
        catalogue.sections.clear();
        assert_eq!(Form::showing(&[], &catalogue), Form::default());
    }
}
