//! Values: from JSON to [`Value`], by the type of the row.

use serde_json::Value as Json;

use super::{Checker, Known};
use crate::catalogue::{
    Catalogue,
    decimal::Decimal,
    duration::{Clock, Duration, DurationError},
    id::{CertificationId, TermId},
    place::PlaceSet,
    problem::told,
    record::{FromJson, record},
    row::{Kind, Row},
    suggest,
    value::{Limit, List, Period, Places, Value},
};

record! {
    "a set of places" =>
    /// Where something is: every place that is named, or one of them.
    pub struct PlacesSource {
        /// Each of these countries.
        pub all: Option<Vec<String>>,
        /// One of these countries; which one is not said.
        pub one_of: Option<Vec<String>>,
        /// With `all`: the wording leaves further places possible.
        pub open: bool,
    }
    "a list of a claim" =>
    /// A list of ids.
    pub struct ListSource {
        pub items: Vec<String>,
        /// `closed` where the list is complete, `open` where it names examples.
        pub list: String,
    }
    "a duration" =>
    /// A duration with what it measures.
    pub struct PeriodSource {
        /// ISO 8601, for instance `P35D`.
        pub length: String,
        /// `fixed`, `at-most` or `at-least`.
        pub limit: String,
        /// What is kept, or what happens within the time.
        pub counts: String,
        /// The event from which the time runs.
        pub from: Option<String>,
        /// `business` where only working hours count; absent: `calendar`.
        pub clock: Option<String>,
    }
    "a percentage" =>
    /// A percentage.
    pub struct PercentSource {
        /// From 0 to 100.
        pub percent: Json,
    }
    "a kind of yes" =>
    /// A yes whose kind is told.
    pub struct YesSource {
        /// One of the row's values.
        pub id: String,
    }
}

/// The shape of a row type's values, as the remedy of a wrong one.
pub fn shape(kind: Kind) -> &'static str {
    match kind {
        Kind::Places => r#"write {"all":["NL"]}, {"one_of":["NL","IE"]} or "unnamed""#,
        Kind::Certificates => r#"write {"items":["iso-27001"],"list":"open"} or "closed""#,
        Kind::Providers => r#"write {"items":["azure"],"list":"open"} or "closed""#,
        Kind::Ids => r#"write {"items":["…"],"list":"open"} or "closed""#,
        Kind::Provider => r#"write a provider id, for instance "azure""#,
        Kind::Duration => r#"write {"length":"P35D","limit":"fixed","counts":"backups"}"#,
        Kind::Percentage => r#"write {"percent":99.5}"#,
        Kind::Number => "write a number",
        Kind::Boolean => r#"write true, or {"id":"…"}; a no is the state "no""#,
        Kind::Text => "write a text",
        Kind::Date => r#"write "YYYY-MM-DD""#,
    }
}

/// The record that a row type's values are, or may be.
#[cfg(not(target_arch = "wasm32"))]
pub fn form(kind: Kind) -> Option<crate::catalogue::record::Form> {
    match kind {
        Kind::Places => Some(PlacesSource::FORM),
        Kind::Certificates | Kind::Providers | Kind::Ids => Some(ListSource::FORM),
        Kind::Duration => Some(PeriodSource::FORM),
        Kind::Percentage => Some(PercentSource::FORM),
        Kind::Boolean => Some(YesSource::FORM),
        Kind::Provider | Kind::Number | Kind::Text | Kind::Date => None,
    }
}

