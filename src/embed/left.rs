//! What an element has when it is taken down, and has again when it comes back.

use wasm_bindgen::prelude::*;

use crate::{
    project::Project,
    state::{State, link},
    ui::kept,
};

/// The state in its link form, and the visitor's project as a text.
pub struct Left {
    pub link: String,
    pub project: Option<String>,
}

impl Left {
    /// What is left of a state. `unopened` is a project that waits to be opened.
    pub fn of(state: &State, unopened: Option<&str>) -> Self {
        // Whatever has been entered, the later part has entered it, so it is there to write it down.
        let is_entered = *state.project != Project::default();
        let entered = is_entered.then(|| kept(&state.project));
        Self { link: link::write(state, ""), project: entered.or_else(|| unopened.map(str::to_owned)) }
    }

    /// As one text: a link has no line feed.
    pub fn text(&self) -> String {
        format!("{}\n{}", self.link, self.project.as_deref().unwrap_or_default())
    }

    /// Reads what [`Left::text`] has written.
    pub fn read(text: &str) -> Self {
        let (link, project) = text.split_once('\n').unwrap_or((text, ""));
        Self { link: link.to_owned(), project: Some(project.to_owned()).filter(|text| !text.is_empty()) }
    }
}

/// What is left for an element over another catalogue, given what [`Left::text`] has written: what is required goes along,
/// and what was entered about the vendors stays behind.
#[wasm_bindgen(js_name = withoutProject)]
pub fn without_project(text: &str) -> String {
    Left { project: None, ..Left::read(text) }.text()
}
