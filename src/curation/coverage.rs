//! How much of the comparison is filled: where each row of a provider stands, with no row left out.

use crate::catalogue::{
    Catalogue,
    claim::State,
    provider::Provider,
    row::{Row, Section},
};

/// Where a row stands at a provider.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// There is a claim: the state of that which weighs most.
    Claimed(State),
    /// Worked out from other rows.
    Derived,
    /// The documents have been read, and say nothing.
    NotStated,
    /// The documents have not been read for this section.
    NotRead,
}

/// Of several claims on a row, the first in this list weighs most: what is open must not hide behind what is clear, and
/// what answers the row goes before what only points elsewhere.
const WEIGHT: [State; 8] = [
    State::Unclear,
    State::Stated,
    State::No,
    State::Inherited,
    State::Optional,
    State::Planned,
    State::Elsewhere,
    State::Picture,
];

impl Standing {
    /// In the order in which they are shown.
    pub const ALL: [Standing; 11] = [
        Standing::Claimed(State::Stated),
        Standing::Claimed(State::Inherited),
        Standing::Claimed(State::Optional),
        Standing::Claimed(State::Planned),
        Standing::Claimed(State::No),
        Standing::Claimed(State::Unclear),
        Standing::Claimed(State::Elsewhere),
        Standing::Claimed(State::Picture),
        Standing::Derived,
        Standing::NotStated,
        Standing::NotRead,
    ];

    /// The name in JSON and in tables.
    pub fn id(self) -> &'static str {
        match self {
            Standing::Claimed(state) => state.id(),
            Standing::Derived => "derived",
            Standing::NotStated => "not-stated",
            Standing::NotRead => "not-read",
        }
    }

    /// Where one row stands.
    pub fn of(provider: &Provider, section: &Section, row: &Row) -> Self {
        let states: Vec<State> = provider.claims_on(&row.id).map(|claim| claim.assertion.state()).collect();
        let claimed = WEIGHT.into_iter().find(|state| states.contains(state)).map(Standing::Claimed);
        let silent = match (row.derived, provider.covers.contains(&section.id)) {
            (Some(_), _) => Standing::Derived,
            (None, true) => Standing::NotStated,
            (None, false) => Standing::NotRead,
        };
        claimed.unwrap_or(silent)
    }
}

/// All rows of a provider.
pub struct Coverage<'a> {
    pub provider: &'a Provider,
    /// In the order of the comparison.
    pub rows: Vec<(&'a Row, Standing)>,
}

impl<'a> Coverage<'a> {
    pub fn of(provider: &'a Provider, catalogue: &'a Catalogue) -> Self {
        let rows = catalogue.sections.iter().flat_map(|section| {
            section.rows.iter().map(move |row| (row, Standing::of(provider, section, row)))
        });
        Self { provider, rows: rows.collect() }
    }

    /// How many rows stand there.
    pub fn count(&self, standing: Standing) -> usize {
        self.rows.iter().filter(|(_, s)| *s == standing).count()
    }
}
