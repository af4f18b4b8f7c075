//! What is wrong, and what is known, as JSON.

use serde_json::{Value as Json, json};

use crate::{
    catalogue::{Catalogue, problem::Problem},
    engine::{load::LeftOut, options::Options},
    requirement::Requirement,
};

pub fn problems(problems: &[Problem]) -> String {
    Json::Array(problems.iter().map(problem).collect()).to_string()
}

fn problem(problem: &Problem) -> Json {
    let Problem { file, line, column, path, message, help } = problem;
    let mut json = json!({ "file": file, "line": line, "column": column, "path": path, "message": message });
    if let Some(help) = help {
        json["help"] = json!(help);
    }
    json
}

pub fn left_out(left_out: &LeftOut) -> String {
    let wrong = left_out.first.iter().map(|wrong| {
        let problems: Vec<Json> = wrong.problems.iter().map(problem).collect();
        json!({ "index": wrong.index, "problems": problems })
    });
    json!({ "total": left_out.total, "first": wrong.collect::<Vec<_>>() }).to_string()
}

pub fn rows(catalogue: &Catalogue) -> String {
    let rows = catalogue.sections.iter().flat_map(|section| {
        section.rows.iter().map(|row| {
            json!({ "id": row.id.as_str(), "section": section.id.as_str(), "name": row.name, "type": row.kind.id() })
        })
    });
    Json::Array(rows.collect()).to_string()
}

/// The options of a row: what each requires, and its value.
pub fn options(options: &Options) -> String {
    let option = |requirement: &Requirement| {
        let value = requirement.test.to_string();
        let value = value.split_once(' ').map_or(&*value, |(_, value)| value).to_owned();
        json!({ "requirement": requirement.to_string(), "value": value })
    };
    Json::Array(options.requirements.iter().map(option).collect()).to_string()
}
