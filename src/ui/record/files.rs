//! The visitor's files: the project to save and to open, and profiles of vendors that the catalogue does not have.

use yew::prelude::*;

use crate::{
    catalogue::source::ProviderSource,
    language::{english, phrase},
    state::{entering::Entry, reduce::Action},
    ui::{
        carried::Carried,
        element::{Element, button, el},
        page::Page,
    },
};

pub fn files(page: &Page) -> Element {
    let choose = el("input", "input")
        .is("id", "open-file")
        .is("type", "file")
        .is("accept", ".json,.html,.csv,.tsv")
        .is("aria-describedby", "open-file-note")
        .on_change(page.on_file());
    let open = el("div", "field")
        .with(el("label", "").is("for", "open-file").says("Open a file"))
        .with(choose)
        .with(el("p", "hint").is("id", "open-file-note").says(
            "A project or a decision record that was saved here; the table of questions, filled in by a vendor; or profiles of \
             vendors, as JSON or as a table of claims (CSV). You can also drop it anywhere on this page. It is read in this \
             browser and sent nowhere.",
        ));
    let save = button("btn", page.on_carry(Carried::Project)).says("Save the project");
    let unreadable = page.unreadable.as_ref().map(|_| {
        button("btn", page.on_carry(Carried::Unreadable)).says("Save what could not be read").into()
    });
    let about = english("The project holds your requirements, notes, questions, answers and own profiles.");
    // A catalogue of which only a part is here cannot be put into a file from here.
    let offline = page
        .window
        .is_none()
        .then(|| button("btn", page.on_carry(Carried::Offline)).says("Save an offline copy"));
    let about_offline = english(
        "The offline copy is this whole page in one file, with all that: it opens without a network and asks \
                         nobody for anything. Whoever gets it sees what you see.",
    );
    el("section", "group off-paper")
        .is("aria-labelledby", "files-heading")
        .with(el("h3", "").is("id", "files-heading").says("Your files"))
        .with(el("p", "soft").says(about))
        .maybe(page.window.is_none().then(|| el("p", "soft").says(about_offline).into()))
        .with(el("div", "btns").with(save).maybe(unreadable).maybe(offline.map(Into::into)))
        .with(open)
        .maybe(own(page))
}

/// The visitor's own profiles.
fn own(page: &Page) -> Option<Html> {
    let profiles = &page.state.project.profiles;
    if profiles.is_empty() {
        return None;
    }
    let line = |profile: &ProviderSource| {
        let about = || el("span", "sr").text(format!(" {}", profile.name));
        let save = page.on_carry(Carried::Profile(profile.id.clone()));
        let remove = page.on(Action::Enter(Entry::RemoveProfile(profile.id.clone())));
        el("li", "")
            .with(el("span", "").text(yours(&profile.name, profile.claims.len())))
            .with(button("btn btn--s", save).says("Save").with(about()))
            .with(button("btn btn--s", remove).says("Remove").with(about()))
            .into()
    };
    let list = el("ul", "own").all(profiles.iter().map(line).collect());
    Some(el("div", "").with(el("h4", "").says("Vendors that you have added")).with(list).into())
}

fn yours(name: &str, claims: usize) -> String {
    match claims {
        1 => phrase("{} (yours, 1 claim)", &[&name]),
        count => phrase("{} (yours, {} claims)", &[&name, &count]),
    }
}
