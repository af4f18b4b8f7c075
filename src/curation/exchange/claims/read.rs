//! Tables of claims to profiles.

use std::collections::BTreeMap;

use serde_json::{Value as Json, json};

use super::{COLUMNS, Column};
use crate::{
    catalogue::{
        problem::Problem,
        source::{CatalogueSource, ClaimSource, EvidenceSource, ProviderSource, ReadingSource},
    },
    curation::exchange::{
        Defaults, Imported,
        columns::{self, Columns, Names},
        draft::{self, Draft, Places},
        notation,
        table::{Line, Place, Table},
    },
};

/// Reads the profiles of tables of claims, and checks them as parts of `base`.
pub fn read(tables: &[Table], names: &Names, defaults: &Defaults, base: &CatalogueSource) -> Imported {
    let mut imported = Imported::default();
    let mut profiles = Profiles::default();
    for columns in columns::columns(tables, &COLUMNS, names, &mut imported.problems) {
        imported.problems.extend(columns.unknown(names));
        for line in columns.lines() {
            imported.problems.extend(profiles.read(line, &columns, defaults));
        }
    }
    let drafts =
        profiles.0.iter().filter_map(|profile| profile.draft(base, &mut imported.problems)).collect();
    imported.profiles = draft::checked(drafts, base, &mut imported.problems);
    imported
}

/// What cells say together, each once.
#[derive(Debug, Clone, Default)]
struct Said(BTreeMap<Column, (String, Place)>);

impl Said {
    /// Takes over the filled cells of a line in some columns. What was said before must be the same.
    fn take(&mut self, said: &[Column], line: &Line, columns: &Columns) -> Vec<Problem> {
        let mut problems = Vec::new();
        for column in said {
            let (text, place) = (columns.text(line, *column as usize), columns.place(line, *column as usize));
            match self.0.get(column) {
                _ if text.is_empty() => {}
                None => drop(self.0.insert(*column, (text.to_owned(), place))),
                Some((before, _)) if before == text => {}
                Some((before, first)) => problems.push(place.problem(
                    format!(
                        "\"{text}\" is not what line {} says of the same thing: \"{before}\"",
                        first.line
                    ),
                    "say the same on all lines, or leave it empty on all but one",
                )),
            }
        }
        problems
    }

    fn text(&self, column: Column) -> String {
        self.optional(column).unwrap_or_default()
    }

    fn optional(&self, column: Column) -> Option<String> {
        self.0.get(&column).map(|(text, _)| text.clone())
    }

    /// Notes the place of each cell under the name of its column.
    fn places(&self, path: &str, places: &mut Places) {
        for (column, (_, place)) in &self.0 {
            places.set(draft::joined(path, COLUMNS[*column as usize].name), place.clone());
        }
    }
}

/// What several lines say of one profile.
const HEAD: [Column; 4] = [Column::Name, Column::Kind, Column::Summary, Column::Covers];
/// Of one claim.
const CLAIM: [Column; 10] = [
    Column::Row,
    Column::State,
    Column::Holder,
    Column::Scope,
    Column::AsOf,
    Column::Expires,
    Column::PlannedFor,
    Column::PlannedBy,
    Column::See,
    Column::Note,
];
/// Of one value: that of a claim, or that of a reading.
const VALUE: [Column; 3] = [Column::Value, Column::Counts, Column::From];
/// And what each line says for itself.
const EVIDENCE: [Column; 4] = [Column::Document, Column::Section, Column::Statement, Column::SaidBy];

/// The profiles that a table tells of, in the order in which it does.
#[derive(Default)]
struct Profiles(Vec<Profile>);

struct Profile {
    id: String,
    first: Place,
    head: Said,
    claims: Vec<Claim>,
    /// From the number of a claim to its place in `claims`.
    numbered: BTreeMap<String, usize>,
}

struct Claim {
    first: Place,
    said: Said,
    own: Reading,
    /// The readings by their numbers.
    readings: Vec<(String, Reading)>,
    /// Whether something is wrong with it already.
    broken: bool,
}

#[derive(Default)]
struct Reading {
    value: Said,
    evidence: Vec<Said>,
}

