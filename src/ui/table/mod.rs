//! The results as a table: a line for each vendor, a column for each requirement, and the columns that the visitor adds.

mod columns;
mod line;

use yew::prelude::*;

use super::{
    element::{Element, el, list},
    large,
    page::Page,
};
use crate::{
    catalogue::{row::Row, words::capitalised},
    language::say,
    requirement::{outcome::Assessment, verdict::Verdict, words},
};

/// The table, with what chooses its columns.
pub fn table(page: &Page) -> Html {
    let is_asked = !page.state.requirements.is_empty();
    let groups = match is_asked {
        true => vec![Some(Verdict::Yes), Some(Verdict::Unknown), Some(Verdict::No)],
        false => vec![None],
    };
    let columns = columns::chosen(page);
    let (mut lines, mut more) = (Vec::new(), Vec::new());
    for group in groups {
        let shown = page.shown(group);
        if page.window.is_some() {
            more.push(large::more(group.unwrap_or(Verdict::Yes), shown.len(), page));
        }
        lines.extend(shown.into_iter().map(|assessment: &Assessment| line::line(assessment, &columns, page)));
    }
    let nobody = lines.is_empty().then(|| el("p", "soft").says("No vendor matches these words.").into());
    let table = el("table", "sheet")
        .is("aria-labelledby", "results-heading")
        .with(el("thead", "").with(head(&columns, is_asked, page)))
        .with(el("tbody", "").all(lines));
    let sides = el("div", "sheet__box")
        .is("role", "region")
        .is("aria-label", "The table of the results, which may scroll sideways")
        .is("tabindex", "0")
        .with(table);
    list(vec![columns::chooser(page), sides.into(), nobody.unwrap_or_default(), list(more)])
}

fn head(columns: &[&Row], is_asked: bool, page: &Page) -> Element {
    let head = |text: String| el("th", "").is("scope", "col").text(text).into();
    let mut heads = vec![head(say("Vendor").to_owned())];
    if is_asked {
        heads.push(head(say("Outcome").to_owned()));
    }
    let clauses = page.state.requirements.iter().map(|one| words::requirement(one, &page.catalogue));
    heads.extend(clauses.map(|clause| head(capitalised(&clause))));
    heads.extend(columns.iter().map(|row| head(say(&row.name).to_owned())));
    el("tr", "").all(heads)
}