/// Reads a value of the row's type; reports what is wrong with it.
pub fn value(json: &Json, row: &Row, path: &str, known: &Known, checker: &mut Checker) -> Option<Value> {
    let catalogue = &known.catalogue;
    match row.kind {
        Kind::Places => places(json, path, catalogue, checker).map(Value::Places),
        Kind::Certificates => {
            list(json, row, path, checker, |id, path, checker| certification(id, path, catalogue, checker))
                .map(Value::Certificates)
        }
        Kind::Providers => {
            list(json, row, path, checker, |id, path, checker| known.provider(id, path, checker))
                .map(Value::Providers)
        }
        Kind::Ids => {
            list(json, row, path, checker, |id, path, checker| term(id, row, path, checker)).map(Value::Ids)
        }
        Kind::Provider => {
            let id: String = shaped(json, row.kind, path, checker)?;
            known.provider(&id, path, checker).map(Value::Provider)
        }
        Kind::Duration => period(json, path, checker).map(Value::Duration),
        Kind::Percentage => percentage(json, path, checker).map(Value::Percentage),
        Kind::Number => number(json, row.kind, path, checker).map(Value::Number),
        Kind::Boolean => yes(json, row, path, checker).map(Value::Yes),
        Kind::Text => {
            let text: String = shaped(json, row.kind, path, checker)?;
            checker.filled(path, &text);
            Some(Value::Text(text))
        }
        Kind::Date => {
            let text: String = shaped(json, row.kind, path, checker)?;
            checker.date(path, &text).map(Value::Date)
        }
    }
}

fn shaped<T: FromJson>(json: &Json, kind: Kind, path: &str, checker: &mut Checker) -> Option<T> {
    let mut faults = Vec::new();
    let value = T::from_json(json, path, &mut faults);
    for fault in &faults {
        let help = fault.help.clone().unwrap_or_else(|| shape(kind).to_owned());
        checker.report(&fault.path, &*fault.message, Some(help));
    }
    faults.is_empty().then_some(value)
}

fn places(json: &Json, path: &str, catalogue: &Catalogue, checker: &mut Checker) -> Option<Places> {
    if json.as_str() == Some("unnamed") {
        return Some(Places::Unnamed);
    }
    let source: PlacesSource = shaped(json, Kind::Places, path, checker)?;
    let (field, codes) = match (source.all, source.one_of) {
        (Some(all), None) => ("all", all),
        (None, Some(one_of)) if !source.open => ("one_of", one_of),
        _ => {
            checker.report(
                path,
                "exactly one of \"all\" and \"one_of\" is expected",
                Some(shape(Kind::Places).into()),
            );
            return None;
        }
    };
    let mut places = PlaceSet::new();
    for (index, code) in codes.iter().enumerate() {
        let path = told!("{path}.{field}[{index}]");
        if catalogue.groups.iter().any(|g| g.id.as_str().eq_ignore_ascii_case(code)) {
            let help =
                "name the countries that the document names; where it names none, the value is \"unnamed\"";
            checker.report(
                &path,
                told!("\"{code}\" is a group of places, and its members change"),
                Some(help.into()),
            );
            continue;
        }
        if let Some(code) = checker.place(&path, code, &catalogue.places)
            && !places.insert(code)
        {
            checker.report(&path, told!("{code} is named twice"), None);
        }
    }
    if codes.is_empty() {
        checker.report(
            path,
            "the set of places is empty",
            Some("leave the claim out, or use state \"no\"".into()),
        );
        return None;
    }
    Some(if field == "all" { Places::All { places, open: source.open } } else { Places::OneOf(places) })
}

/// The word for a list that may be longer than what it names, and for one that is not.
fn list_kind(open: bool) -> &'static str {
    if open { "open" } else { "closed" }
}

fn list<T: PartialEq>(
    json: &Json,
    row: &Row,
    path: &str,
    checker: &mut Checker,
    mut item: impl FnMut(&str, &str, &mut Checker) -> Option<T>,
) -> Option<List<T>> {
    let source: ListSource = shaped(json, row.kind, path, checker)?;
    let mut items = Vec::new();
    for (index, id) in source.items.iter().enumerate() {
        let path = told!("{path}.items[{index}]");
        let Some(id) = item(id, &path, checker) else {
            continue;
        };
        if items.contains(&id) {
            checker.report(&path, "this is named twice", None);
        }
        items.push(id);
    }
    if source.items.is_empty() {
        checker.report(
            path,
            "the list is empty",
            Some("\"holds none\" is state \"no\" without a value".into()),
        );
    }
    let list_path = told!("{path}.list");
    let open = checker.term(&list_path, "a kind of list", &source.list, &[true, false], list_kind);
    Some(List { items, open: open? })
}

