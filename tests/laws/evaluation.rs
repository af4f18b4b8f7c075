//! Laws of the evaluation, for vendors with any claims.

use proptest::prelude::*;
use vendor_compare::{
    catalogue::{
        Catalogue,
        claim::{Assertion, Claim, Reading},
        row::Kind,
        value::{Places, Value},
    },
    requirement::{
        Holder, Requirement, Subject, Terms, Test, counts::of_option, evaluate::Context, ground::Fact,
        verdict::Verdict, words,
    },
};

use crate::{
    finding,
    random::{self, requirement, requirement_with, vendor, vendor_with},
    small_catalogue, today, verdict,
};

fn config() -> ProptestConfig {
    ProptestConfig::with_cases(500)
}

#[test]
fn negation_flips() {
    let catalogue = small_catalogue();
    proptest!(config(), |(r in requirement(catalogue), v in vendor(catalogue))| {
        let flipped = Requirement { negated: !r.negated, ..r.clone() };
        prop_assert_eq!(verdict(&flipped, &v, catalogue), !verdict(&r, &v, catalogue));
    });
}

#[test]
fn the_order_of_claims_does_not_matter() {
    let catalogue = small_catalogue();
    let shuffled =
        random::claims(catalogue).prop_flat_map(|claims| (Just(claims.clone()), Just(claims).prop_shuffle()));
    proptest!(config(), |(r in requirement(catalogue), (a, b) in shuffled)| {
        let (a, b) = (vendor_with(a, catalogue), vendor_with(b, catalogue));
        prop_assert_eq!(verdict(&r, &a, catalogue), verdict(&r, &b, catalogue));
    });
}

/// Buyers must justify each answer: a certain one rests on a claim. Only "is stated" is answered by silence.
#[test]
fn a_certain_answer_rests_on_a_claim() {
    let catalogue = small_catalogue();
    proptest!(config(), |(r in requirement(catalogue), v in vendor(catalogue))| {
        let found = finding(&r, &v, catalogue);
        prop_assert!(!found.grounds.is_empty());
        prop_assert!(found.grounds.iter().flat_map(|g| &g.claims).all(|i| *i < v.claims.len()));
        if found.verdict != Verdict::Unknown && r.test != Test::IsStated {
            let before = if r.negated { !found.verdict } else { found.verdict };
            prop_assert!(found.grounds.iter().any(|g| g.verdict == before && !g.claims.is_empty()), "{:#?}", found);
        }
    });
}

#[test]
fn every_reason_has_words() {
    let catalogue = small_catalogue();
    let context = Context { catalogue, as_of: today() };
    proptest!(config(), |(r in requirement(catalogue), v in vendor(catalogue))| {
        let sentences = words::finding(&finding(&r, &v, catalogue), &r, context);
        prop_assert!(!sentences.is_empty());
        for sentence in sentences {
            prop_assert!(!sentence.trim().is_empty() && !sentence.contains("  ") && !sentence.contains("what was asked"));
        }
        prop_assert!(!words::requirement(&r, catalogue).is_empty());
    });
}

#[test]
fn who_says_nothing_is_never_a_yes_or_a_no() {
    let catalogue = small_catalogue();
    let silent = vendor_with(Vec::new(), catalogue);
    proptest!(config(), |(r in requirement_with(catalogue, |test| *test != Test::IsStated))| {
        prop_assert_eq!(verdict(&r, &silent, catalogue), Verdict::Unknown);
    });
}

#[test]
fn what_was_not_read_is_never_a_yes_or_a_no() {
    let catalogue = small_catalogue();
    proptest!(config(), |(r in requirement(catalogue))| {
        let mut unread = vendor_with(Vec::new(), catalogue);
        unread.covers.clear();
        prop_assert_eq!(verdict(&r, &unread, catalogue), Verdict::Unknown);
    });
}

#[test]
fn what_has_run_out_decides_nothing() {
    let catalogue = small_catalogue();
    proptest!(config(), |(r in requirement_with(catalogue, |test| *test != Test::IsStated), mut v in vendor(catalogue))| {
        for claim in &mut v.claims {
            claim.expires = Some("2026-11-21".parse().unwrap());
        }
        prop_assert_eq!(verdict(&r, &v, catalogue), Verdict::Unknown);
    });
}

