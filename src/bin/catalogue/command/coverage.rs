//! `catalogue coverage`.

use std::fmt::Write;

use clap::Args;
use serde_json::{Map, Value as Json, json};
use vendor_compare::{
    catalogue::{Catalogue, provider::Provider},
    curation::coverage::{Coverage, Standing},
};

use crate::{
    answer::{Answer, Reply},
    arguments::Common,
    find,
};

/// Tells for each vendor where its rows stand: stated, inherited, unclear, not stated, not read and so on.
///
/// Every row is counted once: a row with several claims as unclear where one of them is, else as what answers it best.
#[derive(Args)]
pub struct Arguments {
    /// Only this vendor, or this provider behind one.
    provider: Option<String>,
    /// Lists every row.
    #[arg(long)]
    rows: bool,
}

pub fn run(arguments: &Arguments, common: &Common) -> Reply {
    let catalogue = common.catalogue()?;
    let providers: Vec<&Provider> = match &arguments.provider {
        Some(id) => vec![find::provider(&catalogue, id)?],
        None => catalogue.vendors().collect(),
    };
    let coverages: Vec<Coverage> = providers.into_iter().map(|p| Coverage::of(p, &catalogue)).collect();
    Ok(match common.json {
        true => Answer::json(&json(&coverages, &catalogue, arguments.rows)),
        false => Answer::text(text(&coverages, arguments.rows)),
    })
}

fn text(coverages: &[Coverage], with_rows: bool) -> String {
    let mut out = String::new();
    for coverage in coverages {
        if !out.is_empty() {
            out.push('\n');
        }
        let (name, claims) = (&coverage.provider.name, coverage.provider.claims.len());
        let _ = writeln!(out, "{name}: {} rows, {claims} claims", coverage.rows.len());
        for standing in Standing::ALL {
            let number = coverage.count(standing);
            if number > 0 {
                let _ = writeln!(out, "  {number:3} {}", standing.id());
            }
        }
        for (row, standing) in coverage.rows.iter().filter(|_| with_rows) {
            let _ = writeln!(out, "  {:22} {}", row.id.as_str(), standing.id());
        }
    }
    out
}

fn json(coverages: &[Coverage], catalogue: &Catalogue, with_rows: bool) -> Json {
    let vendors: Map<String, Json> = coverages
        .iter()
        .map(|coverage| {
            let counts: Map<String, Json> =
                Standing::ALL.iter().map(|s| (s.id().to_owned(), json!(coverage.count(*s)))).collect();
            let mut vendor = json!({ "claims": coverage.provider.claims.len(), "counts": counts });
            if with_rows {
                let rows = coverage.rows.iter().map(|(row, s)| (row.id.to_string(), json!(s.id())));
                vendor["rows"] = Json::Object(rows.collect());
            }
            (coverage.provider.id.to_string(), vendor)
        })
        .collect();
    json!({ "rows": catalogue.rows().count(), "vendors": vendors })
}
