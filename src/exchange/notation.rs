//! Values as one writes them into a cell.
//!
//! | Row type | Cell |
//! | --- | --- |
//! | `places` | `NL, IE`; `NL, IE (open)` where the wording leaves more open; `one of NL, IE`; `unnamed` |
//! | `certificates`, `providers`, `ids` | `iso-27001, soc-2 (open)` or `(closed)`: one of the two must be said |
//! | `provider` | `azure` |
//! | `duration` | `P35D`, `at most P5Y`, `at least P90D`; with `in business hours` at the end for that clock |
//! | `percentage` | `99.5 %`: with the sign, since a spreadsheet keeps a percentage as a hundredth of it |
//! | `number` | `2` |
//! | `boolean` | `yes`, or the id of a kind of yes |
//! | `text`, `date` | as it is |
//!
//! What a duration counts, and from when, are texts of any kind and have columns of their own.

use serde_json::{Map, Number, Value as Json, json};

use crate::catalogue::row::Kind;

/// The cells of one value.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Cells {
    pub value: String,
    pub counts: String,
    pub from: String,
}

/// Why a text is no value.
#[derive(Debug, PartialEq)]
pub struct NotAValue {
    pub message: String,
    pub help: &'static str,
}

const AT_MOST: &str = "at most";
const AT_LEAST: &str = "at least";
const BUSINESS: &str = "in business hours";
const ONE_OF: &str = "one of";
const UNNAMED: &str = "unnamed";

/// The cells of a value of the data files.
pub fn write(value: &Json) -> Cells {
    let value = match value {
        Json::String(text) => text.clone(),
        Json::Bool(true) => "yes".to_owned(),
        Json::Object(members) if members.contains_key("length") => return write_period(members),
        Json::Object(members) => write_members(members),
        other => other.to_string(),
    };
    Cells { value, ..Cells::default() }
}

fn write_members(members: &Map<String, Json>) -> String {
    let list = |key: &str| {
        let items = members.get(key)?.as_array()?;
        Some(items.iter().filter_map(Json::as_str).collect::<Vec<_>>().join(", "))
    };
    let open = members.get("open") == Some(&Json::Bool(true));
    match (list("all"), list("one_of"), list("items"), members.get("percent")) {
        (Some(places), ..) => places + if open { " (open)" } else { "" },
        (_, Some(places), ..) => format!("{ONE_OF} {places}"),
        (_, _, Some(items), _) => format!("{items} ({})", text(members, "list")),
        (.., Some(percent)) => format!("{percent} %"),
        _ => text(members, "id").to_owned(),
    }
}

fn write_period(members: &Map<String, Json>) -> Cells {
    let bound = match text(members, "limit") {
        "at-most" => format!("{AT_MOST} "),
        "at-least" => format!("{AT_LEAST} "),
        _ => String::new(),
    };
    let clock = if text(members, "clock") == "business" { format!(" {BUSINESS}") } else { String::new() };
    let value = format!("{bound}{}{clock}", text(members, "length"));
    Cells { value, counts: text(members, "counts").to_owned(), from: text(members, "from").to_owned() }
}

fn text<'a>(members: &'a Map<String, Json>, key: &str) -> &'a str {
    members.get(key).and_then(Json::as_str).unwrap_or_default()
}

/// The value that cells stand for, in the shape of the data files. Whether its ids are known, and its dates and
/// durations such, is for the catalogue's own checks.
///
/// # Errors
/// What is not in the notation of this type.
pub fn read(cells: &Cells, kind: Kind) -> Result<Json, NotAValue> {
    let value = cells.value.trim();
    if kind != Kind::Duration && !(cells.counts.is_empty() && cells.from.is_empty()) {
        let message = format!("a value of type {} counts nothing and runs from nothing", kind.id());
        return Err(NotAValue {
            message,
            help: "leave \"counts\" and \"from\" empty; only durations have them",
        });
    }
    match kind {
        Kind::Provider | Kind::Text | Kind::Date => Ok(json!(value)),
        Kind::Places => read_places(value),
        Kind::Certificates | Kind::Providers | Kind::Ids => read_list(value),
        Kind::Duration => Ok(read_period(cells)),
        Kind::Percentage => match value.strip_suffix('%') {
            Some(number) => Ok(json!({ "percent": read_number(number.trim())? })),
            None => Err(NotAValue {
                message: format!("\"{value}\" is no percentage"),
                help: "write it with its sign, as text: 99.5 %",
            }),
        },
        Kind::Number => read_number(value).map(Json::Number),
        Kind::Boolean if value.eq_ignore_ascii_case("yes") => Ok(json!(true)),
        Kind::Boolean if value.eq_ignore_ascii_case("no") => Err(NotAValue {
            message: "a no is not a value".to_owned(),
            help: "write the state \"no\", and leave the value empty",
        }),
        Kind::Boolean => Ok(json!({ "id": value })),
    }
}

fn read_places(value: &str) -> Result<Json, NotAValue> {
    if value.eq_ignore_ascii_case(UNNAMED) {
        return Ok(json!(UNNAMED));
    }
    let (places, open) = ending(value);
    match (without_prefix(places, ONE_OF), open) {
        (Some(choice), None) => Ok(json!({ "one_of": items(choice) })),
        (Some(_), Some(_)) => Err(NotAValue {
            message: format!("\"{value}\" is a choice, which is neither open nor closed"),
            help: "write one of NL, IE",
        }),
        (None, Some(true)) => Ok(json!({ "all": items(places), "open": true })),
        (None, _) => Ok(json!({ "all": items(places) })),
    }
}

