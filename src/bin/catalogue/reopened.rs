//! What has changed since a record was made, as text and JSON.

use std::fmt::Write;

use serde_json::{Value as Json, json};
use vendor_compare::{
    catalogue::words::date,
    project::decision::{ClaimChange, Moved, Record, Reopened},
    requirement::{verdict::Verdict, words},
};

pub fn text(record: &Record, now: &Reopened) -> String {
    let mut out = format!("{}, made on {}: {}\n", record.title, date(record.made), record.outcome_in_words());
    out += match now.same_catalogue {
        true => "The catalogue is the one that it was made with.\n",
        false => "The catalogue is another one than it was made with.\n",
    };
    let _ = writeln!(out, "\nClaims that mattered and changed: {}", now.claims.len());
    for ClaimChange { name, row, row_name, before, after, .. } in &now.claims {
        let _ = writeln!(out, "  {name}, {row_name} ({row})");
        let words = |text: &Option<String>| text.clone().unwrap_or_else(|| "nothing".to_owned());
        let _ = writeln!(out, "    before: {}\n    now:    {}", words(before), words(after));
    }
    let _ = writeln!(out, "\nVendors that come out otherwise now: {}", now.moved.len());
    for Moved { name, from, to, .. } in &now.moved {
        let from = from.map_or("was not assessed", words::verdict);
        let to = to.map_or("not in the catalogue any more", words::verdict);
        let _ = writeln!(out, "  {name}: {} → {}", from.to_lowercase(), to.to_lowercase());
    }
    for problem in &now.problems {
        let _ = write!(out, "\nnote: {problem}\n");
    }
    out
}

pub fn json(record: &Record, now: &Reopened) -> Json {
    let claim = |change: &ClaimChange| {
        json!({
            "vendor": change.vendor.as_str(),
            "row": change.row.as_str(),
            "before": change.before,
            "after": change.after,
        })
    };
    let moved = |moved: &Moved| {
        let [from, to] = [moved.from, moved.to].map(|verdict| verdict.map(Verdict::id));
        json!({ "vendor": moved.vendor.as_str(), "from": from, "to": to })
    };
    json!({
        "made": record.made,
        "as_of": record.as_of,
        "same_catalogue": now.same_catalogue,
        "claims": now.claims.iter().map(claim).collect::<Vec<_>>(),
        "moved": now.moved.iter().map(moved).collect::<Vec<_>>(),
        "problems": now.problems.iter().map(ToString::to_string).collect::<Vec<_>>(),
    })
}