impl Profiles {
    fn read(&mut self, line: &Line, columns: &Columns, defaults: &Defaults) -> Vec<Problem> {
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
        let known = self.0.iter().position(|profile| profile.id == id);
        let index = known.unwrap_or_else(|| {
            let (head, claims, numbered) = (Said::default(), Vec::new(), BTreeMap::new());
            self.0.push(Profile { id: id.to_owned(), first, head, claims, numbered });
            self.0.len() - 1
        });
        &mut self.0[index]
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

    /// The profile as far as it could be read; `None` where nothing says what it is.
    fn draft(&self, base: &CatalogueSource, problems: &mut Vec<Problem>) -> Option<Draft> {
        let Some(mut profile) = self.head(base) else {
            problems.push(draft::unknown_provider(&self.first, &self.id));
            return None;
        };
        let mut places = Places::in_cells();
        places.set(String::new(), self.first.clone());
        self.head.places("", &mut places);
        for claim in self.claims.iter().filter(|claim| !claim.broken) {
            let path = format!("claims[{}]", profile.claims.len());
            match claim.source(&path, base, &mut places) {
                Ok(claim) => profile.claims.push(claim),
                Err(problem) => problems.push(problem),
            }
        }
        Some(Draft { profile, places })
    }

    /// What the table says of the profile; for the rest, what the catalogue knows.
    fn head(&self, base: &CatalogueSource) -> Option<ProviderSource> {
        let known = draft::known_head(base, &self.id);
        let is_told =
            self.head.optional(Column::Name).is_some() && self.head.optional(Column::Kind).is_some();
        let known = known.or_else(|| is_told.then(ProviderSource::default))?;
        let covers = self.head.optional(Column::Covers);
        let ids = |covers: String| covers.split(',').map(|id| id.trim().to_owned()).collect();
        Some(ProviderSource {
            id: self.id.clone(),
            name: self.head.optional(Column::Name).unwrap_or(known.name),
            kind: self.head.optional(Column::Kind).unwrap_or(known.kind),
            summary: self.head.optional(Column::Summary).or(known.summary),
            covers: covers.map_or(known.covers, ids),
            claims: Vec::new(),
        })
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

    fn source(
        &self,
        path: &str,
        base: &CatalogueSource,
        places: &mut Places,
    ) -> Result<ClaimSource, Problem> {
        places.set(path.to_owned(), self.first.clone());
        self.said.places(path, places);
        let row = self.said.text(Column::Row);
        let value = self.own.value(&row, path, base, places)?;
        let mut readings = Vec::new();
        for (index, (_, reading)) in self.readings.iter().enumerate() {
            let path = format!("{path}.readings[{index}]");
            let value = reading.value(&row, &path, base, places)?.unwrap_or_default();
            readings.push(ReadingSource { value, evidence: reading.evidence(&path, places) });
        }
        let said = |column| self.said.optional(column);
        Ok(ClaimSource {
            row,
            state: self.said.text(Column::State),
            value,
            readings,
            holder: said(Column::Holder),
            scope: said(Column::Scope),
            as_of: said(Column::AsOf),
            expires: said(Column::Expires),
            planned_for: said(Column::PlannedFor),
            planned_by: said(Column::PlannedBy),
            see: said(Column::See),
            evidence: self.own.evidence(path, places),
            note: said(Column::Note),
        })
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

impl Reading {
    fn value(
        &self,
        row: &str,
        path: &str,
        base: &CatalogueSource,
        places: &mut Places,
    ) -> Result<Option<Json>, Problem> {
        let Some((_, (_, place))) = self.value.0.first_key_value() else { return Ok(None) };
        places.set(format!("{path}.value"), place.clone());
        for (column, name) in [(Column::Counts, "counts"), (Column::From, "from")] {
            if let Some((_, place)) = self.value.0.get(&column) {
                places.set(format!("{path}.value.{name}"), place.clone());
            }
        }
        let cells = notation::Cells {
            value: self.value.text(Column::Value),
            counts: self.value.text(Column::Counts),
            from: self.value.text(Column::From),
        };
        // Of an unknown row, which the checks report, nobody knows the type.
        let Some(kind) = draft::kind_of(base, row) else { return Ok(Some(json!(cells.value))) };
        let value = notation::read(&cells, kind).map_err(|wrong| place.problem(wrong.message, wrong.help))?;
        Ok(Some(value))
    }

    fn evidence(&self, path: &str, places: &mut Places) -> Vec<EvidenceSource> {
        let mut evidence = Vec::new();
        for (index, said) in self.evidence.iter().enumerate() {
            said.places(&format!("{path}.evidence[{index}]"), places);
            evidence.push(EvidenceSource {
                document: said.text(Column::Document),
                section: said.text(Column::Section),
                statement: said.text(Column::Statement),
                said_by: said.optional(Column::SaidBy),
            });
        }
        evidence
    }
}