fn read_list(value: &str) -> Result<Json, NotAValue> {
    let (list, open) = ending(value);
    let kind = match open {
        Some(true) => "open",
        Some(false) => "closed",
        None => {
            return Err(NotAValue {
                message: format!("\"{value}\" does not say whether the list is complete"),
                help: "end it with (closed) where the document names all, else with (open)",
            });
        }
    };
    Ok(json!({ "items": items(list), "list": kind }))
}

/// A list without the word in brackets at its end, and whether that word is *open*.
fn ending(value: &str) -> (&str, Option<bool>) {
    match (without_suffix(value, "(open)"), without_suffix(value, "(closed)")) {
        (Some(list), _) => (list, Some(true)),
        (_, Some(list)) => (list, Some(false)),
        _ => (value, None),
    }
}

fn items(list: &str) -> Vec<&str> {
    list.split([',', ';', '\n']).map(str::trim).filter(|item| !item.is_empty()).collect()
}

fn read_period(cells: &Cells) -> Json {
    let value = cells.value.trim();
    let (rest, clock) = match without_suffix(value, BUSINESS) {
        Some(rest) => (rest, "business"),
        None => (value, "calendar"),
    };
    let (length, limit) = match (without_prefix(rest, AT_MOST), without_prefix(rest, AT_LEAST)) {
        (Some(length), _) => (length, "at-most"),
        (_, Some(length)) => (length, "at-least"),
        _ => (rest, "fixed"),
    };
    let mut period = json!({ "length": length, "limit": limit, "counts": cells.counts });
    if !cells.from.is_empty() {
        period["from"] = json!(cells.from);
    }
    if clock == "business" {
        period["clock"] = json!(clock);
    }
    period
}

/// The number with the very digits.
fn read_number(text: &str) -> Result<Number, NotAValue> {
    text.parse().map_err(|_| NotAValue {
        message: format!("\"{text}\" is not a number"),
        help: "write it with a point and without separators, for instance 99.5",
    })
}

/// A text without the words at its beginning, in whatever case.
fn without_prefix<'a>(text: &'a str, words: &str) -> Option<&'a str> {
    let (head, rest) = text.split_at_checked(words.len())?;
    head.eq_ignore_ascii_case(words).then(|| rest.trim_start())
}

/// A text without the words at its end, in whatever case.
fn without_suffix<'a>(text: &'a str, words: &str) -> Option<&'a str> {
    let (rest, tail) = text.split_at_checked(text.len().checked_sub(words.len())?)?;
    tail.eq_ignore_ascii_case(words).then(|| rest.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(value: &str) -> Cells {
        Cells { value: value.to_owned(), ..Cells::default() }
    }

    #[test]
    fn each_type_has_its_notation_and_reads_back() {
        for (kind, json, written) in [
            (Kind::Places, json!({ "all": ["NL", "IE"] }), "NL, IE"),
            (Kind::Places, json!({ "all": ["NL"], "open": true }), "NL (open)"),
            (Kind::Places, json!({ "one_of": ["NL", "IE"] }), "one of NL, IE"),
            (Kind::Places, json!("unnamed"), "unnamed"),
            (Kind::Certificates, json!({ "items": ["soc-2"], "list": "open" }), "soc-2 (open)"),
            (Kind::Providers, json!({ "items": ["a", "b"], "list": "closed" }), "a, b (closed)"),
            (Kind::Provider, json!("azure"), "azure"),
            (Kind::Percentage, json!({ "percent": 99.95 }), "99.95 %"),
            (Kind::Number, json!(2), "2"),
            (Kind::Boolean, json!(true), "yes"),
            (Kind::Boolean, json!({ "id": "anonymise" }), "anonymise"),
            (Kind::Text, json!("AES-256"), "AES-256"),
            (Kind::Date, json!("2024-02-19"), "2024-02-19"),
        ] {
            assert_eq!(write(&json), cells(written));
            assert_eq!(read(&cells(written), kind), Ok(json), "{written}");
        }
    }

    #[test]
    fn a_duration_has_three_cells() {
        let json = json!({
            "length": "PT8H", "limit": "at-most", "counts": "blocking faults, or \"worse\"", "from": "report",
            "clock": "business",
        });
        let cells = write(&json);
        assert_eq!(cells.value, "at most PT8H in business hours");
        assert_eq!(read(&cells, Kind::Duration), Ok(json));
        let plain = json!({ "length": "P35D", "limit": "fixed", "counts": "backups" });
        assert_eq!(read(&write(&plain), Kind::Duration), Ok(plain));
    }

    #[test]
    fn case_and_space_do_not_matter() {
        assert_eq!(read(&cells("One of  nl ; IE"), Kind::Places), Ok(json!({ "one_of": ["nl", "IE"] })));
        assert_eq!(
            read(&cells("NL,IE(Open)"), Kind::Places),
            Ok(json!({ "all": ["NL", "IE"], "open": true }))
        );
        assert_eq!(read(&cells("YES"), Kind::Boolean), Ok(json!(true)));
        assert_eq!(read(&cells("99.50%"), Kind::Percentage), Ok(json!({ "percent": 99.5 })));
    }

    #[test]
    fn what_is_not_said_is_asked_for() {
        let help = |value: &str, kind| read(&cells(value), kind).unwrap_err().help;
        assert!(help("iso-27001, soc-2", Kind::Certificates).contains("(open)"));
        assert!(help("0.995", Kind::Percentage).contains('%'));
        assert!(help("99,5 %", Kind::Percentage).contains("point"));
        assert!(help("No", Kind::Boolean).contains("state"));
        assert!(help("one of NL, IE (open)", Kind::Places).contains("one of"));
        let stray = Cells { counts: "backups".to_owned(), ..cells("NL") };
        assert!(read(&stray, Kind::Places).is_err());
    }
}
