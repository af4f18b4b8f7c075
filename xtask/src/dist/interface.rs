//! The element's interface, as `static/custom-elements.json` describes it: types, tables and pages are made from it.

use crate::project;
use anyhow::{Context, Result};
use serde::Deserialize;
use std::fs;

/// Where the description lies. Its form: the Custom Elements Manifest, version 1.
pub const FILE: &str = "static/custom-elements.json";

/// The element's declaration.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Interface {
    pub tag_name: String,
    pub name: String,
    pub summary: String,
    pub description: String,
    pub slots: Vec<Named>,
    pub attributes: Vec<Named>,
    pub members: Vec<Member>,
    pub events: Vec<Event>,
    pub css_parts: Vec<Named>,
    pub css_properties: Vec<Named>,
}

/// An attribute, a slot, a part or a custom property.
#[derive(Debug, Deserialize)]
pub struct Named {
    pub name: String,
    #[serde(rename = "type")]
    pub kind: Option<Kind>,
    pub default: Option<String>,
    pub description: String,
}

/// A type of TypeScript.
#[derive(Debug, Deserialize)]
pub struct Kind {
    pub text: String,
}

/// A property or a method.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Member {
    pub kind: MemberKind,
    pub name: String,
    #[serde(rename = "type")]
    pub value: Option<Kind>,
    /// What can be set, where that is more than what is given; a member of our own, which manifests may have.
    pub takes: Option<Kind>,
    pub default: Option<String>,
    pub description: String,
    #[serde(default)]
    pub readonly: bool,
    pub inherited_from: Option<serde_json::Value>,
    #[serde(default)]
    pub parameters: Vec<Parameter>,
    pub r#return: Option<Return>,
}

#[derive(Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub enum MemberKind {
    Field,
    Method,
}

#[derive(Debug, Deserialize)]
pub struct Parameter {
    pub name: String,
    #[serde(rename = "type")]
    pub kind: Kind,
    #[serde(default)]
    pub optional: bool,
}

#[derive(Debug, Deserialize)]
pub struct Return {
    #[serde(rename = "type")]
    pub kind: Kind,
}

#[derive(Debug, Deserialize)]
pub struct Event {
    pub name: String,
    #[serde(rename = "type")]
    pub kind: Kind,
    pub description: String,
    #[serde(default)]
    pub cancelable: bool,
}

#[derive(Deserialize)]
struct Manifest {
    modules: Vec<Module>,
}

#[derive(Deserialize)]
struct Module {
    declarations: Vec<Interface>,
}

impl Interface {
    /// Reads the description.
    pub fn read() -> Result<Self> {
        let text = fs::read_to_string(project::root().join(FILE))
            .with_context(|| format!("{FILE} cannot be read"))?;
        Self::of(&text)
    }

    fn of(text: &str) -> Result<Self> {
        let manifest: Manifest =
            serde_json::from_str(text).with_context(|| format!("{FILE} is not the expected manifest"))?;
        let mut declarations = manifest.modules.into_iter().flat_map(|module| module.declarations);
        declarations.next().with_context(|| format!("{FILE} declares no element"))
    }

    /// The properties, those of every element left out.
    pub fn fields(&self) -> impl Iterator<Item = &Member> {
        let own = |member: &&Member| member.kind == MemberKind::Field && member.inherited_from.is_none();
        self.members.iter().filter(own)
    }

    pub fn methods(&self) -> impl Iterator<Item = &Member> {
        self.members.iter().filter(|member| member.kind == MemberKind::Method)
    }
}

impl Member {
    /// The call of a method as TypeScript writes it: `reload(): void`.
    pub fn signature(&self) -> String {
        let parameters: Vec<String> = self
            .parameters
            .iter()
            .map(|Parameter { name, kind, optional }| {
                format!("{name}{}: {}", if *optional { "?" } else { "" }, kind.text)
            })
            .collect();
        let gives = self.r#return.as_ref().map_or("void", |gives| &gives.kind.text);
        format!("{}({}): {gives}", self.name, parameters.join(", "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The list that a script has under a name: `const EVENTS = ["a", "b"];`.
    fn list(file: &str, name: &str) -> Vec<String> {
        let text = fs::read_to_string(project::root().join(file)).expect(file);
        let (_, rest) = text.split_once(&format!("const {name} = ")).expect("the list");
        let (list, _) = rest.split_once(';').expect("the end of the list");
        let mut names: Vec<String> =
            serde_json::from_str(&list.replace(",\n]", "]")).expect("a list of names");
        names.sort();
        names
    }

    fn sorted<'a>(names: impl Iterator<Item = &'a String>) -> Vec<String> {
        let mut names: Vec<String> = names.cloned().collect();
        names.sort();
        names
    }

    #[test]
    fn the_frame_passes_every_event_and_every_attribute_but_link() {
        let interface = Interface::read().expect("the manifest");
        let events = sorted(interface.events.iter().map(|event| &event.name));
        assert_eq!(list("static/embed.js", "EVENTS"), events);
        assert_eq!(list("static/frame.js", "EVENTS"), events);
        let attributes =
            sorted(interface.attributes.iter().map(|one| &one.name).filter(|name| *name != "link"));
        assert_eq!(list("static/embed.js", "ATTRIBUTES"), attributes);
    }

    #[test]
    fn a_manifest_without_an_element_is_refused() {
        assert!(Interface::of(r#"{ "modules": [] }"#).is_err());
    }
}
