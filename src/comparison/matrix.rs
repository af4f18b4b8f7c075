//! The matrix: for every row that has been read for one of the vendors, one cell for each vendor.

use super::difference::{self, Difference};
use crate::{
    catalogue::{
        claim::Claim,
        id::{ProviderId, RowId, SectionId},
        provider::Provider,
        row::{Derived, Row},
    },
    requirement::{
        evaluate::{Context, inside_eea},
        ground::Finding,
    },
};

/// Some vendors side by side.
#[derive(Debug, Clone, PartialEq)]
pub struct Matrix {
    /// The columns, in the order asked for.
    pub vendors: Vec<ProviderId>,
    pub sections: Vec<MatrixSection>,
    /// Sections that have been read for none of the vendors, and so are left out.
    pub not_read: Vec<SectionId>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct MatrixSection {
    pub id: SectionId,
    pub rows: Vec<MatrixRow>,
}

impl MatrixSection {
    /// How many rows have this difference.
    pub fn count(&self, difference: Difference) -> usize {
        self.rows.iter().filter(|row| row.difference == difference).count()
    }
}

#[derive(Debug, Clone, PartialEq)]
pub struct MatrixRow {
    pub id: RowId,
    pub difference: Difference,
    /// One for each vendor, in their order.
    pub cells: Vec<Cell>,
}

/// What one vendor has on one row.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// Whether the documents have been read for this row.
    pub read: bool,
    /// Indices into the provider's claims.
    pub claims: Vec<usize>,
    /// The answer of a derived row.
    pub derived: Option<Finding>,
}

impl Cell {
    /// The cell of a vendor on a row.
    pub fn of(provider: &Provider, row: &Row, context: Context) -> Self {
        let section = context.catalogue.section_of(&row.id);
        let read = section.is_some_and(|section| provider.covers.contains(&section.id));
        let claims = provider.claims.iter().enumerate();
        let claims = claims.filter(|(_, claim)| claim.row == row.id).map(|(index, _)| index).collect();
        let derived = row.derived.filter(|_| read).map(|Derived::InsideEea| inside_eea(provider, context));
        Self { read, claims, derived }
    }

    /// The claims behind the indices.
    pub fn claims_of<'a>(&'a self, provider: &'a Provider) -> impl Iterator<Item = &'a Claim> {
        self.claims.iter().filter_map(|index| provider.claims.get(*index))
    }
}

impl Matrix {
    /// The matrix of these vendors; ids that the catalogue does not have are left out.
    pub fn of(vendors: &[ProviderId], context: Context) -> Self {
        let providers: Vec<&Provider> =
            vendors.iter().filter_map(|id| context.catalogue.provider(id)).collect();
        let mut matrix = Self {
            vendors: providers.iter().map(|provider| provider.id.clone()).collect(),
            sections: Vec::new(),
            not_read: Vec::new(),
        };
        for section in &context.catalogue.sections {
            // An answer to the visitor may stand in a section that nobody has read.
            let claimed = |provider: &&Provider| {
                section.rows.iter().any(|row| provider.claims_on(&row.id).next().is_some())
            };
            if !providers.iter().any(|provider| provider.covers.contains(&section.id) || claimed(provider)) {
                matrix.not_read.push(section.id.clone());
                continue;
            }
            let rows = section.rows.iter().map(|row| matrix_row(row, &providers, context)).collect();
            matrix.sections.push(MatrixSection { id: section.id.clone(), rows });
        }
        matrix
    }
}

impl Matrix {
    /// The matrix with these rows alone.
    pub fn limited(mut self, shows: impl Fn(&RowId) -> bool) -> Self {
        self.sections.iter_mut().for_each(|section| section.rows.retain(|row| shows(&row.id)));
        self.sections.retain(|section| !section.rows.is_empty());
        self
    }
}

fn matrix_row(row: &Row, providers: &[&Provider], context: Context) -> MatrixRow {
    let cells: Vec<Cell> = providers.iter().map(|provider| Cell::of(provider, row, context)).collect();
    let positions: Vec<_> =
        cells.iter().zip(providers).map(|(cell, provider)| difference::position(cell, provider)).collect();
    MatrixRow { id: row.id.clone(), difference: Difference::among(&positions), cells }
}
