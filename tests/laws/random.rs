//! Random requirements, claims and vendors over a catalogue.

use proptest::{collection::vec, option, prelude::*, sample::select, strategy::Union};
use vendor_compare::{
    catalogue::{
        Catalogue,
        claim::{Assertion, Claim, Evidence, Reading},
        date::Date,
        decimal::Decimal,
        duration::{Clock, Duration},
        id::{DocumentId, ProviderId},
        place::PlaceCode,
        provider::{Kind as ProviderKind, Provider},
        row::{Kind, Row},
        value::{Limit, List, Period, Places, Value},
    },
    requirement::{Answer, Bound, Holder, PlaceTerm, Requirement, Subject, Terms, Test},
};

pub type Random<T> = BoxedStrategy<T>;

pub fn requirement(catalogue: &'static Catalogue) -> Random<Requirement> {
    let on_row = Union::new(catalogue.rows().map(|row| {
        test(row.kind, Some(row), catalogue).prop_map(|test| (Subject::Row(row.id.clone()), test)).boxed()
    }));
    let on_all = prop_oneof![
        test(Kind::Places, None, catalogue).prop_map(|test| (Subject::Region, test)),
        test(Kind::Certificates, None, catalogue).prop_map(|test| (Subject::Cert, test)),
    ];
    let subject = prop_oneof![2 => on_row, 1 => on_all];
    (subject, any::<bool>(), select(&Holder::ALL[..]), any::<bool>(), any::<bool>())
        .prop_map(|((subject, test), negated, holder, by_default, or_cannot_tell)| Requirement {
            negated,
            subject,
            holder,
            test,
            by_default,
            or_cannot_tell,
        })
        .boxed()
}

/// A requirement on a row or on several, with a test that `wanted` accepts.
pub fn requirement_with(
    catalogue: &'static Catalogue,
    wanted: impl Fn(&Test) -> bool + 'static,
) -> Random<Requirement> {
    requirement(catalogue).prop_filter("another test", move |r| wanted(&r.test)).boxed()
}

fn test(kind: Kind, row: Option<&'static Row>, catalogue: &'static Catalogue) -> Random<Test> {
    let stated = Just(Test::IsStated).boxed();
    let tests = match kind {
        Kind::Places => vec![
            place_terms(catalogue).prop_map(Test::In).boxed(),
            place_terms(catalogue).prop_map(|terms| Test::Has(Terms::Places(terms))).boxed(),
            place_terms(catalogue).prop_map(|terms| Test::HasAny(Terms::Places(terms))).boxed(),
        ],
        Kind::Certificates | Kind::Providers | Kind::Ids => vec![
            terms(kind, row, catalogue).prop_map(Test::Has).boxed(),
            terms(kind, row, catalogue).prop_map(Test::HasAny).boxed(),
        ],
        Kind::Duration | Kind::Percentage | Kind::Number | Kind::Date => {
            vec![bound(kind).prop_map(Test::AtMost).boxed(), bound(kind).prop_map(Test::AtLeast).boxed()]
        }
        Kind::Boolean => vec![answer(row).prop_map(Test::Is).boxed()],
        Kind::Provider => vec![provider_id(catalogue).prop_map(|id| Test::Is(Answer::Provider(id))).boxed()],
        Kind::Text => Vec::new(),
    };
    Union::new(tests.into_iter().chain([stated])).boxed()
}

fn distinct<T: Clone + PartialEq + std::fmt::Debug + 'static>(items: Vec<T>) -> Random<Vec<T>> {
    let several = vec(select(items), 1..4);
    several
        .prop_map(|items| {
            let mut kept = Vec::new();
            items.into_iter().for_each(|item| {
                if !kept.contains(&item) {
                    kept.push(item);
                }
            });
            kept
        })
        .boxed()
}

pub fn place_terms(catalogue: &'static Catalogue) -> Random<Vec<PlaceTerm>> {
    let places = catalogue.places.iter().map(|p| PlaceTerm::Place(p.code));
    let groups = catalogue.groups.iter().map(|g| PlaceTerm::Group(g.id.clone()));
    distinct(places.chain(groups).collect())
}

