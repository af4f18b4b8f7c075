//! Answers to the page's questions.

use super::{
    Loaded,
    window::{WindowAnswer, WindowIds, WindowLeftOut, WindowOffered, WindowQuestion, WindowUnknown},
};
use crate::{
    catalogue::{build, date::Date, order, place_set::PlaceSet, suggest},
    engine::{
        Bits, Engine,
        class::Token,
        index::Index,
        order::{By, Order},
        query::Query,
    },
    requirement::{Requirement, ground::Item, parse::parse},
};

/// How many of a group are shown where the question does not say.
const LIMIT: usize = 50;
/// How many problems are told.
const PROBLEMS: usize = 10;

impl Loaded {
    /// Answers a question of the page, both as JSON.
    ///
    /// # Errors
    /// What is wrong with the question, in words.
    pub fn window(&mut self, question: &str) -> Result<String, String> {
        let question = build::parse::<WindowQuestion>("the question", question)
            .map_err(|problems| problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))?;
        self.answer(&question).map(|answer| answer.text())
    }

    /// Answers a question of the page.
    ///
    /// # Errors
    /// What is wrong with the question, in words.
    pub fn answer(&mut self, question: &WindowQuestion) -> Result<WindowAnswer, String> {
        if let Some(day) = &question.as_of {
            match day.parse::<Date>() {
                Ok(day) => self.engine.judge_as_of(day),
                Err(()) if question.lenient => {}
                Err(()) => return Err(format!("\"{day}\" is not a day; it is written like 2026-11-22")),
            }
        }
        let engine = &self.engine;
        let query = query(engine, question)?;
        let answer = engine.query(&query);
        let groups = answer.groups();
        let limits = limits(question)?;
        let page = |set: &Bits, limit: usize| -> Vec<String> {
            let vendors = answer.page(set, 0, limit).into_iter();
            vendors.filter_map(|vendor| engine.id(vendor)).map(str::to_owned).collect()
        };
        let ids = WindowIds {
            meets: page(&groups.meets, limits[0]),
            cannot_tell: page(&groups.cannot_tell, limits[1]),
            does_not_meet: page(&groups.does_not_meet, limits[2]),
        };
        let named = question.vendors.iter().flatten();
        let mut seen = Index::default();
        let mut is_new = |id: &&str| seen.len() == seen.add(id.as_bytes());
        let vendors: Vec<&str> = [&ids.meets, &ids.cannot_tell, &ids.does_not_meet]
            .into_iter()
            .flatten()
            .chain(named)
            .map(String::as_str)
            .filter(|id| is_new(id))
            .collect();
        let count = |option: &String| {
            let requirements = understood(engine, option, false).ok()?;
            let count = answer.count(requirements.first()?);
            Some([count.meets, count.cannot_tell])
        };
        let whole = question.whole.then(|| self.whole()).flatten();
        Ok(WindowAnswer {
            name: self.name.clone(),
            sha256: self.sha256.clone(),
            whole: whole.is_some(),
            size: query.only.as_ref().map_or(engine.len(), Vec::len),
            documents: self.documents.len(),
            meets: groups.meets.count(),
            cannot_tell: groups.cannot_tell.count(),
            does_not_meet: groups.does_not_meet.count(),
            counts: question.count.iter().flatten().map(count).collect(),
            left_out: WindowLeftOut {
                total: self.left_out.total,
                first: self.told.iter().take(PROBLEMS).cloned().collect(),
            },
            unknown: unknown(engine, question),
            offered: offered(engine),
            catalogue: whole.unwrap_or_else(|| self.excerpt(&vendors)),
            ids,
        })
    }
}

fn query(engine: &Engine, question: &WindowQuestion) -> Result<Query, String> {
    let require = question.require.as_deref().unwrap_or_default();
    let asked = understood(engine, require, question.lenient)?;
    let by = match By::read(question.sort.as_deref().unwrap_or("name"), engine.shared()) {
        Err(_) if question.lenient => By::Name,
        by => by?,
    };
    let only = question.only.as_ref();
    let only = only.map(|ids| ids.iter().filter_map(|id| engine.position(id)).collect::<Vec<_>>());
    let only = only.filter(|vendors| !vendors.is_empty());
    Ok(Query {
        asked,
        only,
        text: question.text.clone().unwrap_or_default(),
        order: Order { by, descending: question.descending },
        ..Query::default()
    })
}

/// Whom the question is about and nobody is.
fn unknown(engine: &Engine, question: &WindowQuestion) -> Vec<WindowUnknown> {
    let all = || (0..engine.len()).filter_map(|vendor| engine.id(vendor));
    let asked = question.only.iter().flatten().filter(|id| engine.position(id).is_none());
    asked
        .map(|id| WindowUnknown { id: id.clone(), near: suggest::nearest(id, all()).map(str::to_owned) })
        .collect()
}

fn understood(engine: &Engine, text: &str, lenient: bool) -> Result<Vec<Requirement>, String> {
    let parsed = parse(text, engine.shared());
    match parsed.errors.first() {
        Some(error) if !lenient => Err(error.sentence()),
        _ => Ok(parsed.requirements),
    }
}

fn limits(question: &WindowQuestion) -> Result<[usize; 3], String> {
    let mut limits = [LIMIT; 3];
    for (limit, asked) in limits.iter_mut().zip(question.limits.iter().flatten()) {
        let number = asked.as_u64().and_then(|number| usize::try_from(number).ok());
        *limit = number.ok_or("a limit is not a number of vendors")?;
    }
    Ok(limits)
}

fn offered(engine: &Engine) -> WindowOffered {
    let mut items = Index::default();
    let mut certifications = Vec::new();
    let mut places = PlaceSet::new();
    for column in &engine.columns {
        let listed = column.tokens.iter().map(|(token, _)| token.clone());
        for token in listed.chain(column.named_in_whole_claims()) {
            match token {
                Token::Place(code) => _ = places.insert(code),
                Token::Item(Item::Certification(id)) => {
                    if items.add(id.as_str().as_bytes()) == certifications.len() {
                        certifications.push(id.to_string());
                    }
                }
                Token::Item(_) => {}
            }
        }
    }
    order::sort_by(&mut certifications, String::cmp);
    WindowOffered { places: places.iter().map(|code| code.to_string()).collect(), certifications }
}