/// A plan, a pointer or a picture never answers.
#[test]
fn what_does_not_inform_decides_nothing() {
    let catalogue = small_catalogue();
    proptest!(config(), |(r in requirement_with(catalogue, |test| *test != Test::IsStated), mut v in vendor(catalogue))| {
        v.claims.retain(|claim| !claim.assertion.informs());
        prop_assert_eq!(verdict(&r, &v, catalogue), Verdict::Unknown);
    });
}

#[test]
fn what_is_only_optional_is_never_better_by_default() {
    let catalogue = small_catalogue();
    proptest!(config(), |(r in requirement(catalogue), v in vendor(catalogue))| {
        let with = |by_default| Requirement { negated: false, by_default, ..r.clone() };
        prop_assert!(verdict(&with(true), &v, catalogue) <= verdict(&with(false), &v, catalogue));
    });
}

/// To say that there is a place without naming it can open an answer, but cannot make it a yes.
#[test]
fn an_unnamed_place_never_makes_a_yes() {
    let catalogue = small_catalogue();
    let rows: Vec<_> = catalogue.rows().filter(|row| row.kind == Kind::Places).collect();
    proptest!(config(), |(
        r in requirement_with(catalogue, |test| *test != Test::IsStated),
        mut v in vendor(catalogue),
        row in prop::sample::select(rows),
    )| {
        let r = Requirement { negated: false, ..r };
        // What is said to be inside the EU as a whole vouches for a place without a name, once there is one.
        v.claims.retain(|claim| claim.row != *"eu-only");
        let mut more = v.clone();
        let unnamed = Reading { value: Value::Places(Places::Unnamed), evidence: Vec::new() };
        more.claims.push(Claim { assertion: Assertion::Unclear(vec![unnamed]), ..own_claim(row.id.clone()) });
        if verdict(&r, &v, catalogue) != Verdict::Yes {
            prop_assert_ne!(verdict(&r, &more, catalogue), Verdict::Yes);
        }
    });
}

/// A list that names other things as examples, or a second reading, takes nothing back and adds no yes.
#[test]
fn an_open_list_without_it_never_makes_a_yes() {
    let catalogue = small_catalogue();
    let cert = || catalogue.certifications.iter().map(|c| c.id.clone());
    proptest!(config(), |(
        asked in prop::sample::select(cert().collect::<Vec<_>>()),
        holder in prop::sample::select(&Holder::ALL[..]),
        v in vendor(catalogue),
    )| {
        let r = on_cert(holder, Test::Has(Terms::Certifications(vec![asked.clone()])));
        let items = cert().filter(|id| *id != asked).collect();
        let list = Value::Certificates(vendor_compare::catalogue::value::List { items, open: true });
        let mut more = v.clone();
        let claim = own_claim(vendor_compare::catalogue::id::RowId::new("cert-own"));
        more.claims.push(Claim { assertion: Assertion::Stated(list), ..claim });
        if verdict(&r, &v, catalogue) != Verdict::Yes {
            prop_assert_ne!(verdict(&r, &more, catalogue), Verdict::Yes);
        }
    });
}

fn own_claim(row: vendor_compare::catalogue::id::RowId) -> Claim {
    Claim {
        row,
        assertion: Assertion::Picture,
        holder: None,
        scope: None,
        as_of: None,
        expires: None,
        evidence: Vec::new(),
        note: None,
    }
}

fn on_cert(holder: Holder, test: Test) -> Requirement {
    Requirement {
        negated: false,
        subject: Subject::Cert,
        holder,
        test,
        by_default: false,
        or_cannot_tell: false,
    }
}

/// One requirement for each value of the list.
fn each(r: &Requirement) -> Vec<Requirement> {
    let split = |terms: &Terms| -> Vec<Terms> {
        match terms {
            Terms::Places(terms) => terms.iter().map(|t| Terms::Places(vec![t.clone()])).collect(),
            Terms::Certifications(ids) => {
                ids.iter().map(|i| Terms::Certifications(vec![i.clone()])).collect()
            }
            Terms::Providers(ids) => ids.iter().map(|i| Terms::Providers(vec![i.clone()])).collect(),
            Terms::Ids(ids) => ids.iter().map(|i| Terms::Ids(vec![i.clone()])).collect(),
        }
    };
    let tests: Vec<Test> = match &r.test {
        Test::In(terms) => terms.iter().map(|t| Test::In(vec![t.clone()])).collect(),
        Test::Has(terms) => split(terms).into_iter().map(Test::Has).collect(),
        Test::HasAny(terms) => split(terms).into_iter().map(Test::HasAny).collect(),
        other => vec![other.clone()],
    };
    tests.into_iter().map(|test| Requirement { negated: false, test, ..r.clone() }).collect()
}

