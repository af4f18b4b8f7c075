//! The engine agrees with the naive evaluation: every verdict, every group, every count.

use std::path::Path;

use proptest::{collection::vec, prelude::*};
use vendor_compare::{
    catalogue::{
        Catalogue, directory,
        id::{ProviderId, RowId},
        provider::Provider,
        source::ProviderSource,
    },
    engine::{
        Engine,
        load::Loader,
        order::{By, Order},
        query::Query,
    },
    export::source,
    requirement::{Requirement, counts::of_option, evaluate::Context, outcome::Outcome, verdict::Verdict},
    state::others::Begun,
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

fn asking(requirements: &[Requirement]) -> Query {
    Query { asked: requirements.to_vec(), ..Query::default() }
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
        let answer = engine.query(&asking(&asked));
        let outcome = Outcome::of(&asked, context);
        let groups = answer.groups();
        let named = |verdict| outcome.group(verdict).count();
        prop_assert_eq!(groups.meets.count(), named(Verdict::Yes));
        prop_assert_eq!(groups.cannot_tell.count(), named(Verdict::Unknown));
        prop_assert_eq!(groups.does_not_meet.count(), named(Verdict::No));
        for option in &options {
            prop_assert_eq!(answer.count(option), of_option(option, &asked, context), "{}", option);
        }
        let rows: Vec<RowId> = catalogue.rows().map(|row| row.id.clone()).collect();
        for (options, counts) in answer.counts_on(&rows) {
            for (option, counts) in options.requirements.iter().zip(counts) {
                prop_assert_eq!(counts, of_option(option, &asked, context), "{}", option);
            }
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
        let asked = |or_cannot_tell| Requirement { or_cannot_tell, ..r.clone() };
        let groups = |or_cannot_tell| engine.query(&asking(&[asked(or_cannot_tell)])).groups();
        prop_assert_eq!(engine.judge(&asked(true)), engine.judge(&asked(false)));
        let (strict, lenient) = (groups(false), groups(true));
        prop_assert_eq!(lenient.meets.count(), strict.meets.count() + strict.cannot_tell.count());
        prop_assert_eq!(lenient.cannot_tell.count(), 0);
        prop_assert_eq!(lenient.does_not_meet, strict.does_not_meet);
    });
}

/// What is not stated comes last in both directions; what is equal stands by its id.
#[test]
fn pages_are_parts_of_one_order() {
    let catalogue = small_catalogue();
    let row = catalogue.rows().find(|row| row.id == *"ret-backup").unwrap();
    let names = vec("[a-c]{1,2}", 1..20);
    proptest!(ProptestConfig::with_cases(100), |(
        vendors in vec(vendor(catalogue), 20), names in names, descending: bool, by in 0..3usize, limit in 1..7usize,
    )| {
        let with_name = |(index, (mut vendor, name)): (usize, (Provider, String))| {
            vendor.id = ProviderId::new(&format!("v{index:02}"));
            vendor.name = name;
            vendor
        };
        let all = of(vendors.into_iter().zip(names).enumerate().map(with_name).collect(), catalogue);
        let engine = Engine::new(&all, today());
        let by = [By::Name, By::Coverage, By::Row(row.id.clone())][by].clone();
        let answer = engine.query(&Query { order: Order { by: by.clone(), descending }, ..Query::default() });
        let within = answer.groups().meets;
        let whole = answer.page(&within, 0, usize::MAX >> 1);
        prop_assert_eq!(whole.len(), all.providers.len());
        let pages = (0..whole.len()).step_by(limit).flat_map(|offset| answer.page(&within, offset, limit));
        prop_assert!(pages.eq(whole.iter().copied()));
        let is_silent = |index: &usize| all.providers[*index].claims_on(&row.id).all(|c| !c.assertion.informs());
        if by == By::Name {
            let key = |index: &usize| (&all.providers[*index].name, &all.providers[*index].id);
            let in_order = |a: &usize, b: &usize| match descending {
                true => key(a).0 > key(b).0 || key(a).0 == key(b).0 && key(a).1 < key(b).1,
                false => key(a) < key(b),
            };
            prop_assert!(whole.windows(2).all(|pair| in_order(&pair[0], &pair[1])));
        } else if by != By::Coverage {
            let first_silent = whole.iter().position(is_silent).unwrap_or(whole.len());
            prop_assert!(whole[first_silent..].iter().all(is_silent));
        }
    });
}

