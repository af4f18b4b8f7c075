//! Lines that belong together: those of one profile, of one claim, of one reading.

use std::collections::BTreeMap;

use super::{
    Column,
    said::{CLAIM, EVIDENCE, HEAD, Said, VALUE},
};
use crate::{
    catalogue::problem::Problem,
    exchange::{
        Defaults,
        columns::Columns,
        table::{Line, Place},
    },
};

/// The profiles that a table tells of, in the order in which it does.
#[derive(Default)]
pub struct Profiles {
    pub all: Vec<Profile>,
    /// From an id to its place in `all`.
    by_id: BTreeMap<String, usize>,
}

pub struct Profile {
    pub id: String,
    pub first: Place,
    pub head: Said,
    pub claims: Vec<Claim>,
    /// From the number of a claim to its place in `claims`.
    numbered: BTreeMap<String, usize>,
}

pub struct Claim {
    pub first: Place,
    pub said: Said,
    pub own: Reading,
    /// The readings by their numbers.
    pub readings: Vec<(String, Reading)>,
    /// Whether something is wrong with it already.
    pub broken: bool,
}

#[derive(Default)]
pub struct Reading {
    pub value: Said,
    pub evidence: Vec<Said>,
}

impl Profiles {
    /// Takes a line over, and tells what is wrong with it.
    pub fn read(&mut self, line: &Line, columns: &Columns, defaults: &Defaults) -> Vec<Problem> {
        let filled = |among: &[Column]| among.iter().any(|c| !columns.text(line, *c as usize).is_empty());
        let tells = filled(&CLAIM) || filled(&VALUE) || filled(&EVIDENCE);
        let faults = columns.faults(line);
        if !tells && !filled(&HEAD) {
            return faults;
        }
        let id = columns.text(line, Column::Provider as usize);
        let id = if id.is_empty() { defaults.provider.as_deref().unwrap_or_default() } else { id };
        let place = columns.place(line, Column::Provider as usize);
        if id.is_empty() {
            let problem =
                place.problem("nothing says whose profile this is", "fill \"provider\", or give --provider");
            return vec![problem];
        }
        let profile = self.profile(id, place);
        let mut problems = profile.head.take(&HEAD, line, columns);
        if tells {
            problems.extend(profile.claim(line, columns).read(line, columns, defaults, faults));
        }
        problems
    }

    fn profile(&mut self, id: &str, first: Place) -> &mut Profile {
        let index = self.by_id.get(id).copied().unwrap_or_else(|| {
            let (head, claims, numbered) = (Said::default(), Vec::new(), BTreeMap::new());
            self.all.push(Profile { id: id.to_owned(), first, head, claims, numbered });
            self.by_id.insert(id.to_owned(), self.all.len() - 1);
            self.all.len() - 1
        });
        &mut self.all[index]
    }
}

impl Profile {
    /// The claim that a line belongs to: that of its number, else one of its own.
    fn claim(&mut self, line: &Line, columns: &Columns) -> &mut Claim {
        let number = columns.text(line, Column::Claim as usize);
        let index = self.numbered.get(number).copied().unwrap_or_else(|| {
            let (first, own) = (columns.place(line, Column::Row as usize), Reading::default());
            self.claims.push(Claim {
                first,
                said: Said::default(),
                own,
                readings: Vec::new(),
                broken: false,
            });
            self.claims.len() - 1
        });
        if !number.is_empty() {
            self.numbered.insert(number.to_owned(), index);
        }
        &mut self.claims[index]
    }
}

impl Claim {
    fn read(
        &mut self,
        line: &Line,
        columns: &Columns,
        defaults: &Defaults,
        faults: Vec<Problem>,
    ) -> Vec<Problem> {
        let mut problems = faults;
        problems.extend(self.said.take(&CLAIM, line, columns));
        let reading = match columns.text(line, Column::Reading as usize) {
            "" => &mut self.own,
            number => reading(&mut self.readings, number),
        };
        problems.extend(reading.value.take(&VALUE, line, columns));
        let mut evidence = Said::default();
        problems.extend(evidence.take(&EVIDENCE, line, columns));
        if !evidence.0.is_empty() {
            if let Some(document) = &defaults.document {
                let place = columns.place(line, Column::Document as usize);
                evidence.0.entry(Column::Document).or_insert_with(|| (document.clone(), place));
            }
            reading.evidence.push(evidence);
        }
        self.broken |= !problems.is_empty();
        problems
    }
}

fn reading<'a>(readings: &'a mut Vec<(String, Reading)>, number: &str) -> &'a mut Reading {
    let known = readings.iter().position(|(known, _)| known == number);
    let index = known.unwrap_or_else(|| {
        readings.push((number.to_owned(), Reading::default()));
        readings.len() - 1
    });
    &mut readings[index].1
}
