//! The JSON that the command line prints.

use serde_json::{Map, Value as Json, json};

use super::source;
use crate::{
    catalogue::{claim::Claim, provider::Provider, row::Row},
    comparison::{Cell, Matrix},
    requirement::{
        Requirement,
        evaluate::Context,
        ground::Finding,
        outcome::{Assessment, Outcome, assess},
        verdict::Verdict,
        words,
    },
};

/// The answer to `evaluate`: the ids in each group, and the reasons.
pub fn outcome(outcome: &Outcome, requirements: &[Requirement], context: Context) -> Json {
    let ids = |verdict| outcome.group(verdict).map(|a| a.vendor.to_string()).collect::<Vec<_>>();
    let reasons: Map<String, Json> = outcome
        .assessments
        .iter()
        .map(|a| (a.vendor.to_string(), reasons(a, requirements, context)))
        .collect();
    json!({
        "as_of": context.as_of.to_string(),
        "requirements": requirements.iter().map(ToString::to_string).collect::<Vec<_>>(),
        "meets": ids(Verdict::Yes),
        "cannot_tell": ids(Verdict::Unknown),
        "does_not_meet": ids(Verdict::No),
        "reasons": reasons,
    })
}

/// What one vendor gets, and why.
pub fn explanation(vendor: &Provider, requirements: &[Requirement], context: Context) -> Json {
    let assessment = assess(requirements, vendor, context);
    json!({
        "vendor": vendor.id.as_str(),
        "name": vendor.name,
        "outcome": assessment.verdict.id(),
        "requirements": reasons(&assessment, requirements, context),
    })
}

fn reasons(assessment: &Assessment, requirements: &[Requirement], context: Context) -> Json {
    let each = requirements.iter().zip(&assessment.findings).map(|(requirement, finding)| {
        json!({
            "requirement": requirement.to_string(),
            "verdict": finding.verdict.id(),
            "stays_in_the_running": requirement.accepts(finding.verdict),
            "reasons": words::finding(finding, requirement, context),
            "evidence": evidence(finding, assessment, context),
        })
    });
    each.collect()
}

/// The passages behind a finding, each once.
fn evidence(finding: &Finding, assessment: &Assessment, context: Context) -> Json {
    let Some(provider) = context.catalogue.provider(&assessment.vendor) else { return json!([]) };
    let indices = finding.grounds.iter().flat_map(|ground| &ground.claims);
    let mut seen: Vec<&usize> = Vec::new();
    let mut passages = Vec::new();
    for index in indices {
        if seen.contains(&index) {
            continue;
        }
        seen.push(index);
        let claim = provider.claims.get(*index);
        passages.extend(claim.iter().flat_map(|c| c.all_evidence()).map(|e| {
            json!({ "row": claim.map(|c| c.row.as_str()), "document": e.document.as_str(), "section": e.section })
        }));
    }
    Json::Array(passages)
}

/// The answer to `show`: the claims of a provider on a row.
pub fn row(provider: &Provider, row: &Row, context: Context) -> Json {
    let mut json = json!({
        "provider": provider.id.as_str(),
        "row": row.id.as_str(),
        "name": row.name,
        "type": row.kind.id(),
    });
    extend(&mut json, cell(&Cell::of(provider, row, context), provider));
    json
}

/// The answer to `compare`.
pub fn matrix(matrix: &Matrix, context: Context) -> Json {
    let providers: Vec<&Provider> =
        matrix.vendors.iter().filter_map(|id| context.catalogue.provider(id)).collect();
    let sections = matrix.sections.iter().map(|section| {
        let rows = section.rows.iter().map(|row| {
            let cells = row.cells.iter().zip(&providers);
            let cells: Map<String, Json> =
                cells.map(|(c, provider)| (provider.id.to_string(), cell(c, provider))).collect();
            json!({
                "row": row.id.as_str(),
                "name": context.catalogue.row(&row.id).map(|r| &r.name),
                "difference": row.difference.id(),
                "cells": cells,
            })
        });
        json!({ "section": section.id.as_str(), "rows": rows.collect::<Vec<_>>() })
    });
    json!({
        "as_of": context.as_of.to_string(),
        "vendors": matrix.vendors.iter().map(ToString::to_string).collect::<Vec<_>>(),
        "sections": sections.collect::<Vec<_>>(),
        "not_read": matrix.not_read.iter().map(ToString::to_string).collect::<Vec<_>>(),
    })
}

fn cell(cell: &Cell, provider: &Provider) -> Json {
    let claims: Vec<Json> = cell.claims_of(provider).map(|c| claim(c, provider)).collect();
    let mut json = json!({ "read": cell.read, "claims": claims });
    if let Some(finding) = &cell.derived {
        let answer = match finding.verdict {
            Verdict::Yes => json!("yes"),
            Verdict::No => json!("no"),
            Verdict::Unknown => Json::Null,
        };
        json["derived"] = answer;
    }
    json
}

/// A claim in the shape of the data, with its holder always named.
fn claim(claim: &Claim, provider: &Provider) -> Json {
    let mut json = serde_json::to_value(source::claim(claim)).unwrap_or_default();
    json["holder"] = json!(claim.holder.as_ref().unwrap_or(&provider.id).as_str());
    json
}

fn extend(json: &mut Json, more: Json) {
    if let (Json::Object(json), Json::Object(more)) = (json, more) {
        json.extend(more);
    }
}
