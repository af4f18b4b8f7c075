//! Laws of how one vendor stands against another, for vendors with any claims on a row.

use proptest::{collection::vec, prelude::*, sample::select};
use vendor_compare::{
    catalogue::{
        Catalogue,
        claim::Claim,
        row::{Better, Row},
    },
    comparison::{Cell, Direction, Standing},
    requirement::evaluate::Context,
};

use crate::{
    random::{self, vendor_with},
    small_catalogue, today,
};

/// A row, a direction that fits it, and what two vendors claim on it.
#[derive(Debug, Clone)]
struct Pair {
    row: &'static Row,
    direction: Option<Direction>,
    claims: [Vec<Claim>; 2],
}

impl Pair {
    /// How the first vendor stands against the second.
    fn standing(&self, catalogue: &Catalogue) -> Standing {
        let context = Context { catalogue, as_of: today() };
        let [one, other] = self.claims.clone().map(|claims| vendor_with(claims, catalogue));
        let cells = [&one, &other].map(|vendor| Cell::of(vendor, self.row, context));
        Standing::of((&cells[0], &one), (&cells[1], &other), self.row, self.direction, today())
    }
}

fn pair(catalogue: &'static Catalogue) -> impl Strategy<Value = Pair> {
    let fits = |row: &Row| Better::ALL.into_iter().any(|better| better.fits(row.kind));
    let rows: Vec<&'static Row> = catalogue.rows().filter(|row| fits(row)).collect();
    select(rows).prop_flat_map(move |row| {
        let fitting: Vec<Better> = Better::ALL.into_iter().filter(|better| better.fits(row.kind)).collect();
        let one = || vec(random::claim(row, catalogue), 1);
        let claims = move || prop_oneof![3 => one(), 1 => vec(random::claim(row, catalogue), 0..4)];
        (select(fitting), claims(), claims()).prop_map(move |(better, one, other)| Pair {
            row,
            direction: Some(Direction { better, is_required: false }),
            claims: [one, other],
        })
    })
}

fn config() -> ProptestConfig {
    ProptestConfig::with_cases(4000)
}

fn mirrored(standing: Standing) -> Standing {
    match standing {
        Standing::Better => Standing::Worse,
        Standing::Worse => Standing::Better,
        other => other,
    }
}

fn is_certain(standing: Standing) -> bool {
    matches!(standing, Standing::Better | Standing::Worse)
}

#[test]
fn better_is_worse_from_the_other_side() {
    let catalogue = small_catalogue();
    let mut runner = proptest::test_runner::TestRunner::new(config());
    let certain = std::cell::Cell::new(0);
    let law = |pair: Pair| {
        let turned = Pair { claims: [pair.claims[1].clone(), pair.claims[0].clone()], ..pair.clone() };
        let standing = pair.standing(catalogue);
        certain.set(certain.get() + u32::from(is_certain(standing)));
        prop_assert_eq!(turned.standing(catalogue), mirrored(standing));
        Ok(())
    };
    runner.run(&pair(catalogue), law).unwrap();
    assert!(certain.get() > 50, "only {} pairs were better or worse", certain.get());
}

#[test]
fn nobody_is_better_than_itself() {
    let catalogue = small_catalogue();
    proptest!(config(), |(pair in pair(catalogue))| {
        let same = Pair { claims: [pair.claims[0].clone(), pair.claims[0].clone()], ..pair };
        prop_assert!(!is_certain(same.standing(catalogue)));
    });
}

#[test]
fn silence_is_never_better_or_worse() {
    let catalogue = small_catalogue();
    proptest!(config(), |(pair in pair(catalogue))| {
        let silent = Pair { claims: [Vec::new(), pair.claims[1].clone()], ..pair.clone() };
        prop_assert_eq!(silent.standing(catalogue), Standing::CannotCompare);
        let pointing = pair.claims[0].iter().filter(|claim| !claim.assertion.informs()).cloned().collect();
        let pointing = Pair { claims: [pointing, pair.claims[1].clone()], ..pair };
        prop_assert_eq!(pointing.standing(catalogue), Standing::CannotCompare);
    });
}

#[test]
fn without_a_direction_nothing_is_better() {
    let catalogue = small_catalogue();
    proptest!(config(), |(pair in pair(catalogue))| {
        let without = Pair { direction: None, ..pair };
        prop_assert!(!is_certain(without.standing(catalogue)));
    });
}

#[test]
fn what_has_run_out_is_never_better_or_worse() {
    let catalogue = small_catalogue();
    proptest!(config(), |(pair in pair(catalogue), side in 0..2_usize)| {
        let mut pair = pair;
        for claim in &mut pair.claims[side] {
            claim.expires = "2000-01-01".parse().ok();
        }
        prop_assert!(!is_certain(pair.standing(catalogue)));
    });
}
