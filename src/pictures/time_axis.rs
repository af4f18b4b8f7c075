//! The time axis: how long each vendor keeps what.

use super::{
    Certainty, Portrayed, portrayed,
    said::{Said, said},
    time_scale::{position, ticks},
};
use crate::{
    catalogue::{
        Catalogue,
        duration::{Clock, Duration},
        id::{ProviderId, RowId},
        provider::Provider,
        row::Row,
        value::{Limit, Value},
    },
    language::{phrase, say},
    requirement::{Bound, Requirement, Subject, Test, evaluate::Context, words},
};

pub use super::time_scale::{END, Tick};

/// The picture. Positions are ten-thousandths of the axis, which begins at one day and is logarithmic.
#[derive(Debug, Clone, PartialEq)]
pub struct TimeAxis {
    pub vendors: Vec<Portrayed>,
    pub ticks: Vec<Tick>,
    /// One for each row that tells how long something is kept.
    pub rows: Vec<AxisRow>,
}

/// What is kept.
#[derive(Debug, Clone, PartialEq)]
pub struct AxisRow {
    pub id: RowId,
    pub name: String,
    /// What the visitor requires of this row.
    pub bounds: Vec<AxisBound>,
    /// One for each vendor.
    pub lanes: Vec<Lane>,
}

/// A limit that the visitor has set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AxisBound {
    pub at: i32,
    /// "You require that backups are kept for at most 30 days".
    pub words: String,
    /// Whether shorter durations are within it; else longer ones.
    pub is_upper: bool,
}

/// What one vendor says.
#[derive(Debug, Clone, PartialEq)]
pub struct Lane {
    pub vendor: usize,
    /// Empty where there is no length of time to draw.
    pub spans: Vec<Span>,
    /// All that is said, one text for each claim; never empty.
    pub words: Vec<String>,
}

/// A duration, from the left end of the axis.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    pub to: i32,
    pub limit: Limit,
    pub certainty: Certainty,
}

impl TimeAxis {
    /// What these vendors say on every row that tells how long something is kept, with the limits of the requirements.
    pub fn of(vendors: &[ProviderId], requirements: &[Requirement], context: Context) -> Self {
        let vendors = portrayed(vendors, context.catalogue);
        let rows = context.catalogue.rows().filter(|row| row.tells_how_long_kept());
        let rows = rows.map(|row| {
            let lanes = vendors.iter().enumerate();
            let lanes = lanes.map(|(i, (_, provider))| lane(i, provider, row, context));
            AxisRow {
                id: row.id.clone(),
                name: row.short_name().to_owned(),
                bounds: requirements.iter().filter_map(|r| bound(r, row, context.catalogue)).collect(),
                lanes: lanes.collect(),
            }
        });
        let rows = rows.collect();
        let vendors = vendors.into_iter().map(|(portrayed, _)| portrayed).collect();
        Self { vendors, ticks: ticks(), rows }
    }
}

fn lane(vendor: usize, provider: &Provider, row: &Row, context: Context) -> Lane {
    let mut lane = Lane { vendor, spans: Vec::new(), words: Vec::new() };
    for said in said(provider, row, context) {
        lane.spans.extend(spans(&said));
        let bare =
            said.words.strip_prefix(say(row.short_name())).and_then(|words| words.strip_prefix(say(": ")));
        lane.words.push(bare.unwrap_or(&said.words).to_owned());
    }
    lane
}

/// Working hours have no place on an axis of days.
fn spans(said: &Said) -> Vec<Span> {
    let span = |value: &&Value| match value {
        Value::Duration(period) if period.clock == Clock::Calendar => {
            Some(Span { to: position(period.length), limit: period.limit, certainty: said.certainty })
        }
        _ => None,
    };
    said.values.iter().filter_map(span).collect()
}

/// The limit that a requirement sets on a row.
fn bound(requirement: &Requirement, row: &Row, catalogue: &Catalogue) -> Option<AxisBound> {
    let about = matches!(&requirement.subject, Subject::Row(id) if *id == row.id);
    // What is not "at most" is more, and what is not "at least" is less.
    let (limit, is_upper): (Duration, bool) = match requirement.test {
        Test::AtMost(Bound::Duration(limit)) if about => (limit, !requirement.negated),
        Test::AtLeast(Bound::Duration(limit)) if about => (limit, requirement.negated),
        _ => return None,
    };
    Some(AxisBound {
        at: position(limit),
        words: phrase("You require that {}", &[&words::requirement(requirement, catalogue)]),
        is_upper,
    })
}
