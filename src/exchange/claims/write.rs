//! Profiles to CSV.

use super::{COLUMNS, Column};
use crate::{
    catalogue::source::{ClaimSource, EvidenceSource, ProviderSource},
    exchange::notation,
    export::csv,
};

/// One line: a text for each column.
type Line = [String; COLUMNS.len()];

/// Writes profiles as one table. Reading it gives the same profiles.
pub fn write(profiles: &[ProviderSource]) -> String {
    let header: Line = std::array::from_fn(|column| COLUMNS[column].name.to_owned());
    let lines: Vec<Line> = [header].into_iter().chain(profiles.iter().flat_map(profile)).collect();
    csv::write(lines.iter().map(|line| line.iter().map(String::as_str).collect()))
}

/// A line with some of its columns filled.
fn line<'a>(filled: impl IntoIterator<Item = (Column, &'a str)>) -> Line {
    let mut line = Line::default();
    for (column, text) in filled {
        line[column as usize] = text.to_owned();
    }
    line
}

fn profile(profile: &ProviderSource) -> Vec<Line> {
    let covers = profile.covers.join(", ");
    let head = line([
        (Column::Provider, &*profile.id),
        (Column::Name, &*profile.name),
        (Column::Kind, &*profile.kind),
        (Column::Summary, profile.summary.as_deref().unwrap_or_default()),
        (Column::Covers, &*covers),
    ]);
    let claims = profile.claims.iter().zip(1..).flat_map(|(claim, number)| {
        let mut lines = self::claim(claim);
        for line in &mut lines {
            line[Column::Provider as usize].clone_from(&profile.id);
            line[Column::Claim as usize] = format!("{number}");
        }
        lines
    });
    [head].into_iter().chain(claims).collect()
}

/// A claim: a line for each piece of its evidence, and for each of those of its readings.
fn claim(claim: &ClaimSource) -> Vec<Line> {
    let only_readings = claim.evidence.is_empty() && !claim.readings.is_empty();
    let mut lines = match only_readings {
        true => Vec::new(),
        false => with_evidence(&with_value(whole(claim), claim.value.as_ref()), &claim.evidence),
    };
    for (reading, number) in claim.readings.iter().zip(1..) {
        let mut line = with_value(whole(claim), Some(&reading.value));
        line[Column::Reading as usize] = format!("{number}");
        lines.extend(with_evidence(&line, &reading.evidence));
    }
    lines
}

/// What is said of a claim as a whole.
fn whole(claim: &ClaimSource) -> Line {
    let text = |text: &'_ Option<String>| text.clone().unwrap_or_default();
    let optional = [
        (Column::Holder, text(&claim.holder)),
        (Column::Scope, text(&claim.scope)),
        (Column::AsOf, text(&claim.as_of)),
        (Column::Expires, text(&claim.expires)),
        (Column::PlannedFor, text(&claim.planned_for)),
        (Column::PlannedBy, text(&claim.planned_by)),
        (Column::See, text(&claim.see)),
        (Column::Note, text(&claim.note)),
    ];
    let always = [(Column::Row, &*claim.row), (Column::State, &*claim.state)];
    line(always.into_iter().chain(optional.iter().map(|(column, text)| (*column, &**text))))
}

fn with_value(mut line: Line, value: Option<&serde_json::Value>) -> Line {
    let cells = value.map(notation::write).unwrap_or_default();
    line[Column::Value as usize] = cells.value;
    line[Column::Counts as usize] = cells.counts;
    line[Column::From as usize] = cells.from;
    line
}

/// The line once for each piece of evidence; as it is where there is none.
fn with_evidence(line: &Line, evidence: &[EvidenceSource]) -> Vec<Line> {
    let with = |evidence: &EvidenceSource| {
        let mut line = line.clone();
        line[Column::Document as usize].clone_from(&evidence.document);
        line[Column::Section as usize].clone_from(&evidence.section);
        line[Column::Statement as usize].clone_from(&evidence.statement);
        line[Column::SaidBy as usize] = evidence.said_by.clone().unwrap_or_default();
        line
    };
    if evidence.is_empty() { vec![line.clone()] } else { evidence.iter().map(with).collect() }
}
