//! The link form of a state: parameters of a query string, readable and short.
//!
//! | Parameter | Value |
//! | --- | --- |
//! | `require` | requirements in the grammar |
//! | `compare` | vendor ids, separated by commas |
//! | `rows` | which rows of the comparison are shown: `differences`, `stated`, or both, separated by a comma |
//! | `reference` | the vendor that the others are held against |
//! | `view` | `compare`, `questions` or `record`; absent for the results |
//! | `profile` | the provider whose page is shown |
//! | `search` | words that vendors must have |
//! | `sort` | by what the results are sorted: `name`, `coverage` or a row, and `,descending` |
//! | `layout` | `table`; absent for cards |
//! | `columns` | rows that the table shows besides the requirements, separated by commas |
//! | `evidence` | the open cell, `vendor:row` |
//! | `as-of` | the day as of which to judge; absent for today |
//!
//! Other parameters belong to the page and are left alone.

use super::{
    CellId, Sort, State, View,
    comparing::Comparing,
    form::{Form, retention_rows},
    results::{Arrange, Layout},
    window::Opening,
};
use crate::{
    catalogue::{
        Catalogue,
        date::Date,
        id::{ProviderId, RowId},
        provider::Provider,
        suggest,
    },
    comparison::{MAX, MIN},
    language::phrase,
    requirement::{parse::parse, print},
};

const REQUIRE: &str = "require";
const COMPARE: &str = "compare";
const ROWS: &str = "rows";
const REFERENCE: &str = "reference";
const VIEW: &str = "view";
const PROFILE: &str = "profile";
const EVIDENCE: &str = "evidence";
const AS_OF: &str = "as-of";
const SEARCH: &str = "search";
const SORT: &str = "sort";
const LAYOUT: &str = "layout";
const COLUMNS: &str = "columns";
/// The values of `rows`.
const DIFFERENCES: &str = "differences";
const STATED: &str = "stated";
const OURS: [&str; 12] =
    [REQUIRE, COMPARE, ROWS, REFERENCE, VIEW, PROFILE, EVIDENCE, AS_OF, SEARCH, SORT, LAYOUT, COLUMNS];

/// Writes a state into a query string (without its question mark), keeping what is not ours.
pub fn write(state: &State, query: &str) -> String {
    let mut out = form_urlencoded::Serializer::new(String::new());
    for (name, value) in form_urlencoded::parse(query.as_bytes()).filter(|(name, _)| !OURS.contains(&&**name))
    {
        out.append_pair(&name, &value);
    }
    if !state.requirements.is_empty() {
        out.append_pair(REQUIRE, &print::list(&state.requirements));
    }
    if !state.search.is_empty() {
        out.append_pair(SEARCH, &state.search);
    }
    if state.sort != Sort::default() {
        out.append_pair(SORT, &state.sort.in_link());
    }
    if state.arrangement.layout == Layout::Table {
        out.append_pair(LAYOUT, "table");
    }
    if !state.arrangement.columns.is_empty() {
        let ids: Vec<&str> = state.arrangement.columns.iter().map(RowId::as_str).collect();
        out.append_pair(COLUMNS, &ids.join(","));
    }
    if !state.compared.is_empty() {
        let ids: Vec<&str> = state.compared.iter().map(ProviderId::as_str).collect();
        out.append_pair(COMPARE, &ids.join(","));
    }
    let Comparing { filter, reference, .. } = &state.comparing;
    let wishes = [(DIFFERENCES, filter.only_differences), (STATED, filter.only_stated)];
    let wishes: Vec<&str> = wishes.into_iter().filter(|(_, is_on)| *is_on).map(|(name, _)| name).collect();
    if !wishes.is_empty() {
        out.append_pair(ROWS, &wishes.join(","));
    }
    if let Some(vendor) = reference {
        out.append_pair(REFERENCE, vendor.as_str());
    }
    match &state.view {
        View::Results => {}
        View::Compare => _ = out.append_pair(VIEW, "compare"),
        View::Questions => _ = out.append_pair(VIEW, "questions"),
        View::Record => _ = out.append_pair(VIEW, "record"),
        View::Profile(id) => _ = out.append_pair(PROFILE, id.as_str()),
    }
    if let Some(cell) = &state.evidence {
        out.append_pair(EVIDENCE, &format!("{}:{}", cell.provider, cell.row));
    }
    if let Some(day) = state.as_of {
        out.append_pair(AS_OF, &day.to_string());
    }
    readable(&out.finish())
}