#[test]
fn several_values_combine_as_their_test_says() {
    let catalogue = small_catalogue();
    let lists = |test: &Test| matches!(test, Test::In(_) | Test::Has(_) | Test::HasAny(_));
    proptest!(ProptestConfig::with_cases(500), |(r in requirement_with(catalogue, lists), v in vendor(catalogue))| {
        let r = Requirement { negated: false, ..r };
        let whole = verdict(&r, &v, catalogue);
        let parts = each(&r);
        let parts = || parts.iter().map(|part| verdict(part, &v, catalogue));
        match &r.test {
            Test::Has(_) => prop_assert_eq!(whole, Verdict::all(parts())),
            // "Inside one of them" can be certain where it is open which: one of several, all of them inside.
            Test::HasAny(Terms::Places(_)) | Test::In(_) => prop_assert!(whole >= Verdict::any(parts())),
            _ => prop_assert_eq!(whole, Verdict::any(parts())),
        }
    });
}

/// "The vendor, its host or a partner" is met by each of them.
#[test]
fn anybody_is_at_least_as_good_as_each() {
    let catalogue = small_catalogue();
    let lists = |test: &Test| matches!(test, Test::Has(terms) | Test::HasAny(terms) if !matches!(terms, Terms::Places(_)));
    proptest!(ProptestConfig::with_cases(500), |(r in requirement_with(catalogue, lists), v in vendor(catalogue))| {
        let by = |holder| verdict(&Requirement { negated: false, holder, ..r.clone() }, &v, catalogue);
        prop_assert!(by(Holder::Any) >= by(Holder::Own) && by(Holder::Any) >= by(Holder::Host));
    });
}

/// Every role that some claim says to be in use is either judged or named as not counted, never both.
#[test]
fn every_role_is_judged_or_named_as_not_counted() {
    let catalogue = small_catalogue();
    let on_places = |test: &Test| matches!(test, Test::In(_));
    proptest!(config(), |(r in requirement_with(catalogue, on_places), v in vendor(catalogue))| {
        let r = Requirement { negated: false, subject: Subject::Region, ..r };
        let found = finding(&r, &v, catalogue);
        for row in catalogue.rows().filter(|row| row.role.is_some()) {
            let not_counted = found.grounds.iter().any(
                |g| matches!(&g.fact, Fact::NotCounted { roles } if row.role.is_some_and(|role| roles.contains(&role))),
            );
            let judged = found.grounds.iter().any(|g| g.row == row.id && !matches!(g.fact, Fact::NotCounted { .. }));
            prop_assert!(judged != not_counted, "{}", row.id);
            let named = v.claims_on(&row.id).any(|c| c.assertion.value().is_some());
            prop_assert!(!(named && not_counted), "{}", row.id);
        }
    });
}

#[test]
fn option_counts_equal_a_naive_recount() {
    let catalogue = small_catalogue();
    let vendors = prop::collection::vec(vendor(catalogue), 1..5);
    let requirements = prop::collection::vec(requirement(catalogue), 0..4);
    proptest!(ProptestConfig::with_cases(40), |(vendors in vendors, requirements in requirements, option in requirement(catalogue))| {
        let all = Catalogue { providers: vendors, ..catalogue.clone() };
        let counts = of_option(&option, &requirements, Context { catalogue: &all, as_of: today() });
        let (mut meets, mut cannot_tell) = (0, 0);
        for vendor in &all.providers {
            let kept = requirements.iter().filter(|r| r.subject.id() != option.subject.id()).chain([&option]);
            let of = |r: &Requirement| match verdict(r, vendor, &all) {
                Verdict::Unknown if r.or_cannot_tell => Verdict::Yes,
                verdict => verdict,
            };
            let verdicts: Vec<Verdict> = kept.map(of).collect();
            if verdicts.iter().all(|v| *v == Verdict::Yes) {
                meets += 1;
            } else if !verdicts.contains(&Verdict::No) {
                cannot_tell += 1;
            }
        }
        prop_assert_eq!((counts.meets, counts.cannot_tell), (meets, cannot_tell));
    });
}
