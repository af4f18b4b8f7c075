//! Which of two answers on a row is better: as the visitor requires, else as nobody would dispute.

use crate::{
    catalogue::row::{Better, Kind, Row},
    language::say,
    requirement::{Answer, Requirement, Subject, Test},
};

/// The direction of a row, and where it comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Direction {
    pub better: Better,
    /// The visitor's requirement says so, and not the row itself.
    pub is_required: bool,
}

impl Direction {
    /// The direction of a row under some requirements. Requirements on the row decide; where they pull both ways,
    /// there is none.
    pub fn of(row: &Row, requirements: &[Requirement]) -> Option<Self> {
        let mut required = requirements.iter().filter_map(|requirement| asked_for(requirement, row));
        let Some(better) = required.next() else {
            return row.better.map(|better| Self { better, is_required: false });
        };
        required.all(|other| other == better).then_some(Self { better, is_required: true })
    }

    /// "shorter is better", "yes is better".
    pub fn in_words(self, kind: Kind) -> &'static str {
        say(match (self.better, kind) {
            (Better::Higher, Kind::Duration) => "longer is better",
            (Better::Lower, Kind::Duration) => "shorter is better",
            (Better::Higher, Kind::Date) => "later is better",
            (Better::Lower, Kind::Date) => "earlier is better",
            (Better::Higher, _) => "higher is better",
            (Better::Lower, _) => "lower is better",
            (Better::Yes, _) => "yes is better",
            (Better::No, _) => "no is better",
        })
    }
}

/// The direction in which a requirement pulls on a row.
fn asked_for(requirement: &Requirement, row: &Row) -> Option<Better> {
    let Subject::Row(id) = &requirement.subject else { return None };
    let better = match &requirement.test {
        Test::AtMost(_) => Better::Lower,
        Test::AtLeast(_) => Better::Higher,
        Test::Is(Answer::Yes) => Better::Yes,
        Test::Is(Answer::No) => Better::No,
        _ => return None,
    };
    (*id == row.id).then_some(if requirement.negated { !better } else { better })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        catalogue::{Catalogue, id::SectionId, row::Section},
        comparison::row_of,
        requirement::parse::parse,
    };

    #[test]
    fn requirements_give_a_direction_or_take_it() {
        let rows = vec![
            Row { better: Some(Better::Higher), ..row_of("sla", Kind::Percentage) },
            row_of("ret-backup", Kind::Duration),
            row_of("ret-logs", Kind::Duration),
            row_of("analytics", Kind::Boolean),
        ];
        let section = Section { id: SectionId::new("all"), name: "All".to_owned(), rows };
        let catalogue = Catalogue { sections: vec![section], ..Catalogue::default() };
        for (row, requirements, expected) in [
            ("sla", "", Some((Better::Higher, false))),
            ("sla", "sla <= 99", Some((Better::Lower, true))),
            ("sla", "sla >= 99; sla <= 99.9", None),
            ("ret-backup", "", None),
            ("ret-backup", "ret-logs <= P30D", None),
            ("ret-backup", "ret-backup <= P30D", Some((Better::Lower, true))),
            ("ret-backup", "not ret-backup <= P30D", Some((Better::Higher, true))),
            ("ret-backup", "ret-backup is-stated", None),
            ("analytics", "analytics is no", Some((Better::No, true))),
        ] {
            let parsed = parse(requirements, &catalogue);
            assert_eq!(parsed.errors.len(), 0, "{requirements}");
            let known = catalogue.rows().find(|known| known.id == *row);
            let direction = known.and_then(|known| Direction::of(known, &parsed.requirements));
            assert_eq!(direction.map(|d| (d.better, d.is_required)), expected, "{row}: {requirements}");
        }
    }
}
