//! Answers that the visitor has got: the form for one, and those that are there.

use yew::prelude::*;

use crate::{
    catalogue::{
        row::{Kind, Row},
        words::date,
    },
    language::{english, phrase, say},
    project::{
        Answer,
        typed::{UNITS, hint},
    },
    state::{
        entering::{Draft, Entry, Field},
        reduce::Action,
    },
    ui::{
        element::{Element, button, el},
        page::Page,
    },
};

const LIMITS: [(&str, &str); 3] =
    [("fixed", english("exactly")), ("at-most", english("at most")), ("at-least", english("at least"))];

/// The form for an answer.
pub fn form(draft: &Draft, page: &Page) -> Html {
    let Some(row) = page.catalogue.row(&draft.row) else { return Html::default() };
    let name = page.catalogue.provider_name(&draft.vendor);
    let no = el("input", "")
        .is("type", "checkbox")
        .checked(draft.is_no)
        .on_change(page.on(Action::Enter(Entry::ToggleNo)));
    let no = el("label", "pick").with(no).says("The answer is no, or that there is none");
    let value = (!draft.is_no).then(|| value(draft, row, page).into());
    let problem = draft
        .problem
        .clone()
        .map(|problem| el("p", "error").is("id", "answer-problem").is("role", "alert").text(problem).into());
    let day = draft.date.map(|day| day.to_string()).unwrap_or_default();
    let save = button("btn btn--main", page.on(Action::Enter(Entry::SaveAnswer))).says("Save the answer");
    let leave = button("btn", page.on(Action::Enter(Entry::LeaveAnswer))).says("Cancel");
    el("fieldset", "answer")
        .with(el("legend", "").text(phrase("Answer of {} on: {}", &[&name, &say(&row.name)])))
        .with(no)
        .maybe(value)
        .with(text(
            "answer-statement",
            english("What was answered, in a sentence"),
            &draft.statement,
            Field::Statement,
            page,
        ))
        .with(
            el("div", "answer__who")
                .with(text("answer-by", english("Who answered"), &draft.answered_by, Field::AnsweredBy, page))
                .with(field("answer-date", english("Day of the answer"), "date", &day, Field::Date, page)),
        )
        .maybe(problem)
        .with(el("div", "btns").with(save).with(leave))
        .into()
}

/// The value, as the row asks for it.
fn value(draft: &Draft, row: &Row, page: &Page) -> Element {
    let (typed, kind) = (&draft.typed, row.kind);
    let kinds: Vec<&str> = row.terms.iter().map(|term| say(&term.name)).collect();
    let label = match (kind, kinds.is_empty()) {
        (Kind::Boolean, true) => return el("p", "soft small").says("The answer is yes."),
        (Kind::Boolean | Kind::Ids, false) => phrase("Which: {}", &[&kinds.join(", ")]),
        _ => say(&row.name).to_owned(),
    };
    let input = el("input", "input")
        .is("id", "answer-value")
        .is("type", if kind == Kind::Date { "date" } else { "text" })
        .is("aria-describedby", "answer-hint")
        .value(typed.text.clone())
        .on_input(page.on_field(Field::Value));
    let units = || UNITS.iter().map(|(letter, words)| (letter.to_string(), *words)).collect();
    let limits = LIMITS.iter().map(|(id, words)| ((*id).to_owned(), *words)).collect();
    let is_period = kind == Kind::Duration;
    let limit = is_period
        .then(|| choice("answer-limit", english("Exactly or not"), limits, &typed.limit, Field::Limit, page));
    let unit = is_period
        .then(|| choice("answer-unit", english("Unit"), units(), &typed.unit.to_string(), Field::Unit, page));
    let is_list = matches!(kind, Kind::Places | Kind::Certificates | Kind::Providers | Kind::Ids);
    let open = is_list.then(|| {
        let open = el("input", "").is("type", "checkbox").checked(typed.is_open);
        let open = open.on_change(page.on(Action::Enter(Entry::ToggleOpen)));
        el("label", "pick").with(open).says("There may be more than these").into()
    });
    let line = el("div", "answer__value").maybe(limit).with(input).maybe(unit);
    el("div", "field")
        .with(el("label", "").is("for", "answer-value").text(label))
        .with(line)
        .with(el("p", "hint").is("id", "answer-hint").says(hint(kind)))
        .maybe(open)
}

fn choice(
    id: &'static str,
    label: &'static str,
    options: Vec<(String, &'static str)>,
    chosen: &str,
    field: Field,
    page: &Page,
) -> Html {
    let option = |(value, words): (String, &'static str)| {
        let is_chosen = value == chosen;
        el("option", "").attr("value", value).property("selected", is_chosen).says(words).into()
    };
    el("select", "input")
        .is("id", id)
        .is("aria-label", label)
        .on_change(page.on_field(field))
        .all(options.into_iter().map(option).collect())
        .into()
}

fn text(id: &'static str, label: &'static str, value: &str, of: Field, page: &Page) -> Element {
    field(id, label, "text", value, of, page)
}

fn field(
    id: &'static str,
    label: &'static str,
    of_type: &'static str,
    value: &str,
    of: Field,
    page: &Page,
) -> Element {
    let input = el("input", "input").is("id", id).is("type", of_type).value(value.to_owned());
    let input = if of_type == "date" {
        input.on_change(page.on_field(of))
    } else {
        input.on_input(page.on_field(of))
    };
    el("div", "field").with(el("label", "").is("for", id).says(label)).with(input)
}

/// The answers that are there.
pub fn all(page: &Page) -> Option<Html> {
    let answers = &page.state.project.answers;
    if answers.is_empty() {
        return None;
    }
    let list = answers.iter().enumerate().map(|(index, answer)| entered(index, answer, page)).collect();
    let title = el("h3", "").is("id", "answers-heading").says("Answers that you have entered");
    let group = el("section", "group answers").is("aria-labelledby", "answers-heading").with(title);
    Some(group.with(el("ul", "asked").all(list)).into())
}

fn entered(index: usize, answer: &Answer, page: &Page) -> Html {
    let vendor = page.catalogue.provider_name(&answer.vendor);
    let row = page
        .catalogue
        .row(&answer.row)
        .map_or_else(|| answer.row.to_string(), |row| say(&row.name).to_owned());
    let said = phrase("{}, {}: {}", &[&vendor, &row, &answer.statement]);
    let source =
        phrase("{}, {}. Yours: it stands in no document.", &[&answer.answered_by, &date(answer.date)]);
    let remove = button("btn btn--s", page.on(Action::Enter(Entry::RemoveAnswer(index))))
        .says("Take back")
        .with(el("span", "sr").text(phrase(" the answer of {} on: {}", &[&vendor, &row])));
    el("li", "").with(el("p", "").text(said)).with(el("p", "small muted").text(source)).with(remove).into()
}
