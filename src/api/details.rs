//! Reasons, comparisons, and the words for what is wrong. All of it is worked out anew from texts that the engine gives,
//! so this program holds nothing between two calls.

use serde_json::{Value as Json, json};
use wasm_bindgen::prelude::*;

use crate::{
    catalogue::{Catalogue, date::Date, id::ProviderId, problem::Problem},
    comparison::Matrix,
    engine::load::{self, Report},
    export::json,
    requirement::{evaluate::Context, parse::parse},
};

/// Why a text is no catalogue, as a list of problems in JSON; empty where it is one.
#[wasm_bindgen]
pub fn refused(name: &str, text: Vec<u8>, as_of: &str) -> String {
    problems(&why_refused(name, text, as_of)).to_string()
}

fn why_refused(name: &str, text: Vec<u8>, as_of: &str) -> Vec<Problem> {
    let wrong = |message: String, help: &str| {
        let (file, path) = (name.to_owned(), String::new());
        vec![Problem { file, line: 0, column: 0, path, message, help: Some(help.to_owned()) }]
    };
    if as_of.parse::<Date>().is_err() {
        let help = "write it as YYYY-MM-DD, for instance 2026-11-22";
        return wrong(format!("the day \"{as_of}\" cannot be read"), help);
    }
    match String::from_utf8(text) {
        Ok(text) => load::why_refused(name, text),
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            wrong(format!("the text is not UTF-8 from byte {at} on"), "save it as UTF-8")
        }
    }
}

/// What is wrong with the providers that were left out, by the engine's report, as JSON.
#[wasm_bindgen(js_name = leftOut)]
pub fn left_out(name: &str, text: String, places: Vec<u32>) -> String {
    let wrong = Report { name: name.to_owned(), text, places }.words();
    let wrong = wrong.iter().map(|one| json!({ "index": one.index, "problems": problems(&one.problems) }));
    Json::Array(wrong.collect()).to_string()
}

/// Why a vendor stands where it stands, as JSON, by an excerpt of the engine.
#[wasm_bindgen]
pub fn explain(excerpt: &str, id: &str, requirements: &str, as_of: &str) -> Result<String, String> {
    let catalogue = read(excerpt)?;
    let context = Context { catalogue: &catalogue, as_of: day(as_of)? };
    let vendor = catalogue.provider(&ProviderId::new(id));
    let vendor = vendor.ok_or_else(|| format!("The profile of \"{id}\" cannot be read."))?;
    let requirements = parse(requirements, &catalogue).requirements;
    Ok(json::explanation(vendor, &requirements, context).to_string())
}

/// Vendors side by side, as JSON, by an excerpt of the engine; one id a line.
#[wasm_bindgen]
pub fn compare(excerpt: &str, ids: &str, as_of: &str) -> Result<String, String> {
    let catalogue = read(excerpt)?;
    let context = Context { catalogue: &catalogue, as_of: day(as_of)? };
    let ids: Vec<ProviderId> = ids.split('\n').filter(|id| !id.is_empty()).map(ProviderId::new).collect();
    Ok(json::matrix(&Matrix::of(&ids, context), context).to_string())
}

fn read(excerpt: &str) -> Result<Catalogue, String> {
    Catalogue::from_json("the excerpt", excerpt).map_err(|problems| {
        problems.first().map_or_else(|| "The excerpt cannot be read.".to_owned(), ToString::to_string)
    })
}

fn day(text: &str) -> Result<Date, String> {
    text.parse().map_err(|()| format!("\"{text}\" is not a day."))
}

fn problems(problems: &[Problem]) -> Json {
    Json::Array(problems.iter().map(problem).collect())
}

fn problem(problem: &Problem) -> Json {
    let Problem { file, line, column, path, message, help } = problem;
    let mut json = json!({ "file": file, "line": line, "column": column, "path": path, "message": message });
    if let Some(help) = help {
        json["help"] = json!(help);
    }
    json
}
