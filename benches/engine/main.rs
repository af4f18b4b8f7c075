//! What the parts of an answer take, natively and one by one: `cargo bench --bench engine`, or
//! `cargo xtask bench --native`, which compiles it for speed, as the engine is for the browser.

mod made_up;

use std::{cell::Cell, hint::black_box, str::FromStr};

use criterion::{BatchSize, BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use vendor_compare::{
    catalogue::{date::Date, id::RowId},
    engine::{
        Engine,
        load::{Loaded, Loader},
        query::Query,
        text::Field,
    },
    requirement::parse,
};

const SIZES: [usize; 2] = [1_000, 10_000];

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(20);
    targets = loading, answers
}
criterion_main!(benches);

fn loaded(text: String) -> Loaded {
    let day = Date::from_str("2025-01-01").expect("a day");
    let loaded = Loader::new("made up", text, day).expect("a catalogue").finish();
    assert_eq!(loaded.left_out.total, 0, "nothing is left out: {:?}", loaded.left_out.first.first());
    loaded
}

fn asking(engine: &Engine, requirements: &str) -> Query {
    let parsed = parse::parse(requirements, engine.shared());
    assert!(parsed.errors.is_empty(), "{:?}", parsed.errors);
    let asked = parsed.requirements.into_iter();
    Query { asked: asked.collect(), ..Query::default() }
}

/// From the text to the engine.
fn loading(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("load");
    for size in SIZES {
        let text = made_up::catalogue(size);
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function(BenchmarkId::from_parameter(size), |bencher| {
            bencher.iter_batched(|| text.clone(), loaded, BatchSize::LargeInput);
        });
    }
    group.finish();
}

fn answers(criterion: &mut Criterion) {
    for size in SIZES {
        let loaded = loaded(made_up::catalogue(size));
        let engine = &loaded.engine;
        assert_eq!(engine.len(), size);
        let mut group = criterion.benchmark_group(format!("{size} vendors"));

        // Another number of days each time, and so many that the verdicts on one have been given up before it comes
        // again.
        let days = Cell::new(0);
        group.bench_function("a requirement for the first time", |bencher| {
            bencher.iter(|| {
                days.set((days.get() + 1) % 1_000_000);
                let query = asking(engine, &format!("ret-personal <= P{}D", days.get()));
                engine.query(&query).groups().meets.count()
            });
        });

        let query = asking(
            engine,
            "region-primary has-any DE, FR; cert-own has scheme-1; ret-personal <= P90D; sla >= 99.5",
        );
        group.bench_function("four requirements again", |bencher| {
            bencher.iter(|| engine.query(black_box(&query)).groups().meets.count());
        });

        let rows = ["region-primary", "cert-own", "encryption", "upstream"].map(RowId::new);
        group.bench_function("the options of four rows", |bencher| {
            bencher.iter(|| engine.query(black_box(&query)).counts_on(&rows));
        });

        let answer = engine.query(&query);
        let meets = answer.groups().meets;
        group.bench_function("a page by name", |bencher| bencher.iter(|| answer.page(&meets, 0, 50)));

        let text = "clo rep".to_owned();
        let words = Query { text, fields: vec![Field::Name, Field::Summary], ..Query::default() };
        group.bench_function("two beginnings of words", |bencher| {
            bencher.iter(|| engine.query(black_box(&words)).groups().meets.count());
        });
        group.finish();
    }
}
