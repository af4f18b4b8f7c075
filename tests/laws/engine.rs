//! The engine agrees with the naive evaluation: every verdict, every group, every count.

use proptest::{collection::vec, prelude::*};
use vendor_compare::{
    catalogue::{Catalogue, provider::Provider},
    engine::{Engine, query::Asked},
    requirement::{Requirement, counts::of_option, evaluate::Context, outcome::Outcome, verdict::Verdict},
};

use crate::{
    random::{self, requirement},
    small_catalogue, today, verdict,
};

/// A vendor of whom not everything has been read.
fn vendor(catalogue: &'static Catalogue) -> impl Strategy<Value = Provider> {
    (random::vendor(catalogue), vec(prop::bool::weighted(0.9), catalogue.sections.len())).prop_map(
        |(mut vendor, read)| {
            let mut read = read.into_iter();
            vendor.covers.retain(|_| read.next().unwrap_or(true));
            vendor
        },
    )
}

fn of(vendors: Vec<Provider>, catalogue: &Catalogue) -> Catalogue {
    Catalogue { providers: vendors, ..catalogue.clone() }
}

#[test]
fn it_judges_as_the_naive_evaluation() {
    let catalogue = small_catalogue();
    let asked = vec(requirement(catalogue), 1..8);
    proptest!(ProptestConfig::with_cases(300), |(vendors in vec(vendor(catalogue), 0..12), asked in asked)| {
        let all = of(vendors, catalogue);
        let engine = Engine::new(&all, today());
        for requirement in &asked {
            let judged = engine.judge(requirement);
            for (index, vendor) in all.providers.iter().enumerate() {
                prop_assert_eq!(judged.of(index), verdict(requirement, vendor, &all), "{} {}", requirement, index);
            }
        }
    });
}

#[test]
fn groups_and_counts_equal_a_naive_recount() {
    let catalogue = small_catalogue();
    let asked = vec(requirement(catalogue), 0..5);
    proptest!(ProptestConfig::with_cases(150), |(
        vendors in vec(vendor(catalogue), 1..8), asked in asked, options in vec(requirement(catalogue), 1..4),
    )| {
        let all = of(vendors, catalogue);
        let context = Context { catalogue: &all, as_of: today() };
        let engine = Engine::new(&all, today());
        let plain = |requirement: &Requirement| Asked { requirement: requirement.clone(), or_cannot_tell: false };
        let answer = engine.query(&asked.iter().map(plain).collect::<Vec<_>>());
        let outcome = Outcome::of(&asked, context);
        let groups = answer.groups();
        let named = |verdict| outcome.group(verdict).count();
        prop_assert_eq!(groups.meets.count(), named(Verdict::Yes));
        prop_assert_eq!(groups.cannot_tell.count(), named(Verdict::Unknown));
        prop_assert_eq!(groups.does_not_meet.count(), named(Verdict::No));
        for option in &options {
            let counts = answer.counts(std::slice::from_ref(option));
            prop_assert_eq!(counts[0], of_option(option, &asked, context), "{}", option);
        }
    });
}

/// What cannot be told stays in the running where the visitor says so.
#[test]
fn or_cannot_tell_joins_two_groups() {
    let catalogue = small_catalogue();
    proptest!(ProptestConfig::with_cases(100), |(vendors in vec(vendor(catalogue), 1..8), r in requirement(catalogue))| {
        let all = of(vendors, catalogue);
        let engine = Engine::new(&all, today());
        let groups = |or_cannot_tell| engine.query(&[Asked { requirement: r.clone(), or_cannot_tell }]).groups();
        let (strict, lenient) = (groups(false), groups(true));
        prop_assert_eq!(lenient.meets.count(), strict.meets.count() + strict.cannot_tell.count());
        prop_assert_eq!(lenient.cannot_tell.count(), 0);
        prop_assert_eq!(lenient.does_not_meet, strict.does_not_meet);
    });
}