fn certification(
    id: &str,
    path: &str,
    catalogue: &Catalogue,
    checker: &mut Checker,
) -> Option<CertificationId> {
    let list = &catalogue.certifications;
    if let Some(known) = list.iter().find(|c| c.id == *id) {
        return Some(known.id.clone());
    }
    // A spelling that the registry knows is worth more than a near id.
    let near = list.iter().find(|entry| entry.is_spelled(id)).map(|entry| entry.id.as_str());
    let near = near.or_else(|| suggest::nearest(id, list.iter().map(|c| c.id.as_str())));
    let help = match near {
        Some(near) => told!("did you mean \"{near}\"?"),
        None => "add it to the certification registry first".to_owned(),
    };
    checker.report(path, told!("\"{id}\" is not in the certification registry"), Some(help));
    None
}

fn term(id: &str, row: &Row, path: &str, checker: &mut Checker) -> Option<TermId> {
    let found = row.terms.iter().find(|t| t.id == *id).map(|t| t.id.clone());
    if found.is_none() {
        checker.unknown(path, &told!("a value of {}", row.id), id, row.terms.iter().map(|t| t.id.as_str()));
    }
    found
}

fn period(json: &Json, path: &str, checker: &mut Checker) -> Option<Period> {
    let source: PeriodSource = shaped(json, Kind::Duration, path, checker)?;
    checker.filled(&told!("{path}.counts"), &source.counts);
    let limits = [Limit::Fixed, Limit::AtMost, Limit::AtLeast];
    let limit = checker.term(&told!("{path}.limit"), "a limit", &source.limit, &limits, Limit::id);
    let clocks = [Clock::Calendar, Clock::Business];
    let clock = match &source.clock {
        None => Some(Clock::Calendar),
        Some(clock) => checker.term(&told!("{path}.clock"), "a clock", clock, &clocks, Clock::id),
    };
    let length = source.length.parse::<Duration>().map_err(|DurationError { suggestion }| {
        let help = suggestion.map(|s| told!("did you mean \"{s}\"?"));
        let help = help.or_else(|| Some(told!("write for instance P35D, P6M, P5Y or PT72H")));
        checker.report(
            &told!("{path}.length"),
            told!("\"{}\" is not an ISO 8601 duration", source.length),
            help,
        );
    });
    Some(Period {
        length: length.ok()?,
        limit: limit?,
        clock: clock?,
        counts: source.counts,
        from: source.from,
    })
}

fn percentage(json: &Json, path: &str, checker: &mut Checker) -> Option<Decimal> {
    let PercentSource { percent } = shaped(json, Kind::Percentage, path, checker)?;
    let path = told!("{path}.percent");
    let percent = number(&percent, Kind::Percentage, &path, checker)?;
    if percent > Decimal::whole(100) {
        checker.report(&path, told!("{percent} is not between 0 and 100"), None);
        return None;
    }
    Some(percent)
}

fn number(json: &Json, kind: Kind, path: &str, checker: &mut Checker) -> Option<Decimal> {
    let number = json.as_f64().and_then(Decimal::from_f64);
    if number.is_none() {
        checker.report(path, "this is not a number of 0 or more", Some(shape(kind).to_owned()));
    }
    number
}

fn yes(json: &Json, row: &Row, path: &str, checker: &mut Checker) -> Option<Option<TermId>> {
    match json {
        Json::Bool(true) => Some(None),
        Json::Object(_) => {
            let YesSource { id } = shaped(json, row.kind, path, checker)?;
            term(&id, row, &told!("{path}.id"), checker).map(Some)
        }
        _ => {
            checker.report(path, "this is not a value of type boolean", Some(shape(row.kind).to_owned()));
            None
        }
    }
}