fn terms(kind: Kind, row: Option<&'static Row>, catalogue: &'static Catalogue) -> Random<Terms> {
    match kind {
        Kind::Certificates => {
            let ids = catalogue.certifications.iter().map(|c| c.id.clone()).collect();
            distinct(ids).prop_map(Terms::Certifications).boxed()
        }
        Kind::Providers => {
            let ids = catalogue.providers.iter().map(|p| p.id.clone()).collect();
            distinct(ids).prop_map(Terms::Providers).boxed()
        }
        _ => {
            let ids = row.into_iter().flat_map(|row| row.terms.iter().map(|t| t.id.clone())).collect();
            distinct(ids).prop_map(Terms::Ids).boxed()
        }
    }
}

fn answer(row: Option<&'static Row>) -> Random<Answer> {
    let terms = row.into_iter().flat_map(|row| &row.terms).map(|t| Answer::Term(t.id.clone()));
    select([Answer::Yes, Answer::No].into_iter().chain(terms).collect::<Vec<_>>()).boxed()
}

fn provider_id(catalogue: &'static Catalogue) -> Random<ProviderId> {
    select(catalogue.providers.iter().map(|p| p.id.clone()).collect::<Vec<_>>()).boxed()
}

fn bound(kind: Kind) -> Random<Bound> {
    match kind {
        Kind::Duration => duration().prop_map(Bound::Duration).boxed(),
        Kind::Percentage => percent().prop_map(Bound::Percentage).boxed(),
        Kind::Number => prop_oneof![
            (0..10u32).prop_map(|n| Bound::Number(Decimal::whole(n))),
            "[0-9]{1,9}\\.[0-9]{1,9}".prop_map(|text| Bound::Number(text.parse().unwrap())),
        ]
        .boxed(),
        _ => day().prop_map(Bound::Date).boxed(),
    }
}

fn percent() -> Random<Decimal> {
    (99_000..=100_000u32).prop_map(|n| format!("{}.{:03}", n / 1000, n % 1000).parse().unwrap()).boxed()
}

pub fn day() -> Random<Date> {
    (20_000..22_000i64).prop_map(Date::from_unix_days).boxed()
}

pub fn duration() -> Random<Duration> {
    // Days around the lengths of a few months, so that both meet.
    prop_oneof![
        (0..100u32).prop_map(Duration::days),
        (0..15u32).prop_map(Duration::months),
        (0..3u32, 0..40u32, 0..24u32)
            .prop_map(|(months, days, hours)| { format!("P{months}M{days}DT{hours}H").parse().unwrap() }),
    ]
    .boxed()
}

/// A value that says which, so that it may be stated.
pub fn value(row: &'static Row, catalogue: &'static Catalogue) -> Random<Value> {
    match row.kind {
        Kind::Places => (places(catalogue), any::<bool>())
            .prop_map(|(places, open)| {
                Value::Places(Places::All { places: places.into_iter().collect(), open })
            })
            .boxed(),
        Kind::Certificates | Kind::Providers | Kind::Ids => {
            (terms(row.kind, Some(row), catalogue), any::<bool>())
                .prop_map(|(terms, open)| match terms {
                    Terms::Certifications(items) => Value::Certificates(List { items, open }),
                    Terms::Providers(items) => Value::Providers(List { items, open }),
                    Terms::Ids(items) => Value::Ids(List { items, open }),
                    Terms::Places(_) => unreachable!(),
                })
                .boxed()
        }
        Kind::Provider => provider_id(catalogue).prop_map(Value::Provider).boxed(),
        Kind::Duration => period().prop_map(Value::Duration).boxed(),
        Kind::Percentage => percent().prop_map(Value::Percentage).boxed(),
        Kind::Number => (0..10u32).prop_map(|n| Value::Number(Decimal::whole(n))).boxed(),
        Kind::Boolean => {
            let kinds = row.terms.iter().map(|t| Some(t.id.clone())).chain([None]);
            select(kinds.collect::<Vec<_>>()).prop_map(Value::Yes).boxed()
        }
        Kind::Text => {
            select(vec!["one text", "another"]).prop_map(|text| Value::Text(text.to_owned())).boxed()
        }
        Kind::Date => day().prop_map(Value::Date).boxed(),
    }
}

