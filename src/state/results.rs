//! How the results are arranged: which vendors have the words that are looked for, in which order they stand, and
//! whether they are cards or the rows of a table.

use super::{Sort, State};
use crate::{
    catalogue::{
        Catalogue,
        find::has_words,
        id::{ProviderId, RowId},
        order,
        provider::Provider,
    },
    requirement::outcome::Outcome,
};

/// The form that the results have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Layout {
    #[default]
    Cards,
    Table,
}

/// The form of the results, and what a table shows besides the requirements.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Arrangement {
    pub layout: Layout,
    /// Rows of the catalogue, in the order in which they were chosen.
    pub columns: Vec<RowId>,
}

/// What can be done to the form of the results.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Arrange {
    As(Layout),
    /// Adds a column to the table, or takes it out.
    ToggleColumn(RowId),
    /// Takes out all columns that were added.
    ClearColumns,
}

impl Arrangement {
    /// Carries an action out.
    pub fn change(&mut self, action: Arrange) {
        match action {
            Arrange::As(layout) => self.layout = layout,
            Arrange::ToggleColumn(row) => match self.columns.iter().position(|known| *known == row) {
                Some(index) => drop(self.columns.remove(index)),
                None => self.columns.push(row),
            },
            Arrange::ClearColumns => self.columns.clear(),
        }
    }
}

/// Whether the vendors are searched, or stand in another order than that of the outcome.
pub fn are_arranged(state: &State) -> bool {
    !state.search.trim().is_empty() || state.sort != Sort::default()
}

/// What closures call, which are in the first part of the page's program whoever makes them; see `ui::later`.
mod door {
    use std::cmp::Ordering;

    use crate::catalogue::{Catalogue, id::RowId, provider::Provider, sorting};

    /// Which of two vendors comes first by how much they state.
    #[inline(never)]
    pub fn by_coverage(
        one: &Provider,
        other: &Provider,
        catalogue: &Catalogue,
        descending: bool,
    ) -> Ordering {
        let stated = |vendor: &Provider| sorting::rows_stated(vendor, catalogue);
        let by_rows = stated(one).cmp(&stated(other));
        if descending { by_rows.reverse() } else { by_rows }
    }

    /// Which of two vendors comes first by what they claim on a row.
    #[inline(never)]
    pub fn by_row(one: &Provider, other: &Provider, row: &RowId, descending: bool) -> Ordering {
        sorting::by_row(one, other, row, descending)
    }
}

/// The vendors who have the words, in the chosen order, whatever their group. The first order is that of the outcome;
/// in every other, vendors that are equal stand by their names.
pub fn found(state: &State, outcome: &Outcome, catalogue: &Catalogue) -> Vec<ProviderId> {
    let Sort { by, descending } = &state.sort;
    let mut vendors: Vec<&Provider> = match state.sort == Sort::default() {
        true => outcome.assessments.iter().filter_map(|a| catalogue.provider(&a.vendor)).collect(),
        false => catalogue.vendors().collect(),
    };
    vendors.retain(|vendor| has_words(vendor, &state.search, catalogue));
    match (&**by, descending) {
        ("name", false) => {}
        ("name", true) => vendors.reverse(),
        ("coverage", _) => {
            order::sort_by(&mut vendors, |a, b| door::by_coverage(a, b, catalogue, *descending));
        }
        _ => {
            let row = RowId::new(by);
            order::sort_by(&mut vendors, |a, b| door::by_row(a, b, &row, *descending));
        }
    }
    vendors.into_iter().map(|vendor| vendor.id.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        catalogue::date::Date,
        embedded,
        engine::{
            Engine,
            order::{By, Order},
            query::Query,
        },
        requirement::evaluate::Context,
        state::link,
    };

    fn found_by(query: &str) -> Vec<String> {
        let catalogue = embedded::catalogue().unwrap_or_default();
        let state = link::read(query, &catalogue);
        assert_eq!(state.notices, [""; 0]);
        let as_of: Date = "2026-11-22".parse().unwrap();
        let outcome = Outcome::of(&state.requirements, Context { catalogue: &catalogue, as_of });
        found(&state, &outcome, &catalogue).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn who_states_nothing_is_last_in_both_directions() {
        assert_eq!(found_by("sort=ret-backup"), ["wflow", "avid", "moodtalk", "witivio"]);
        assert_eq!(found_by("sort=ret-backup,descending"), ["wflow", "avid", "moodtalk", "witivio"]);
        assert_eq!(found_by("sort=name,descending"), ["witivio", "wflow", "moodtalk", "avid"]);
        let mut least = found_by("sort=coverage");
        least.reverse();
        assert_eq!(least, found_by("sort=coverage,descending"));
    }

    #[test]
    fn without_a_choice_the_order_is_that_of_the_outcome() {
        let query = "require=region+in+EEA;cert@host+has+iso-27001;ret-backup+<=+P60D";
        assert_eq!(found_by(query), ["wflow", "witivio", "avid", "moodtalk"]);
    }

    /// A catalogue that the page holds is searched and sorted like one that the engine holds.
    #[test]
    fn the_engine_finds_the_same() {
        let catalogue = embedded::catalogue().unwrap_or_default();
        let as_of: Date = "2026-11-22".parse().unwrap();
        let engine = Engine::new(&catalogue, as_of);
        for words in ["", "w", "azure", "ISO 27001", "auth0 azure", "teams", "ÀZURE", "nothing of this kind"]
        {
            for descending in [false, true] {
                let sort = Sort { by: "ret-logs".to_owned(), descending };
                let order = Order { by: By::Row(RowId::new(&sort.by)), descending };
                let state = State { search: words.to_owned(), sort, ..State::default() };
                let ours = found(&state, &Outcome::default(), &catalogue);
                let query = Query { text: words.to_owned(), order, ..Query::default() };
                let answer = engine.query(&query);
                let theirs = answer.page(&answer.groups().meets, 0, 10);
                let theirs: Vec<ProviderId> =
                    theirs.iter().filter_map(|vendor| engine.id(*vendor)).map(ProviderId::new).collect();
                assert_eq!(ours, theirs, "“{words}”, descending: {descending}");
            }
        }
    }

    #[test]
    fn a_column_is_added_and_taken_out() {
        let mut arrangement = Arrangement::default();
        for row in ["sla", "ret-logs", "sla"] {
            arrangement.change(Arrange::ToggleColumn(RowId::new(row)));
        }
        assert_eq!(arrangement.columns, [RowId::new("ret-logs")]);
        arrangement.change(Arrange::ClearColumns);
        assert_eq!(arrangement, Arrangement::default());
    }
}
