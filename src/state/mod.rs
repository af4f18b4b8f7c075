//! What a visitor has chosen, how an action changes it, and the link that carries it. No browser in here.

pub mod adding;
pub mod bounds;
pub mod comparing;
pub mod entering;
pub mod form;
pub mod history;
pub mod link;
pub mod others;
pub mod reduce;
pub mod results;
pub mod stating;
pub mod window;

use std::rc::Rc;

use crate::{
    catalogue::{
        date::Date,
        id::{ProviderId, RowId},
    },
    project::{Project, decision::Reopened},
    requirement::Requirement,
};
use adding::Adding;
use bounds::Bounds;
use comparing::Comparing;
use entering::Draft;
use form::Form;
use results::Arrangement;

/// Everything that the page shows follows from this and the catalogue.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct State {
    pub requirements: Vec<Requirement>,
    /// What the page around the element allows.
    pub bounds: Rc<Bounds>,
    /// The vendors chosen for comparison, in the order of the columns; at most [`Bounds::max_compare`].
    pub compared: Vec<ProviderId>,
    pub comparing: Comparing,
    pub view: View,
    /// The cell whose evidence is open.
    pub evidence: Option<CellId>,
    /// The day as of which to judge; `None` is today.
    pub as_of: Option<Date>,
    /// Words that vendors must have to be among the results.
    pub search: String,
    pub sort: Sort,
    pub arrangement: Arrangement,
    /// How many further pages of each group are shown.
    pub further: [usize; 3],
    /// Which slots the requirements form shows.
    pub form: Form,
    /// The panel in which a requirement is made.
    pub adding: Adding,
    /// The requirements as they are being typed, from the first key until the field is left.
    pub draft: Option<String>,
    /// What the visitor has entered beside all this. Requirements, day and vendors compared stand above, not in here.
    pub project: Rc<Project>,
    /// The answer that is being written.
    pub answer: Option<Draft>,
    /// What is to be told of the record that was opened last.
    pub report: Option<Rc<Report>>,
    /// What could not be read or done, in words, until it is dismissed.
    pub notices: Vec<String>,
}

/// By what results are sorted: `name`, `coverage` (how much is stated), or the id of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sort {
    pub by: String,
    pub descending: bool,
}

impl Default for Sort {
    fn default() -> Self {
        Self { by: "name".to_owned(), descending: false }
    }
}

impl Sort {
    /// As it stands in a link: `name`, `coverage,descending`.
    pub fn in_link(&self) -> String {
        let direction = if self.descending { DESCENDING } else { "" };
        format!("{}{direction}", self.by)
    }

    /// Reads what stands in a link; whether there is such a row is for the catalogue to say.
    pub fn from_link(text: &str) -> Option<Self> {
        let (by, descending) = match text.strip_suffix(DESCENDING) {
            Some(by) => (by, true),
            None => (text, false),
        };
        (!by.is_empty()).then(|| Self { by: by.to_owned(), descending })
    }
}

const DESCENDING: &str = ",descending";

/// The screens.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum View {
    #[default]
    Results,
    Compare,
    /// What to ask the vendors.
    Questions,
    /// The decision record, and what to take away.
    Record,
    /// Everything about one provider.
    Profile(ProviderId),
}

/// A decision record that was opened, beside the catalogue of today.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// The name of the file.
    pub file: String,
    pub title: String,
    pub made: Date,
    /// Nothing where the page has only a part of the catalogue, which is not the one of the record or not known to be.
    pub found: Option<Reopened>,
}

/// A provider's cell on a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellId {
    pub provider: ProviderId,
    pub row: RowId,
}

impl CellId {
    pub fn new(provider: &ProviderId, row: &RowId) -> Self {
        Self { provider: provider.clone(), row: row.clone() }
    }
}