/// Some signs stand in a query string as they are, and a person can read them.
fn readable(query: &str) -> String {
    let mut out = String::new();
    for (index, part) in query.split('%').enumerate() {
        let plain = [("3A", ':'), ("2C", ','), ("40", '@'), ("3B", ';')];
        let found = plain.iter().find_map(|(code, sign)| Some((sign, part.strip_prefix(code)?)));
        match found.filter(|_| index > 0) {
            Some((sign, rest)) => {
                out.push(*sign);
                out.push_str(rest);
            }
            None => {
                out.push_str(if index > 0 { "%" } else { "" });
                out.push_str(part);
            }
        }
    }
    out
}

/// What is called only once the later part of the page's program is here; see `ui::later`.
pub mod door {
    use super::State;
    use crate::catalogue::Catalogue;

    /// Reads a state from a link that [`plain`](super::plain) does not read.
    #[inline(never)]
    pub fn read(query: &str, catalogue: &Catalogue) -> State {
        super::read(query, catalogue)
    }
}

/// Reads what most links say: requirements, vendors, words, a view, evidence and a day. `None` where there is more, or
/// anything cannot be read.
pub fn plain(query: &str, catalogue: &Catalogue) -> Option<State> {
    let mut state = State::default();
    for (name, value) in form_urlencoded::parse(query.trim_start_matches('?').as_bytes()) {
        match &*name {
            REQUIRE => {
                let parsed = parse(&value, catalogue);
                state.requirements = parsed.requirements;
                parsed.errors.is_empty().then_some(())?;
            }
            SEARCH => state.search = value.into_owned(),
            COMPARE => {
                for id in value.split(',') {
                    let vendor = catalogue.vendors().find(|vendor| vendor.id == *id)?;
                    state.compared.push(vendor.id.clone());
                }
            }
            VIEW => {
                state.view = match &*value {
                    "compare" => View::Compare,
                    "questions" => View::Questions,
                    "record" => View::Record,
                    _ => return None,
                }
            }
            PROFILE => state.view = View::Profile(catalogue.provider(&ProviderId::new(&value))?.id.clone()),
            EVIDENCE => state.evidence = Some(cell(&value, catalogue)?),
            AS_OF => state.as_of = Some(value.parse().ok()?),
            name if OURS.contains(&name) => return None,
            _ => {}
        }
    }
    let all = &state.compared;
    let is_twice = all.iter().enumerate().any(|(index, id)| all[..index].contains(id));
    if is_twice || all.len() > MAX || (state.view == View::Compare && all.len() < MIN) {
        return None;
    }
    open_section_of_evidence(&mut state, catalogue);
    state.form = Form::showing(&state.requirements, catalogue);
    Some(state)
}

