//! The tools above the table: which rows are left out, all sections at once, and one vendor more.

use crate::{
    catalogue::id::ProviderId,
    comparison::{Filter, Matrix},
    language::{english, phrase, say},
    state::{
        comparing::{Step, candidate, candidates},
        reduce::Action,
    },
    ui::{
        element::{Element, button, el},
        focus,
        form::select,
        page::Page,
    },
};

pub fn tools(matrix: &Matrix, page: &Page) -> Element {
    let filter = page.state.comparing.filter;
    let differences = Filter { only_differences: true, only_stated: false };
    let stated = Filter { only_differences: false, only_stated: true };
    let boxes = [
        (english("Only differences"), filter.only_differences, differences, Step::ToggleOnlyDifferences),
        (english("Hide rows nobody states"), filter.only_stated, stated, Step::ToggleOnlyStated),
    ];
    let mut choices = el("div", "btns").is("role", "group").is("aria-label", "Rows");
    for (words, is_on, alone, step) in boxes {
        let input = el("input", "").is("type", "checkbox").checked(is_on);
        let hides = phrase(" (hides {})", &[&alone.hidden(matrix)]);
        choices = choices.with(
            el("label", "pick")
                .with(input.on_change(page.on(Action::Comparing(step))))
                .with(el("span", "").says(words).with(el("span", "muted").text(hides))),
        );
    }
    let all = |open, words| button("link small", page.on(Action::Comparing(Step::OpenAll(open)))).says(words);
    let hidden = el("p", "small soft").is("role", "status").text(hidden(matrix, filter, page));
    el("div", "comparetools")
        .with(choices.with(all(true, english("Open all sections"))).with(all(false, english("Close all"))))
        .with(add(page))
        .with(hidden)
}

/// What the filter leaves out, and the sections of which nothing is left.
fn hidden(matrix: &Matrix, filter: Filter, page: &Page) -> String {
    let count = filter.hidden(matrix);
    if count == 0 {
        return String::new();
    }
    let empty = matrix.sections.iter().filter(|s| s.rows.iter().all(|row| !filter.shows(row.difference)));
    let known = empty.filter_map(|empty| page.catalogue.sections.iter().find(|known| known.id == empty.id));
    let names: Vec<&str> = known.map(|section| say(&section.name)).collect();
    let words = match count {
        1 => say("1 row hidden").to_owned(),
        _ => phrase("{} rows hidden", &[&count]),
    };
    match names.is_empty() {
        true => words + ".",
        false => phrase("{}, with these sections: {}.", &[&words, &names.join(say("; "))]),
    }
}

/// A list of the vendors that can be added, and the button that adds one. Choosing in the list alone changes nothing,
/// because a list that is walked with the arrow keys chooses at every step.
fn add(page: &Page) -> Element {
    let tool = el("div", "add");
    let Some(candidate) = candidate(&page.state, &page.catalogue) else {
        let most = page.state.bounds.max_compare;
        let words = match page.state.compared.len() {
            count if count >= most => {
                phrase("{} vendors fit side by side: take one out to add another.", &[&most])
            }
            // Of a large catalogue, only the vendors in the results are at hand.
            _ if page.window.is_some() => say("Others can be added from the results.").to_owned(),
            _ => say("All vendors are here.").to_owned(),
        };
        return tool.with(el("p", "small muted").text(words));
    };
    let others = candidates(&page.state, &page.catalogue);
    // The button goes away with the last vendor that can be added.
    let is_last = others.len() == 1 || page.state.compared.len() + 1 == page.state.bounds.max_compare;
    let options = others.iter().map(|vendor| (vendor.id.to_string(), vendor.name.clone())).collect();
    let consider = |_: &Page, id: &str| Some(Action::Comparing(Step::Consider(ProviderId::new(id))));
    let list = select("add-vendor", english("Add a vendor"), options, candidate.id.as_str(), page, consider);
    let add = Action::Comparing(Step::Add);
    let add = if is_last { focus::leaving(add, page) } else { page.on(add) };
    tool.with(list)
        .with(button("btn", add).says("Add").with(el("span", "sr").text(format!(" {}", candidate.name))))
}
