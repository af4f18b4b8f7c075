//! The catalogue with the visitor's own profiles and the answers that the visitor has got.
//!
//! An answer becomes a claim beside those that stand, and takes none of them away. It cites a document of the visitor's
//! own: the answer of that person on that day. So the rules for several claims on a row decide how they stand together: on
//! a row that nothing is stated on, the answer states it; beside wording that is open, the certain answer counts; beside a
//! claim that says otherwise about the same thing, the two are readings that disagree, and it cannot be told.

use super::{
    Answer, Project,
    known::{problem, unknown},
};
use crate::catalogue::{
    Catalogue,
    build::{Beside, OneText},
    claim::Claim,
    document::Document,
    id::DocumentId,
    order,
    problem::Problem,
    provider::Provider,
    source::ProviderSource,
};

/// What the checks call the project; its text may not be at hand.
const PROJECT: OneText = OneText { name: "the project", text: "" };

/// The catalogue with what the project adds, each marked as the visitor's own; and everything that is wrong or not known,
/// with its path in the project. What is wrong is left out of the catalogue, and stays in the project.
pub fn joined(base: &Catalogue, project: &Project) -> (Catalogue, Vec<Problem>) {
    let mut problems = Vec::new();
    let mut catalogue = base.clone();
    let own = own_profiles(base, project, &mut problems);
    catalogue.documents.extend(own.documents);
    catalogue.providers.extend(own.providers);
    order::sort_by(&mut catalogue.providers, |a, b| {
        let by_name = a.name.to_ascii_lowercase().cmp(&b.name.to_ascii_lowercase());
        by_name.then_with(|| a.id.cmp(&b.id))
    });
    for (index, answer) in project.answers.iter().enumerate() {
        add_answer(answer, &format!("answers[{index}]"), &mut catalogue, &mut problems);
    }
    problems.extend(unknown(project, &catalogue));
    (catalogue, problems)
}

#[derive(Default)]
struct Own {
    documents: Vec<Document>,
    providers: Vec<Provider>,
}

/// The profiles and documents in which nothing is wrong. What cites a document or names a provider that is left out is
/// wrong as well, so it goes on until nothing more is left out.
fn own_profiles(base: &Catalogue, project: &Project, problems: &mut Vec<Problem>) -> Own {
    let mut profiles = free(&project.profiles, "profiles", |p| &p.id, |id| taken(base, id), problems);
    let in_use = |id: &str| base.documents.iter().any(|known| known.id == *id);
    let mut documents = free(&project.documents, "documents", |d| &d.id, in_use, problems);
    loop {
        let mut beside = Beside::new(base, profiles.iter().map(|(_, p)| &*p.id), &PROJECT);
        let (before, mut own) = (profiles.len() + documents.len(), Own::default());
        documents.retain(|(path, source)| {
            let document = beside.document(source, &format!("{path}."));
            let good = document.is_some();
            own.documents.extend(document.map(|document| Document { own: true, ..document }));
            good
        });
        beside.cite(&own.documents);
        profiles.retain(|(path, source)| {
            let provider = beside.profile(source, &format!("{path}."));
            let good = provider.is_some();
            own.providers.extend(provider.map(|provider| Provider { own: true, ..provider }));
            good
        });
        problems.extend(beside.finish());
        if profiles.len() + documents.len() == before {
            return own;
        }
    }
}

/// What has an id that nothing else has, with its path.
fn free<'p, T>(
    items: &'p [T],
    what: &str,
    id: impl Fn(&T) -> &str,
    taken: impl Fn(&str) -> bool,
    problems: &mut Vec<Problem>,
) -> Vec<(String, &'p T)> {
    let mut free: Vec<(String, &T)> = Vec::new();
    for (index, item) in items.iter().enumerate() {
        let path = format!("{what}[{index}]");
        if taken(id(item)) || free.iter().any(|(_, other)| id(other) == id(item)) {
            let message = format!("the id \"{}\" is already taken", id(item));
            problems.push(problem(format!("{path}.id"), message, "give it another id"));
        } else {
            free.push((path, item));
        }
    }
    free
}

fn taken(base: &Catalogue, id: &str) -> bool {
    base.providers.iter().any(|known| known.id == *id)
}

fn add_answer(answer: &Answer, path: &str, catalogue: &mut Catalogue, problems: &mut Vec<Problem>) {
    let Some(position) = catalogue.providers.iter().position(|provider| provider.id == answer.vendor) else {
        let message = format!("there is no provider \"{}\"", answer.vendor);
        let help = "it is kept, and has no effect with this catalogue";
        return problems.push(problem(format!("{path}.vendor"), message, help));
    };
    let document = document_of(answer, catalogue);
    match checked(answer, &document, path, catalogue) {
        Ok(claim) => {
            if !catalogue.documents.iter().any(|known| known.id == document.id) {
                catalogue.documents.push(document);
            }
            catalogue.providers[position].claims.push(claim);
        }
        Err(found) => problems.extend(found),
    }
}

/// The document that stands for what one person answered on one day.
fn document_of(answer: &Answer, catalogue: &Catalogue) -> Document {
    let title = format!("Answer from {}", answer.answered_by.trim());
    let same = |known: &&Document| {
        known.own
            && known.title == title
            && known.publisher == answer.vendor
            && known.date == Some(answer.date)
    };
    let documents = &catalogue.documents;
    documents.iter().find(same).cloned().unwrap_or_else(|| {
        let id = |number: usize| DocumentId::new(&format!("own-{}-{number}", answer.vendor));
        let free = |id: &DocumentId| catalogue.document(id).is_none();
        let id = (1..=documents.len() + 1).map(id).find(free).unwrap_or_default();
        Document { id, title, publisher: answer.vendor.clone(), date: Some(answer.date), own: true }
    })
}

/// The answer as a claim, checked as those of a profile are.
fn checked(
    answer: &Answer,
    document: &Document,
    path: &str,
    catalogue: &Catalogue,
) -> Result<Claim, Vec<Problem>> {
    if answer.answered_by.trim().is_empty() {
        let help = "name the person or the office that answered";
        return Err(vec![problem(format!("{path}.answered_by"), "the text is empty", help)]);
    }
    let section = catalogue.row(&answer.row).map_or("Answer", |row| &*row.name);
    // A profile with this claim only. What has been read of the vendor's documents is not the question here.
    let profile = ProviderSource {
        id: answer.vendor.to_string(),
        name: answer.vendor.to_string(),
        kind: "vendor".to_owned(),
        summary: None,
        covers: catalogue.sections.iter().map(|section| section.id.to_string()).collect(),
        claims: vec![answer.claim(document.id.as_str(), section)],
    };
    let mut beside = Beside::new(catalogue, std::iter::empty(), &PROJECT);
    beside.cite(std::slice::from_ref(document));
    match beside.profile(&profile, &format!("{path}.")).and_then(|mut provider| provider.claims.pop()) {
        Some(claim) => Ok(claim),
        None => Err(beside.finish().into_iter().map(of_answer).collect()),
    }
}

/// The problem with the path in the answer, which is not nested as a claim is.
fn of_answer(problem: Problem) -> Problem {
    Problem { path: problem.path.replace(".claims[0]", "").replace(".evidence[0]", ""), ..problem }
}