/// Reads a state from a query string. What cannot be read is told in its notices; the rest is kept.
pub fn read(query: &str, catalogue: &Catalogue) -> State {
    let mut state = State::default();
    for (name, value) in form_urlencoded::parse(query.trim_start_matches('?').as_bytes()) {
        match &*name {
            REQUIRE => {
                let parsed = parse(&value, catalogue);
                state.requirements = parsed.requirements;
                state.notices.extend(parsed.errors.iter().map(|error| {
                    phrase("A requirement in the link is left out. {}", &[&error.sentence()])
                }));
            }
            SEARCH => state.search = value.into_owned(),
            SORT => match Sort::from_link(&value).filter(|sort| is_known(sort, catalogue)) {
                Some(sort) => state.sort = sort,
                None => state.notices.push(phrase("The link sorts by “{}”, which is nothing to sort by. The vendors are sorted by name.", &[&value])),
            },
            LAYOUT if value == "table" => state.arrangement.layout = Layout::Table,
            LAYOUT if value == "cards" => {}
            LAYOUT => state.notices.push(phrase("The link asks for the layout “{}”. There are “table” and “cards”; cards are shown instead.", &[&value])),
            COLUMNS => read_columns(&value, catalogue, &mut state),
            COMPARE => read_compared(&value, catalogue, &mut state),
            ROWS => read_rows(&value, &mut state),
            REFERENCE => state.comparing.reference = Some(ProviderId::new(&value)),
            VIEW if value == "compare" => state.view = View::Compare,
            VIEW if value == "questions" => state.view = View::Questions,
            VIEW if value == "record" => state.view = View::Record,
            VIEW => state.notices.push(phrase("The link asks for the view “{}”. There are “compare”, “questions” and “record”; the results are shown instead.", &[&value])),
            PROFILE => match provider(&value, catalogue) {
                Ok(provider) => state.view = View::Profile(provider.id.clone()),
                Err(near) => state.notices.push(phrase("The link shows the provider “{}”, which this catalogue does not have.{}", &[&value, &near])),
            },
            EVIDENCE => match cell(&value, catalogue) {
                Some(cell) => state.evidence = Some(cell),
                None => state
                    .notices
                    .push(phrase("The link opens the evidence “{}”, which this catalogue does not have.", &[&value])),
            },
            AS_OF => match value.parse::<Date>() {
                Ok(day) => state.as_of = Some(day),
                Err(()) => state.notices.push(phrase("The link names the day “{}”, which cannot be read. A day is written like 2026-11-22. \
                     Today is taken instead.", &[&value])),
            },
            _ => {}
        }
    }
    if state.view == View::Compare && state.compared.len() < MIN {
        state.view = View::Results;
        state
            .notices
            .push(phrase("The link asks for a comparison, which needs {} to {} vendors.", &[&MIN, &MAX]));
    }
    settle_comparison(&mut state, catalogue);
    state.form = Form::showing(&state.requirements, catalogue);
    state
}

/// What a link names, before there is a catalogue to read it with.
pub fn opening(query: &str) -> Opening {
    let mut opening = Opening::default();
    for (name, value) in form_urlencoded::parse(query.trim_start_matches('?').as_bytes()) {
        match &*name {
            REQUIRE => opening.require = value.into_owned(),
            SEARCH => opening.search = value.into_owned(),
            SORT => opening.sort = value.into_owned(),
            AS_OF => opening.as_of = value.into_owned(),
            COMPARE => opening.vendors.extend(value.split(',').map(|id| id.trim().to_owned())),
            PROFILE => opening.vendors.push(value.into_owned()),
            EVIDENCE => opening.vendors.extend(value.split_once(':').map(|(id, _)| id.to_owned())),
            _ => {}
        }
    }
    opening
}

/// Whether a query string has a parameter of ours.
pub fn says_something(query: &str) -> bool {
    form_urlencoded::parse(query.as_bytes()).any(|(name, _)| OURS.contains(&&*name))
}

/// Whether vendors can be sorted like this.
fn is_known(sort: &Sort, catalogue: &Catalogue) -> bool {
    let is_row = || retention_rows(catalogue).any(|row| row.id == *sort.by);
    sort.by == "name" || sort.by == "coverage" || is_row()
}

fn read_compared(value: &str, catalogue: &Catalogue, state: &mut State) {
    for id in value.split(',').map(str::trim).filter(|id| !id.is_empty()) {
        match catalogue.vendors().find(|vendor| vendor.id == *id) {
            Some(vendor) if state.compared.contains(&vendor.id) => {}
            Some(vendor) if state.compared.len() < MAX => state.compared.push(vendor.id.clone()),
            Some(vendor) => {
                state.notices.push(phrase(
                    "{} is left out: at most {} vendors fit side by side.",
                    &[&vendor.name, &MAX],
                ));
            }
            None => {
                let known = catalogue.vendors().map(|vendor| vendor.id.as_str());
                let near = did_you_mean(suggest::nearest(id, known));
                state.notices.push(phrase(
                    "The link names the vendor “{}”, which this catalogue does not have.{}",
                    &[&id, &near],
                ));
            }
        }
    }
}