fn written(provider: &Provider) -> ProviderSource {
    ProviderSource {
        id: provider.id.to_string(),
        name: provider.name.clone(),
        kind: "vendor".to_owned(),
        summary: provider.summary.clone(),
        covers: provider.covers.iter().map(ToString::to_string).collect(),
        claims: provider.claims.iter().map(source::claim).collect(),
    }
}

/// The text of a catalogue with these vendors.
fn text_of(all: &Catalogue) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/catalogue");
    let (mut source, _) = directory::load(&folder).unwrap();
    // The catalogue's own vendors stay as parties that documents and claims name.
    for provider in &mut source.providers {
        provider.kind = "provider".to_owned();
        provider.claims.clear();
    }
    source.providers.extend(all.providers.iter().map(written));
    // Who says it goes without saying where it is the publisher, so that profiles are as plain as most are.
    serde_json::to_string(&source).unwrap().replace(",\"said_by\":\"acme\"", "")
}

/// However a text is read, in passing or thoroughly, the verdicts are the same.
#[test]
fn what_is_loaded_is_judged_as_what_is_built() {
    let catalogue = small_catalogue();
    let asked = vec(requirement(catalogue), 1..6);
    // Few vendors, many times over: most are recognised.
    proptest!(ProptestConfig::with_cases(60), |(
        vendors in vec(random::vendor(catalogue), 1..4), pick in vec(0..3usize, 0..12), asked in asked,
    )| {
        let chosen = pick.into_iter().enumerate().map(|(index, pick)| {
            let mut vendor = vendors[pick % vendors.len()].clone();
            vendor.id = ProviderId::new(&format!("v{index}"));
            vendor
        });
        let all = of(chosen.collect(), catalogue);
        let text = text_of(&all);
        let loaded = Loader::new("made up", text.clone(), today()).unwrap().finish();
        prop_assert!(loaded.left_out.total == 0, "{:?}", loaded.left_out);
        prop_assert_eq!(loaded.engine.len(), all.providers.len());
        for requirement in &asked {
            let judged = loaded.engine.judge(requirement);
            for (index, vendor) in all.providers.iter().enumerate() {
                prop_assert_eq!(judged.of(index), verdict(requirement, vendor, catalogue), "{}", requirement);
            }
        }
    });
}

