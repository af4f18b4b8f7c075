//! Which rows of a comparison are left out at the visitor's wish.

use super::{Difference, Matrix};

/// Rows to leave out; at first none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Filter {
    /// Leaves out rows without a difference. What may differ stays.
    pub only_differences: bool,
    /// Leaves out rows that nobody states.
    pub only_stated: bool,
}

impl Filter {
    pub fn shows(self, difference: Difference) -> bool {
        (difference.differs() || !self.only_differences)
            && (difference != Difference::NobodyStates || !self.only_stated)
    }

    /// How many rows of a matrix it leaves out.
    pub fn hidden(self, matrix: &Matrix) -> usize {
        let rows = matrix.sections.iter().flat_map(|section| &section.rows);
        rows.filter(|row| !self.shows(row.difference)).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_wish_leaves_out_its_own_rows() {
        let shown = |only_differences, only_stated| {
            let filter = Filter { only_differences, only_stated };
            Difference::ALL.map(|difference| filter.shows(difference))
        };
        // In the order of ALL: differs, may differ, same, only one, nobody.
        assert_eq!(shown(false, false), [true; 5]);
        assert_eq!(shown(true, false), [true, true, false, false, false]);
        assert_eq!(shown(false, true), [true, true, true, true, false]);
        assert_eq!(shown(true, true), shown(true, false));
    }
}