fn read_columns(value: &str, catalogue: &Catalogue, state: &mut State) {
    for id in value.split(',').map(str::trim).filter(|id| !id.is_empty()) {
        match catalogue.rows().find(|row| row.id == *id) {
            Some(row) if state.arrangement.columns.contains(&row.id) => {}
            Some(row) => state.arrangement.change(Arrange::ToggleColumn(row.id.clone())),
            None => {
                let near = did_you_mean(suggest::nearest(id, catalogue.rows().map(|row| row.id.as_str())));
                state.notices.push(phrase(
                    "The link asks for the column “{}”, which is no row of this catalogue.{}",
                    &[&id, &near],
                ));
            }
        }
    }
}

fn read_rows(value: &str, state: &mut State) {
    for wish in value.split(',').map(str::trim).filter(|wish| !wish.is_empty()) {
        match wish {
            DIFFERENCES => state.comparing.filter.only_differences = true,
            STATED => state.comparing.filter.only_stated = true,
            _ => state.notices.push(phrase(
                "The link asks for the rows “{}”, which are none. There are “{}” and “{}”; \
                 nothing is left out for it.",
                &[&wish, &DIFFERENCES, &STATED],
            )),
        }
    }
}

/// What the comparison needs of the rest of the link, in whichever order that stands: the reference is one of the
/// vendors compared, and open evidence is in an open section.
fn settle_comparison(state: &mut State, catalogue: &Catalogue) {
    let compared = state.compared.iter().map(ProviderId::as_str);
    if let Some(id) = state.comparing.reference.take() {
        if state.compared.contains(&id) {
            state.comparing.reference = Some(id);
        } else {
            let near = did_you_mean(suggest::nearest(id.as_str(), compared));
            state.notices.push(phrase(
                "The link makes “{}” the reference, which is not among the vendors compared.{} Choose a \
                 reference in the heading of its column.",
                &[&id, &near],
            ));
        }
    }
    open_section_of_evidence(state, catalogue);
}

fn open_section_of_evidence(state: &mut State, catalogue: &Catalogue) {
    let section = state.evidence.as_ref().and_then(|cell| catalogue.section_of(&cell.row));
    if let (Some(section), View::Compare) = (section, &state.view) {
        state.comparing.open(&section.id, true);
    }
}

/// A provider; else the words that name a similar one.
fn provider<'a>(id: &str, catalogue: &'a Catalogue) -> Result<&'a Provider, String> {
    catalogue
        .providers
        .iter()
        .find(|p| p.id == *id)
        .ok_or_else(|| did_you_mean(suggest::nearest(id, catalogue.providers.iter().map(|p| p.id.as_str()))))
}

fn did_you_mean(near: Option<&str>) -> String {
    near.map_or_else(String::new, |near| phrase(" Did you mean “{}”?", &[&near]))
}

