//! What the visitor takes away: files, and texts for the clipboard.

use yew::Callback;

use super::{
    effect::{Effect, Saved, Template},
    later::door,
    page::Page,
};
use crate::{
    catalogue::{id::ProviderId, identity::Identity},
    comparison::Matrix,
    embedded,
    export::{
        html, markdown,
        offline::{self, Packed, Sent},
        questions,
        questions::Letter,
        table,
    },
    language::{Language, phrase},
    project::{
        Project,
        decision::{Occasion, Record},
        file::{project_text, record_text},
    },
    requirement::print,
    state::{State, View, link, reduce::Action},
};

/// What can be taken away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Carried {
    RecordPage,
    RecordJson,
    RecordMarkdown,
    /// The vendors compared, or all of them, as a table for spreadsheets.
    Table,
    Project,
    /// What was kept of an earlier visit and cannot be read, as it is.
    Unreadable,
    /// The page as it stands, in one file.
    Offline,
    /// An own profile.
    Profile(String),
    QuestionsMarkdown,
    QuestionsText,
    /// A table to be filled in.
    QuestionsTable,
    /// The questions to one vendor, onto the clipboard.
    CopyQuestions(ProviderId),
    CopyLink,
    Paper,
}

impl Carried {
    /// Whether it is to be the same whatever the language of the page, and so is in that of the catalogue. What is asked of
    /// a vendor is a letter, in the words that the visitor has seen and changed.
    fn is_reproduced(&self) -> bool {
        !matches!(self, Self::QuestionsMarkdown | Self::QuestionsText | Self::CopyQuestions(_))
    }
}

/// The record of the page as it stands.
pub fn record(page: &Page) -> Record {
    let identity = identity(page);
    let project = project(page);
    Record::of(Occasion {
        project: &project,
        requirements: &page.state.requirements,
        context: page.context(),
        identity: &identity,
        made: page.today,
    })
}

/// Which catalogue the page is over.
fn identity(page: &Page) -> Identity {
    page.others.as_ref().map_or_else(embedded::identity, |others| others.identity.clone())
}

/// What the visitor has entered, as one value.
fn project(page: &Page) -> Project {
    let state = &page.state;
    Project {
        requirements: Some(print::list(&state.requirements)).filter(|text| !text.is_empty()),
        as_of: state.as_of,
        compared: state.compared.clone(),
        ..(*state.project).clone()
    }
}

/// The questions of a record, vendor by vendor.
pub fn letters(record: &Record) -> Vec<Letter<'_>> {
    let open = record.vendors.iter().filter(|vendor| !vendor.questions.is_empty());
    open.map(|vendor| Letter { vendor: &vendor.name, questions: &vendor.questions }).collect()
}

/// What the browser is to do.
pub fn effect(what: &Carried, page: &Page) -> Effect {
    let _speaking = if what.is_reproduced() { Language::ENGLISH } else { page.language }.speak();
    let file = |name: &str, media_type, text| {
        let name = name.to_owned();
        Effect::Save(Saved { name, media_type, text })
    };
    match what {
        Carried::RecordPage => file("decision-record.html", "text/html", html::record(&record(page))),
        Carried::RecordJson => file("decision-record.json", "application/json", record_text(&record(page))),
        Carried::RecordMarkdown => {
            file("decision-record.md", "text/markdown", markdown::record(&record(page)))
        }
        Carried::Table => file("vendor-comparison.csv", "text/csv", comparison(page)),
        Carried::Project => file("vendor-project.json", "application/json", project_text(&project(page))),
        Carried::Unreadable => {
            let text = page.unreadable.as_deref().unwrap_or_default().to_owned();
            file("vendor-project-unreadable.txt", "text/plain", text)
        }
        Carried::Offline => {
            let page = page.clone();
            let others = page.others.clone();
            Effect::LoadTemplate(others, Callback::from(move |template| door::send(template, &page)))
        }
        Carried::Profile(id) => {
            file(&format!("{id}.json"), "application/json", page.state.project.profile_text(id))
        }
        Carried::QuestionsMarkdown => {
            file("questions.md", "text/markdown", questions::markdown(&letters(&record(page))))
        }
        Carried::QuestionsText => {
            file("questions.txt", "text/plain", questions::plain(&letters(&record(page))))
        }
        Carried::QuestionsTable => {
            file("questions.csv", "text/csv", questions::table(&letters(&record(page)), &page.catalogue))
        }
        Carried::CopyQuestions(vendor) => {
            let record = record(page);
            let to = record.vendors.iter().find(|known| known.id == *vendor);
            let letter = to.map(|to| Letter { vendor: &to.name, questions: &to.questions });
            Effect::Copy(questions::plain(letter.as_slice()), page.copied.clone())
        }
        Carried::CopyLink => {
            let address = gloo::utils::window().location().href().unwrap_or_default();
            Effect::Copy(address, page.copied.clone())
        }
        Carried::Paper => Effect::Print,
    }
}

/// Makes an offline file of a template and gives it to the visitor, or says why there is none.
pub fn send(template: Result<Template, String>, page: &Page) {
    // Years later it is to show the same, so it is judged as of the same day.
    let state = &page.state;
    let opening = State {
        as_of: (!state.requirements.is_empty()).then_some(page.as_of),
        view: View::Results,
        evidence: None,
        ..(**state).clone()
    };
    let identity = identity(page);
    let sent = Sent {
        project: &state.project,
        compared: &state.compared,
        requirements: &state.requirements,
        context: page.context(),
        identity: &identity,
        link: &link::write(&opening, ""),
        catalogue: None,
    };
    let filled = {
        let _speaking = Language::ENGLISH.speak();
        template.and_then(|Template { page, gzip }| {
            let catalogue = gzip.as_deref().map(|gzip| Packed { gzip, sha256: &identity.sha256 });
            offline::filled(&page, &Sent { catalogue, ..sent })
        })
    };
    let _speaking = page.language.speak();
    match filled {
        Ok(text) => {
            let name = "vendor-compare.html".to_owned();
            page.effect.emit(Effect::Save(Saved { name, media_type: "text/html", text }));
        }
        Err(words) => page.act(Action::Notify(phrase("The offline copy could not be made: {}.", &[&words]))),
    }
}

/// The vendors that are compared, or where there are none, all.
fn comparison(page: &Page) -> String {
    let (requirements, project, context) = (&page.state.requirements, &page.state.project, page.context());
    match page.state.compared.is_empty() {
        true => table::of_all(&page.outcome, requirements, project, context),
        false => {
            let bounds = &page.state.bounds;
            let matrix = Matrix::of(&page.state.compared, context).limited(|row| bounds.shows(row));
            table::comparison(&matrix, requirements, project, context)
        }
    }
}