pub fn places(catalogue: &'static Catalogue) -> Random<Vec<PlaceCode>> {
    distinct(catalogue.places.iter().map(|p| p.code).collect())
}

fn period() -> Random<Period> {
    let limit = select(vec![Limit::Fixed, Limit::Fixed, Limit::AtMost, Limit::AtLeast]);
    let clock = select(vec![Clock::Calendar, Clock::Calendar, Clock::Business]);
    (duration(), limit, clock)
        .prop_map(|(length, limit, clock)| Period {
            length,
            limit,
            clock,
            counts: "something".to_owned(),
            from: None,
        })
        .boxed()
}

/// A value of an unclear claim: it may also say one of several, or nothing but that there is one.
fn hedge(row: &'static Row, catalogue: &'static Catalogue) -> Random<Value> {
    if row.kind != Kind::Places {
        return value(row, catalogue);
    }
    let one_of = places(catalogue).prop_map(|set| Value::Places(Places::OneOf(set.into_iter().collect())));
    prop_oneof![value(row, catalogue), one_of, Just(Value::Places(Places::Unnamed))].boxed()
}

/// Every state, with the holder that it allows.
pub fn assertion(row: &'static Row, catalogue: &'static Catalogue) -> Random<Assertion> {
    let readings = vec(hedge(row, catalogue), 1..3).prop_map(|values| {
        // The claim's evidence stands for an only reading.
        let evidence = if values.len() > 1 { vec![evidence()] } else { Vec::new() };
        let reading = |value| Reading { value, evidence: evidence.clone() };
        Assertion::Unclear(values.into_iter().map(reading).collect())
    });
    prop_oneof![
        3 => value(row, catalogue).prop_map(Assertion::Stated),
        2 => value(row, catalogue).prop_map(Assertion::Inherited),
        1 => value(row, catalogue).prop_map(Assertion::Optional),
        1 => option::of(day()).prop_map(|by| Assertion::Planned { when: Some("soon".to_owned()), by }),
        1 => Just(Assertion::No),
        2 => readings,
        1 => Just(Assertion::Elsewhere { see: "another page".to_owned() }),
        1 => Just(Assertion::Picture),
    ]
    .boxed()
}

fn evidence() -> Evidence {
    Evidence {
        document: DocumentId::new("acme-trust"),
        section: "Section".to_owned(),
        statement: "Statement.".to_owned(),
        said_by: ProviderId::new("acme"),
    }
}

pub fn claim(row: &'static Row, catalogue: &'static Catalogue) -> Random<Claim> {
    let holder = select(vec!["nimbus", "paywell"]);
    let scope = option::weighted(0.3, select(vec!["database", "files"]));
    let expires = option::weighted(0.2, day());
    (assertion(row, catalogue), holder, any::<bool>(), scope, expires)
        .prop_map(|(assertion, holder, foreign, scope, expires)| {
            let foreign = match &assertion {
                Assertion::Stated(_) => false,
                Assertion::Inherited(_) => true,
                _ => foreign,
            };
            Claim {
                row: row.id.clone(),
                assertion,
                holder: foreign.then(|| ProviderId::new(holder)),
                scope: scope.map(str::to_owned),
                as_of: None,
                expires,
                evidence: vec![evidence()],
                note: None,
            }
        })
        .boxed()
}

pub fn claims(catalogue: &'static Catalogue) -> Random<Vec<Claim>> {
    let any_row = Union::new(catalogue.rows().map(|row| claim(row, catalogue)));
    vec(any_row, 0..25).boxed()
}

/// A vendor of whom everything has been read.
pub fn vendor_with(claims: Vec<Claim>, catalogue: &Catalogue) -> Provider {
    Provider {
        id: ProviderId::new("vendor"),
        name: "Vendor".to_owned(),
        kind: ProviderKind::Vendor,
        summary: None,
        covers: catalogue.sections.iter().map(|s| s.id.clone()).collect(),
        own: false,
        claims,
    }
}

pub fn vendor(catalogue: &'static Catalogue) -> Random<Provider> {
    claims(catalogue).prop_map(move |claims| vendor_with(claims, catalogue)).boxed()
}