fn cell(value: &str, catalogue: &Catalogue) -> Option<CellId> {
    let (id, row) = value.split_once(':')?;
    let provider = catalogue.provider(&ProviderId::new(id))?;
    let row = catalogue.rows().find(|r| r.id == *row)?;
    Some(CellId::new(&provider.id, &row.id))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::embedded;

    fn catalogue() -> Catalogue {
        embedded::catalogue().unwrap_or_default()
    }

    #[test]
    fn a_plain_link_is_read_as_any_other() {
        let catalogue = catalogue();
        let read_plainly = |query: &str| {
            let state = plain(query, &catalogue);
            if let Some(state) = &state {
                assert_eq!(*state, read(query, &catalogue), "{query}");
                assert!(state.notices.is_empty(), "{query}");
            }
            state.is_some()
        };
        for query in [
            "",
            "?utm=1&lang=de",
            "require=region+in+EEA;+ret-backup+%3C%3D+P60D&as-of=2026-11-22&search=a+b",
            "compare=witivio,wflow&view=compare&evidence=wflow:ret-backup",
            "profile=azure&view=questions",
            "view=record",
        ] {
            assert!(read_plainly(query), "{query}");
        }
        for query in [
            "require=region+in+Irland",
            "compare=wflow,wflow",
            "compare=wflow,",
            "compare=wflow&view=compare",
            "view=map",
            "profile=nobody",
            "evidence=wflow:nothing",
            "as-of=today",
            "sort=name,descending",
            "layout=table",
            "columns=sla",
            "compare=wflow,avid&rows=stated",
            "compare=wflow,avid&reference=avid",
        ] {
            assert!(!read_plainly(query), "{query}");
        }
    }

    #[test]
    fn a_state_survives_its_link() {
        let catalogue = catalogue();
        let query = "utm=a%26b&require=region+in+EEA;+cert@host+has+iso-27001;+ret-backup+%3C%3D+P60D\
                     &compare=witivio,wflow&view=compare&evidence=wflow:ret-backup&as-of=2026-11-22";
        let state = read(query, &catalogue);
        assert_eq!(state.notices, [""; 0]);
        assert_eq!((state.requirements.len(), state.compared.len(), &state.view), (3, 2, &View::Compare));
        assert_eq!(write(&state, query), query);
        assert_eq!(write(&State::default(), query), "utm=a%26b");
        let query = "search=a+b&sort=ret-backup,descending";
        let state = read(query, &catalogue);
        assert_eq!(
            (state.search.as_str(), state.sort.by.as_str(), state.sort.descending),
            ("a b", "ret-backup", true)
        );
        assert_eq!((state.notices.len(), write(&state, query)), (0, query.to_owned()));
        let query = "compare=witivio,wflow&rows=differences,stated&reference=wflow&view=compare";
        let state = read(query, &catalogue);
        let Comparing { filter, reference, .. } = &state.comparing;
        assert!(
            filter.only_differences && filter.only_stated && *reference == Some(ProviderId::new("wflow"))
        );
        assert_eq!((state.notices.len(), write(&state, query)), (0, query.to_owned()));
        let query = "layout=table&columns=ret-backup,sla";
        let state = read(query, &catalogue);
        assert_eq!((state.arrangement.layout, state.arrangement.columns.len()), (Layout::Table, 2));
        assert_eq!((state.notices.len(), write(&state, query)), (0, query.to_owned()));
        let query = "profile=auth0&evidence=auth0:login";
        let state = read(query, &catalogue);
        assert_eq!((state.notices.len(), write(&state, query)), (0, query.to_owned()));
    }

    #[test]
    fn a_bad_link_says_so_and_keeps_the_rest() {
        let query = "require=region+in+Irland;ret-backup+%3C%3D+P60D&compare=wflw,avid&view=map&profile=auth1&as-of=tomorrow&evidence=x&sort=size&rows=stated,best&reference=avdi&layout=list&columns=sla,sla,ret-bakup";
        let state = read(query, &catalogue());
        assert_eq!(print::list(&state.requirements), "ret-backup <= P60D");
        assert_eq!(state.compared.len(), 1);
        assert_eq!(state.notices.len(), 11, "{:#?}", state.notices);
        assert!(state.notices[0].contains("Irland") && state.notices[0].contains("IE"));
        assert!(state.notices[1].contains("wflow"));
        assert!(state.comparing.filter.only_stated && state.comparing.reference.is_none());
        let said = |words: &str| state.notices.iter().any(|notice| notice.contains(words));
        assert_eq!(state.arrangement.columns, [RowId::new("sla")]);
        assert!(said("“list”") && said("“ret-backup”"), "{:#?}", state.notices);
        assert!(said("“best”") && said("“avdi”") && said("“avid”"), "{:#?}", state.notices);
    }
}
