//! Tables of claims to profiles.

use serde_json::{Value as Json, json};

use super::{
    COLUMNS, Column,
    gather::{Claim, Profile, Profiles, Reading},
};
use crate::{
    catalogue::{
        problem::Problem,
        source::{ClaimSource, EvidenceSource, ProviderSource, ReadingSource},
    },
    exchange::{
        Defaults, Imported,
        base::Base,
        cited,
        columns::{self, Names},
        draft::{self, Draft, Places},
        notation,
        table::Table,
    },
};

/// Reads the profiles of tables of claims, and checks them as parts of `base`.
pub fn read(tables: &[Table], names: &Names, defaults: &Defaults, base: &Base) -> Imported {
    let mut imported = Imported::default();
    let mut profiles = Profiles::default();
    for columns in columns::columns(tables, &COLUMNS, names, &mut imported.problems) {
        imported.problems.extend(columns.unknown(names));
        for line in columns.lines() {
            imported.problems.extend(profiles.read(line, &columns, defaults));
        }
    }
    let mut drafts: Vec<Draft> =
        profiles.all.iter().filter_map(|profile| profile.draft(base, &mut imported.problems)).collect();
    imported.documents = cited::taken(&mut drafts, Vec::new(), base);
    imported.profiles = base.checked(drafts, &imported.documents, &mut imported.problems);
    imported
}

impl Profile {
    /// The profile as far as it could be read; `None` where nothing says what it is.
    fn draft(&self, base: &Base, problems: &mut Vec<Problem>) -> Option<Draft> {
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
    fn head(&self, base: &Base) -> Option<ProviderSource> {
        let known = base.head(&self.id);
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
    fn source(&self, path: &str, base: &Base, places: &mut Places) -> Result<ClaimSource, Problem> {
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

impl Reading {
    fn value(
        &self,
        row: &str,
        path: &str,
        base: &Base,
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
        let Some(kind) = base.kind_of(row) else { return Ok(Some(json!(cells.value))) };
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