/// Whatever is broken in one provider, the others are loaded, and nothing panics.
#[test]
fn a_broken_provider_is_left_out_and_told() {
    let catalogue = small_catalogue();
    proptest!(ProptestConfig::with_cases(100), |(
        vendor in random::vendor(catalogue), at in 0..100_000usize, put in "[ -~]{0,3}",
    )| {
        let vendors = ["a", "b", "c"].map(|id| Provider { id: ProviderId::new(id), ..vendor.clone() });
        let whole = text_of(&of(vendors.to_vec(), catalogue));
        let (start, end) = (whole.find("{\"id\":\"b\"").unwrap(), whole.find("{\"id\":\"c\"").unwrap());
        let at = start + 1 + at % (end - start - 3);
        let broken = format!("{}{put}{}", &whole[..at], &whole[at + 1..]);
        // A text that falls apart as a whole cannot be loaded at all; that is told too.
        match Loader::new("broken", broken.clone(), today()).map(Loader::finish) {
            Err(problems) => prop_assert!(!problems.is_empty()),
            Ok(mut loaded) => {
                let told = loaded.report().words();
                prop_assert_eq!(told.len(), loaded.left_out.first.len());
                prop_assert!(told.iter().all(|wrong| !wrong.problems.is_empty()));
                // What is left can be read as a whole.
                let answer = loaded.window(r#"{"whole":true}"#).unwrap();
                let begun = Begun::read(&answer).unwrap();
                prop_assert_eq!(begun.catalogue.vendors().count(), loaded.engine.len());
                let ids: Vec<_> = (0..loaded.engine.len()).filter_map(|vendor| loaded.engine.id(vendor)).collect();
                prop_assert!(ids.contains(&"a"), "{:?}", ids);
            }
        }
    });
}

#[test]
fn what_is_wrong_is_told_with_its_place_in_the_whole_text() {
    let catalogue = small_catalogue();
    let vendor = random::vendor_with(Vec::new(), catalogue);
    let vendors = ["a", "b", "a"].map(|id| Provider { id: ProviderId::new(id), ..vendor.clone() });
    let text =
        text_of(&of(vendors.to_vec(), catalogue)).replace("{\"id\":\"b\"", "\n {\"id\":\"b\",\"nmae\":1");
    let loaded = Loader::new("some.json", text.clone(), today()).unwrap().finish();
    let told: Vec<String> =
        loaded.report().words().iter().flat_map(|wrong| &wrong.problems).map(ToString::to_string).collect();
    assert_eq!(loaded.engine.len(), 1);
    assert!(told[0].starts_with("some.json:2:12: providers["), "{told:?}");
    assert!(told[0].contains("did you mean \"name\"?"), "{told:?}");
    assert!(told.iter().any(|line| line.contains("the provider \"a\" is already there")), "{told:?}");
}

/// The words come from a small catalogue of those that are left out, and are those that the whole one gives.
#[test]
fn what_a_report_tells_is_what_the_whole_text_tells() {
    let catalogue = small_catalogue();
    let acme = catalogue.providers.iter().find(|p| p.id == *"acme").unwrap();
    let vendors = (0..6).map(|index| Provider { id: ProviderId::new(&format!("v{index}")), ..acme.clone() });
    let text = text_of(&of(vendors.collect(), catalogue));
    let begin = text.find("{\"id\":\"v1\"").unwrap();
    let (before, after) = text.split_at(begin);
    let (one, two) = after.split_at(after.find("{\"id\":\"v4\"").unwrap());
    let one = one.replacen("\"state\":\"stated\"", "\n\"state\":\"sated\"", 1);
    let two = two.replacen("\"row\":\"", "\n\n \"row\":\"x", 2).replacen(
        "\"section\":\"",
        "\"section\": \"\\u0020",
        1,
    );
    let text = [before, "\n", &one, &two].concat();
    let loaded = Loader::new("some.json", text.clone(), today()).unwrap().finish();
    assert_eq!((loaded.engine.len(), loaded.left_out.total), (4, 2));
    let told: Vec<String> =
        loaded.report().words().iter().flat_map(|wrong| &wrong.problems).map(ToString::to_string).collect();
    let whole = Catalogue::from_json("some.json", &text).unwrap_err();
    assert_eq!(told, whole.iter().map(ToString::to_string).collect::<Vec<_>>());
    assert!(told.len() >= 3, "{told:?}");
}

#[test]
fn what_came_before_is_recognised() {
    let catalogue = small_catalogue();
    let [acme] = ["acme"].map(|id| catalogue.providers.iter().find(|p| p.id == *id).unwrap());
    let vendors = (0..5).map(|index| Provider { id: ProviderId::new(&format!("v{index}")), ..acme.clone() });
    let text = text_of(&of(vendors.collect(), catalogue));
    let loaded = Loader::new("made up", text.clone(), today()).unwrap().finish();
    assert_eq!((loaded.engine.len(), loaded.in_passing), (5, 4), "{:?}", loaded.left_out);
}
